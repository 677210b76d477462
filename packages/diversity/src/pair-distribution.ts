import { dotProducts, eachProductBlock, type ProductBlock, tileAt } from '@corpuscope/features'
import { type Histogram, histogram, quantile } from '@corpuscope/statistics'

/** Cosine similarities of all pairs of different rows. */
export interface PairDistribution {
  readonly pairs: number
  /** R type 7. */
  readonly quantile: (p: number) => number
  /** Readable edges, about so many bins. */
  readonly histogram: (bins: number) => Histogram
  /** Pairs at or above each edge and below the next; those beyond the ends are counted at the ends. */
  readonly countsWithin: (edges: readonly number[]) => number[]
}

/** Rows whose pairs are held and sorted; those of more are counted. */
const mostSorted = 2000

/** Width of a bin that pairs are counted in: a power of two, so that no rounding moves a pair. */
export const countedWithin = 2 ** -16
const bins = 2 / countedWithin + 1

/**
 * How alike the rows are, over all pairs: to 2,000 rows from the sorted similarities in double precision; of more, in single precision, from counts in bins
 * of 2^-16: a quantile lies in the right bin, at the place that its rank has among the pairs of that bin. The least and the greatest are exact.
 *
 * @param vectors  n x d, row-major, unit rows
 * @param n        2 or more
 */
export const pairDistribution = (vectors: Float64Array, n: number, d: number): PairDistribution =>
  n <= mostSorted ? sortedPairs(pairSimilarities(vectors, n, d)) : countedPairs(vectors, n, d)

function sortedPairs(similarities: Float64Array): PairDistribution {
  similarities.sort()
  return {
    pairs: similarities.length,
    quantile: (p) => quantile(similarities, p),
    histogram: (most) => histogram(similarities, { bins: most })!,
    countsWithin: (edges) => placed(edges, similarities.length, (at) => similarities[at]!),
  }
}

export function countedPairs(vectors: Float64Array, n: number, d: number): PairDistribution {
  const { counts, least, greatest } = countPairs(vectors, d)
  const pairs = (n * (n - 1)) / 2
  /** The value of some rank, 0 for the least. */
  const ranked = (rank: number): number => {
    let below = 0
    let bin = 0
    while (below + counts[bin]! <= rank) below += counts[bin++]!
    const within = (rank - below + 0.5) / counts[bin]!
    return Math.min(greatest, Math.max(least, (bin + within) * countedWithin - 1))
  }
  return {
    pairs,
    quantile(p) {
      if (p === 0) return least
      if (p === 1) return greatest
      const at = p * (pairs - 1)
      const low = ranked(Math.floor(at))
      return low + (at - Math.floor(at)) * (ranked(Math.ceil(at)) - low)
    },
    histogram(most) {
      const { edges } = histogram([least, greatest], { bins: most })!
      return { edges, counts: this.countsWithin(edges) }
    },
    countsWithin: (edges) => placed(edges, bins, (bin) => (bin + 0.5) * countedWithin - 1, counts),
  }
}

/** How many of some ascending values, each as often as its weight says, lie between one edge and the next. */
function placed(edges: readonly number[], n: number, value: (at: number) => number, weights?: Uint32Array): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0)
  let bin = 0
  for (let at = 0; at < n; at++) {
    while (bin < counts.length - 1 && value(at) >= edges[bin + 1]!) bin++
    counts[bin]! += weights ? weights[at]! : 1
  }
  return counts
}

interface Counted {
  readonly counts: Uint32Array
  readonly least: number
  readonly greatest: number
}

function countPairs(vectors: Float64Array, d: number): Counted {
  const counts = new Uint32Array(bins)
  const scale = 1 / countedWithin
  const least = { cosine: Number.POSITIVE_INFINITY, i: 0, j: 0 }
  const greatest = { cosine: Number.NEGATIVE_INFINITY, i: 0, j: 0 }
  const count = (cosine: number): void => {
    // Rounding may carry a copy beyond 1.
    const bin = ((cosine + 1) * scale) | 0
    counts[bin < 0 ? 0 : bin < bins ? bin : bins - 1]!++
  }
  const see = (cosine: number, i: number, j: number): void => {
    if (cosine < least.cosine) Object.assign(least, { cosine, i, j })
    if (cosine > greatest.cosine) Object.assign(greatest, { cosine, i, j })
  }
  const visit = ({ tiles, rows: [from, to], columns: [other, end], width }: ProductBlock): void => {
    for (let i = from; i < to; i++) {
      const first = tileAt(i - from, 0, width)
      let low = Number.POSITIVE_INFINITY
      let high = Number.NEGATIVE_INFINITY
      for (let j = Math.max(other, i + 1); j < end; j++) {
        const cosine = tiles[first + tileAt(0, j - other, width)]!
        count(cosine)
        if (cosine < low) low = cosine
        if (cosine > high) high = cosine
      }
      // Which column it was is looked for only where it matters.
      if (low < least.cosine || high > greatest.cosine)
        for (let j = Math.max(other, i + 1); j < end; j++) see(tiles[first + tileAt(0, j - other, width)]!, i, j)
    }
  }
  eachProductBlock(vectors, vectors, d, visit, { precision: 'single', symmetric: true })
  const exact = ({ i, j }: { readonly i: number; readonly j: number }): number => {
    const out = new Float64Array(1)
    dotProducts(vectors, vectors, d, [i, i + 1], [j, j + 1], out)
    return clamp(out[0]!)
  }
  return { counts, least: exact(least), greatest: exact(greatest) }
}

const clamp = (cosine: number): number => Math.min(1, Math.max(-1, cosine))

/** Cosine of every pair of different rows, each pair once, in an order of its own. */
export function pairSimilarities(vectors: Float64Array, n: number, d: number): Float64Array {
  const pairs = new Float64Array((n * (n - 1)) / 2)
  let length = 0
  const visit = ({ tiles, rows: [from, to], columns: [other, end], width }: ProductBlock): void => {
    for (let i = from; i < to; i++) {
      const first = tileAt(i - from, 0, width)
      for (let j = Math.max(other, i + 1); j < end; j++) pairs[length++] = clamp(tiles[first + tileAt(0, j - other, width)]!)
    }
  }
  eachProductBlock(vectors, vectors, d, visit, { symmetric: true })
  return pairs
}
