import { pickRows } from './dense.ts'
import type { Precision } from './dot-products.ts'
import { eachProductBlock, type ProductBlock, tileAt } from './pair-products.ts'

/** The nearest rows of each query, nearest first, in two row-major tables of `k` columns. */
export interface Neighbours {
  /** Neighbours a query: what was asked for, or all other rows when there are fewer. */
  readonly k: number
  readonly indices: Uint32Array
  /** Cosine, falling along a row. */
  readonly similarities: Float64Array
}

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
  const symmetric = options.rows === undefined
  // How near a row must be to be kept: read for every pair, it must not be looked for in the table.
  const least = new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY)
  const visit = ({ tiles, rows: [from, to], columns: [other, end], width }: ProductBlock): void => {
    const diagonal = symmetric && from === other
    for (let query = from; query < to; query++) {
      const self = rows[query]!
      const first = tileAt(query - from, 0, width)
      for (let row = other; row < end; row++) {
        const similarity = tiles[first + tileAt(0, row - other, width)]!
        if (similarity > least[query]! && row !== self) least[query] = keepNearest(nearest, query, row, similarity)
        // Without chosen queries the table is symmetric: a block off the diagonal serves both its rows and its columns.
        if (symmetric && !diagonal && similarity > least[row]!) least[row] = keepNearest(nearest, row, query, similarity)
      }
    }
  }
  eachProductBlock(queries, vectors, d, visit, { ...options, symmetric })
  return nearest
}

/**
 * Exact nearest rows of queries that are no rows themselves, by cosine.
 *
 * @param queries  m x d, row-major, unit rows; vectors likewise, n x d
 * @param k        1 to n
 */
export function nearestAmong(
  queries: Float64Array,
  vectors: Float64Array,
  d: number,
  k: number,
  precision: Precision = 'double',
): Neighbours {
  const n = vectors.length / d
  const m = queries.length / d
  if (!Number.isInteger(k) || k < 1 || k > n) throw new RangeError(`nearestAmong: k must be 1 to ${n}, but got ${k}`)
  const nearest: Neighbours = { k, indices: new Uint32Array(m * k), similarities: new Float64Array(m * k).fill(Number.NEGATIVE_INFINITY) }
  const least = new Float64Array(m).fill(Number.NEGATIVE_INFINITY)
  eachProductBlock(
    queries,
    vectors,
    d,
    ({ tiles, rows: [from, to], columns: [other, end], width }) => {
      for (let query = from; query < to; query++) {
        const first = tileAt(query - from, 0, width)
        for (let row = other; row < end; row++) {
          const similarity = tiles[first + tileAt(0, row - other, width)]!
          if (similarity > least[query]!) least[query] = keepNearest(nearest, query, row, similarity)
        }
      }
    },
    { precision },
  )
  return nearest
}

/**
 * Puts a row among the nearest of a query. Rows come to each query with rising index, so that an equally near one belongs behind those already there.
 *
 * @returns how near a row must be from now on
 */
export function keepNearest({ k, indices, similarities }: Neighbours, query: number, row: number, similarity: number): number {
  const start = query * k
  let at = start + k - 1
  while (at > start && similarities[at - 1]! < similarity) {
    similarities[at] = similarities[at - 1]!
    indices[at] = indices[at - 1]!
    at--
  }
  similarities[at] = similarity
  indices[at] = row
  return similarities[start + k - 1]!
}
