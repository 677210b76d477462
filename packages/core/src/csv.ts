import type { Table } from './chart.ts'

/**
 * Lines of cells as CSV by RFC 4180: CRLF after every line, quotes where they are needed; null, undefined and NaN are empty cells. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front, unless it is a plain number.
 *
 * @see RFC 4180; OWASP, "CSV Injection"
 */
export const csvText = (lines: readonly (readonly unknown[])[]): string =>
  lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')

function field(cell: unknown): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return ''
  const text = typeof cell === 'string' ? disarmed(cell) : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// The full-width signs are formulas to spreadsheets of Chinese and Japanese locales.
const formula = /^[=+\-@\t\r\n＝＋－＠]/
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

const disarmed = (text: string): string => (formula.test(text) && !plainNumber.test(text) ? `'${text}` : text)

/** A table of an audit, such as what to add to a corpus, as CSV with a header. */
export const tableCsv = ({ columns, rows }: Table): string => csvText([columns.map(({ title }) => title), ...rows])
