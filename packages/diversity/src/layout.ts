import { gram, type Neighbours, nearestNeighbours } from '@corpuscope/features'
import { symmetricEigen } from '@corpuscope/statistics'
import { fuzzyGraph, optimise } from './umap-layout.ts'

/** Neighbours that shape the map, the document itself among them. */
const neighbourhood = 15

/** Half the width of the start; umap-js would draw its start from as wide a square. */
const startWidth = 10

/** Documents at one place would never be pushed apart. */
const jitter = 1e-3

/** Distances of equal vectors come out a few roundings off 0, which umap-js would take for a real distance. */
const rounding = 1e-12

/** Documents up to which umap-js draws the map: beyond, its graph of objects takes gigabytes. */
export const mostForUmapJs = 5000

/** Steps of umap-js's optimiser: 250 keep the neighbours as well as its 500 (trustworthiness within 0.013 on four corpora). */
const epochs = 250
/** Of our own, on many documents: as umap-learn takes for more than 10,000. */
const epochsOfMany = 200

export interface Layout {
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * A map of the documents on which near means like in content: UMAP on exact cosine neighbours, by umap-js up to 5,000 documents and by
 * our own optimiser on typed arrays above. It starts from the two main axes of the vectors, so that a corpus keeps its outline from
 * run to run.
 *
 * @param vectors  n x d, row-major, unit rows
 * @param n        5 or more
 * @param random   numbers in [0, 1); the same ones give the same map
 * @see McInnes, Healy & Melville 2018, UMAP; start: Kobak & Linderman 2021, Nature Biotechnology 39:156
 */
export async function layout(vectors: Float64Array, n: number, d: number, random: () => number): Promise<Layout> {
  const precision = n <= mostForUmapJs ? 'double' : 'single'
  const nearest = nearestNeighbours(vectors, n, d, Math.min(neighbourhood, n - 1) - 1, { precision })
  const start = mainAxes(vectors, n, d)
  return n <= mostForUmapJs ? byUmapJs(nearest, start, random) : onTypedArrays(nearest, start, random)
}

async function byUmapJs({ k, indices, similarities }: Neighbours, start: Layout, random: () => number): Promise<Layout> {
  const { UMAP } = await import('./umap.ts')
  const n = start.x.length
  const umap = new UMAP({ nComponents: 2, nNeighbors: k + 1, minDist: 0.1, nEpochs: epochs, random })
  const each = <T>(value: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => value(i))
  umap.setPrecomputedKNN(
    each((i) => [i, ...indices.subarray(i * k, (i + 1) * k)]),
    each((i) => [0, ...Array.from(similarities.subarray(i * k, (i + 1) * k), distanceOf)]),
  )
  // With neighbours given, umap-js asks the data for nothing but its length.
  const steps = umap.initializeFit(each(() => [0]))
  const places = umap.getEmbedding()
  for (let i = 0; i < n; i++) {
    places[i]![0] = start.x[i]! + jitter * (random() - 0.5)
    places[i]![1] = start.y[i]! + jitter * (random() - 0.5)
  }
  for (let step = 0; step < steps; step++) umap.step()
  return { x: Float64Array.from(places, (place) => place[0]!), y: Float64Array.from(places, (place) => place[1]!) }
}

/** The same map without an object a document. */
export function onTypedArrays(nearest: Neighbours, start: Layout, random: () => number): Layout {
  const n = start.x.length
  const places = Float64Array.from({ length: 2 * n }, (_, at) => {
    const axis = at % 2 === 0 ? start.x : start.y
    return axis[at >> 1]! + jitter * (random() - 0.5)
  })
  optimise(places, fuzzyGraph(nearest, nearest.similarities.map(distanceOf)), epochsOfMany, random() * 2 ** 32)
  return { x: places.filter((_, at) => at % 2 === 0), y: places.filter((_, at) => at % 2 === 1) }
}

const distanceOf = (similarity: number): number => (1 - similarity < rounding ? 0 : 1 - similarity)

/** Coordinates on the first two principal axes, scaled so that the farthest lies at the rim of the start. */
export function mainAxes(vectors: Float64Array, n: number, d: number): Layout {
  const mean = new Float64Array(d)
  for (let i = 0; i < n; i++) for (let k = 0; k < d; k++) mean[k]! += vectors[i * d + k]! / n
  const centred = vectors.map((value, at) => value - mean[at % d]!)
  const axes = symmetricEigen(gram(centred, n, d), d, { vectors: true }).vectors!
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  let farthest = 0
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < d; k++) {
      x[i]! += centred[i * d + k]! * axes[k * d]!
      if (d > 1) y[i]! += centred[i * d + k]! * axes[k * d + 1]!
    }
    farthest = Math.max(farthest, Math.abs(x[i]!), Math.abs(y[i]!))
  }
  const scale = farthest === 0 ? 0 : startWidth / farthest
  return { x: x.map((value) => value * scale), y: y.map((value) => value * scale) }
}
