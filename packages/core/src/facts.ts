import type { Audit } from './audit.ts'
import type { Scalar } from './document.ts'
import type { Rows } from './rows.ts'

type FieldFact = Audit['corpus']['fields'][number]

/** Most distinct values of a field, and longest value, that still count as a category. */
const mostCategories = 200
const longestCategory = 64

/**
 * What a metadata field is, and whether its values may enter artefacts: numbers, dates and categories may; free text, names and
 * anything a document's own text repeats may not, unless asked for by name.
 */
export function fieldFacts(
  rows: Rows,
  keep: ReadonlySet<string>,
  drop: ReadonlySet<string>,
  reveals?: (field: string, value: string) => boolean,
): FieldFact[] {
  return [...rows.fields].map(([name, { values, inText, named }]) => {
    const fact = fieldFact(name, values, inText, named)
    if (keep.has(name)) return { name, present: fact.present, kind: fact.kind, kept: true }
    if (drop.has(name)) return { ...fact, kept: false, reason: 'left out by --drop-field' }
    if (!reveals) return fact
    if (fact.kept && fact.kind === 'date')
      return { ...fact, kept: false, reason: 'dates of persons are identifiers; keep them with --keep-field' }
    const told = fact.kept && someValues(values).some((value) => reveals(name, value))
    return told ? { ...fact, kept: false, reason: 'a value of it looks like an identifier' } : fact
  })
}

/** Values asked for identifiers: every one of a category, and of numbers the first, since a column of them is of one kind. */
const mostAsked = 200

function someValues(values: readonly Scalar[]): string[] {
  const asked = new Set<string>()
  for (const value of values) {
    if (asked.size >= mostAsked) break
    if (typeof value === 'string' || typeof value === 'number') asked.add(String(value))
  }
  return [...asked]
}

/**
 * What one field is by its values alone.
 *
 * @param inText  documents whose own text holds the value, @param named  values that name a person
 */
export function fieldFact(name: string, values: readonly Scalar[], inText: number, named = 0): FieldFact {
  const present = values.filter((value) => value !== null && value !== '')
  const fact = { name, present: present.length, kind: kindOf(present) }
  if (inText > 0) return { ...fact, kept: false, reason: `the text of ${inText} documents repeats it` }
  if (fact.kind === 'other') return { ...fact, kept: false, reason: 'neither numbers, dates nor a few short categories' }
  if (named > 0) return { ...fact, kept: false, reason: 'a value of it looks like an identifier' }
  return { ...fact, kept: true }
}

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

function kindOf(values: readonly Scalar[]): FieldFact['kind'] {
  if (values.length === 0) return 'category'
  if (values.every((value) => typeof value === 'number')) return 'number'
  if (values.every((value) => typeof value === 'string' && isoDate.test(value))) return 'date'
  const distinct = new Set(values)
  // As many categories as documents is a name or a number for each, however short.
  const few = distinct.size <= mostCategories && (distinct.size <= 2 || distinct.size <= values.length / 2)
  return few && [...distinct].every((value) => typeof value !== 'string' || value.length < longestCategory) ? 'category' : 'other'
}

/** Languages by how many documents are in them, most first. */
export function languageFacts(rows: Rows): Audit['corpus']['languages'] {
  const counts = new Map<string, number>()
  for (const language of rows.languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts]
    .map(([language, documents]) => ({ language, documents }))
    .sort((a, b) => b.documents - a.documents || (a.language < b.language ? -1 : 1))
}
