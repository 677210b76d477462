import { type Analysis, type Companion, type Estimate, type Measure, notApplicable, type Rows } from '@corpuscope/core'
import { dotProducts, type Embedding, embedded } from '@corpuscope/features'
import { hash32, quantile, wilson } from '@corpuscope/statistics'

const analysis = 'nearest-records'
const most = 2000
const fewest = 10
const block = 128

const platzer = {
  text: 'Platzer & Reutterer 2021, Holdout-Based Empirical Assessment of Mixed-Type Synthetic Data',
  url: 'https://doi.org/10.3389/fdata.2021.679939',
}
const how = `Distance is 1 - cosine of embeddings; at most ${most} documents of each corpus, drawn by hash, and of the other corpus and the holdout the same number.`

const distance: Measure = {
  id: 'closest-record-distance',
  title: 'Distance to the closest record (DCR)',
  unit: 'cosine distance',
  range: [0, 2],
  direction: 'higher',
  definition: `5th percentile over documents of the distance to the closest document of the corpus they are held against (quantile of type 7). ${how} With a holdout, the same distance to it is the reference.`,
  source: platzer,
}

const ratio: Measure = {
  id: 'nearest-neighbour-distance-ratio',
  title: 'Nearest-neighbour distance ratio (NNDR)',
  unit: 'ratio',
  range: [0, 1],
  direction: 'higher',
  definition: `5th percentile over documents of the distance to the closest document of the corpus they are held against / to the second closest; near 0 one single record stands out. Two distances of 0 have a ratio of 1. ${how} With a holdout, the same ratio there is the reference.`,
  source: platzer,
}

const closer: Measure = {
  id: 'closer-to-source-share',
  title: 'Documents closer to their source than to a holdout',
  unit: 'share',
  range: [0, 1],
  direction: 'near',
  definition: `Documents whose closest document of the corpus they are held against is closer than the closest of the holdout, ties one half / documents. One half where nothing of the source was learnt by heart. ${how}`,
  source: platzer,
}

const measures = [distance, ratio, closer]

/** How close documents come to single records of what they were made from, against a holdout of the same size that nobody saw. */
export const nearestRecords = (): Analysis<null> => ({
  id: analysis,
  measures,
  needs: ['embedding'],
  alone: true,
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, { rows, feature, against, holdout }) {
    const own = pointsOf(feature<Embedding>('embedding'), rows, most)
    const all = against && companionPoints(against, most)
    if (!all || all.n < fewest || own.n === 0 || all.d !== own.d)
      return { estimates: measures.map(({ id }) => notApplicable(id, `--against needs ${fewest} documents with an embedding or more`)) }
    const unseen = holdout && companionPoints(holdout, all.n)
    const size = unseen && unseen.n >= fewest ? Math.min(all.n, unseen.n) : all.n
    const theirs = nearestTwo(own, all, size)
    const others = unseen && unseen.n >= fewest && unseen.d === own.d ? nearestTwo(own, unseen, size) : undefined
    const left = rows.n - own.n
    const estimate = (measure: string, value: number, reference: number | undefined): Estimate => ({
      measure,
      value,
      interval: null,
      ...(reference !== undefined && { reference }),
      n: own.n,
      left,
      status: 'measured',
      reason: `no interval: a low percentile of nearest distances moves with the size of the corpora; held against ${size} documents`,
    })
    const fifth = (values: Float64Array): number => quantile(values.slice().sort(), 0.05)
    return {
      estimates: [
        estimate(distance.id, fifth(theirs.first), others && fifth(others.first)),
        estimate(ratio.id, fifth(theirs.ratio), others && fifth(others.ratio)),
        others
          ? shareCloser(theirs.first, others.first, left)
          : notApplicable(closer.id, 'there is no holdout; give one with --holdout', left),
      ],
    }
  },
})

function shareCloser(theirs: Float64Array, others: Float64Array, left: number): Estimate {
  const n = theirs.length
  const hits = theirs.reduce((sum, each, i) => sum + (each < others[i]! ? 1 : each === others[i] ? 0.5 : 0), 0)
  return {
    measure: closer.id,
    value: hits / n,
    interval: wilson(hits, n)!,
    intervalMethod: 'Wilson',
    reference: 0.5,
    n,
    left,
    status: 'measured',
  }
}

interface Points {
  readonly n: number
  readonly d: number
  readonly vectors: Float64Array
}

const companionPoints = (companion: Companion, atMost: number): Points =>
  pointsOf(companion.feature<Embedding>('embedding'), companion.rows, atMost)

/** Documents with a point, those of the lowest hash first: of any number of them the first ones are a sample. */
function pointsOf(embedding: Embedding, rows: Rows, atMost: number): Points {
  const { rows: places, vectors } = embedded(embedding)
  const { d } = embedding
  const chosen = Array.from(places, (row, at) => ({ at, hash: hash32(rows.keys[row]!) }))
    .sort((a, b) => a.hash - b.hash || a.at - b.at)
    .slice(0, atMost)
  const taken = new Float64Array(chosen.length * d)
  for (const [i, { at }] of chosen.entries()) taken.set(vectors.subarray(at * d, (at + 1) * d), i * d)
  return { n: chosen.length, d, vectors: taken }
}

/**
 * Distance of each document to the closest of the first `size` others, and its ratio to that of the second closest.
 *
 * @example nearestTwo(points([[1, 0]]), points([[1, 0], [0, 1]]), 2) // first: [0], ratio: [0]
 */
export function nearestTwo(own: Points, others: Points, size: number): { readonly first: Float64Array; readonly ratio: Float64Array } {
  const best = new Float64Array(own.n).fill(-1)
  const next = new Float64Array(own.n).fill(-1)
  const out = new Float64Array(block * block)
  for (let i = 0; i < own.n; i += block)
    for (let j = 0; j < size; j += block) {
      const [iTo, jTo] = [Math.min(own.n, i + block), Math.min(size, j + block)]
      dotProducts(own.vectors, others.vectors, own.d, [i, iTo], [j, jTo], out)
      for (let a = i; a < iTo; a++)
        for (let b = j; b < jTo; b++) {
          const cosine = out[(a - i) * (jTo - j) + b - j]!
          if (cosine > best[a]!) {
            next[a] = best[a]!
            best[a] = cosine
          } else if (cosine > next[a]!) next[a] = cosine
        }
    }
  const distanceOf = (cosine: number): number => Math.max(0, 1 - cosine)
  const first = best.map(distanceOf)
  const ratio = first.map((each, i) => {
    const second = distanceOf(next[i]!)
    return second === 0 ? 1 : each / second
  })
  return { first, ratio }
}
