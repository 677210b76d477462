import { type Analysis, type Context, type Estimate, type Measure, notApplicable, type Result } from '@corpuscope/core'
import { dotProducts, drawn, type Embedding, embedded, pickRows } from '@corpuscope/features'
import { criticalValue, drawnWithoutReplacement, type Interval, mean, meanInterval, standardDeviation } from '@corpuscope/statistics'
import { distancesToCentroid, meanTreeEdge } from './dispersion.ts'
import { grouped, leftOut, noPoint } from './words-for.ts'

const id = 'embedding-spread'

/** Documents compared at most; the work grows with the square of it. */
const mostCompared = 1000

/** Halves that the spread of a statistic is judged by. */
const halves = 12

const sampled = 'Of more than 1,000 documents, 1,000 drawn by the hash of their keys take part.'

const span: Measure = {
  id: 'embedding-span',
  title: 'Distance to the centre of the corpus',
  unit: 'distance',
  range: [0, 1],
  direction: 'higher',
  definition:
    'Span: mean Euclidean distance of the unit-length embeddings to their mean: 0 when all documents are alike. The interval takes the centre as given.',
  source: { text: 'Cox et al. 2021, Directed Diversity, CHI', url: 'https://doi.org/10.1145/3411764.3445782' },
}

const tree: Measure = {
  id: 'mst-dispersion',
  title: 'Mean edge of the shortest tree over the documents',
  unit: 'cosine distance',
  range: [0, 2],
  direction: 'higher',
  definition: `MST dispersion: mean cosine distance along the edges of the minimum spanning tree of the documents. It falls as a corpus grows. ${sampled}`,
  source: { text: 'Cox et al. 2021, Directed Diversity, CHI', url: 'https://doi.org/10.1145/3411764.3445782' },
}

const classes: Measure = {
  id: 'dcscore',
  title: 'Documents told apart (DCScore)',
  unit: 'documents',
  range: [1, null],
  direction: 'higher',
  definition: `DCScore at temperature 1: each document is classified among all by a softmax over cosine similarities; the sum of the probabilities given to the right one. 1 when all are alike. It hardly exceeds e for any corpus: contrast corpora of one size and embedder. ${sampled}`,
  source: { text: 'Zhu et al. 2025, Measuring Diversity in Synthetic Datasets, ICML', url: 'https://arxiv.org/abs/2502.08512' },
}

const measures = [span, tree, classes]

/** How far the documents spread in the embedding. */
export const embeddingSpread = (): Analysis<null> => ({
  id,
  measures,
  needs: ['embedding'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude: (_, context) => resultOf(context.feature<Embedding>('embedding'), context),
})

function resultOf(embedding: Embedding, context: Context): Result {
  const { n, d, instrument } = embedding
  const { rows: present, vectors } = embedded(embedding)
  const left = n - present.length
  if (present.length < 2) {
    const reason = `needs two documents with an embedding, but ${left} of ${n} are ${noPoint}`
    return { estimates: measures.map((measure) => notApplicable(measure.id, reason, left)) }
  }
  const distances = distancesToCentroid(vectors, present.length, d)
  const { interval, method } = meanInterval(distances)
  const common = { instrument: instrument.fingerprint, status: 'measured', n: present.length, left, ...leftOut(left) } as const

  const places = drawn(context.rows, present, mostCompared)
  const size = places.length
  const reasons = [
    ...(left > 0 ? [leftOut(left).reason] : []),
    ...(size < present.length ? [`${grouped(size)} of ${grouped(present.length)} documents drawn by the hash of their keys`] : []),
  ]
  const compared = { ...common, n: size, left: n - size, ...(reasons.length > 0 && { reason: reasons.join('; ') }) }
  const similarities = similarityMatrix(pickRows(embedding.vectors, d, places), size, d)
  const weights = similarities.map((similarity) => Math.exp(similarity))
  const statistics = (chosen: Uint32Array): [tree: number, classes: number] => [
    treeOf(similarities, size, chosen),
    classesOf(weights, size, chosen),
  ]
  const all = statistics(Uint32Array.from({ length: size }, (_, i) => i))
  const random = context.random(`${id} halves`)
  const half = size < 8 ? [] : Array.from({ length: halves }, () => statistics(drawnWithoutReplacement(size, size >>> 1, random)))
  const estimate = (measure: Measure, at: 0 | 1): Estimate => {
    const reach = relativeReach(half.map((each) => each[at]))
    const value = all[at]
    return {
      ...compared,
      measure: measure.id,
      value,
      interval: reach === null ? null : clipped(measure, [value * (1 - reach), value * (1 + reach)]),
      ...(reach !== null && { intervalMethod: `spread of ${halves} halves drawn without replacement` }),
    }
  }
  return {
    estimates: [
      { ...common, measure: span.id, value: mean(distances)!, interval, ...(interval && { intervalMethod: method }) },
      estimate(tree, 0),
      estimate(classes, 1),
    ],
    instruments: [instrument],
  }
}

const clipped = ({ range }: Measure, [low, high]: Interval): Interval => [Math.max(range[0]!, low), Math.min(range[1] ?? high, high)]

/** Half-width relative to the value: a half drawn without replacement varies as much as the whole does from sample to sample. */
function relativeReach(values: readonly number[]): number | null {
  const centre = mean(values)
  if (centre === null) return null
  return centre === 0 ? 0 : (criticalValue(0.95) * standardDeviation(values)!) / centre
}

/** Rows compared at a time. */
const block = 128

function similarityMatrix(vectors: Float64Array, n: number, d: number): Float64Array {
  const matrix = new Float64Array(n * n)
  const found = new Float64Array(block * block)
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block)
    for (let other = from; other < n; other += block) {
      const end = Math.min(n, other + block)
      dotProducts(vectors, vectors, d, [from, to], [other, end], found)
      for (let i = from; i < to; i++)
        for (let j = other; j < end; j++) matrix[i * n + j] = matrix[j * n + i] = found[(i - from) * (end - other) + j - other]!
    }
  }
  return matrix
}

const treeOf = (similarities: Float64Array, n: number, chosen: Uint32Array): number =>
  meanTreeEdge(chosen.length, (row, distances) => {
    const start = chosen[row]! * n
    for (let at = 0; at < chosen.length; at++) {
      const distance = 1 - similarities[start + chosen[at]!]!
      // Copies come out a few roundings off 0.
      distances[at] = distance < 1e-12 ? 0 : distance
    }
  })!

/** DCScore at temperature 1 of some of the rows; `weights` are the exponentials of the similarities. */
function classesOf(weights: Float64Array, n: number, chosen: Uint32Array): number {
  let trace = 0
  for (const i of chosen) {
    const start = i * n
    let sum = 0
    for (const j of chosen) sum += weights[start + j]!
    trace += weights[start + i]! / sum
  }
  // Copies told apart a few roundings better than by chance are still one document.
  return Math.max(1, trace)
}
