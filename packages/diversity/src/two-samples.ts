import { dotProducts } from '@corpuscope/features'
import { neighbourRadii } from './dispersion.ts'

/** Rows of one corpus: n x d, row-major. */
export interface Points {
  readonly vectors: Float64Array
  readonly n: number
}

/** Euclidean distances of each row of x to each row of y: x.n x y.n, row-major. */
export function distancesBetween(x: Points, y: Points, d: number): Float64Array {
  const squares = ({ vectors, n }: Points): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => {
      let sum = 0
      for (let k = i * d; k < (i + 1) * d; k++) sum += vectors[k]! * vectors[k]!
      return sum
    })
  const [ours, theirs] = [squares(x), squares(y)]
  const out = new Float64Array(x.n * y.n)
  dotProducts(x.vectors, y.vectors, d, [0, x.n], [0, y.n], out)
  for (let i = 0; i < x.n; i++)
    for (let j = 0; j < y.n; j++) out[i * y.n + j] = Math.sqrt(Math.max(0, ours[i]! + theirs[j]! - 2 * out[i * y.n + j]!))
  return out
}

/** How two corpora lie in each other, by balls that reach from each row to its k-th nearest of its own corpus. */
export interface Overlap {
  /** Share of candidate rows inside a ball of the reference: plausible ones. */
  readonly precision: number
  /** Share of reference rows inside a ball of the candidate: one far outlier of the candidate has a ball that holds many. */
  readonly recall: number
  /** Mean number of reference balls that hold a candidate row, over k. */
  readonly density: number
  /** Share of reference balls that hold a candidate row. */
  readonly coverage: number
  /** 1 where a reference row's ball holds a candidate row. */
  readonly covered: Uint8Array
  /** 1 where a candidate row lies in no ball of the reference. */
  readonly beyond: Uint8Array
}

/**
 * Precision, recall, density and coverage of a candidate corpus against a reference, Euclidean; a row on the rim is outside.
 *
 * @param k  neighbours that reach to the rim, 1 or more and below both sizes
 * @see Kynkäänniemi et al. 2019, NeurIPS; Naeem et al. 2020, ICML; values as prdc 0.2 gives them
 */
export function overlap(reference: Points, candidate: Points, d: number, k: number): Overlap {
  const radii = neighbourRadii(reference.vectors, reference.n, d, k, 'euclidean')
  const theirs = neighbourRadii(candidate.vectors, candidate.n, d, k, 'euclidean')
  const distances = distancesBetween(reference, candidate, d)
  const covered = new Uint8Array(reference.n)
  const beyond = new Uint8Array(candidate.n).fill(1)
  const [n, m] = [reference.n, candidate.n]
  let recalled = 0
  let holds = 0
  for (let i = 0; i < n; i++) {
    let inside = 0
    for (let j = 0; j < m; j++) {
      const distance = distances[i * m + j]!
      if (distance < radii[i]!) {
        holds++
        covered[i] = 1
        beyond[j] = 0
      }
      if (distance < theirs[j]!) inside = 1
    }
    recalled += inside
  }
  const sum = (values: Uint8Array): number => values.reduce((total, value) => total + value, 0)
  return { precision: 1 - sum(beyond) / m, recall: recalled / n, density: holds / (k * m), coverage: sum(covered) / n, covered, beyond }
}

/** The pooled distances of two corpora, the rows of the first before those of the second. */
export function pooledDistances(x: Points, y: Points, d: number): Float64Array {
  const vectors = new Float64Array((x.n + y.n) * d)
  vectors.set(x.vectors.subarray(0, x.n * d))
  vectors.set(y.vectors.subarray(0, y.n * d), x.n * d)
  const pooled = { vectors, n: x.n + y.n }
  const distances = distancesBetween(pooled, pooled, d)
  // A row lies at no distance from itself, whatever rounding makes of it.
  for (let i = 0; i < pooled.n; i++) distances[i * pooled.n + i] = 0
  return distances
}

/** Sums of the rows of a table; drawing groups anew needs them again and again. */
export const rowSums = (table: Float64Array, size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => table.subarray(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0))

/** Sums of a symmetric table within the first group, within the others, and across (once). */
function groupSums(
  table: Float64Array,
  size: number,
  first: Uint8Array,
  sums: Float64Array,
): { within: number; other: number; across: number } {
  const members = Uint32Array.from(first.keys()).filter((i) => first[i] === 1)
  let within = 0
  let outgoing = 0
  for (const i of members) {
    const start = i * size
    for (const j of members) within += table[start + j]!
    outgoing += sums[i]!
  }
  const across = outgoing - within
  return { within, other: sums.reduce((total, sum) => total + sum, 0) - within - 2 * across, across }
}

/** The median over all pairs, each counted once; the mean of the two middle ones where they are even. */
export function medianPair(distances: Float64Array, size: number): number {
  const pairs = new Float64Array((size * (size - 1)) / 2)
  let at = 0
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) pairs[at++] = distances[i * size + j]!
  pairs.sort()
  const half = pairs.length >>> 1
  return pairs.length % 2 === 1 ? pairs[half]! : (pairs[half - 1]! + pairs[half]!) / 2
}

/** Gaussian kernel exp(-γ distance²) of a table of distances. */
export const gaussianKernel = (distances: Float64Array, gamma: number): Float64Array =>
  distances.map((distance) => Math.exp(-gamma * distance * distance))

export interface Discrepancy {
  readonly biased: number
  /** Without the pairs of a row with itself; may be negative. */
  readonly unbiased: number
}

/**
 * Squared maximum mean discrepancy of two groups of rows.
 *
 * @param kernel  symmetric, size x size; its diagonal is the kernel of a row with itself
 * @param first   1 for the rows of the first group
 * @see Gretton et al. 2012, A kernel two-sample test, JMLR 13
 */
export function maximumMeanDiscrepancy(kernel: Float64Array, size: number, first: Uint8Array, sums = rowSums(kernel, size)): Discrepancy {
  const { within, other, across } = groupSums(kernel, size, first, sums)
  let n = 0
  let ownFirst = 0
  let ownSecond = 0
  for (let i = 0; i < size; i++) {
    const own = kernel[i * size + i]!
    if (first[i] === 1) {
      n++
      ownFirst += own
    } else ownSecond += own
  }
  const m = size - n
  const cross = (2 * across) / (n * m)
  return {
    biased: within / (n * n) + other / (m * m) - cross,
    unbiased: (within - ownFirst) / (n * (n - 1)) + (other - ownSecond) / (m * (m - 1)) - cross,
  }
}

/**
 * Energy distance, squared: 2 E|x - y| - E|x - x'| - E|y - y'|, a row counted with itself.
 *
 * @returns 0 (alike) or more
 * @see Székely & Rizzo 2013, Energy statistics, Journal of Statistical Planning and Inference 143
 */
export function energyDistance(distances: Float64Array, size: number, first: Uint8Array, sums = rowSums(distances, size)): number {
  const { within, other, across } = groupSums(distances, size, first, sums)
  const n = first.reduce((sum, value) => sum + value, 0)
  const m = size - n
  return (2 * across) / (n * m) - within / (n * n) - other / (m * m)
}
