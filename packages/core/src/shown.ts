import { fieldFact } from './facts.ts'
import type { Rows } from './rows.ts'
import type { Suite } from './suite.ts'

/** Documents that have to hold a word of the metadata before it is written: of fewer it may tell who they are about. */
const leastDocuments = 5

/** What of the metadata is not written. */
export interface Hidden {
  /** Fields with values for which numbers stand. */
  readonly fields: readonly { readonly field: string; readonly values: number }[]
  /** Fields that are left out because their name holds an identifier. */
  readonly unnamed: number
}

export interface ShownOptions {
  readonly suite: Pick<Suite, 'reveals' | 'knows'>
  /** Fields of which name and every value may be written. */
  readonly keep?: readonly string[] | undefined
  /** The field that labels are read from. */
  readonly labelField?: string | undefined
}

/**
 * What may be written of labels and fields: a value that at least five documents have and that holds no identifier, or that is known
 * beside the corpus (a category of the reference). Any other gets a number, by the first document that has it, under which it goes in
 * all that a run writes. A field whose name holds an identifier is left out.
 */
export function withShownValues(rows: Rows, { suite, keep = [], labelField }: ShownOptions): Rows {
  const { reveals, knows = () => false } = suite
  if (!reveals) return rows
  const open = new Set(keep)
  const fields = new Map([...rows.fields].filter(([field, { called }]) => open.has(field) || (called === 0 && !reveals('', field))))
  // Where few of its documents speak of a person so called, chance may have it: a Mrs Gout beside the label Gout.
  const isOfPersons = (value: string, documents: number): boolean => 2 * (rows.personLabels.get(value) ?? 0) >= documents
  const numbered = (field: string, values: readonly unknown[]): ReadonlyMap<string, string> => {
    const names = new Map<string, string>()
    for (const [value, documents] of timesOf(values))
      if (!knows(value) && (documents < leastDocuments || reveals(field, value) || isOfPersons(value, documents)))
        names.set(value, `(${field} ${names.size + 1})`)
    return names
  }
  const isOpen = open.has('label') || (labelField !== undefined && open.has(labelField))
  const labels = isOpen ? new Map<string, string>() : numbered('label', rows.writtenLabels)
  const asked = new Map<string, ReadonlyMap<string, string>>()
  const namesIn = (field: string): ReadonlyMap<string, string> => {
    let names = asked.get(field)
    if (!names) {
      const values = rows.fields.get(field)?.values
      names = values ? (open.has(field) ? new Map() : numbered(field, values)) : field === 'label' ? labels : new Map()
      asked.set(field, names)
    }
    return names
  }
  const isWritten = (field: string): boolean => {
    const { values, inText, named } = fields.get(field)!
    const { kept, kind } = fieldFact(field, values, inText, named)
    return kept && kind === 'category' && field !== labelField && field !== 'label'
  }
  return {
    ...rows,
    fields,
    labels: rows.writtenLabels.map((label) => (label === null ? null : (labels.get(label) ?? label))),
    shown: (field, value) => namesIn(field).get(value) ?? value,
    shownLabel: (label) => labels.get(label) ?? label,
    isUnnamed: (field) => rows.fields.has(field) && !fields.has(field),
    hidden: () => ({
      fields: [['label', labels] as const, ...[...fields.keys()].filter(isWritten).map((field) => [field, namesIn(field)] as const)]
        .map(([field, names]) => ({ field, values: names.size }))
        .filter(({ values }) => values > 0),
      unnamed: rows.fields.size - fields.size,
    }),
  }
}

function timesOf(values: readonly unknown[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const value of values) if (typeof value === 'string' && value.trim() !== '') times.set(value, (times.get(value) ?? 0) + 1)
  return times
}
