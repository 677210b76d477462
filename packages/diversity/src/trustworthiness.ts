import { dotProducts } from '@corpuscope/features'

/** Rows compared at a time. */
const block = 32

/**
 * How far nearness on a map can be trusted: 1 - 2 / (n k (2n - 3k - 1)) times the sum, over the documents and those among the k
 * nearest to each on the map that are not in the original space, of how far beyond k they rank there. Rows equally near to a
 * document share the best of their ranks.
 *
 * @param vectors  n x d, row-major, unit rows: the original space, by cosine
 * @param x, y     the map, by Euclidean distance
 * @param k        1 or more, below n / 2
 * @returns        0 to 1
 * @see Venna & Kaski 2001, Neighborhood preservation in nonlinear projection methods
 */
export function trustworthiness(vectors: Float64Array, n: number, d: number, x: Float64Array, y: Float64Array, k: number): number {
  if (!Number.isInteger(k) || k < 1 || k >= n / 2)
    throw new RangeError(`trustworthiness: k must be 1 or more and below ${n / 2}, but got ${k}`)
  const found = new Float64Array(block * n)
  const onMap = new Uint32Array(k)
  let beyond = 0
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block)
    dotProducts(vectors, vectors, d, [from, to], [0, n], found)
    for (let i = from; i < to; i++) {
      const similarities = found.subarray((i - from) * n, (i - from + 1) * n)
      // The row itself must not count as nearer than any other.
      similarities[i] = Number.NEGATIVE_INFINITY
      nearestOnMap(x, y, n, i, onMap)
      for (const j of onMap) {
        const similarity = similarities[j]!
        let rank = 1
        for (let other = 0; other < n; other++) if (similarities[other]! > similarity) rank++
        if (rank > k) beyond += rank - k
      }
    }
  }
  return 1 - (2 * beyond) / (n * k * (2 * n - 3 * k - 1))
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
