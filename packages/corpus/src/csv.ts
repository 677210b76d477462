import papa from 'papaparse'
import { bomLength, decode, encodingOf, fill, findByte, head, lineCounter } from './bytes.ts'
import { notUtf8, restUnread, tooLong, wrongColumns, wrongQuotes } from './unread-reasons.ts'

// Text is handed to the parser as Latin-1, a character a byte: what it looks for is ASCII, its places are places in the file, a block
// may end inside a character, and each cell is decoded strictly for itself.
const blockBytes = 1 << 18
const headBytes = 1 << 16
const delimiters = [',', ';', '\t', '|']
/** Times a quote that is never closed may be stepped over before the rest of a table is given up. */
const mostResyncs = 20

export interface TableHeader {
  readonly columns: readonly string[]
  readonly delimiter: string
}

export interface TableVisitor {
  /** Called before any row; undefined when the first row is missing, not UTF-8 or never ends. False stops the reading. */
  header(header: TableHeader | undefined): boolean | undefined
  /** One cell a column; `line` counts the lines before when called. False stops the reading. */
  row(cells: readonly string[], line: () => number): boolean | undefined
  unread(what: string, line: number): void
}

/**
 * Reads a table: RFC 4180 with a header row, quoted newlines, either kind of line end, a byte order mark; the delimiter is guessed.
 * Memory is one block, or the longest row up to `limit` bytes.
 *
 * @param prefer  the delimiter to take when the header leaves a choice
 */
export function readTable(fd: number, size: number, { prefer, limit }: { prefer: string; limit: number }, to: TableVisitor): void {
  const start = head(fd, headBytes)
  const first = bomLength(start)
  const newline = /^[^\r\n]*\r(?!\n)/.test(start.toString('latin1')) ? '\r' : '\n'
  const delimiter = guessDelimiter(start.toString('latin1', first), newline, start.length === size, prefer)
  const lineAt = lineCounter(fd, newline.charCodeAt(0))
  const unread = (what: string, offset: number): void => to.unread(what, lineAt(offset))
  let columns: readonly string[] | undefined

  /** False stops the reading. */
  const take = (raw: readonly string[], offset: number): boolean | undefined => {
    if (!columns) {
      const names = raw.map(decodeCell)
      columns = names.every((name) => name !== undefined) ? distinct(names) : undefined
      return to.header(columns && { columns, delimiter }) !== false && columns !== undefined
    }
    if (raw.length !== columns.length) {
      unread(wrongColumns, offset)
      return true
    }
    const cells: string[] = []
    for (const cell of raw) {
      const text = decodeCell(cell)
      if (text === undefined) {
        unread(notUtf8, offset)
        return true
      }
      cells.push(text)
    }
    return to.row(cells, () => lineAt(offset))
  }

  let resyncs = 0
  /** Goes on at the line after a row that never ends; false when there is none, or this has happened too often. */
  const stepOver = (what: string): boolean => {
    if (!columns) return false
    unread(what, offset)
    const next = findByte(fd, newline.charCodeAt(0), offset, size)
    if (next < 0) return false
    offset = next + 1
    if (++resyncs <= mostResyncs) return true
    unread(restUnread, offset)
    return false
  }

  let buffer = Buffer.allocUnsafeSlow(Math.min(blockBytes, Math.max(1, size)))
  let offset = first
  let stopped = false
  while (!stopped && offset < size) {
    const wanted = Math.min(buffer.length, size - offset)
    const got = fill(fd, buffer, 0, wanted, offset)
    const ended = got < wanted || offset + got >= size
    const text = buffer.toString('latin1', 0, got)
    let done = 0
    let unclosed = false
    const parser = new papa.Parser({
      delimiter,
      newline,
      step({ data: [row], errors, meta }) {
        const from = done
        done = meta.cursor
        if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed = true
        else if (done - from > limit) unread(tooLong(limit), offset + from)
        else if (errors.length > 0 && columns) unread(wrongQuotes, offset + from)
        else if (row && !isBlank(text, from, done)) stopped = take(withoutReturn(row, text, from, done, delimiter), offset + from) === false
        if (unclosed) done = from
        if (unclosed || stopped) parser.abort()
      },
    })
    parser.parse(text, 0, !ended)
    offset += done
    if (stopped) break
    if (unclosed) {
      if (!stepOver(wrongQuotes)) break
      buffer = buffer.subarray(0, blockBytes)
    } else if (ended) break
    else if (done === 0) {
      if (buffer.length > limit) {
        if (!stepOver(tooLong(limit))) break
        buffer = Buffer.allocUnsafeSlow(Math.min(blockBytes, size))
      } else buffer = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, limit + 1))
    }
  }
  if (!columns && !stopped) to.header(undefined)
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) return false
  }
  return true
}

// We cut at "\n" alone, so that a file with both kinds of line end keeps its rows apart; the "\r" before it is then no content,
// unless it stood inside quotes. Outside, the cell stands in the file as it is, right behind a delimiter or at the row's start.
function withoutReturn(row: readonly string[], text: string, rowStart: number, rowEnd: number, delimiter: string): readonly string[] {
  const last = row[row.length - 1]!
  if (!last.endsWith('\r')) return row
  const end = text.charCodeAt(rowEnd - 1) === 10 ? rowEnd - 1 : rowEnd
  const start = end - last.length
  const bare = (start === rowStart || text[start - 1] === delimiter) && text.startsWith(last, start)
  return bare ? [...row.slice(0, -1), last.slice(0, -1)] : row
}

/** Strict UTF-8 of a cell read as Latin-1; undefined when it is not. A copy, so that it does not keep the whole block alive. */
function decodeCell(cell: string): string | undefined {
  if (cell.length < shortCell && isAsciiText(cell)) return cell
  const bytes = Buffer.from(cell, 'latin1')
  return decode(bytes, 0, bytes.length, encodingOf(bytes))
}

/** Below this length V8 copies a part of a string instead of pointing into it. */
const shortCell = 13

function isAsciiText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

/** Columns under different names: one without a name is called by its place, a repeated one is numbered. */
function distinct(names: readonly (string | undefined)[]): string[] {
  const taken = new Set<string>()
  return names.map((given, i) => {
    const name = given?.trim() || `column ${i + 1}`
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`
    taken.add(unique)
    return unique
  })
}

const rowsLookedAt = 50

/** The delimiter that gives most of the first rows as many cells as the header, at least two; among equals the one with more. */
function guessDelimiter(start: string, newline: string, whole: boolean, prefer: string): string {
  let best = { delimiter: prefer, share: 0, cells: 1 }
  for (const delimiter of [prefer, ...delimiters.filter((each) => each !== prefer)]) {
    const { data } = new papa.Parser({ delimiter, newline, preview: rowsLookedAt }).parse(start, 0, !whole)
    const rows = data.filter((row) => row.length > 1 || row[0]!.trim() !== '')
    const cells = rows[0]?.length ?? 0
    if (cells < 2) continue
    const share = rows.filter((row) => row.length === cells).length / rows.length
    if (share > best.share || (share === best.share && cells > best.cells && best.delimiter !== prefer)) best = { delimiter, share, cells }
  }
  return best.delimiter
}
