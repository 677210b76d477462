import type { Document, Suite } from '@corpuscope/core'

type NamesPerson = NonNullable<Suite['namesPerson']>

/** What stands for a label, type or speaker that names a person: they are words of the audit, and so are shown. */
const somebody = 'named person'

/** A code may pass the check digits of some number: of what has no letters nothing is said. */
const named =
  (namesPerson: NamesPerson) =>
  (value: string | undefined): boolean =>
    value !== undefined && /\p{L}{2}/u.test(value) && namesPerson(value, '')

/** The document with nothing among the types of its annotations and the roles of its parts that names a person; labels are numbered later. */
export function withoutNames(document: Document, namesPerson: NamesPerson): Document {
  const { annotations = [], parts } = document
  const names = named(namesPerson)
  const isNamed = annotations.some(({ type }) => names(type)) || parts.some(({ name, role }) => names(name) || names(role))
  if (!isNamed) return document
  return {
    ...document,
    ...(document.annotations && {
      annotations: annotations.map((each) => ({
        ...each,
        ...(names(each.type) && { type: somebody }),
      })),
    }),
    parts: parts.map((each) => ({ ...each, ...(names(each.name) && { name: somebody }), ...(names(each.role) && { role: somebody }) })),
  }
}

/** The same with its label too: for commands that print labels as they are. */
export function withoutNamesAndLabel(document: Document, namesPerson: NamesPerson): Document {
  const without = withoutNames(document, namesPerson)
  return named(namesPerson)(document.label) ? { ...without, label: somebody } : without
}
