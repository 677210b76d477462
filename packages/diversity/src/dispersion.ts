import { dotProducts } from '@corpuscope/features'

/** How far apart two rows are: 1 - cosine for unit rows, or the length of their difference for any rows. */
export type Distance = 'cosine' | 'euclidean'

/** Rows compared at a time. */
const block = 32

/** Squared length of each row. */
function squaredLengths(vectors: Float64Array, n: number, d: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let squares = 0
    for (let k = i * d; k < (i + 1) * d; k++) squares += vectors[k]! * vectors[k]!
    return squares
  })
}

/** Turns the dot products of row i with all rows into distances, in place. */
function toDistances(products: Float64Array, squares: Float64Array, i: number, distance: Distance): void {
  if (distance === 'cosine') for (let j = 0; j < products.length; j++) products[j] = Math.max(0, 1 - products[j]!)
  else for (let j = 0; j < products.length; j++) products[j] = Math.sqrt(Math.max(0, squares[i]! + squares[j]! - 2 * products[j]!))
}

/** Calls `visit` with the distances of each row to all rows; the array is used again. */
function eachRow(
  vectors: Float64Array,
  n: number,
  d: number,
  distance: Distance,
  visit: (i: number, distances: Float64Array) => void,
): void {
  const squares = squaredLengths(vectors, n, d)
  const found = new Float64Array(block * n)
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block)
    dotProducts(vectors, vectors, d, [from, to], [0, n], found)
    for (let i = from; i < to; i++) {
      const distances = found.subarray((i - from) * n, (i - from + 1) * n)
      toDistances(distances, squares, i, distance)
      visit(i, distances)
    }
  }
}

/**
 * Remote clique: mean distance of a row to another row, by comparing all pairs.
 *
 * @param vectors  n x d, row-major
 * @returns        0 (all alike) or more; null for fewer than two rows
 * @see Cox et al. 2021, Directed Diversity, CHI; the row itself is not counted among the others
 */
export function remoteClique(vectors: Float64Array, n: number, d: number, distance: Distance = 'cosine'): number | null {
  if (n < 2) return null
  let sum = 0
  eachRow(vectors, n, d, distance, (i, distances) => {
    for (let j = 0; j < n; j++) if (j !== i) sum += distances[j]!
  })
  return sum / (n * (n - 1))
}

/**
 * Distance of each row to its k-th nearest other row. Their mean at k = 1 is the Chamfer distance.
 *
 * @param vectors  n x d, row-major
 * @param k        1 or more, below n
 */
export function neighbourRadii(vectors: Float64Array, n: number, d: number, k: number, distance: Distance = 'cosine'): Float64Array {
  if (!Number.isInteger(k) || k < 1 || k >= n) throw new RangeError(`neighbourRadii: k must be 1 or more and below ${n}, but got ${k}`)
  const radii = new Float64Array(n)
  eachRow(vectors, n, d, distance, (i, distances) => {
    distances[i] = -1
    radii[i] = distances.sort()[k]!
  })
  return radii
}

/**
 * MST dispersion: mean length of the edges of the minimum spanning tree, by Prim's algorithm in O(n² d).
 *
 * @param vectors  n x d, row-major
 * @returns        0 (all alike) or more; null for fewer than two rows
 * @see Cox et al. 2021, Directed Diversity, CHI
 */
export function mstDispersion(vectors: Float64Array, n: number, d: number, distance: Distance = 'cosine'): number | null {
  const squares = squaredLengths(vectors, n, d)
  return meanTreeEdge(n, (row, distances) => {
    dotProducts(vectors, vectors, d, [row, row + 1], [0, n], distances)
    toDistances(distances, squares, row, distance)
  })
}

/**
 * Mean length of the edges of the minimum spanning tree of n rows.
 *
 * @param distancesFrom  fills in the distances of a row to all n rows
 * @returns              null for fewer than two rows
 */
export function meanTreeEdge(n: number, distancesFrom: (row: number, distances: Float64Array) => void): number | null {
  if (n < 2) return null
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const outside = Uint32Array.from({ length: n }, (_, i) => i)
  const distances = new Float64Array(n)
  let joinedAt = 0
  let sum = 0
  for (let left = n - 1; left > 0; left--) {
    const joined = outside[joinedAt]!
    outside[joinedAt] = outside[left]!
    distancesFrom(joined, distances)
    joinedAt = 0
    for (let at = 0; at < left; at++) {
      const row = outside[at]!
      if (distances[row]! < nearest[row]!) nearest[row] = distances[row]!
      if (nearest[row]! < nearest[outside[joinedAt]!]!) joinedAt = at
    }
    sum += nearest[outside[joinedAt]!]!
  }
  return sum / (n - 1)
}

/**
 * Distance of each row to the mean of all rows, Euclidean; their mean is the span.
 *
 * @param vectors  n x d, row-major
 * @see Cox et al. 2021, Directed Diversity, CHI
 */
export function distancesToCentroid(vectors: Float64Array, n: number, d: number): Float64Array {
  const centroid = new Float64Array(d)
  for (let i = 0; i < n; i++) for (let k = 0; k < d; k++) centroid[k]! += vectors[i * d + k]!
  return Float64Array.from({ length: n }, (_, i) => {
    let squares = 0
    for (let k = 0; k < d; k++) squares += (vectors[i * d + k]! - centroid[k]! / n) ** 2
    return Math.sqrt(squares)
  })
}

/**
 * DCScore: the documents told apart. Each row is classified among all rows by a softmax over its similarities; the sum of the
 * probabilities given to the row itself.
 *
 * @param vectors      n x d, row-major, unit rows
 * @param temperature  above 0; similarities are divided by it
 * @returns            1 (all alike) to n, in documents; null without rows
 * @see Zhu et al. 2025, Measuring Diversity in Synthetic Datasets, ICML
 */
export function dcScore(vectors: Float64Array, n: number, d: number, temperature = 1): number | null {
  if (!(temperature > 0)) throw new RangeError(`dcScore: temperature must be above 0, but got ${temperature}`)
  if (n === 0) return null
  const found = new Float64Array(block * n)
  let trace = 0
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block)
    dotProducts(vectors, vectors, d, [from, to], [0, n], found)
    for (let i = from; i < to; i++) {
      const start = (i - from) * n
      const self = found[start + i]!
      let sum = 0
      for (let j = 0; j < n; j++) sum += Math.exp((found[start + j]! - self) / temperature)
      trace += 1 / sum
    }
  }
  return trace
}
