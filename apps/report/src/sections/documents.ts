import type { Audit } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { briefTexts } from '../brief-texts.ts'
import { dataTable } from '../data-table.ts'
import { type Html, html } from '../html.ts'
import { digitsOf, packed, packedColumn } from '../packed.ts'

/** A row a document, column by column: numbers and names, or null where a document has none. */
export interface DocumentColumns {
  readonly ids: readonly string[]
  /** How many documents there are in all, when these were drawn from them. */
  readonly of?: number
  readonly columns: readonly { readonly name: string; readonly values: readonly (string | number | null)[] }[]
  /** Findings a rule, a count a document. */
  readonly findings?: readonly { readonly rule: string; readonly counts: readonly number[] }[]
  /** Documents that an analysis holds for alike; `a` and `b` are places in `ids`. */
  readonly pairs?: readonly { readonly a: number; readonly b: number; readonly kind: string; readonly similarity: number }[]
  /** Texts, where the audit keeps them. */
  readonly texts?: { readonly kept: 'masked' | 'full'; readonly values: readonly (string | null)[] }
}

/** Documents that the page carries; all of them are in documents.parquet. */
export const mostDocuments = 10_000
/** Bytes of the documents' values on a page without texts; numbers are kept to fewer digits where they would take more. */
const mostPacked = 2_500_000
const fewestDigits = 2
/** Rows and columns of the still table, for a reader without a script. */
const stillRows = 10
const stillColumns = 8
/** Columns that stand open at first; the reader may add the others. */
const openColumns = 7

/**
 * The documents with their own values: a few rows of markup, and all the data beside it, packed, from which the script makes a table
 * that can be sorted, searched and filtered, and a profile of each document.
 */
export function documentsSection(audit: Audit, documents: DocumentColumns): Html {
  const { ids, of = ids.length, findings = [], pairs = [], texts } = documents
  const { columns, open } = arranged(audit, documents)
  const rules = new Map(audit.rules.map((rule) => [rule.id, rule]))
  const kinds = [...new Set(pairs.map(({ kind }) => kind))].sort()
  const brief = texts && briefTexts(texts.values)
  const packedWith = (digits: number): Html => {
    const stored = columns.map(({ values }) => packedColumn(values, digits))
    const header = {
      ids,
      columns: columns.map(({ title, unit, group }, i) => ({ title, unit, group, form: stored[i]!.form, names: stored[i]!.names })),
      open,
      rules: findings.map(({ rule }) => ({
        id: rule,
        title: rules.get(rule)?.title ?? rule,
        severity: rules.get(rule)?.severity ?? 'note',
      })),
      kinds,
      ...(brief && { texts: brief.texts }),
    }
    return packed('documents-data', {
      header,
      columns: [
        ...stored.flatMap((column) => column.columns),
        ...findings.map(({ counts }) => counts),
        pairs.map(({ a }) => a),
        pairs.map(({ b }) => b),
        pairs.map(({ kind }) => kinds.indexOf(kind)),
        pairs.map(({ similarity }) => Math.round(1000 * similarity)),
      ],
    })
  }
  let digits = digitsOf(ids.length * columns.length)
  let data = packedWith(digits)
  while (!texts && data.markup.length > mostPacked && digits > fewestDigits) data = packedWith(--digits)
  const still = open.slice(0, stillColumns).map((at) => columns[at]!)
  const part = of > ids.length ? ` ${count(ids.length)} of the ${count(of)} are here, drawn by hash of their names.` : ''
  return html`<section id="documents" aria-labelledby="documents-title"><h2 id="documents-title">Documents</h2>
<p>Each document with its own values; all of them are in <code>documents.parquet</code>.${part} ${textsSentence(texts, brief?.longest)}</p>
<div class="documents" data-source="documents-data"><div class="still">${dataTable({
    caption: 'The first documents',
    columns: [{ title: 'document' }, ...still.map(({ title, unit }) => ({ title, unit }))],
    rows: ids.slice(0, stillRows).map((id, i) => [id, ...still.map(({ values }) => rounded(values[i] ?? null))]),
    of: ids.length,
  })}</div></div>
${data}</section>`
}

function textsSentence(texts: DocumentColumns['texts'], longest: number | undefined): string {
  if (!texts) return 'The page holds no text of them.'
  const cut =
    longest === undefined ? '' : ` The page has the first ${count(longest)} characters of longer ones; they are whole in texts.parquet.`
  return texts.kept === 'masked'
    ? `Open one to read its text, in which what was taken for an identifier is masked; what was not recognised still stands there.${cut}`
    : `Open one to read its full text: this page may only go where the corpus may go.${cut}`
}

const rounded = (value: string | number | null): string | number | null =>
  typeof value === 'number' ? Number(value.toPrecision(3)) : value

/** Columns as the page names them, those of a category together, and which of them stand open: names of documents, then what speaks for a category. */
function arranged(audit: Audit, { columns }: DocumentColumns) {
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  const ranks = new Map(
    audit.categories.flatMap(({ title, measures: own }, c) => own.map((id, i) => [id, { title, at: c * 1e6 + i }] as const)),
  )
  const named = columns
    .filter(({ values }) => values.some((value) => value !== null))
    .map(({ name, values }) => ({
      name,
      values,
      title: measures.get(name)?.title ?? name.replace(/^field\./, ''),
      unit: measures.get(name)?.unit,
      group: ranks.get(name)?.title ?? (measures.has(name) ? 'Other measures' : 'About the document'),
      rank: ranks.get(name)?.at ?? (measures.has(name) ? 1e9 : -1),
    }))
    .sort((a, b) => a.rank - b.rank)
  const headlines = new Set(audit.categories.flatMap((category) => category.headlines))
  // A column with one value tells no document from another.
  const labels = named.flatMap(({ name, values }, i) => (name === 'label' || (/^field\./.test(name) && groups(values)) ? [i] : []))
  const telling = named.flatMap(({ name }, i) => (headlines.has(name) ? [i] : []))
  const rest = named.flatMap(({ values }, i) => (labels.includes(i) || telling.includes(i) || !varies(values) ? [] : [i]))
  const others = [...rest.filter((i) => named[i]!.rank >= 0), ...rest.filter((i) => named[i]!.rank < 0)]
  const open = [...labels.slice(0, 2), ...telling, ...others].slice(0, openColumns)
  return { columns: named, open: open.sort((a, b) => a - b) }
}

const varies = (values: readonly unknown[]): boolean => new Set(values).size > 1

/** Whether values group documents: more than one, and not as many different ones as documents. */
const groups = (values: readonly unknown[]): boolean => varies(values) && new Set(values).size * 2 <= values.length
