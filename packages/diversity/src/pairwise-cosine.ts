import { type Analysis, type Chart, type Context, type Estimate, type Measure, type Note, notApplicable } from '@corpuscope/core'
import { dealtCoordinates, drawn, type Embedding, embedded, pickRows } from '@corpuscope/features'
import { criticalValue, type Random } from '@corpuscope/statistics'
import { type PairDistribution, pairDistribution } from './pair-distribution.ts'
import { grouped, leftOut, noPoint } from './words-for.ts'

/** Documents whose pairs are all compared; of more, this many are drawn. */
const mostCompared = 20_000

/** Documents that the null model deals the coordinates of. */
const mostDealt = 1000

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

const family = {
  unit: 'cosine',
  range: [-1, 1] as [number, number],
  source: { text: 'Quantiles as R type 7 over pairs of documents; beyond 2,000 documents from counts in bins of 2^-16' },
}
const whichPairs =
  'of the embeddings over all pairs of documents; of more than 20,000 documents over the pairs of 20,000 drawn by the hash of their keys. ' +
  'No interval: each document stands in many pairs.'

/** Points of the distribution over pairs, each with its measure. */
const quantiles: readonly (readonly [p: number, measure: Measure])[] = [
  [
    0,
    {
      ...family,
      id: 'pairwise-cosine-least',
      title: 'Similarity of the two least alike documents',
      direction: 'lower',
      definition: `Least cosine similarity ${whichPairs}`,
    },
  ],
  [
    0.05,
    {
      ...family,
      id: 'pairwise-cosine-q05',
      title: 'Similarity that 5 % of pairs fall short of',
      direction: 'lower',
      definition: `5 % quantile of the cosine similarity ${whichPairs}`,
    },
  ],
  [
    0.5,
    {
      ...family,
      id: 'pairwise-cosine-median',
      title: 'Similarity of the middle pair',
      direction: 'lower',
      definition: `Median cosine similarity ${whichPairs}`,
    },
  ],
  [
    0.95,
    {
      ...family,
      id: 'pairwise-cosine-q95',
      title: 'Similarity that 5 % of pairs exceed',
      direction: 'lower',
      definition: `95 % quantile of the cosine similarity ${whichPairs}`,
    },
  ],
  [
    1,
    {
      ...family,
      id: 'pairwise-cosine-greatest',
      title: 'Similarity of the two most alike documents',
      direction: 'lower',
      definition: `Greatest cosine similarity ${whichPairs} A value of 1 is a copy in all but word order.`,
    },
  ],
]

const remoteClique: Measure = {
  id: 'remote-clique',
  title: 'Mean distance of two documents',
  unit: 'cosine distance',
  range: [0, 2],
  direction: 'higher',
  definition: 'Mean over documents of the mean cosine distance to the other documents: 1 - pairwise-cosine, with the same interval.',
  source: { text: 'Cox et al. 2021, Directed Diversity, CHI', url: 'https://doi.org/10.1145/3411764.3445782' },
}

const internalDiversity: Measure = {
  id: 'internal-diversity',
  title: 'Internal diversity (IntDiv)',
  unit: 'ratio',
  range: [0, 2],
  direction: 'higher',
  definition: '1 - the mean cosine similarity over all pairs, each document with itself included: (n - 1) / n times remote-clique.',
  source: { text: 'Benhenda 2017, ChemGAN challenge for drug discovery', url: 'https://arxiv.org/abs/1708.08227' },
}

/** How alike two documents of the corpus are, on average and over the pairs. */
export const pairwiseCosine = (): Analysis<null> => ({
  id: measure.id,
  measures: [measure, ...quantiles.map(([, quantile]) => quantile), remoteClique, internalDiversity],
  needs: ['embedding'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const embedding = context.feature<Embedding>('embedding')
    const { rows, vectors } = embedded(embedding)
    const estimate = estimateOf(embedding, rows.length, vectors)
    const { value, reason } = estimate
    if (value === null) {
      const others = [...quantiles.map(([, { id }]) => id), remoteClique.id, internalDiversity.id]
      return { estimates: [estimate, ...others.map((id) => notApplicable(id, reason!, estimate.left))] }
    }
    const compared = comparedOf(embedding, rows, context)
    return {
      estimates: [
        estimate,
        ...quantiles.map(([p, { id }]) => quantileOf(id, p, compared, estimate)),
        distanceOf(remoteClique.id, 1, estimate),
        distanceOf(internalDiversity.id, (rows.length - 1) / rows.length, estimate),
      ],
      ...histogramOf(compared, context.random(`${measure.id} null`)),
      instruments: [embedding.instrument],
    }
  },
})

/** The same number said as a distance. */
function distanceOf(id: string, factor: number, { value, interval, ...estimate }: Estimate): Estimate {
  const distance = (cosine: number): number => factor * (1 - cosine)
  return { ...estimate, measure: id, value: distance(value!), interval: interval && [distance(interval[1]), distance(interval[0])] }
}

/** Documents whose pairs are compared, and how alike these are. */
interface Compared {
  readonly n: number
  readonly d: number
  readonly vectors: Float64Array
  readonly present: number
  readonly pairs: PairDistribution
  /** Which documents, where not all of them. */
  readonly which: string
}

function comparedOf({ d, vectors: all }: Embedding, present: Uint32Array, { rows }: Context): Compared {
  const places = drawn(rows, present, mostCompared)
  const n = places.length
  const vectors = pickRows(all, d, places)
  const which = n < present.length ? `${grouped(n)} of ${grouped(present.length)} documents, drawn by the hash of their keys` : ''
  return { n, d, vectors, present: present.length, pairs: pairDistribution(vectors, n, d), which }
}

function quantileOf(id: string, p: number, { n, present, pairs, which }: Compared, { left, instrument }: Estimate): Estimate {
  const reasons = [...(left > 0 ? [leftOut(left).reason] : []), ...(which ? [`pairs of ${which}`] : [])]
  return {
    measure: id,
    value: pairs.quantile(p),
    interval: null,
    n,
    left: left + present - n,
    ...(instrument !== undefined && { instrument }),
    status: 'measured',
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  }
}

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

function histogramOf({ n, d, vectors, pairs, which }: Compared, random: Random): { charts: Chart[]; notes: Note[] } {
  const { edges, counts } = pairs.histogram(50)
  const say = (p: number): string => pairs.quantile(p).toFixed(2)
  const size = Math.min(n, mostDealt)
  const chance = pairDistribution(dealtCoordinates(vectors, size, d, random), size, d)
  const chart: Chart = {
    id: 'pairwise-cosine-histogram',
    analysis: measure.id,
    form: 'histogram',
    title: 'Similarity of pairs of documents',
    summary:
      `Half of ${grouped(pairs.pairs)} pairs are less alike than ${say(0.5)}, the middle 90 % between ${say(0.05)} and ${say(0.95)}` +
      `${which ? `; pairs of ${which}` : ''}. By chance (the coordinates of the embedding dealt out anew among the documents) 5 % of pairs would exceed ${chance.quantile(0.95).toFixed(2)} and 5 % fall short of ${chance.quantile(0.05).toFixed(2)}: ` +
      'what lies beyond are documents on one subject and on subjects far apart.',
    unit: 'cosine',
    edges: [...edges],
    counted: 'pairs',
    counts: [...counts],
    marks: [{ title: 'median', value: pairs.quantile(0.5) }],
    reference: {
      title: 'by chance',
      counts: chance.countsWithin(edges).map((count) => (count / chance.pairs) * pairs.pairs),
    },
  }
  const notes = which ? [{ analysis: measure.id, text: `The histogram of similarities holds the pairs of ${which}.` }] : []
  return { charts: [chart], notes }
}
