import type { Document } from '@corpuscope/core'
import { column } from './column.ts'
import { addSpan, closeSpans, openSpans, type Spans } from './spans.ts'
import { unitsOf } from './units.ts'
import { view } from './view.ts'

const open = openSpans()

/**
 * The lines of a text without their line breaks (`\n`, `\r\n` or `\r`). Blank lines count; what follows a final line break does not,
 * as for `wc -l`, so an empty text has no line.
 *
 * @example lineSpans('BP 120/80\r\n\nHR 72\n').count // 3
 */
export function lineSpans(text: string): Spans {
  let start = 0
  let feed = text.indexOf('\n')
  let carriage = text.indexOf('\r')
  while (start < text.length) {
    let end = text.length
    let next = end
    if (carriage >= 0 && (feed < 0 || carriage < feed)) {
      end = carriage
      next = feed === carriage + 1 ? feed + 1 : carriage + 1
    } else if (feed >= 0) {
      end = feed
      next = feed + 1
    }
    addSpan(open, start, end)
    start = next
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start)
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start)
  }
  return closeSpans(open)
}

const space = /\s/

/** Whether a UTF-16 unit is white space, as `trim` and `\s` have it. */
export const isSpaceUnit = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 0xa0 && space.test(String.fromCharCode(unit)))

/** Whether the unit at `index` is white space, as `trim` and `\s` have it. */
export const isSpace = (text: string, index: number): boolean => isSpaceUnit(text.charCodeAt(index))

/** Stretches without the white space at their ends; a blank one begins and ends at its end. */
export function trimmedSpans(text: string, { starts, ends, count }: Spans): Spans {
  const from = column.u32(count)
  const to = column.u32(count)
  const units = unitsOf(text)
  for (let i = 0; i < count; i++) {
    let start = starts[i]!
    let end = ends[i]!
    while (start < end && isSpaceUnit(units[start]!)) start++
    while (end > start && isSpaceUnit(units[end - 1]!)) end--
    from[i] = start
    to[i] = end
  }
  return { count, starts: from, ends: to }
}

/** The lines of a document without the white space at their ends: see `trimmedSpans`. */
export const trimmedLines: (document: Document) => Spans = view((document) => trimmedSpans(document.text, lines(document)))

/** The lines of a document: see `lineSpans`. */
export const lines: (document: Document) => Spans = view((document) => lineSpans(document.text))
