import { type Analysis, type Chart, type Context, type Estimate, type Measure, type Note, notApplicable } from '@corpuscope/core'
import { dotProducts, type Embedding, embedded, pickRows } from '@corpuscope/features'
import { criticalValue, histogram, quantile } from '@corpuscope/statistics'
import { drawn } from './drawn.ts'
import { grouped, leftOut, noPoint } from './words-for.ts'

/** Documents whose pairs are all compared for the histogram; of more, this many are drawn. */
const mostCompared = 2000

const measure: Measure = {
  id: 'pairwise-cosine',
  title: 'Mean similarity of two documents',
  unit: 'cosine',
  range: [-1, 1],
  direction: 'lower',
  definition:
    'Mean cosine similarity of the embeddings over all pairs of documents; lower is more diverse. Its size depends on the embedder: contrast only ' +
    'values of one embedder, which the fingerprint tells. Documents without a point in the embedding are left out. The interval takes the embedding as given.',
  source: { text: 'Closed form over unit vectors; jackknife of a U-statistic: Arvesen 1969, Annals of Mathematical Statistics 40:2076' },
}

/** How alike two documents of the corpus are on average. */
export const pairwiseCosine = (): Analysis<null> => ({
  id: measure.id,
  measures: [measure],
  needs: ['embedding'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const embedding = context.feature<Embedding>('embedding')
    const { rows, vectors } = embedded(embedding)
    const estimate = estimateOf(embedding, rows.length, vectors)
    if (estimate.value === null) return { estimates: [estimate] }
    return { estimates: [estimate], ...histogramOfPairs(embedding, rows, context), instruments: [embedding.instrument] }
  },
})

function estimateOf({ n, d, instrument }: Embedding, present: number, vectors: Float64Array): Estimate {
  const left = n - present
  const mean = meanPairwiseCosine(vectors, present, d)
  if (mean === null) return notApplicable(measure.id, `needs two documents with an embedding, but ${left} of ${n} are ${noPoint}`, left)
  const error = pairwiseCosineError(vectors, present, d)
  const reach = error === null ? null : criticalValue(0.95) * error
  return {
    measure: measure.id,
    value: mean,
    interval: reach === null ? null : [clamp(mean - reach), clamp(mean + reach)],
    ...(reach !== null && { intervalMethod: 'normal, jackknife over documents' }),
    n: present,
    left,
    instrument: instrument.fingerprint,
    status: 'measured',
    ...leftOut(left),
  }
}

const clamp = (cosine: number): number => Math.min(1, Math.max(-1, cosine))

/** Sum of the rows, and of their squared lengths: unit rows that were stored in single precision are not quite of length 1. */
function sumsOf(vectors: Float64Array, n: number, d: number): { readonly sum: Float64Array; readonly squares: number } {
  const sum = new Float64Array(d)
  let squares = 0
  for (let i = 0; i < n; i++)
    for (let k = 0; k < d; k++) {
      const x = vectors[i * d + k]!
      sum[k]! += x
      squares += x * x
    }
  return { sum, squares }
}

/**
 * Mean cosine over all pairs of different rows: (|Σx|² - Σ|x|²) / (n (n - 1)), in O(n d).
 *
 * @param vectors  n x d, row-major, unit rows
 * @returns        -1 to 1; null for fewer than two rows
 * @example meanPairwiseCosine(new Float64Array([1, 0, 0, 1, 1, 0]), 3, 2) // 1 / 3
 */
export function meanPairwiseCosine(vectors: Float64Array, n: number, d: number): number | null {
  if (n < 2) return null
  const { sum, squares } = sumsOf(vectors, n, d)
  return clamp((dot(sum, 0, sum, d) - squares) / (n * (n - 1)))
}

function dot(x: Float64Array, at: number, y: Float64Array, d: number): number {
  let sum = 0
  for (let k = 0; k < d; k++) sum += x[at + k]! * y[k]!
  return sum
}

/**
 * Standard error of the mean pairwise cosine, by leaving out one document at a time. Each of the n means follows from the
 * document's mean similarity to the others, so that all of them cost O(n d).
 *
 * @returns null for fewer than three rows
 */
export function pairwiseCosineError(vectors: Float64Array, n: number, d: number): number | null {
  if (n < 3) return null
  const { sum, squares } = sumsOf(vectors, n, d)
  const mean = (dot(sum, 0, sum, d) - squares) / (n * (n - 1))
  let deviations = 0
  for (let i = 0; i < n; i++) {
    const self = dot(vectors, i * d, vectors.subarray(i * d), d)
    const toOthers = (dot(vectors, i * d, sum, d) - self) / (n - 1)
    // Without document i the mean is mean - 2 (toOthers - mean) / (n - 2).
    const shift = (2 * (toOthers - mean)) / (n - 2)
    deviations += shift * shift
  }
  return Math.sqrt(((n - 1) / n) * deviations)
}

function histogramOfPairs({ d, vectors }: Embedding, present: Uint32Array, { rows }: Context): { charts: Chart[]; notes: Note[] } {
  const compared = drawn(rows, present, mostCompared)
  const similarities = pairSimilarities(pickRows(vectors, d, compared), compared.length, d).sort()
  const { edges, counts } = histogram(similarities, { bins: 50 })!
  const of = (p: number): number => quantile(similarities, p)
  const say = (p: number): string => of(p).toFixed(2)
  const sampled = compared.length < present.length
  const which = sampled ? `${grouped(compared.length)} of ${grouped(present.length)} documents, drawn by the hash of their keys` : ''
  const chart: Chart = {
    id: 'pairwise-cosine-histogram',
    analysis: measure.id,
    form: 'histogram',
    title: 'Similarity of pairs of documents',
    summary:
      `Half of ${grouped(similarities.length)} pairs are less alike than ${say(0.5)}, the middle 90 % between ${say(0.05)} and ${say(0.95)}` +
      `${sampled ? `; pairs of ${which}` : ''}.`,
    unit: 'cosine',
    edges: [...edges],
    counted: 'pairs',
    counts: [...counts],
    marks: [{ title: 'median', value: of(0.5) }],
  }
  const notes = sampled ? [{ analysis: measure.id, text: `The histogram of similarities holds the pairs of ${which}.` }] : []
  return { charts: [chart], notes }
}

/** Rows compared at a time. */
const block = 128

/** Cosine of every pair of different rows, each pair once, in an order of its own. */
export function pairSimilarities(vectors: Float64Array, n: number, d: number): Float64Array {
  const pairs = new Float64Array((n * (n - 1)) / 2)
  const found = new Float64Array(block * block)
  let length = 0
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block)
    for (let other = from; other < n; other += block) {
      const end = Math.min(n, other + block)
      dotProducts(vectors, vectors, d, [from, to], [other, end], found)
      for (let i = from; i < to; i++)
        for (let j = Math.max(other, i + 1); j < end; j++) pairs[length++] = clamp(found[(i - from) * (end - other) + j - other]!)
    }
  }
  return pairs
}
