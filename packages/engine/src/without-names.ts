import type { Document, Suite } from '@corpuscope/core'

/** What stands for a label, type or speaker that names a person: they are words of the audit, and so are shown. */
const somebody = 'named person'

/** The document with nothing among its label, the types of its annotations and the roles of its parts that names a person. */
export function withoutNames(document: Document, namesPerson: NonNullable<Suite['namesPerson']>): Document {
  const { label, annotations = [], parts } = document
  // A code may pass the check digits of some number: of what has no letters nothing is said.
  const names = (value: string | undefined): boolean => value !== undefined && /\p{L}{2}/u.test(value) && namesPerson(value, '')
  const isNamed = names(label) || annotations.some(({ type }) => names(type)) || parts.some(({ name, role }) => names(name) || names(role))
  if (!isNamed) return document
  return {
    ...document,
    ...(names(label) && { label: somebody }),
    ...(document.annotations && {
      annotations: annotations.map((each) => ({
        ...each,
        ...(names(each.type) && { type: somebody }),
      })),
    }),
    parts: parts.map((each) => ({ ...each, ...(names(each.name) && { name: somebody }), ...(names(each.role) && { role: somebody }) })),
  }
}

/** A path of the input as messages and the audit may show it: a step that names a person gives way. */
export const shownPath = (path: string, namesPerson: NonNullable<Suite['namesPerson']>): string =>
  path
    .split('/')
    .map((step) => (namesPerson(step, '') ? `(${somebody})` : step))
    .join('/')
