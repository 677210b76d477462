import { dotProducts } from './dot-products.ts'

export interface Clusters {
  readonly k: number
  /** The cluster of each row. */
  readonly of: Uint32Array
  /** k x d, row-major. */
  readonly centres: Float64Array
  /** Sum of squared distances of the rows to the centres of their clusters. */
  readonly inertia: number
}

export interface KMeansOptions {
  /** Starts of which the best is kept. */
  readonly starts?: number
  readonly iterations?: number
}

/** Rows compared with the centres at a time. */
const block = 256

/**
 * k-means by Lloyd's iteration from starts drawn far apart. A cluster that loses its rows takes the row farthest from its centre.
 *
 * @param vectors  n x d, row-major
 * @param k        1 to n
 * @param random   numbers in [0, 1); the same ones give the same clusters
 * @see Arthur & Vassilvitskii 2007, k-means++, SODA
 */
export function kMeans(
  vectors: Float64Array,
  n: number,
  d: number,
  k: number,
  random: () => number,
  { starts = 4, iterations = 100 }: KMeansOptions = {},
): Clusters {
  if (!Number.isInteger(k) || k < 1 || k > n) throw new RangeError(`kMeans: k must be 1 to ${n}, but got ${k}`)
  const squares = Float64Array.from({ length: n }, (_, i) => dot(vectors, i, vectors, i, d))
  let best: Clusters | undefined
  for (let start = 0; start < starts; start++) {
    const found = lloyd(vectors, squares, n, d, k, spreadStart(vectors, squares, n, d, k, random), iterations)
    if (!best || found.inertia < best.inertia) best = found
  }
  return best!
}

function dot(x: Float64Array, i: number, y: Float64Array, j: number, d: number): number {
  let sum = 0
  for (let k = 0; k < d; k++) sum += x[i * d + k]! * y[j * d + k]!
  return sum
}

/** Centres drawn one after the other, a row the likelier the farther it lies from those before: the best of a few tries each. */
function spreadStart(vectors: Float64Array, squares: Float64Array, n: number, d: number, k: number, random: () => number): Float64Array {
  const centres = new Float64Array(k * d)
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const tries = 2 + Math.floor(Math.log(k))
  const take = (row: number, cluster: number): void => centres.set(vectors.subarray(row * d, (row + 1) * d), cluster * d)
  const withCentre = (row: number): Float64Array =>
    nearest.map((distance, i) => Math.min(distance, Math.max(0, squares[i]! + squares[row]! - 2 * dot(vectors, i, vectors, row, d))))
  const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
  const first = Math.floor(random() * n)
  take(first, 0)
  nearest.set(withCentre(first))
  for (let cluster = 1; cluster < k; cluster++) {
    const total = sumOf(nearest)
    let chosen: { row: number; distances: Float64Array; sum: number } | undefined
    for (let t = 0; t < tries; t++) {
      let mark = random() * total
      let row = 0
      while (row < n - 1 && (mark -= nearest[row]!) >= 0) row++
      const distances = withCentre(row)
      const sum = sumOf(distances)
      if (!chosen || sum < chosen.sum) chosen = { row, distances, sum }
    }
    take(chosen!.row, cluster)
    nearest.set(chosen!.distances)
  }
  return centres
}

function lloyd(
  vectors: Float64Array,
  squares: Float64Array,
  n: number,
  d: number,
  k: number,
  centres: Float64Array,
  iterations: number,
): Clusters {
  const of = new Uint32Array(n).fill(k)
  const distances = new Float64Array(n)
  for (let iteration = 0; ; iteration++) {
    const moved = assign(vectors, squares, n, d, k, centres, of, distances)
    if (moved === 0 || iteration === iterations) return { k, of, centres, inertia: distances.reduce((sum, value) => sum + value, 0) }
    const sizes = new Uint32Array(k)
    centres.fill(0)
    for (let i = 0; i < n; i++) {
      sizes[of[i]!]!++
      for (let at = 0; at < d; at++) centres[of[i]! * d + at]! += vectors[i * d + at]!
    }
    for (let cluster = 0; cluster < k; cluster++) {
      if (sizes[cluster]! > 0) for (let at = 0; at < d; at++) centres[cluster * d + at]! /= sizes[cluster]!
      else {
        let farthest = 0
        for (let i = 1; i < n; i++) if (distances[i]! > distances[farthest]!) farthest = i
        distances[farthest] = 0
        centres.set(vectors.subarray(farthest * d, (farthest + 1) * d), cluster * d)
      }
    }
  }
}

/** The cluster of each of some rows, which need not be those that the clusters were made of. */
export function nearestCentres(vectors: Float64Array, n: number, d: number, { k, centres }: Pick<Clusters, 'k' | 'centres'>): Uint32Array {
  const of = new Uint32Array(n)
  const squares = Float64Array.from({ length: n }, (_, i) => dot(vectors, i, vectors, i, d))
  assign(vectors, squares, n, d, k, centres, of, new Float64Array(n))
  return of
}

/** Puts each row into the cluster of its nearest centre, the first of equally near ones; returns how many changed. */
function assign(
  vectors: Float64Array,
  squares: Float64Array,
  n: number,
  d: number,
  k: number,
  centres: Float64Array,
  of: Uint32Array,
  distances: Float64Array,
): number {
  const lengths = Float64Array.from({ length: k }, (_, cluster) => dot(centres, cluster, centres, cluster, d))
  const found = new Float64Array(block * k)
  let moved = 0
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block)
    dotProducts(vectors, centres, d, [from, to], [0, k], found)
    for (let i = from; i < to; i++) {
      let nearest = 0
      let least = Number.POSITIVE_INFINITY
      for (let cluster = 0; cluster < k; cluster++) {
        const distance = squares[i]! + lengths[cluster]! - 2 * found[(i - from) * k + cluster]!
        if (distance < least) {
          least = distance
          nearest = cluster
        }
      }
      if (of[i] !== nearest) moved++
      of[i] = nearest
      distances[i] = Math.max(0, least)
    }
  }
  return moved
}
