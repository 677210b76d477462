import type { Audit } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { dataTable } from '../data-table.ts'
import { embedded, type Html, html } from '../html.ts'

/** A row a document, column by column: numbers, or null where a document has none. */
export interface DocumentColumns {
  readonly ids: readonly string[]
  readonly columns: readonly { readonly name: string; readonly values: readonly (string | number | null)[] }[]
}

/** Documents that the page carries; all of them are in documents.parquet. */
const mostDocuments = 10_000
/** Rows of the still table, for a reader without a script. */
const stillRows = 10

/** Digits of a number in the table: enough to sort by and to read. */
const brief = (value: string | number | null): string | number | null => (typeof value === 'number' ? Number(value.toPrecision(5)) : value)

/**
 * The documents with their own values: a few rows of markup, and all the data beside it, from which the script makes a table that can
 * be sorted and searched.
 */
export function documentsSection({ measures }: Audit, { ids, columns }: DocumentColumns): Html {
  const titles = new Map(measures.map((measure) => [measure.id, measure]))
  const n = Math.min(ids.length, mostDocuments)
  const measured = columns.filter(({ name }) => titles.has(name))
  const shown = [...measured, ...columns.filter(({ name }) => !titles.has(name))].map(({ name, values }) => ({
    title: titles.get(name)?.title ?? name.replace(/^field\./, ''),
    unit: titles.get(name)?.unit,
    values: values.slice(0, n).map(brief),
  }))
  const part = ids.length > n ? ` The first ${count(n)} of ${count(ids.length)} are here.` : ''
  return html`<section id="documents" aria-labelledby="documents-title"><h2 id="documents-title">Documents</h2>
<p>Each document with its own values; all of them are in <code>documents.parquet</code>.${part}</p>
<div class="documents" data-source="documents-data"><div class="still">${dataTable({
    caption: 'The first documents',
    columns: [{ title: 'document' }, ...shown.map(({ title, unit }) => ({ title, unit }))],
    rows: ids.slice(0, stillRows).map((id, i) => [id, ...shown.map(({ values }) => values[i] ?? null)]),
    of: ids.length,
  })}</div></div>
${embedded('documents-data', { ids: ids.slice(0, n), columns: shown })}</section>`
}
