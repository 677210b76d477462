import { pickRows } from './dense.ts'

/** The nearest rows of each query, nearest first, in two row-major tables of `k` columns. */
export interface Neighbours {
  /** Neighbours a query: what was asked for, or all other rows when there are fewer. */
  readonly k: number
  readonly indices: Uint32Array
  /** Cosine, falling along a row. */
  readonly similarities: Float64Array
}

/** Rows compared at a time: two blocks of 128 dimensions stay in a second-level cache. */
const block = 128

/**
 * Exact nearest neighbours by cosine. A row is not its own neighbour; of equally near rows the one with the lower index comes first.
 *
 * @param vectors  n x d, row-major, unit rows
 * @param options  rows: the queries, each once, by default every row; neighbours are sought among all n rows
 * @example nearestNeighbours(new Float64Array([1, 0, 0, 1, 0.6, 0.8]), 3, 2, 1).indices // [2, 2, 1]
 */
export function nearestNeighbours(
  vectors: Float64Array,
  n: number,
  d: number,
  k: number,
  options: { readonly rows?: Uint32Array } = {},
): Neighbours {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`nearestNeighbours: k must be a whole number, 1 or more, but got ${k}`)
  const rows = options.rows ?? Uint32Array.from({ length: n }, (_, i) => i)
  const size = Math.max(0, Math.min(k, n - 1))
  const nearest: Neighbours = {
    k: size,
    indices: new Uint32Array(rows.length * size),
    similarities: new Float64Array(rows.length * size).fill(Number.NEGATIVE_INFINITY),
  }
  if (size === 0) return nearest
  const queries = options.rows ? pickRows(vectors, d, rows) : vectors
  const found = new Float64Array(block * block)
  for (let from = 0; from < rows.length; from += block) {
    const to = Math.min(from + block, rows.length)
    // Without chosen queries the table is symmetric: each block off the diagonal serves both its rows and its columns.
    for (let other = options.rows ? 0 : from; other < n; other += block) {
      const end = Math.min(other + block, n)
      const width = end - other
      dotProducts(queries, vectors, d, [from, to], [other, end], found)
      for (let query = from; query < to; query++) {
        const start = (query - from) * width - other
        for (let row = other; row < end; row++) keepNearest(nearest, query, rows[query]!, row, found[start + row]!)
      }
      if (options.rows || other === from) continue
      for (let row = from; row < to; row++) {
        const start = (row - from) * width - other
        for (let query = other; query < end; query++) keepNearest(nearest, query, query, row, found[start + query]!)
      }
    }
  }
  return nearest
}

// Rows come to each query with rising index, so that an equally near one belongs behind those already there.
function keepNearest({ k, indices, similarities }: Neighbours, query: number, self: number, row: number, similarity: number): void {
  const start = query * k
  let at = start + k - 1
  if (similarity <= similarities[at]! || row === self) return
  while (at > start && similarities[at - 1]! < similarity) {
    similarities[at] = similarities[at - 1]!
    indices[at] = indices[at - 1]!
    at--
  }
  similarities[at] = similarity
  indices[at] = row
}

/**
 * Dot products of some rows of x with some rows of y; a product has the same bits whichever rows stand beside it.
 *
 * @param x, y   row-major with d columns; may be the same
 * @param xRows  first row, end exclusive; yRows likewise
 * @param out    receives (rows of x) x (rows of y), row-major
 */
export function dotProducts(
  x: Float64Array,
  y: Float64Array,
  d: number,
  [xFrom, xTo]: readonly [number, number],
  [yFrom, yTo]: readonly [number, number],
  out: Float64Array,
): void {
  const width = yTo - yFrom
  for (let i = xFrom; i < xTo; i += 2) {
    // An odd last row is computed twice, into the same place: cheaper than a second loop to keep right.
    const second = i + 1 < xTo ? i + 1 : i
    const p0 = i * d
    const p1 = second * d
    const o0 = (i - xFrom) * width - yFrom
    const o1 = (second - xFrom) * width - yFrom
    let j = yFrom
    for (; j + 3 < yTo; j += 4) {
      const q0 = j * d
      const q1 = q0 + d
      const q2 = q1 + d
      const q3 = q2 + d
      let s00 = 0
      let s01 = 0
      let s02 = 0
      let s03 = 0
      let s10 = 0
      let s11 = 0
      let s12 = 0
      let s13 = 0
      for (let k = 0; k < d; k++) {
        const a = x[p0 + k]!
        const b = x[p1 + k]!
        const y0 = y[q0 + k]!
        s00 += a * y0
        s10 += b * y0
        const y1 = y[q1 + k]!
        s01 += a * y1
        s11 += b * y1
        const y2 = y[q2 + k]!
        s02 += a * y2
        s12 += b * y2
        const y3 = y[q3 + k]!
        s03 += a * y3
        s13 += b * y3
      }
      out[o0 + j] = s00
      out[o0 + j + 1] = s01
      out[o0 + j + 2] = s02
      out[o0 + j + 3] = s03
      out[o1 + j] = s10
      out[o1 + j + 1] = s11
      out[o1 + j + 2] = s12
      out[o1 + j + 3] = s13
    }
    for (; j < yTo; j++) {
      let s0 = 0
      let s1 = 0
      for (let k = 0; k < d; k++) {
        s0 += x[p0 + k]! * y[j * d + k]!
        s1 += x[p1 + k]! * y[j * d + k]!
      }
      out[o0 + j] = s0
      out[o1 + j] = s1
    }
  }
}
