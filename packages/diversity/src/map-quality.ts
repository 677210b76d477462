import { eachProductBlock, type Precision, pickRows, tileAt } from '@corpuscope/features'

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
  /** Of the similarities, by default double; in single, rows nearer to each other than 1e-7 may come in another order. */
  readonly precision?: Precision
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
  { rows = Uint32Array.from({ length: n }, (_, i) => i), precision = 'double' }: MapQualityOptions = {},
): MapQuality {
  if (!Number.isInteger(k) || k < 1 || k >= n / 2) throw new RangeError(`mapQuality: k must be 1 or more and below ${n / 2}, but got ${k}`)
  const onMap = new Uint32Array(k)
  let beyond = 0
  let kept = 0
  const judge = (i: number, similarities: Float64Array): void => {
    // The row itself must not count as nearer than any other.
    similarities[i] = Number.NEGATIVE_INFINITY
    nearestOnMap(x, y, n, i, onMap)
    for (const rank of ranksOf(onMap, similarities)) {
      if (rank > k) beyond += rank - k
      else kept++
    }
  }
  eachRowOfProducts(vectors, n, d, rows, precision, judge)
  return {
    trustworthiness: 1 - (2 * beyond) / (rows.length * k * (2 * n - 3 * k - 1)),
    preservation: kept / (rows.length * k),
  }
}

/** Calls `visit` with each of the rows and its products with all n, an array that is used again. */
function eachRowOfProducts(
  vectors: Float64Array,
  n: number,
  d: number,
  rows: Uint32Array,
  precision: Precision,
  visit: (row: number, products: Float64Array) => void,
): void {
  let found = new Float64Array(0)
  eachProductBlock(
    pickRows(vectors, d, rows),
    vectors,
    d,
    ({ tiles, rows: [from, to], columns: [other, end], width }) => {
      if (found.length < (to - from) * n) found = new Float64Array((to - from) * n)
      for (let query = from; query < to; query++) {
        const start = tileAt(query - from, 0, width)
        for (let row = other; row < end; row++) found[(query - from) * n + row] = tiles[start + tileAt(0, row - other, width)]!
        if (end === n) visit(rows[query]!, found.subarray((query - from) * n, (query - from + 1) * n))
      }
    },
    { precision },
  )
}

/** Where each of some rows stands among all by similarity, 1 for the most similar; equally similar rows share the best of their places. */
function ranksOf(rows: Uint32Array, similarities: Float64Array): Uint32Array {
  const marks = Float64Array.from(rows, (row) => similarities[row]!)
    .sort()
    .reverse()
  const least = marks.at(-1)!
  // How many rows are more similar than mark m, but not than the mark before it.
  const between = new Uint32Array(marks.length)
  for (const similarity of similarities) {
    if (similarity <= least) continue
    let m = marks.length - 1
    while (m > 0 && similarity > marks[m - 1]!) m--
    between[m]!++
  }
  let above = 0
  return between.map((count) => 1 + (above += count))
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
