import { cell, count } from '@corpuscope/core/number-text'
import { type Html, html, quoted } from './html.ts'

type Value = string | number | null

export interface DataTable {
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly unit?: string | undefined }[]
  readonly rows: readonly (readonly Value[])[]
  /** How many rows there are in all, when `rows` are only the first of them. */
  readonly of?: number
}

/** Rows that a page shows of a long table. */
const mostRows = 500

/** A container that scrolls sideways by itself, reachable by keyboard, so that the page never does. */
export const scrolling = (label: string, content: Html): Html =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`

export function dataTable({ caption, columns, rows, of = rows.length }: DataTable): Html {
  const shown = rows.slice(0, mostRows)
  const numeric = columns.map((_, c) => shown.length > 0 && shown.every((row) => typeof row[c] !== 'string'))
  const more = of > shown.length ? ` The first ${count(shown.length)} of ${count(of)} rows.` : ''
  return scrolling(
    caption,
    html`<table><caption>${caption}.${more}</caption><thead><tr>${columns.map(
      ({ title, unit }, c) =>
        html`<th scope="col"${numeric[c] && html` class="number"`}>${title}${unit && unit !== title && html` <small>${unit === 'share' ? '%' : unit}</small>`}</th>`,
    )}</tr></thead><tbody>${shown.map(
      (row) =>
        html`<tr>${columns.map((column, c) => html`<td${numeric[c] && html` class="number"`}>${shownValue(row[c] ?? null, column.unit)}</td>`)}</tr>`,
    )}</tbody></table>`,
  )
}

function shownValue(value: Value, unit: string | undefined): Html {
  if (value === null) return html`<span class="none">none</span>`
  if (typeof value === 'string') return quoted(value)
  return html`${unit === 'share' ? cell(value, unit) : cell(value)}`
}
