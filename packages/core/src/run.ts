import { type Document, digestOfKey, type Scalar } from './document.ts'
import { looksLikeField } from './field-name.ts'
import type { Finding } from './finding.ts'
import { type Lists, lists } from './lists.ts'
import { kindOf, type TypedArray, type Vector, vector } from './vector.ts'

/** A metadata field over the documents of a run; shorter than the run when the last documents lack it. */
interface FieldColumn {
  readonly values: Scalar[]
  /** Documents whose own text holds this value word for word: such a field is text, not metadata. */
  inText: number
  /** Values that name a person, whatever text they belong to. */
  named: number
  /** Documents whose own text gives a person the field's name: such a name is a value that stands where a header should be. */
  called: number
}

const createColumn = (): FieldColumn => ({ values: [], inText: 0, named: 0, called: 0 })

/** A finding, by the position of its document in the run. */
export type RunFinding = Omit<Finding, 'document'> & { readonly at: number }

/**
 * The documents' numbers, column by column, in the order they were observed. What is known of single documents lives here and
 * never in a partial; sorting by key happens once, at conclude.
 */
export interface ColumnRun {
  readonly keys: string[]
  readonly labels: (string | null)[]
  /** Labels that name a person of the document's own text -> in how many documents. */
  readonly personLabels: Map<string, number>
  readonly languages: string[]
  readonly lengths: Vector
  readonly fields: Map<string, FieldColumn>
  /** Measure id -> one value a document, NaN where there is none: NaN stays inside columns, readers turn it into null. */
  readonly values: Map<string, Vector>
  /** Values of varying length: signatures, words, term counts. */
  readonly columns: Map<string, Lists>
  readonly findings: RunFinding[]
}

export const columnRun = {
  create: (): ColumnRun => ({
    keys: [],
    labels: [],
    personLabels: new Map(),
    languages: [],
    lengths: vector.create('f64'),
    fields: new Map(),
    values: new Map(),
    columns: new Map(),
    findings: [],
  }),

  /**
   * Opens the row of a document; what analyses add next belongs to it. An id that names a person gives way to the first 16 hex digits of
   * the text's hash, as if the record had none; a field whose own name names one is left out.
   */
  open(run: ColumnRun, document: Document, language: string, namesPerson: (value: string, text: string) => boolean = () => false): void {
    const at = run.keys.length
    const digest = digestOfKey(document.key)
    run.keys.push(namesPerson(document.id, document.text) ? `${digest.slice(0, 16)}\n${digest}` : document.key)
    const { label } = document
    run.labels.push(label ?? null)
    if (label !== undefined && namesPerson(label, document.text)) run.personLabels.set(label, (run.personLabels.get(label) ?? 0) + 1)
    run.languages.push(language)
    vector.push(run.lengths, document.text.length)
    for (const [name, value] of document.metadata) {
      if (namesPerson(name, '')) continue
      let field = run.fields.get(name)
      if (!field) run.fields.set(name, (field = createColumn()))
      if (!looksLikeField(name) && namesPerson(name, document.text)) field.called++
      pad(field.values, at)
      field.values.push(value)
      if (namesPerson(typeof value === 'number' ? numberIn(name, value) : String(value ?? ''), '')) field.named++
      if (typeof value === 'string' && (isPhrase(value) ? document.text.includes(value) : namesPerson(value, document.text))) field.inText++
    }
  },

  /** The same of a document of which its key alone is of interest. */
  openBare(run: ColumnRun, { id, key, text }: Document, namesPerson: (value: string, text: string) => boolean = () => false): void {
    const digest = digestOfKey(key)
    run.keys.push(namesPerson(id, text) ? `${digest.slice(0, 16)}\n${digest}` : key)
    run.labels.push(null)
    run.languages.push('unknown')
    vector.push(run.lengths, text.length)
  },

  value(run: ColumnRun, measure: string, value: number | null): void {
    let column = run.values.get(measure)
    if (!column) run.values.set(measure, (column = vector.create('f64')))
    const at = run.keys.length - 1
    while (column.length < at) vector.push(column, Number.NaN)
    vector.push(column, value ?? Number.NaN)
  },

  list(run: ColumnRun, name: string, values: TypedArray): void {
    let column = run.columns.get(name)
    if (!column) run.columns.set(name, (column = lists.create(kindOf(values))))
    lists.pad(column, run.keys.length - 1)
    lists.push(column, values)
  },

  merge(run: ColumnRun, other: ColumnRun): void {
    const before = run.keys.length
    const added = other.keys.length
    for (let i = 0; i < added; i++) {
      run.keys.push(other.keys[i]!)
      run.labels.push(other.labels[i]!)
      run.languages.push(other.languages[i]!)
    }
    vector.append(run.lengths, vector.values(other.lengths))
    for (const [label, times] of other.personLabels) run.personLabels.set(label, (run.personLabels.get(label) ?? 0) + times)
    for (const [name, theirs] of other.fields) {
      let ours = run.fields.get(name)
      if (!ours) run.fields.set(name, (ours = createColumn()))
      pad(ours.values, before)
      for (const value of theirs.values) ours.values.push(value)
      ours.inText += theirs.inText
      ours.named += theirs.named
      ours.called += theirs.called
    }
    for (const [name, theirs] of other.values) {
      let ours = run.values.get(name)
      if (!ours) run.values.set(name, (ours = vector.create('f64')))
      while (ours.length < before) vector.push(ours, Number.NaN)
      vector.append(ours, vector.values(theirs))
    }
    for (const [name, theirs] of other.columns) {
      let ours = run.columns.get(name)
      if (!ours) run.columns.set(name, (ours = lists.create(theirs.kind)))
      lists.merge(ours, theirs, before)
    }
    for (const finding of other.findings) run.findings.push({ ...finding, at: finding.at + before })
  },

  /** Gives spare room back before the run is written. */
  trim(run: ColumnRun): void {
    vector.trim(run.lengths)
    for (const column of run.values.values()) vector.trim(column)
    for (const column of run.columns.values()) lists.trim(column)
  },
}

const fewestOfIdentifier = 1e5

/** A number as its field names it, `phone: 412345678`: without that word it is any number. */
const numberIn = (field: string, value: number): string =>
  Number.isInteger(value) && Math.abs(value) >= fewestOfIdentifier ? `${field.replace(/[_.-]+/g, ' ')}: ${value}` : ''

function pad(values: Scalar[], length: number): void {
  while (values.length < length) values.push(null)
}

// A single word or two ("Rash", "type 2") is vocabulary and stands in many notes; three words that recur verbatim are a quotation.
const isPhrase = (value: string): boolean => /\S\s+\S+\s+\S/.test(value)
