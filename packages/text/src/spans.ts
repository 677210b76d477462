/** Stretches of a text in order, in columns; offsets are UTF-16 code units, end exclusive. */
export interface Spans {
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Columns from a flat list start, end, start, end, … */
export function spansOf(flat: readonly number[]): Spans {
  const count = flat.length / 2
  const starts = new Uint32Array(count)
  const ends = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    starts[i] = flat[2 * i]!
    ends[i] = flat[2 * i + 1]!
  }
  return { count, starts, ends }
}
