import { isSpaceUnit } from './lines.ts'
import type { Spans } from './spans.ts'

/** A block of lines is taken for narrow prose from this many lines and this width on. */
const fewestLines = 3
const narrowest = 20

const isLower = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0xff && unit !== 0xf7)

/** The first word's length behind the white space of a line; 0 for a blank line. */
function firstWord(units: Uint16Array, start: number, end: number): number {
  let from = start
  while (from < end && isSpaceUnit(units[from]!)) from++
  let to = from
  while (to < end && !isSpaceUnit(units[to]!)) to++
  return to - from
}

/**
 * The line behind a block of narrow prose that begins at line `i`: lines up to the next blank one, none as wide as `limit`, of which each is so full that
 * the first word of the next would not have fitted into the widest, and of which one in three begins in lower case. Notes of one thing a line are not so
 * even; a list is none, nor are lines that begin with something else than a letter, a digit, a quote or a bracket.
 *
 * @returns the line behind the block; where there is none, the complement (~) of the line from which one may be sought again
 */
export function narrowBlock(units: Uint16Array, { starts, ends, count }: Spans, i: number, limit: number): number {
  let end = i
  let width = 0
  let lower = 0
  for (; end < count; end++) {
    let last = ends[end]!
    while (last > starts[end]! && isSpaceUnit(units[last - 1]!)) last--
    if (last === starts[end]!) break
    if (last - starts[end]! >= limit) return ~(end + 1)
    width = Math.max(width, last - starts[end]!)
    const opening = units[starts[end]!]!
    if (opening === 45 || opening === 42 || opening === 35 || opening === 62 || opening === 0x2022) return ~(end + 1)
    if (end > i && isLower(opening)) lower++
  }
  if (end - i < fewestLines || width < narrowest || lower * 3 < end - i - 1) return ~(end + 1)
  for (let line = i; line + 1 < end; line++) {
    let last = ends[line]!
    while (last > starts[line]! && isSpaceUnit(units[last - 1]!)) last--
    if (last - starts[line]! + 1 + firstWord(units, starts[line + 1]!, ends[line + 1]!) <= width) return ~(end + 1)
  }
  return end
}
