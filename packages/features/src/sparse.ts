/** A matrix of mostly zeros by rows: row i holds `values` at columns `indices` from `starts[i]` to `starts[i + 1]`. */
export interface Sparse {
  readonly rows: number
  readonly columns: number
  readonly starts: Uint32Array
  readonly indices: Uint32Array
  readonly values: Float64Array
}

/** Rows and columns exchanged; within a row the indices ascend. */
export function transpose({ rows, columns, starts, indices, values }: Sparse): Sparse {
  const ends = new Uint32Array(columns + 1)
  for (let i = 0; i < indices.length; i++) ends[indices[i]! + 1]!++
  for (let column = 0; column < columns; column++) ends[column + 1]! += ends[column]!
  const begins = ends.slice()
  const turned = new Uint32Array(indices.length)
  const moved = new Float64Array(values.length)
  for (let row = 0; row < rows; row++)
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const to = ends[indices[i]!]!++
      turned[to] = row
      moved[to] = values[i]!
    }
  return { rows: columns, columns: rows, starts: begins, indices: turned, values: moved }
}

/**
 * The product of a sparse matrix and a dense one.
 *
 * @param dense  matrix.columns x width, row-major
 * @returns      matrix.rows x width
 */
export function multiply({ rows, starts, indices, values }: Sparse, dense: Float64Array, width: number): Float64Array {
  const out = new Float64Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const to = row * width
    const end = starts[row + 1]!
    let i = starts[row]!
    for (; i + 7 < end; i += 8) {
      const v0 = values[i]!
      const v1 = values[i + 1]!
      const v2 = values[i + 2]!
      const v3 = values[i + 3]!
      const v4 = values[i + 4]!
      const v5 = values[i + 5]!
      const v6 = values[i + 6]!
      const v7 = values[i + 7]!
      const d0 = indices[i]! * width
      const d1 = indices[i + 1]! * width
      const d2 = indices[i + 2]! * width
      const d3 = indices[i + 3]! * width
      const d4 = indices[i + 4]! * width
      const d5 = indices[i + 5]! * width
      const d6 = indices[i + 6]! * width
      const d7 = indices[i + 7]! * width
      for (let k = 0; k < width; k++)
        out[to + k]! +=
          v0 * dense[d0 + k]! +
          v1 * dense[d1 + k]! +
          v2 * dense[d2 + k]! +
          v3 * dense[d3 + k]! +
          v4 * dense[d4 + k]! +
          v5 * dense[d5 + k]! +
          v6 * dense[d6 + k]! +
          v7 * dense[d7 + k]!
    }
    for (; i < end; i++) {
      const value = values[i]!
      const from = indices[i]! * width
      for (let k = 0; k < width; k++) out[to + k]! += value * dense[from + k]!
    }
  }
  return out
}
