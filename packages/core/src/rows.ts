import { idOfKey, type Scalar } from './document.ts'
import type { Finding } from './finding.ts'
import { lists } from './lists.ts'
import type { ColumnRun } from './run.ts'
import type { Hidden } from './shown.ts'
import type { TypedArray } from './vector.ts'

/** The documents in key order: what `conclude` sees of them. */
export interface Rows {
  readonly n: number
  readonly keys: readonly string[]
  /** Unique: a doubled id carries `#2`, `#3` … in key order. */
  readonly ids: readonly string[]
  /** As they may be written: see `shown.ts`. */
  readonly labels: readonly (string | null)[]
  /** As they were read: to be compared and counted, never to be written. */
  readonly writtenLabels: readonly (string | null)[]
  /** Labels that name a person of the document's own text -> in how many documents. */
  readonly personLabels: ReadonlyMap<string, number>
  readonly languages: readonly string[]
  /** UTF-16 code units a document. */
  readonly lengths: Float64Array
  readonly fields: ReadonlyMap<
    string,
    { readonly values: readonly Scalar[]; readonly inText: number; readonly named: number; readonly called: number }
  >
  /** One value a document, NaN where there is none; empty when the measure was never observed. */
  values(measure: string): Float64Array
  /** The values that are there, in key order. */
  present(measure: string): Float64Array
  /** The list that an analysis or feature left for document i. */
  list(name: string, i: number): TypedArray
  readonly findings: readonly Finding[]
  /** A value of a field as it may be written. */
  shown(field: string, value: string): string
  /** A label as it may be written. */
  shownLabel(label: string): string
  /** Whether a field is left out because its name holds an identifier. */
  isUnnamed(field: string): boolean
  /** What of the metadata is not written. */
  hidden(): Hidden
}

const none = new Float64Array(0)
const nothingHidden: Hidden = { fields: [], unnamed: 0 }

/** Sorts a run by key; equal keys are told apart by label and metadata, and are interchangeable beyond that. */
export function rowsOf(run: ColumnRun): Rows {
  const n = run.keys.length
  const order = keyOrder(run)
  const pick = <T>(values: readonly T[], absent: T): T[] => Array.from(order, (from) => values[from] ?? absent)
  const keys = pick(run.keys, '')
  const ids = uniqueIds(keys)
  const writtenLabels = pick(run.labels, null)
  const lengths = Float64Array.from(order, (from) => run.lengths.data[from]!)
  const cache = new Map<string, Float64Array>()
  const place = new Uint32Array(n)
  for (let i = 0; i < n; i++) place[order[i]!] = i

  const values = (measure: string): Float64Array => {
    let sorted = cache.get(measure)
    if (!sorted) {
      const column = run.values.get(measure)
      sorted = column ? Float64Array.from(order, (from) => (from < column.length ? column.data[from]! : Number.NaN)) : none
      cache.set(measure, sorted)
    }
    return sorted
  }
  return {
    n,
    keys,
    ids,
    labels: writtenLabels,
    writtenLabels,
    personLabels: run.personLabels,
    languages: pick(run.languages, 'unknown'),
    lengths,
    fields: new Map(
      [...run.fields]
        .sort(byName)
        .map(([name, field]) => [
          name,
          { values: pick(field.values, null), inText: field.inText, named: field.named, called: field.called },
        ]),
    ),
    values,
    present: (measure) => values(measure).filter((value) => !Number.isNaN(value)),
    list(name, i) {
      const column = run.columns.get(name)
      return column ? lists.at(column, order[i]!) : none
    },
    findings: run.findings
      .map(({ at, ...finding }) => ({ place: place[at]!, finding: { ...finding, document: ids[place[at]!]! } }))
      .sort((a, b) => a.place - b.place || compareFindings(a.finding, b.finding))
      .map(({ finding }) => finding),
    shown: (_, value) => value,
    shownLabel: (label) => label,
    isUnnamed: () => false,
    hidden: () => nothingHidden,
  }
}

/** Some of the documents, by their places, still in key order. */
export function rowsWhere(rows: Rows, places: readonly number[]): Rows {
  const pick = <T>(values: readonly T[]): T[] => places.map((place) => values[place]!)
  const ids = new Set(pick(rows.ids))
  const values = (measure: string): Float64Array => {
    const all = rows.values(measure)
    return all.length === 0 ? none : Float64Array.from(places, (place) => all[place]!)
  }
  return {
    n: places.length,
    keys: pick(rows.keys),
    ids: pick(rows.ids),
    labels: pick(rows.labels),
    writtenLabels: pick(rows.writtenLabels),
    personLabels: rows.personLabels,
    languages: pick(rows.languages),
    lengths: Float64Array.from(places, (place) => rows.lengths[place]!),
    fields: new Map([...rows.fields].map(([name, field]) => [name, { ...field, values: pick(field.values) }])),
    values,
    present: (measure) => values(measure).filter((value) => !Number.isNaN(value)),
    list: (name, i) => rows.list(name, places[i]!),
    findings: rows.findings.filter(({ document }) => document !== null && ids.has(document)),
    shown: rows.shown,
    shownLabel: rows.shownLabel,
    isUnnamed: rows.isUnnamed,
    hidden: () => nothingHidden,
  }
}

const byName = (a: [string, unknown], b: [string, unknown]): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)

function keyOrder(run: ColumnRun): Uint32Array {
  const { keys } = run
  const tie = (i: number): string =>
    JSON.stringify([run.labels[i], [...run.fields].map(([name, { values }]) => [name, values[i] ?? null] as [string, Scalar]).sort(byName)])
  return Uint32Array.from(keys.keys()).sort((i, j) => {
    const a = keys[i]!
    const b = keys[j]!
    if (a !== b) return a < b ? -1 : 1
    const [x, y] = [tie(i), tie(j)]
    return x < y ? -1 : x > y ? 1 : 0
  })
}

export function uniqueIds(keys: readonly string[]): string[] {
  const ids = keys.map(idOfKey)
  const taken = new Set(ids)
  const seen = new Map<string, number>()
  return ids.map((id) => {
    const before = seen.get(id) ?? 0
    if (before === 0) {
      seen.set(id, 1)
      return id
    }
    let number = before + 1
    while (taken.has(`${id}#${number}`)) number++
    seen.set(id, number)
    const unique = `${id}#${number}`
    taken.add(unique)
    return unique
  })
}

export function compareFindings(a: Finding, b: Finding): number {
  return (
    (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
    (a.span?.end ?? -1) - (b.span?.end ?? -1) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0)
  )
}
