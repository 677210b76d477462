import { isUtf8 } from 'node:buffer'
import { encodeAs, windows1252 } from './charset.ts'
import type { Change, Edit } from './rewriting.ts'

const [quote, backslash, comma, closeArray, closeObject, openArray, openObject] = [34, 92, 44, 93, 125, 91, 123]

interface Wanted {
  change?: Change
  readonly inside: Map<string, Wanted>
}

interface Replacement {
  readonly from: number
  readonly to: number
  readonly bytes: Buffer
}

/**
 * The bytes of a JSON value with changes at their paths, and every other byte as it stands: blanks, order and escapes of what is not
 * changed. A key that stands twice is changed in both places, since a reader sees only the last.
 *
 * @param bytes   JSON that has been parsed before
 * @param legacy  what is no UTF-8 is Windows-1252
 */
export function rewriteJson(bytes: Buffer, changes: readonly Change[], legacy: boolean): Buffer {
  const wanted: Wanted = { inside: new Map() }
  for (const change of changes) {
    let at = wanted
    for (const step of change.path) {
      let next = at.inside.get(String(step))
      if (!next) at.inside.set(String(step), (next = { inside: new Map() }))
      at = next
    }
    at.change = change
  }
  const western = legacy && !isUtf8(bytes)
  const textOf = (from: number, to: number): string => (western ? windows1252(bytes.subarray(from, to)) : bytes.toString('utf8', from, to))
  /** Where each change has to be made. */
  const places = new Map<Change, { from: number; to: number }[]>(changes.map((change) => [change, []]))
  /** Takes the value that begins at `from`, and returns its end. */
  const value = (from: number, { change, inside }: Wanted): number => {
    if (change) {
      const to = valueEnd(bytes, from)
      places.get(change)!.push({ from, to })
      return to
    }
    if (inside.size > 0 && bytes[from] === openObject) return members(from + 1, inside)
    if (inside.size > 0 && bytes[from] === openArray) return elements(from + 1, inside)
    return valueEnd(bytes, from)
  }
  const members = (start: number, inside: Wanted['inside']): number => {
    let at = afterBlanks(bytes, start)
    while (at < bytes.length && bytes[at] !== closeObject) {
      const keyEnd = stringEnd(bytes, at)
      const key = JSON.parse(textOf(at, keyEnd)) as string
      // Behind the key stands a colon.
      at = afterBlanks(bytes, afterBlanks(bytes, keyEnd) + 1)
      const member = inside.get(key)
      at = afterBlanks(bytes, member ? value(at, member) : valueEnd(bytes, at))
      if (bytes[at] === comma) at = afterBlanks(bytes, at + 1)
    }
    return at + 1
  }
  const elements = (start: number, inside: Wanted['inside']): number => {
    let at = afterBlanks(bytes, start)
    for (let i = 0; at < bytes.length && bytes[at] !== closeArray; i++) {
      const element = inside.get(String(i))
      at = afterBlanks(bytes, element ? value(at, element) : valueEnd(bytes, at))
      if (bytes[at] === comma) at = afterBlanks(bytes, at + 1)
    }
    return at + 1
  }
  const start = contentStart(bytes)
  // A bare string is a record with a text.
  if (bytes[start] === quote) value(start, wanted.inside.get('text') ?? wanted)
  else value(start, wanted)
  const replacements = [...places].flatMap(([change, ranges]) => {
    const last = ranges.at(-1)
    const made = last && ('value' in change ? JSON.stringify(change.value) : editedLiteral(textOf(last.from, last.to), change.edits))
    if (made === undefined) throw new Error('a change leads to no text of the record')
    const written = western ? encodeAs(made, 'windows-1252') : Buffer.from(made)
    return ranges.map((range) => ({ ...range, bytes: written }))
  })
  return spliced(
    bytes,
    replacements.sort((a, b) => a.from - b.from),
  )
}

const contentStart = (bytes: Buffer): number => afterBlanks(bytes, bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0)

function spliced(bytes: Buffer, replacements: readonly Replacement[]): Buffer {
  const pieces: Buffer[] = []
  let from = 0
  for (const { from: start, to, bytes: made } of replacements) {
    pieces.push(bytes.subarray(from, start), made)
    from = to
  }
  return Buffer.concat([...pieces, bytes.subarray(from)])
}

function afterBlanks(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] === 32 || (bytes[at]! >= 9 && bytes[at]! <= 13))) at++
  return at
}

function stringEnd(bytes: Buffer, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === backslash) at++
    else if (bytes[at] === quote) return at + 1
  }
  return bytes.length
}

function valueEnd(bytes: Buffer, from: number): number {
  if (bytes[from] === quote) return stringEnd(bytes, from)
  let depth = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === quote) at = stringEnd(bytes, at) - 1
    else if (byte === openObject || byte === openArray) depth++
    else if (byte === closeObject || byte === closeArray) {
      if (depth === 0) return at
      if (--depth === 0) return at + 1
    } else if (depth === 0 && (byte === comma || byte <= 32)) return at
  }
  return bytes.length
}

/** A string literal whose content is edited; undefined for what is none. Escapes of what stays are kept. */
function editedLiteral(literal: string, edits: readonly Edit[]): string | undefined {
  if (!literal.startsWith('"')) return undefined
  let made = '"'
  let from = 1
  let at = 1
  let place = 0
  const advance = (to: number): void => {
    while (place < to) {
      at += literal[at] === '\\' ? (literal[at + 1] === 'u' ? 6 : 2) : 1
      place++
    }
  }
  for (const { start, end, text } of edits) {
    advance(start)
    made += literal.slice(from, at) + JSON.stringify(text).slice(1, -1)
    advance(end)
    from = at
  }
  return made + literal.slice(from)
}
