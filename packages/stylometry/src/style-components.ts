import { type Random, symmetricEigen } from '@corpuscope/statistics'
import { bestClusters } from './style-clusters.ts'

/** Clusters that are looked for. */
export const mostClusters = 6
/** As many for permuted features as for the true ones: a fair race. */
const starts = 1
const mostDimensions = 6
/** Rounds of permuted features that components and clusters are held against. */
export const permutations = 19

function covariance(scores: readonly Float64Array[]): Float64Array {
  const m = scores[0]!.length
  const matrix = new Float64Array(m * m)
  for (const row of scores)
    for (let j = 0; j < m; j++) {
      const value = row[j]!
      if (value !== 0) for (let k = 0; k <= j; k++) matrix[j * m + k]! += value * row[k]!
    }
  return matrix
}

function permuted(scores: readonly Float64Array[], random: Random): Float64Array[] {
  const copies = scores.map((row) => row.slice())
  for (let j = 0; j < scores[0]!.length; j++)
    for (let i = copies.length - 1; i > 0; i--) {
      const other = Math.floor(random() * (i + 1))
      const value = copies[i]![j]!
      copies[i]![j] = copies[other]![j]!
      copies[other]![j] = value
    }
  return copies
}

/** The directions in which styles differ more than chance, and the documents along them. */
export interface Components {
  /** Features x d, row-major. */
  readonly axes: Float64Array
  readonly d: number
  readonly points: readonly Float64Array[]
  /** Share of the variance of all components that exceed chance, which may be more than d. */
  readonly share: number
}

function projected(scores: readonly Float64Array[], axes: Float64Array, d: number): Float64Array[] {
  return scores.map((row) => {
    const point = new Float64Array(d)
    for (let j = 0; j < row.length; j++) for (let c = 0; c < d; c++) point[c]! += row[j]! * axes[j * d + c]!
    return point
  })
}

/** Components whose variance exceeds the greatest of the same rank among permuted features. */
export function principal(scores: readonly Float64Array[], random: Random): Components {
  const m = scores[0]!.length
  const { values, vectors } = symmetricEigen(covariance(scores), m, { vectors: true })
  const most = new Float64Array(m)
  for (let round = 0; round < permutations; round++) {
    const chance = symmetricEigen(covariance(permuted(scores, random)), m).values
    for (let c = 0; c < m; c++) most[c] = Math.max(most[c]!, chance[c]!)
  }
  let kept = 0
  while (kept < m && values[kept]! > most[kept]!) kept++
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  const share = total > 0 ? values.slice(0, kept).reduce((sum, value) => sum + value, 0) / total : 0
  const d = Math.min(kept, mostDimensions)
  const axes = new Float64Array(m * d)
  for (let j = 0; j < m; j++) for (let c = 0; c < d; c++) axes[j * d + c] = vectors[j * m + c]!
  return { axes, d, points: projected(scores, axes, d), share }
}

/** The points scaled so that each component spreads as it does in `like`: a long cloud splits better than a round one, by shape alone. */
function spreadLike(points: readonly Float64Array[], like: readonly Float64Array[]): readonly Float64Array[] {
  const squares = (of: readonly Float64Array[], c: number): number => of.reduce((sum, point) => sum + point[c]! ** 2, 0)
  for (let c = 0; c < like[0]!.length; c++) {
    const own = squares(points, c)
    const factor = own > 0 ? Math.sqrt(squares(like, c) / own) : 0
    for (const point of points) point[c]! *= factor
  }
  return points
}

/** The cluster of each document; one of all where permuted features give as good a grouping along the same components. */
export function clustersOf(scores: readonly Float64Array[], { points, axes, d }: Components, random: Random): Uint8Array {
  if (d === 0) return new Uint8Array(points.length)
  const best = bestClusters(points, mostClusters, starts, random)
  for (let round = 0; round < permutations; round++) {
    const chance = spreadLike(projected(permuted(scores, random), axes, d), points)
    if (bestClusters(chance, mostClusters, starts, random).silhouette >= best.silhouette) return new Uint8Array(points.length)
  }
  return best.of
}
