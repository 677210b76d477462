import papa from 'papaparse'
import { bomLength, decode, encodingOf, fill } from './bytes.ts'
import { idNames, textNames } from './fields.ts'
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
  header(header: TableHeader | undefined, raw: () => Buffer): boolean | undefined
  /** One cell a column; `line` counts the lines before when called, `raw` is the row as it stands. False stops the reading. */
  row(cells: readonly string[], line: () => number, raw: () => Buffer): boolean | undefined
  unread(what: string, line: number): void
}

export interface TableOptions {
  /** The delimiter to take when the header leaves a choice. */
  readonly prefer: string
  /** Bytes of the longest row that is read. */
  readonly limit: number
  /** The table is Windows-1252. */
  readonly legacy?: boolean
}

/** Reads the table in an open file. */
export function readTable(fd: number, size: number, options: TableOptions, to: TableVisitor): void {
  const parser = tableParser(options, to)
  const buffer = Buffer.allocUnsafeSlow(Math.min(blockBytes, Math.max(1, size)))
  for (let position = 0; position < size; ) {
    const got = fill(fd, buffer, 0, Math.min(buffer.length, size - position), position)
    position += got
    if (got === 0 || !parser.push(buffer.subarray(0, got))) break
  }
  parser.end()
}

export interface TableParser {
  /** Takes the next bytes; false when no more are wanted. */
  push(bytes: Buffer): boolean
  end(): void
}

/**
 * A table, as its bytes come: RFC 4180 with a header row, quoted newlines, either kind of line end, a byte order mark; the delimiter
 * is guessed. Memory is one block, or the longest row up to `limit` bytes.
 */
export function tableParser({ prefer, limit, legacy = false }: TableOptions, to: TableVisitor): TableParser {
  let buffer = Buffer.allocUnsafeSlow(blockBytes)
  let filled = 0
  /** Bytes of the input before `buffer`. */
  let base = 0
  /** Bytes to gather before the parser is asked. */
  let wanted = headBytes
  let delimiter: string | undefined
  let newline = '\n'
  let columns: readonly string[] | undefined
  let mark: Buffer = Buffer.alloc(0)
  let stopped = false
  /** Inside a row that was given up: its rest goes by until the next line. */
  let skipping = false
  let resyncs = 0
  let line = 1
  let counted = 0

  const countTo = (place: number): number => {
    const code = newline.charCodeAt(0)
    const end = place - base
    for (let at = buffer.indexOf(code, counted - base); at >= 0 && at < end; at = buffer.indexOf(code, at + 1)) line++
    counted = Math.max(counted, place)
    return line
  }
  const unread = (what: string, at: number): void => to.unread(what, countTo(base + at))

  const drop = (bytes: number): void => {
    countTo(base + bytes)
    buffer.copyWithin(0, bytes, filled)
    base += bytes
    filled -= bytes
  }

  const rowsBelow = (at: number): readonly (readonly string[])[] =>
    new papa.Parser({ delimiter: delimiter!, newline, preview: rowsLookedAt })
      .parse(buffer.toString('latin1', at, filled), 0, false)
      .data.slice(1)

  /** False stops the reading. */
  const take = (raw: readonly string[], at: number, length: number): boolean | undefined => {
    if (!columns) {
      const names = raw.map((cell) => decodeCell(cell, legacy))
      const bare = names.every((name) => name !== undefined) && isRow(raw, rowsBelow(at))
      columns = names.every((name) => name !== undefined) ? distinct(bare ? names.map(() => undefined) : names) : undefined
      const header = (): Buffer => (bare ? mark : Buffer.concat([mark, buffer.subarray(0, at + length)]))
      const wanted = to.header(columns && { columns, delimiter: delimiter! }, header) !== false && columns !== undefined
      if (!wanted || !bare || !columns) return wanted
    }
    if (raw.length !== columns.length) {
      unread(wrongColumns, at)
      return true
    }
    const cells: string[] = []
    for (const cell of raw) {
      const text = decodeCell(cell, legacy)
      if (text === undefined) {
        unread(notUtf8, at)
        return true
      }
      cells.push(text)
    }
    return to.row(
      cells,
      () => countTo(base + at),
      () => buffer.subarray(at, at + length),
    )
  }

  /** Goes on at the line after a row that never ends; false when this has happened too often, or there is no table. */
  const stepOver = (what: string): boolean => {
    if (!columns) return false
    unread(what, 0)
    const next = buffer.subarray(0, filled).indexOf(newline)
    skipping = next < 0
    drop(skipping ? filled : next + 1)
    if (++resyncs <= mostResyncs) return true
    unread(restUnread, 0)
    return false
  }

  const begin = (ended: boolean): void => {
    const start = buffer.toString('latin1', 0, filled)
    const first = bomLength(buffer.subarray(0, filled))
    newline = /^[^\r\n]*\r(?!\n)/.test(start) ? '\r' : '\n'
    delimiter = guessDelimiter(start.slice(first), newline, ended, prefer)
    mark = Buffer.from(buffer.subarray(0, first))
    drop(first)
  }

  /** Rows of what was gathered. */
  const parse = (ended: boolean): void => {
    if (delimiter === undefined) begin(ended)
    while (!stopped && filled > 0) {
      const text = buffer.toString('latin1', 0, filled)
      let done = 0
      let unclosed = false
      const parser = new papa.Parser({
        delimiter: delimiter!,
        newline,
        step({ data: [row], errors, meta }) {
          const from = done
          done = meta.cursor
          if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed = true
          else if (done - from > limit) unread(tooLong(limit), from)
          else if (errors.length > 0 && columns) unread(wrongQuotes, from)
          else if (row && !isBlank(text, from, done))
            stopped = take(withoutReturn(row, text, from, done, delimiter!), from, done - from) === false
          if (unclosed) done = from
          if (unclosed || stopped) parser.abort()
        },
      })
      parser.parse(text, 0, !ended)
      drop(done)
      if (stopped) return
      if (unclosed) stopped = !stepOver(wrongQuotes)
      else if (ended) return
      else {
        if (done > 0) wanted = blockBytes
        else if (filled > limit) {
          stopped = !stepOver(tooLong(limit))
          wanted = blockBytes
          if (filled >= wanted) continue
        } else wanted = Math.min(filled * 2, limit + 1)
        return
      }
    }
  }

  return {
    push(bytes) {
      let from = 0
      if (skipping && !stopped) {
        const next = bytes.indexOf(newline)
        if (next < 0) from = bytes.length
        else {
          from = next + 1
          skipping = false
          line++
        }
        base += from
        counted = base
      }
      if (stopped) return false
      if (filled + bytes.length - from > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, filled + bytes.length))
        buffer.copy(larger, 0, 0, filled)
        buffer = larger
      } else if (filled === 0 && buffer.length > 4 * blockBytes) buffer = Buffer.allocUnsafeSlow(blockBytes + bytes.length)
      bytes.copy(buffer, filled, from)
      filled += bytes.length - from
      if (filled >= wanted) parse(false)
      return !stopped
    },
    end() {
      if (!stopped && filled > 0) parse(true)
      if (!columns && !stopped) to.header(undefined, () => buffer.subarray(0, 0))
    },
  }
}

/**
 * Whether the first row is no header but the first of the data: a cell of it is a number, a date, an address of mail, a long number or a
 * sentence, or stands again below it in its column, and no cell is called as columns of text and ids are.
 *
 * @param below  rows that follow
 */
function isRow(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (cells.some((cell) => usualNames.has(cell.trim().toLowerCase()))) return false
  const filled = cells.filter((cell) => cell.trim() !== '')
  // Columns that were numbered, from 0 or from 1.
  const isCount = cells.every((cell, i) => Number(cell) === i) || cells.every((cell, i) => Number(cell) === i + 1)
  if (!isCount && filled.some((cell) => isValue.test(cell) && !cell.trim().endsWith('?'))) return true
  // A row that is the same throughout is the header once more, as in tables that were joined.
  const others = below.filter((row) => row.some((cell, i) => cell !== cells[i]))
  return cells.some((cell, i) => cell.trim() !== '' && others.some((row) => row[i] === cell))
}

const usualNames: ReadonlySet<string> = new Set([
  ...textNames,
  ...idNames,
  'label',
  'file',
  'filename',
  'notes',
  'subject_id',
  'note id',
  'patient_id',
  'mrn',
  'date',
])
/** A number, a date, an address of mail, five digits in a row, or six words and more. */
const isValue = /^\s*[-+]?\d+(?:[.,]\d+)?\s*$|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\S@\S+\.\S|\d{5}|(?:\S+\s+){5,}\S/

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
function decodeCell(cell: string, legacy: boolean): string | undefined {
  if (cell.length < shortCell && isAsciiText(cell)) return cell
  const bytes = Buffer.from(cell, 'latin1')
  return decode(bytes, 0, bytes.length, encodingOf(bytes), legacy)
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
