import { type Neighbours, nearestAmong, neighbourIndex, recall } from '@corpuscope/features'
import type { Layout } from './layout.ts'

/** Neighbours on the map that a document is placed by. */
const neighbourhood = 5

/** Documents to place up to which every one is compared with all that have a place; beyond, those in the cells around it. */
const mostExact = 50_000

/** Documents whose true neighbours tell the recall of the index. */
const mostJudged = 500

export interface Placed extends Layout {
  /** Share of the true neighbours that were found; 1 where all were compared. */
  readonly recall: number
}

/**
 * Places for further documents on a map that stays as it is: the mean of the places of the most similar documents on it, the more similar weighing more.
 * So a later version of a corpus, or the part of a large one that was not drawn, is read on the same map.
 *
 * @param map      x and y of the documents on it, whose vectors are n x d, row-major, unit rows
 * @param further  m x d, row-major, unit rows
 * @param random   numbers in [0, 1), for the index
 */
export function placeAmong(map: Layout, vectors: Float64Array, d: number, further: Float64Array, random: () => number): Placed {
  const n = map.x.length
  const k = Math.min(neighbourhood, n)
  const m = further.length / d
  if (m <= mostExact) return { ...meanPlaces(map, nearestAmong(further, vectors, d, k)), recall: 1 }
  const found = neighbourIndex(vectors, n, d, random).nearest(further, k)
  const judged = Math.min(m, mostJudged)
  const some = Float64Array.from({ length: judged * d }, (_, at) => further[Math.floor((Math.floor(at / d) * m) / judged) * d + (at % d)]!)
  const indices = Uint32Array.from(
    { length: judged * k },
    (_, at) => found.indices[Math.floor((Math.floor(at / k) * m) / judged) * k + (at % k)]!,
  )
  return { ...meanPlaces(map, found), recall: recall({ ...found, indices }, nearestAmong(some, vectors, d, k)) }
}

function meanPlaces({ x, y }: Layout, { k, indices, similarities }: Neighbours): Layout {
  const m = indices.length / k
  const [across, up] = [new Float64Array(m), new Float64Array(m)]
  for (let i = 0; i < m; i++) {
    let total = 0
    for (let at = i * k; at < (i + 1) * k; at++) {
      // A copy of a document lies where that lies.
      const weight = 1 / (1e-6 + Math.max(0, 1 - similarities[at]!))
      if (similarities[at] === Number.NEGATIVE_INFINITY) continue
      total += weight
      across[i]! += weight * x[indices[at]!]!
      up[i]! += weight * y[indices[at]!]!
    }
    across[i]! /= total
    up[i]! /= total
  }
  return { x: across, y: up }
}
