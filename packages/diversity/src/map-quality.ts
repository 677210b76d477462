import { dotProducts, pickRows } from '@corpuscope/features'

/** Rows compared at a time. */
const block = 32

/** How well a map keeps who is near whom. */
export interface MapQuality {
  /** How far beyond the k nearest in the space those on the map rank there: 0 to 1, 1 when none does; see `mapQuality`. */
  readonly trustworthiness: number
  /** Share of the k nearest on the map that are among the k nearest in the space, 0 to 1. */
  readonly preservation: number
}

/** Where a map is judged by some of its documents, by how many of the nearest, out of all n. */
export interface MapQualityOptions {
  /** The documents whose neighbours are looked at, each once; by default all. */
  readonly rows?: Uint32Array
}

/**
 * How far nearness on a map can be trusted: 1 - 2 / (n k (2n - 3k - 1)) times the sum, over the documents and those among the k
 * nearest to each on the map that are not in the original space, of how far beyond k they rank there. Rows equally near to a
 * document share the best of their ranks. Of chosen rows: their mean in place of the mean over n.
 *
 * @param vectors  n x d, row-major, unit rows: the original space, by cosine
 * @param x, y     the map, by Euclidean distance
 * @param k        1 or more, below n / 2
 * @see Venna & Kaski 2001, Neighborhood preservation in nonlinear projection methods
 */
export function mapQuality(
  vectors: Float64Array,
  n: number,
  d: number,
  x: Float64Array,
  y: Float64Array,
  k: number,
  { rows = Uint32Array.from({ length: n }, (_, i) => i) }: MapQualityOptions = {},
): MapQuality {
  if (!Number.isInteger(k) || k < 1 || k >= n / 2) throw new RangeError(`mapQuality: k must be 1 or more and below ${n / 2}, but got ${k}`)
  const queries = pickRows(vectors, d, rows)
  const found = new Float64Array(block * n)
  const onMap = new Uint32Array(k)
  let beyond = 0
  let kept = 0
  for (let from = 0; from < rows.length; from += block) {
    const to = Math.min(rows.length, from + block)
    dotProducts(queries, vectors, d, [from, to], [0, n], found)
    for (let query = from; query < to; query++) {
      const i = rows[query]!
      const similarities = found.subarray((query - from) * n, (query - from + 1) * n)
      // The row itself must not count as nearer than any other.
      similarities[i] = Number.NEGATIVE_INFINITY
      nearestOnMap(x, y, n, i, onMap)
      for (const j of onMap) {
        const similarity = similarities[j]!
        let rank = 1
        for (let other = 0; other < n; other++) if (similarities[other]! > similarity) rank++
        if (rank > k) beyond += rank - k
        else kept++
      }
    }
  }
  return {
    trustworthiness: 1 - (2 * beyond) / (rows.length * k * (2 * n - 3 * k - 1)),
    preservation: kept / (rows.length * k),
  }
}

function nearestOnMap(x: Float64Array, y: Float64Array, n: number, i: number, nearest: Uint32Array): void {
  const k = nearest.length
  const distances = new Float64Array(k).fill(Number.POSITIVE_INFINITY)
  for (let j = 0; j < n; j++) {
    if (j === i) continue
    const distance = (x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2
    if (distance >= distances[k - 1]!) continue
    let at = k - 1
    while (at > 0 && distances[at - 1]! > distance) {
      distances[at] = distances[at - 1]!
      nearest[at] = nearest[at - 1]!
      at--
    }
    distances[at] = distance
    nearest[at] = j
  }
}
