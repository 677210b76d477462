import { bomLength } from './bytes.ts'

const [quote, backslash, comma, colon, newline] = [34, 92, 44, 58, 10]
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125]

/** Keys under which a file in one piece holds its records: `{"version": 1, "data": [{...}]}`. */
const containers = new Set([
  'data',
  'documents',
  'records',
  'rows',
  'items',
  'examples',
  'notes',
  'instances',
  'train',
  'test',
  'validation',
])
const longestKey = 20
const blockBytes = 1 << 18

export interface JsonVisitor {
  /** A record is `bytes[from, to)`, valid until the call returns. False stops the reading. */
  record(bytes: Buffer, from: number, to: number, line: number): boolean | undefined
  tooLong(line: number): void
  /** What follows is no JSON. */
  broken(line: number): void
}

export interface JsonScanner {
  push(bytes: Buffer): boolean
  end(): void
}

/**
 * Cuts JSON into records as its bytes come: the elements of an array, of an array inside an object under a usual key, or objects
 * one behind the other. Only brackets and strings are looked at, so a record may still turn out not to be JSON. Memory is one
 * record up to `limit` bytes, and one block.
 */
export function jsonScanner(limit: number, to: JsonVisitor): JsonScanner {
  let buffer = Buffer.allocUnsafeSlow(blockBytes)
  let filled = 0
  let begun = false
  let depth = 0
  /** Depth at which records stand: 0 in a sequence of objects, 1 in an array, 2 in an array of an object. */
  let level = 0
  let inString = false
  let escaped = false
  /** The last string at depth 1, as far as it may be a container's key, and the significant byte before the present one. */
  let key = ''
  let previous = 0
  /** An array under a container's key has begun: its first element tells whether it holds the records. */
  let maybeContainer = false
  /** Where the open record begins in `buffer`; -1 outside one. Its bytes are let go once it is too long. */
  let start = -1
  let tooLong = false
  let line = 1
  let startLine = 1
  let stopped = false

  const give = (end: number): void => {
    if (tooLong || end - start > limit) to.tooLong(startLine)
    else if (to.record(buffer, start, end, startLine) === false) stopped = true
    start = -1
    tooLong = false
  }

  const fail = (): void => {
    to.broken(line)
    stopped = true
  }

  const scan = (from: number): void => {
    for (let i = from; i < filled && !stopped; i++) {
      const byte = buffer[i]!
      if (byte === newline) line++
      if (inString) {
        if (escaped) escaped = false
        else if (byte === backslash) escaped = true
        else if (byte === quote) inString = false
        else if (depth === 1 && level === 0 && key.length <= longestKey) key += String.fromCharCode(byte)
        continue
      }
      if (byte <= 32) continue
      if (maybeContainer) {
        maybeContainer = false
        if (byte === openObject) {
          level = 2
          start = -1
          tooLong = false
        }
      }
      if (start < 0 && !outside(byte, i)) continue
      if (byte === quote) {
        inString = true
        key = ''
      } else if (byte === openObject || byte === openArray) {
        maybeContainer = byte === openArray && depth === 1 && level === 0 && previous === colon && containers.has(key)
        depth++
      } else if (byte === closeObject || byte === closeArray) {
        if (depth > level) depth--
        else {
          give(i)
          if (byte === closeObject && !stopped) fail()
          stopped = true
        }
        if (depth === 0 && level === 0) give(i + 1)
      } else if (byte === comma && depth === level) give(i)
      previous = byte
    }
  }

  /** What stands between records: false unless the byte begins one. */
  const outside = (byte: number, at: number): boolean => {
    if (level === 0 && byte === openArray && !begun) {
      level = depth = 1
      begun = true
      return false
    }
    if (level > 0 && byte === comma) return false
    if (level > 0 && byte === closeArray) {
      // Behind the array of records nothing is read.
      stopped = true
      return false
    }
    // Between objects in a row there is nothing but blanks; else nothing behind can be trusted.
    if ((level === 0 && byte !== openObject) || byte === closeObject || byte === colon) {
      fail()
      return false
    }
    start = at
    startLine = line
    begun = true
    return true
  }

  return {
    push(bytes) {
      if (stopped) return false
      if (start < 0 || tooLong) filled = 0
      else if (start > 0) {
        buffer.copyWithin(0, start, filled)
        filled -= start
      }
      if (start > 0) start = 0
      if (filled + bytes.length > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, filled + bytes.length))
        buffer.copy(larger, 0, 0, filled)
        buffer = larger
      }
      const from = filled
      bytes.copy(buffer, filled)
      filled += bytes.length
      scan(from + (!begun && line === 1 && depth === 0 ? bomLength(bytes) : 0))
      if (!stopped && start >= 0 && filled - start > limit) tooLong = true
      return !stopped
    },
    end() {
      if (!stopped && (start >= 0 || depth > 0)) to.broken(start >= 0 ? startLine : line)
    },
  }
}
