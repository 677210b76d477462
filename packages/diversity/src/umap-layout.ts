import type { Neighbours } from '@corpuscope/features'
import { tabledForces } from './umap-forces.ts'

const negatives = 5
const longestStep = 4
/** Below this share of the mean distance a bandwidth would divide by rounding noise. */
const leastScale = 1e-3

/** Edges of the fuzzy neighbour graph, both directions of each, by their heads. */
export interface FuzzyGraph {
  readonly heads: Uint32Array
  readonly tails: Uint32Array
  /** 0 to 1. */
  readonly weights: Float64Array
}

/**
 * The fuzzy union of each document's neighbourhood: exp(-(distance - nearest) / bandwidth), where the bandwidth makes the weights of
 * a neighbourhood sum to log2 of its size, joined by w + w' - w w'.
 *
 * @see McInnes, Healy & Melville 2018, UMAP, algorithms 2 and 3
 */
export function fuzzyGraph({ k, indices }: Neighbours, distances: Float64Array): FuzzyGraph {
  const n = k === 0 ? 0 : indices.length / k
  const weights = new Float64Array(indices.length)
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / (n * (k + 1))
  for (let i = 0; i < n; i++) weigh(distances.subarray(i * k, (i + 1) * k), weights.subarray(i * k, (i + 1) * k), mean)

  const weightOf = (from: number, to: number): number => {
    for (let at = from * k; at < (from + 1) * k; at++) if (indices[at] === to) return weights[at]!
    return 0
  }
  // An edge that only the other end has is found from there: it is counted first, then placed.
  const starts = new Uint32Array(n + 1).fill(k)
  starts[0] = 0
  for (let i = 0; i < n; i++) for (let at = i * k; at < (i + 1) * k; at++) if (weightOf(indices[at]!, i) === 0) starts[indices[at]! + 1]!++
  for (let i = 0; i < n; i++) starts[i + 1]! += starts[i]!
  const size = starts[n]!
  const graph = { heads: new Uint32Array(size), tails: new Uint32Array(size), weights: new Float64Array(size) }
  const next = starts.slice(0, n)
  const add = (head: number, tail: number, weight: number): void => {
    const at = next[head]!++
    graph.heads[at] = head
    graph.tails[at] = tail
    graph.weights[at] = weight
  }
  for (let i = 0; i < n; i++)
    for (let at = i * k; at < (i + 1) * k; at++) {
      const [there, back] = [weights[at]!, weightOf(indices[at]!, i)]
      add(i, indices[at]!, there + back - there * back)
      if (back === 0) add(indices[at]!, i, there)
    }
  return graph
}

function weigh(distances: Float64Array, weights: Float64Array, meanOfAll: number): void {
  const nearest = distances.find((distance) => distance > 0) ?? 0
  const target = Math.log2(distances.length + 1)
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let scale = 1
  for (let step = 0; step < 64; step++) {
    let sum = 0
    for (const distance of distances) sum += distance > nearest ? Math.exp(-(distance - nearest) / scale) : 1
    if (Math.abs(sum - target) < 1e-5) break
    if (sum > target) high = scale
    else low = scale
    scale = high === Number.POSITIVE_INFINITY ? scale * 2 : (low + high) / 2
  }
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / (distances.length + 1)
  scale = Math.max(scale, leastScale * (nearest > 0 ? mean : meanOfAll))
  // Copies of one text: all at distance 0, whatever the scale.
  for (let j = 0; j < distances.length; j++) weights[j] = distances[j]! > nearest ? Math.exp(-(distances[j]! - nearest) / scale) : 1
}

/**
 * Moves places so that edges of the graph become short and other pairs do not: stochastic gradient descent on the cross-entropy of
 * the graph and of the map, an edge as often as its weight says, five places at random pushed away for each.
 *
 * @param places  x and y of each document in turn, moved in place
 * @param epochs  steps over all edges, the step size falling to 0
 * @param seed    of the documents that are pushed away, any 32 bits
 * @see McInnes, Healy & Melville 2018, UMAP, algorithm 5
 */
export function optimise(places: Float64Array, { heads, tails, weights }: FuzzyGraph, epochs: number, seed: number): void {
  const perDraw = places.length / 2 / 2 ** 32
  let heaviest = 0
  for (const weight of weights) heaviest = Math.max(heaviest, weight)
  // How many epochs lie between two visits of an edge, when the next is due, and the same for what it pushes away.
  const every = weights.map((weight) => (weight < heaviest / epochs ? Number.POSITIVE_INFINITY : heaviest / weight))
  const due = every.slice()
  const dueAway = every.map((each) => each / negatives)
  const { pull, push } = tabledForces()
  let state = seed | 0 || 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = 1 - epoch / epochs
    for (let edge = 0; edge < heads.length; edge++) {
      if (due[edge]! > epoch) continue
      const head = 2 * heads[edge]!
      const tail = 2 * tails[edge]!
      let x = places[head]!
      let y = places[head + 1]!
      const dx = x - places[tail]!
      const dy = y - places[tail + 1]!
      const near = dx * dx + dy * dy
      if (near > 0) {
        const force = pull(near)
        const mx = clipped(force * dx) * step
        const my = clipped(force * dy) * step
        x += mx
        y += my
        places[tail]! -= mx
        places[tail + 1]! -= my
      }
      due[edge]! += every[edge]!
      const away = Math.floor(((epoch - dueAway[edge]!) * negatives) / every[edge]!)
      for (let each = 0; each < away; each++) {
        // Marsaglia's xorshift: a draw costs less than a product.
        state ^= state << 13
        state ^= state >>> 17
        state ^= state << 5
        const other = 2 * Math.floor((state >>> 0) * perDraw)
        if (other === head) continue
        const ox = x - places[other]!
        const oy = y - places[other + 1]!
        const far = ox * ox + oy * oy
        if (far > 0) {
          const force = push(far)
          x += clipped(force * ox) * step
          y += clipped(force * oy) * step
        } else {
          x += longestStep * step
          y += longestStep * step
        }
      }
      if (away > 0) dueAway[edge]! += (away * every[edge]!) / negatives
      places[head] = x
      places[head + 1] = y
    }
  }
}

const clipped = (step: number): number => Math.max(-longestStep, Math.min(longestStep, step))
