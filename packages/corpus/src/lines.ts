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
