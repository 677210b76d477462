import type { Analysis, Companion, Estimate, Measure } from '@corpuscope/core'
import { notApplicable } from '@corpuscope/core'
import { dotProducts, type Embedding, embedded } from '@corpuscope/features'
import { mix32 } from '@corpuscope/statistics'

const id = 'membership-inference'

const measure: Measure = {
  id,
  title: 'Membership inference by distance',
  unit: 'AUC',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Chance that a document of the real corpus lies nearer to its closest document here than one of the holdout does, ties one half: cosine of embeddings, at most 2,000 documents of each corpus, drawn by hash. 0.5 where the two cannot be told apart, 1 where whoever holds this corpus knows which documents it was made from.',
  source: {
    text: 'Hanley & McNeil 1982, Radiology 143:29-36; attack of Chen et al. 2020, GAN-Leaks',
    url: 'https://arxiv.org/abs/1909.03935',
  },
}

const most = 2000
const fewest = 10
const block = 128

/** Whether one who holds this corpus can tell the documents it was made from (`--against`) from others like them (`--holdout`). */
export const membershipInference = (): Analysis<{ documents: number }> => ({
  id,
  measures: [measure],
  needs: ['embedding'],
  alone: true,
  create: () => ({ documents: 0 }),
  observe(partial) {
    partial.documents++
    return undefined
  },
  merge(partial, other) {
    partial.documents += other.documents
  },
  conclude: (_, { rows, feature, against, holdout }) => {
    const own = drawn(feature<Embedding>('embedding'), rows.keys)
    const members = against && similarities(against, own)
    const others = holdout && similarities(holdout, own)
    if (!members || !others || members.length < fewest || others.length < fewest || own.n === 0)
      return { estimates: [notApplicable(id, `both --against and --holdout need ${fewest} documents with an embedding or more`)] }
    const value = auc(members, others)
    const interval = hanleyMcNeil(value, members.length, others.length)
    const estimate: Estimate = {
      measure: id,
      value,
      interval,
      intervalMethod: 'Hanley and McNeil',
      n: members.length + others.length,
      left: 0,
      status: 'measured',
    }
    return { estimates: [estimate] }
  },
})

interface Points {
  readonly n: number
  readonly d: number
  readonly vectors: Float64Array
}

/** At most 2,000 documents with a point, those of the lowest hash. */
function drawn(points: Embedding, keys: readonly string[]): Points {
  const { rows, vectors } = embedded(points)
  const d = points.d
  if (rows.length <= most) return { n: rows.length, d, vectors }
  const order = Array.from(rows, (row, place) => ({ place, hash: hashOf(keys[row]!) })).sort((a, b) => a.hash - b.hash || a.place - b.place)
  const taken = order.slice(0, most).map(({ place }) => place)
  const chosen = new Float64Array(taken.length * d)
  for (const [i, place] of taken.entries()) chosen.set(vectors.subarray(place * d, (place + 1) * d), i * d)
  return { n: taken.length, d, vectors: chosen }
}

function hashOf(key: string): number {
  let hash = 0
  for (let i = 0; i < key.length; i++) hash = mix32(hash ^ key.charCodeAt(i))
  return hash >>> 0
}

/** Cosine of each document of a companion to its closest here. */
function similarities(companion: Companion, own: Points): Float64Array {
  const theirs = drawn(companion.feature<Embedding>('embedding'), companion.rows.keys)
  const nearest = new Float64Array(theirs.n).fill(-1)
  if (theirs.d !== own.d) return new Float64Array(0)
  const out = new Float64Array(block * block)
  for (let i = 0; i < theirs.n; i += block)
    for (let j = 0; j < own.n; j += block) {
      const [iTo, jTo] = [Math.min(theirs.n, i + block), Math.min(own.n, j + block)]
      dotProducts(theirs.vectors, own.vectors, own.d, [i, iTo], [j, jTo], out)
      for (let a = i; a < iTo; a++) for (let b = j; b < jTo; b++) nearest[a] = Math.max(nearest[a]!, out[(a - i) * (jTo - j) + b - j]!)
    }
  return nearest
}

/**
 * Area under the curve: the chance that one of the first is greater than one of the second, ties one half (Mann-Whitney U / nm).
 *
 * @example auc([3, 2], [1, 2]) // 0.875
 */
export function auc(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const all = [...Array.from(first, (value) => ({ value, one: true })), ...Array.from(second, (value) => ({ value, one: false }))].sort(
    (a, b) => a.value - b.value,
  )
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]!.value === all[from]!.value) to++
    for (let i = from; i < to; i++) if (all[i]!.one) ranks += (from + 1 + to) / 2
    from = to
  }
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length)
}

const z95 = 1.959963984540054

/** 95 % interval of an area under the curve, by its standard error of 1982. */
export function hanleyMcNeil(area: number, n: number, m: number): [number, number] {
  const q1 = area / (2 - area)
  const q2 = (2 * area * area) / (1 + area)
  const variance = (area * (1 - area) + (n - 1) * (q1 - area * area) + (m - 1) * (q2 - area * area)) / (n * m)
  const half = z95 * Math.sqrt(Math.max(0, variance))
  return [Math.max(0, area - half), Math.min(1, area + half)]
}
