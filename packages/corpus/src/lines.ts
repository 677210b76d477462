import { type Encoding, encodingOf, fill, findByte } from './bytes.ts'

const newline = 10
const defaultChunk = 1 << 22

/** What stands in a stretch of a file. Both are told where the line begins in the file. */
export interface LineVisitor {
  /** A line is `bytes[from, to)`, without its newline, valid until the call returns. False stops the reading. */
  line(bytes: Buffer, from: number, to: number, offset: number, encoding: Encoding): boolean | undefined
  tooLong(offset: number): void
}

/**
 * The lines that start in [start, end) of a file: stretches that touch share no line and lose none, wherever they are cut.
 * Memory is one chunk, or the longest line up to `limit` bytes.
 *
 * @returns bytes of these lines, newlines included: over all stretches of a file, its size
 */
export function readLines(
  fd: number,
  size: number,
  { start, end, limit, chunk = defaultChunk }: { start: number; end: number; limit: number; chunk?: number },
  to: LineVisitor,
): number {
  const until = Math.min(end, size)
  if (start >= until) return 0
  const first = start === 0 ? 0 : findByte(fd, newline, start - 1, until - 1) + 1
  // Inside one long line nothing starts; going on to its end is the business of the stretch it starts in.
  if (start > 0 && first === 0) return 0
  const lastNewline = findByte(fd, newline, until - 1, size)
  const last = lastNewline < 0 ? size : lastNewline + 1

  let buffer = Buffer.allocUnsafeSlow(Math.min(chunk, last - first))
  let offset = first
  let filled = 0
  while (offset < last) {
    const wanted = Math.min(buffer.length - filled, last - offset - filled)
    const got = fill(fd, buffer, filled, wanted, offset + filled)
    filled += got
    // A file that shrank since it was measured ends early.
    const ended = got < wanted || offset + filled >= last
    const whole = ended ? filled : buffer.subarray(0, filled).lastIndexOf(newline) + 1
    if (whole > 0) {
      const encoding = encodingOf(buffer.subarray(0, whole))
      for (let from = 0; from < whole; ) {
        const at = buffer.indexOf(newline, from)
        const lineEnd = at < 0 || at >= whole ? whole : at
        if (lineEnd - from > limit) to.tooLong(offset + from)
        else if (to.line(buffer, from, lineEnd, offset + from, encoding) === false) return offset + lineEnd - first
        from = lineEnd + 1
      }
      buffer.copyWithin(0, whole, filled)
      offset += whole
      filled -= whole
      if (ended) break
    } else if (ended) break
    else if (buffer.length > limit) {
      to.tooLong(offset)
      const next = findByte(fd, newline, offset + filled, last)
      offset = next < 0 ? last : next + 1
      filled = 0
    } else {
      const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, limit + 1))
      buffer.copy(larger, 0, 0, filled)
      buffer = larger
    }
  }
  return last - first
}

/** What stands in a stream of lines; `line` is 1-based. */
export interface LineStream {
  /** A line is `bytes[from, to)`, without its newline, valid until the call returns. False stops the reading. */
  line(bytes: Buffer, from: number, to: number, line: number, encoding: Encoding): boolean | undefined
  tooLong(line: number): void
}

export interface LineSplitter {
  push(bytes: Buffer): boolean
  end(): void
}

/** Lines of bytes as they come: memory is one line up to `limit` bytes, and one block. */
export function lineSplitter(limit: number, to: LineStream): LineSplitter {
  let held: Buffer[] = []
  let heldBytes = 0
  let line = 1
  let stopped = false
  const give = (bytes: Buffer, from: number, end: number, encoding: Encoding): void => {
    if (end - from > limit) to.tooLong(line)
    else stopped = to.line(bytes, from, end, line, encoding) === false
    line++
  }
  const giveHeld = (rest: Buffer): void => {
    if (heldBytes + rest.length > limit) {
      to.tooLong(line)
      line++
    } else {
      const whole = Buffer.concat([...held, rest])
      give(whole, 0, whole.length, encodingOf(whole))
    }
    held = []
    heldBytes = 0
  }
  const hold = (bytes: Buffer): void => {
    heldBytes += bytes.length
    // Over the limit only the length is of interest.
    if (heldBytes > limit) held = []
    else if (bytes.length > 0) held.push(Buffer.from(bytes))
  }
  return {
    push(bytes) {
      const last = bytes.lastIndexOf(newline)
      if (last < 0) {
        hold(bytes)
        return !stopped
      }
      let from = 0
      if (heldBytes > 0) {
        from = bytes.indexOf(newline) + 1
        giveHeld(bytes.subarray(0, from - 1))
      }
      const encoding = encodingOf(bytes.subarray(from, last + 1))
      while (!stopped && from <= last) {
        const at = bytes.indexOf(newline, from)
        give(bytes, from, at, encoding)
        from = at + 1
      }
      if (!stopped) hold(bytes.subarray(last + 1))
      return !stopped
    },
    end() {
      if (!stopped && heldBytes > 0) giveHeld(Buffer.alloc(0))
    },
  }
}
