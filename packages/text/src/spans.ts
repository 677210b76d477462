import { copied } from './column.ts'

/** Stretches of a text in order, in columns; offsets are UTF-16 code units, end exclusive. */
export interface Spans {
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Spans while they are found: columns that live from one text to the next. */
export interface OpenSpans {
  starts: Uint32Array
  ends: Uint32Array
  count: number
}

export const openSpans = (): OpenSpans => ({ starts: new Uint32Array(1024), ends: new Uint32Array(1024), count: 0 })

export function addSpan(open: OpenSpans, start: number, end: number): void {
  if (open.count === open.starts.length) {
    open.starts = doubled(open.starts)
    open.ends = doubled(open.ends)
  }
  open.starts[open.count] = start
  open.ends[open.count++] = end
}

/** The spans found, in columns of their own; what was open is empty again. */
export function closeSpans(open: OpenSpans): Spans {
  const { count } = open
  open.count = 0
  return { count, starts: copied(open.starts, count), ends: copied(open.ends, count) }
}

function doubled(column: Uint32Array): Uint32Array {
  const larger = new Uint32Array(column.length * 2)
  larger.set(column)
  return larger
}
