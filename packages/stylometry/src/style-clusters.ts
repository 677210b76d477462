import type { Random } from '@corpuscope/statistics'

/** A grouping of points by k-means. */
export interface Clusters {
  readonly k: number
  /** Per point its cluster, 0 to k - 1. */
  readonly of: Uint8Array
  /** Mean silhouette: -1 to 1. */
  readonly silhouette: number
}

const rounds = 15

/** Points as one row-major array. */
interface Cloud {
  readonly n: number
  readonly d: number
  readonly data: Float64Array
}

function cloudOf(points: readonly Float64Array[]): Cloud {
  const d = points[0]!.length
  const data = new Float64Array(points.length * d)
  points.forEach((point, i) => {
    data.set(point, i * d)
  })
  return { n: points.length, d, data }
}

function squared({ d, data }: Cloud, i: number, other: Float64Array, at: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) {
    const difference = data[i * d + j]! - other[at * d + j]!
    sum += difference * difference
  }
  return sum
}

/** Centres far from each other, each drawn in proportion to its squared distance from those before (k-means++). */
function seeds(cloud: Cloud, k: number, random: Random): Float64Array {
  const { n, d, data } = cloud
  const centres = new Float64Array(k * d)
  const nearest = new Float64Array(n).fill(Infinity)
  let chosen = Math.floor(random() * n)
  for (let c = 0; c < k; c++) {
    centres.set(data.subarray(chosen * d, (chosen + 1) * d), c * d)
    let total = 0
    for (let i = 0; i < n; i++) total += nearest[i] = Math.min(nearest[i]!, squared(cloud, i, centres, c))
    let at = random() * total
    chosen = 0
    while (chosen < n - 1 && (at -= nearest[chosen]!) > 0) chosen++
  }
  return centres
}

/** Lloyd's algorithm from k-means++ starts; the best by inertia. */
function kMeans(cloud: Cloud, k: number, starts: number, random: Random): Uint8Array {
  const { n, d, data } = cloud
  let best: { inertia: number; of: Uint8Array } | undefined
  for (let start = 0; start < starts; start++) {
    const centres = seeds(cloud, k, random)
    const of = new Uint8Array(n)
    const sizes = new Float64Array(k)
    let inertia = 0
    for (let round = 0; round < rounds; round++) {
      let moved = round === 0
      inertia = 0
      for (let i = 0; i < n; i++) {
        let nearest = 0
        let least = Infinity
        for (let c = 0; c < k; c++) {
          const distance = squared(cloud, i, centres, c)
          if (distance < least) {
            least = distance
            nearest = c
          }
        }
        inertia += least
        if (of[i] !== nearest) {
          of[i] = nearest
          moved = true
        }
      }
      if (!moved) break
      sizes.fill(0)
      for (const cluster of of) sizes[cluster]!++
      for (let c = 0; c < k; c++) if (sizes[c]! > 0) centres.fill(0, c * d, (c + 1) * d)
      for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) centres[of[i]! * d + j]! += data[i * d + j]! / sizes[of[i]!]!
    }
    if (!best || inertia < best.inertia) best = { inertia, of }
  }
  return best!.of
}

/** Distances between all points, row-major. */
function distances(cloud: Cloud): Float64Array {
  const { n, data } = cloud
  const all = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const distance = Math.sqrt(squared(cloud, i, data, j))
      all[i * n + j] = distance
      all[j * n + i] = distance
    }
  return all
}

function silhouetteOf(all: Float64Array, of: Uint8Array, k: number): number {
  const n = of.length
  const sizes = new Float64Array(k)
  for (const cluster of of) sizes[cluster]!++
  const sums = new Float64Array(k)
  let total = 0
  for (let i = 0; i < n; i++) {
    const own = of[i]!
    if (sizes[own] === 1) continue
    sums.fill(0)
    for (let j = 0; j < n; j++) sums[of[j]!]! += all[i * n + j]!
    const within = sums[own]! / (sizes[own]! - 1)
    let between = Infinity
    for (let c = 0; c < k; c++) if (c !== own && sizes[c]! > 0) between = Math.min(between, sums[c]! / sizes[c]!)
    const larger = Math.max(within, between)
    if (larger > 0 && between < Infinity) total += (between - within) / larger
  }
  return total / n
}

/**
 * The grouping of highest mean silhouette among 2 to `most` clusters, each the best of some starts.
 *
 * @see Rousseeuw 1987, Journal of Computational and Applied Mathematics 20:53-65; Arthur & Vassilvitskii 2007, k-means++
 */
export function bestClusters(points: readonly Float64Array[], most: number, starts: number, random: Random): Clusters {
  const cloud = cloudOf(points)
  const all = distances(cloud)
  let best: Clusters | undefined
  for (let k = 2; k <= most; k++) {
    const of = kMeans(cloud, k, starts, random)
    const silhouette = silhouetteOf(all, of, k)
    if (!best || silhouette > best.silhouette) best = { k, of, silhouette }
  }
  return best!
}
