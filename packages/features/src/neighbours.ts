import { pickRows } from './dense.ts'
import { dotProducts, type Precision } from './dot-products.ts'

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
 * @param options  rows: the queries, each once, by default every row; neighbours are sought among all n rows; precision: of the
 *                 similarities, by default double; in single, rows nearer to each other than 1e-7 may come in another order
 * @example nearestNeighbours(new Float64Array([1, 0, 0, 1, 0.6, 0.8]), 3, 2, 1).indices // [2, 2, 1]
 */
export function nearestNeighbours(
  vectors: Float64Array,
  n: number,
  d: number,
  k: number,
  options: { readonly rows?: Uint32Array; readonly precision?: Precision } = {},
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
      dotProducts(queries, vectors, d, [from, to], [other, end], found, options.precision)
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
