import type { Table } from '@corpuscope/core'
import type { DataFrame } from 'danfojs-node'
import { rowsOf } from './rows.ts'

/**
 * A frame as CSV by RFC 4180: a header, CRLF after every line, quotes where they are needed. danfojs's own writer quotes nothing, so
 * that a comma in a cell becomes a column.
 *
 * A missing value is an empty cell; `true` and `false` are words. The index is not written: `documentsFrame` has it as the column `id`.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, unless it is a plain number.
 *
 * @see RFC 4180; OWASP, "CSV Injection"
 */
export const toCsv = (frame: DataFrame): string => csvOf([frame.columns, ...rowsOf(frame)])

/** A table of an audit, such as what to add to a corpus, in the same form. */
export const tableCsv = ({ columns, rows }: Table): string => csvOf([columns.map(({ title }) => title), ...rows])

const csvOf = (lines: readonly (readonly unknown[])[]): string => lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')

function field(cell: unknown): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return ''
  const text = typeof cell === 'string' ? disarmed(cell) : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// The full-width signs are formulas to spreadsheets of Chinese and Japanese locales.
const formula = /^[=+\-@\t\r\n＝＋－＠]/
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

const disarmed = (text: string): string => (formula.test(text) && !plainNumber.test(text) ? `'${text}` : text)
