import { isUtf8 } from 'node:buffer'
import { encodeAs, windows1252 } from './charset.ts'
import { type Change, edited } from './rewriting.ts'

export interface RowLayout {
  readonly columns: readonly string[]
  readonly delimiter: string
  /** What is no UTF-8 is Windows-1252. */
  readonly legacy: boolean
}

/**
 * The bytes of a table's row with changes of cells; the other cells and the line end as they stand. A changed cell is quoted where it
 * was, or where it has to be.
 *
 * @param cells    the row as it was read
 * @param changes  paths are names of columns
 */
export function rewriteRow(
  raw: Buffer,
  cells: readonly string[],
  { columns, delimiter, legacy }: RowLayout,
  changes: readonly Change[],
): Buffer {
  // A character a byte: delimiters and quotes are ASCII.
  const row = raw.toString('latin1')
  const end = row.length - /(?:\r?\n|\r)?$/.exec(row)![0].length
  const ranges = cellRanges(row.slice(0, end), delimiter)
  const known = ranges.length === cells.length && ranges.every(([from, to], i) => cellText(raw.subarray(from, to), legacy) === cells[i])
  const made = new Map<number, string>()
  for (const change of changes) {
    const at = columns.indexOf(String(change.path[0]))
    if (at < 0) throw new Error('a change leads to no cell of the row')
    made.set(at, 'value' in change ? String(change.value) : edited(cells[at]!, change.edits))
  }
  const pieces = cells.map((cell, i) => {
    const changed = made.get(i)
    const [from, to] = ranges[i] ?? [0, 0]
    if (changed === undefined && known) return raw.subarray(from, to)
    const text = changed ?? cell
    const quotes = !known || row[from] === '"' || /["\r\n]/.test(text) || text.includes(delimiter)
    const written = quotes ? `"${text.replaceAll('"', '""')}"` : text
    return legacy && !isUtf8(raw) ? encodeAs(written, 'windows-1252') : Buffer.from(written)
  })
  const between = Buffer.from(delimiter)
  return Buffer.concat([...pieces.flatMap((piece, i) => (i === 0 ? [piece] : [between, piece])), raw.subarray(end)])
}

function cellRanges(row: string, delimiter: string): [number, number][] {
  const ranges: [number, number][] = []
  for (let from = 0; ; ) {
    let search = from
    if (row[from] === '"') {
      search = from + 1
      for (let at = row.indexOf('"', search); at >= 0; at = row.indexOf('"', search)) {
        search = at + (row[at + 1] === '"' ? 2 : 1)
        if (row[at + 1] !== '"') break
      }
    }
    const at = row.indexOf(delimiter, search)
    ranges.push([from, at < 0 ? row.length : at])
    if (at < 0) return ranges
    from = at + delimiter.length
  }
}

function cellText(bytes: Buffer, legacy: boolean): string {
  const text = legacy && !isUtf8(bytes) ? windows1252(bytes) : bytes.toString('utf8')
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text
}
