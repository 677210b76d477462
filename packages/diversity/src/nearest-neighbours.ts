import { type Analysis, type Context, type Estimate, type Measure, notApplicable, type Result } from '@corpuscope/core'
import { drawn, type Embedding, embedded, type Neighbours, nearestNeighbours, pickRows } from '@corpuscope/features'
import { criticalValue, type Interval, mean, standardDeviation, wilson } from '@corpuscope/statistics'
import { hubness } from './hubness.ts'
import { twoNnDimension } from './two-nn.ts'
import { grouped, leftOut, noPoint } from './words-for.ts'

const id = 'nearest-neighbours'

/** Documents compared at most; the work grows with the square of it. */
const mostCompared = 5000

/** Neighbours that hubness is counted over. */
const neighbourhood = 10

/** From this similarity on, two documents say the same in the same words, as far as the embedding can tell. */
const identical = 0.99

const sampled = 'Of more than 5,000 documents, 5,000 drawn by the hash of their keys are compared among themselves.'

const distance: Measure = {
  id: 'nearest-neighbour-distance',
  title: 'Distance to the most similar document',
  unit: 'cosine distance',
  range: [0, 2],
  direction: 'higher',
  definition: `Chamfer distance: mean over documents of the cosine distance of the embeddings to the nearest other document; copies drive it to 0. It falls as a corpus grows. ${sampled}`,
  source: { text: 'Cox et al. 2021, Directed Diversity, CHI', url: 'https://doi.org/10.1145/3411764.3445782' },
}

const nearIdentical: Measure = {
  id: 'near-identical-share',
  title: 'Documents with a near-identical one in meaning',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: `Share of documents whose most similar other document has a cosine similarity of ${identical} or more. It depends on the embedder. ${sampled}`,
  source: { text: 'Share over exact nearest neighbours; design effect by the jackknife over documents' },
}

const noInterval = 'No interval: the counts depend on each other.'
const hubSource = {
  text: 'Radovanović, Nanopoulos & Ivanović 2010, Hubs in space: popular nearest neighbors in high-dimensional data, JMLR 11:2487',
}

const hubSkewness: Measure = {
  id: 'hubness-skewness',
  title: 'Hubness: skewness of the neighbour counts',
  unit: 'skewness',
  range: [null, null],
  direction: 'descriptive',
  definition: `Skewness (population) of how often a document is among the ${neighbourhood} nearest of others: near 0 when all are, large when a few documents are near to everything. ${sampled} ${noInterval}`,
  source: hubSource,
}

const hubRobinHood: Measure = {
  id: 'hubness-robin-hood',
  title: 'Hubness: Robin Hood index',
  unit: 'ratio',
  range: [0, 1],
  direction: 'descriptive',
  definition: `Share of the places among the ${neighbourhood} nearest that would have to move to give each document equally many. ${sampled} ${noInterval}`,
  source: { text: 'Feldbauer, Leodolter, Plant & Flexer 2018, Fast approximate hubness reduction for large high-dimensional data' },
}

const dimension: Measure = {
  id: 'intrinsic-dimension',
  title: 'Intrinsic dimension (TwoNN)',
  unit: 'dimensions',
  range: [0, null],
  direction: 'descriptive',
  definition:
    'In how many directions documents vary around each other: the slope through the origin of -ln(1 - i / N) on the i-th smallest logarithm of the ratio of the distances to the ' +
    `second and first neighbour, the largest tenth of the ratios dropped, documents with a copy left out. ${sampled} Interval: that of a Pareto exponent from N independent ratios.`,
  source: {
    text: "Facco, d'Errico, Rodriguez & Laio 2017, Estimating the intrinsic dimension of datasets by a minimal neighborhood information, Scientific Reports 7:12140",
    url: 'https://doi.org/10.1038/s41598-017-11873-y',
  },
}

const measures = [distance, nearIdentical, hubSkewness, hubRobinHood, dimension]

/** How near each document has its like, and whether a few documents are near to everything. */
export const nearestNeighboursAnalysis = (): Analysis<null> => ({
  id,
  measures,
  needs: ['embedding'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude: (_, context) => resultOf(context.feature<Embedding>('embedding'), context),
})

function resultOf(embedding: Embedding, { rows }: Context): Result {
  const { n, d, vectors, instrument } = embedding
  const { rows: present } = embedded(embedding)
  const absent = n - present.length
  if (present.length < 2) {
    const reason = `needs two documents with an embedding, but ${absent} of ${n} are ${noPoint}`
    return { estimates: measures.map((measure) => notApplicable(measure.id, reason, absent)) }
  }
  const places = drawn(rows, present, mostCompared)
  const size = places.length
  const neighbours = nearestNeighbours(pickRows(vectors, d, places), size, d, neighbourhood)
  const reasons = [
    ...(absent > 0 ? [leftOut(absent).reason] : []),
    ...(size < present.length ? [`${grouped(size)} of ${grouped(present.length)} documents drawn by the hash of their keys`] : []),
  ]
  const common = {
    n: size,
    left: n - size,
    instrument: instrument.fingerprint,
    status: 'measured',
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  } as const
  const nearest = nearestOf(neighbours, size)
  const values = new Float64Array(n).fill(Number.NaN)
  for (let i = 0; i < size; i++) values[places[i]!] = nearest.first[i]!
  return {
    estimates: [
      { ...common, ...distanceEstimate(nearest) },
      { ...common, ...shareEstimate(nearest) },
      ...hubEstimates(neighbours, size, common),
      dimensionEstimate(nearest, common, n),
    ],
    documentValues: { [distance.id]: values },
    instruments: [instrument],
  }
}

/** Cosine distances to the first and second neighbour, and which the first one is; without a second one, no distance. */
interface Nearest {
  readonly first: Float64Array
  readonly second: Float64Array | null
  readonly index: Uint32Array
}

function nearestOf({ k, indices, similarities }: Neighbours, n: number): Nearest {
  const column = (at: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => {
      const value = 1 - similarities[i * k + at]!
      // Copies come out a few roundings off 0.
      return Math.abs(value) < 1e-12 ? 0 : Math.min(2, value)
    })
  return { first: column(0), second: k > 1 ? column(1) : null, index: Uint32Array.from({ length: n }, (_, i) => indices[i * k]!) }
}

/**
 * Standard error of the mean of a function of the distance to the nearest neighbour, by leaving out one document at a time: those whose
 * nearest it was fall back on their second. By Efron & Stein 1981 it errs, if at all, on the large side.
 */
function jackknifeError({ first, second, index }: Nearest, of: (distance: number) => number): number | null {
  const n = first.length
  if (!second || n < 3) return null
  const gained = new Float64Array(n)
  let sum = 0
  for (let i = 0; i < n; i++) {
    gained[index[i]!]! += of(second[i]!) - of(first[i]!)
    sum += of(first[i]!)
  }
  const without = Float64Array.from({ length: n }, (_, i) => (sum - of(first[i]!) + gained[i]!) / (n - 1))
  return (standardDeviation(without)! * (n - 1)) / Math.sqrt(n)
}

type Part = Pick<Estimate, 'measure' | 'value' | 'interval' | 'intervalMethod' | 'spread'>

function distanceEstimate(nearest: Nearest): Part {
  const value = mean(nearest.first)!
  const error = jackknifeError(nearest, (each) => each)
  const sd = standardDeviation(nearest.first)
  const reach = error === null ? null : criticalValue(0.95) * error
  return {
    measure: distance.id,
    value,
    interval: reach === null ? null : [Math.max(0, value - reach), Math.min(2, value + reach)],
    ...(reach !== null && { intervalMethod: 'normal, jackknife over documents' }),
    ...(sd !== null && { spread: { sd, cv: value === 0 ? null : sd / value } }),
  }
}

function shareEstimate(nearest: Nearest): Part {
  const n = nearest.first.length
  const near = (each: number): number => (each <= 1 - identical ? 1 : 0)
  const value = mean(nearest.first.map(near))!
  const error = jackknifeError(nearest, near)
  // Where all documents agree nothing varies, and the smallest group of near-identical documents, two, stands in.
  const effective = error ? Math.min(n, (value * (1 - value)) / error ** 2) : n / 2
  const interval: Interval | null = error === null ? null : wilson(value * effective, effective)
  return { measure: nearIdentical.id, value, interval, ...(interval && { intervalMethod: 'Wilson with a design effect by the jackknife' }) }
}

function hubEstimates({ k, indices }: Neighbours, n: number, common: Omit<Estimate, keyof Part>): Estimate[] {
  if (n <= neighbourhood + 1) {
    const reason = `needs more than ${neighbourhood + 1} documents with an embedding, but has ${n}`
    return [notApplicable(hubSkewness.id, reason, n), notApplicable(hubRobinHood.id, reason, n)]
  }
  const { skewness, robinHood } = hubness(indices, n, k)!
  return [
    skewness === null
      ? notApplicable(hubSkewness.id, 'every document is equally often a neighbour', n)
      : { ...common, measure: hubSkewness.id, value: skewness, interval: null },
    { ...common, measure: hubRobinHood.id, value: robinHood, interval: null },
  ]
}

function dimensionEstimate({ first, second }: Nearest, common: Omit<Estimate, keyof Part>, n: number): Estimate {
  const euclidean = (distances: Float64Array): Float64Array => distances.map((each) => Math.sqrt(2 * Math.max(0, each)))
  const value = second && twoNnDimension(euclidean(first), euclidean(second))
  if (value === null) return notApplicable(dimension.id, 'needs three documents that are no copies, at different distances', n)
  const kept = first.reduce((count, each) => count + (each > 0 ? 1 : 0), 0)
  const reach = (criticalValue(0.95) * value) / Math.sqrt(kept)
  return {
    ...common,
    measure: dimension.id,
    value,
    interval: [Math.max(0, value - reach), value + reach],
    intervalMethod: 'normal, value / √N',
    n: kept,
    left: n - kept,
  }
}
