import {
  type Analysis,
  type Companion,
  type Context,
  type Estimate,
  type Measure,
  notApplicable,
  type Result,
  type Table,
} from '@corpuscope/core'
import { type Clusters, drawn, type Embedding, embedded, jointEmbedding, kMeans, pickRows } from '@corpuscope/features'
import { criticalValue, type Interval, type Random, wilson } from '@corpuscope/statistics'
import { classifierTwoSample } from './classifier-two-sample.ts'
import { frechetDistance } from './frechet-distance.ts'
import { mauve } from './mauve.ts'
import {
  energyDistance,
  gaussianKernel,
  maximumMeanDiscrepancy,
  medianPair,
  overlap,
  type Points,
  pooledDistances,
  rowSums,
} from './two-samples.ts'
import { grouped, noPoint } from './words-for.ts'

const id = 'against'

/** Documents of each corpus that are compared pair by pair. */
const mostCompared = 1000
const nearest = 5
const permutations = 199
const least = 20
/** Documents of each corpus that the classifier learns from. */
const mostLearned = 500
const mostRegions = 20

const sampled = `Of more than ${grouped(mostCompared)} documents of a corpus, ${grouped(mostCompared)} are drawn by the hash of their keys.`
const balls = `A document's ball reaches to its ${nearest}th nearest of its own corpus (Euclidean, unit vectors). ${sampled}`
const improved = { text: 'Kynkäänniemi et al. 2019, Improved precision and recall metric for assessing generative models, NeurIPS' }
const reliable = { text: 'Naeem et al. 2020, Reliable fidelity and diversity metrics for generative models, ICML' }

const share = { unit: 'share', range: [0, 1], direction: 'higher' } satisfies Partial<Measure>
const distance = { unit: 'distance', range: [0, null], direction: 'lower' } satisfies Partial<Measure>

const measures = {
  precision: {
    ...share,
    id: 'against-precision',
    title: 'Documents that lie among those of the other corpus',
    definition: `Precision: share of the documents of this corpus that lie in the ball of a document of the other. ${balls}`,
    source: improved,
  },
  recall: {
    ...share,
    id: 'against-recall',
    title: 'Documents of the other corpus that lie among these',
    definition: `Recall: share of the documents of the other corpus that lie in the ball of a document of this one. One far outlier here has a ball that holds many: prefer coverage. ${balls}`,
    source: improved,
  },
  density: {
    unit: 'ratio',
    direction: 'higher',
    range: [0, null],
    id: 'against-density',
    title: 'Balls of the other corpus that hold a document',
    definition: `Density: mean number of balls of the other corpus that a document of this one lies in, divided by ${nearest}; about 1 where both are samples of one source. ${balls}`,
    source: reliable,
  },
  coverage: {
    ...share,
    id: 'against-coverage',
    title: 'Coverage of the other corpus',
    definition: `Coverage: share of the documents of the other corpus whose ball holds a document of this one. It grows with the size of this corpus. ${balls}`,
    source: reliable,
  },
  frechet: {
    ...distance,
    id: 'against-frechet-distance',
    title: 'Fréchet distance to the other corpus',
    definition:
      'Squared Fréchet distance of normal distributions with the means and covariances of the two corpora, over all documents. Biased upwards where documents are few: the floor is the distance between halves of the other corpus.',
    source: { text: 'Heusel et al. 2017, NeurIPS; Dowson & Landau 1982, Journal of Multivariate Analysis 12:450' },
  },
  mmd: {
    ...distance,
    range: [null, null],
    id: 'against-mmd',
    title: 'Maximum mean discrepancy to the other corpus',
    definition: `Squared maximum mean discrepancy, unbiased (it may be negative), with a Gaussian kernel as wide as the median distance of all pairs. Floor: the same after documents changed sides at random (${permutations} times). ${sampled}`,
    source: { text: 'Gretton et al. 2012, A kernel two-sample test, JMLR 13:723' },
  },
  permutation: {
    id: 'against-mmd-p',
    title: 'Chance that both corpora are samples of one source',
    unit: 'probability',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Permutation p of against-mmd: how often documents that changed sides at random gave as large a discrepancy, out of ${permutations} times and the one seen.`,
    source: { text: 'Gretton et al. 2012, A kernel two-sample test, JMLR 13:723; Phipson & Smyth 2010 for the one that is added' },
  },
  energy: {
    ...distance,
    id: 'against-energy-distance',
    title: 'Energy distance to the other corpus',
    definition: `Twice the mean distance across the corpora less the mean distances within them (Euclidean, a document counted with itself). Floor as for against-mmd. ${sampled}`,
    source: { text: 'Székely & Rizzo 2013, Energy statistics, Journal of Statistical Planning and Inference 143:1249' },
  },
  mauve: {
    unit: 'ratio',
    range: [0, 1],
    direction: 'higher',
    id: 'against-mauve',
    title: 'MAUVE of both corpora',
    definition: `Area under the divergence curve of the two corpora over cells, 1 where they fill the same ones. Cells by k-means on the unit vectors of both, one for ten documents of the smaller corpus (no principal axes are taken first). Reference: the mean after documents changed sides at random. ${sampled}`,
    source: { text: 'Pillutla et al. 2021, MAUVE: measuring the gap between neural text and human text, NeurIPS' },
  },
  classifier: {
    id: 'against-classifier-auc',
    title: 'How well a classifier tells the corpora apart',
    unit: 'ratio',
    range: [0, 1],
    direction: 'near',
    definition: `Classifier two-sample test: area under the ROC curve of a logistic regression (C = 1) on the embedding, five-fold cross-validated, on as many documents of either corpus (at most ${mostLearned}). 0.5: it cannot tell. Interval by DeLong.`,
    source: { text: 'Lopez-Paz & Oquab 2017, Revisiting classifier two-sample tests, ICLR' },
  },
} as const satisfies Record<string, Measure>

/** Where this corpus and the one it is held against lie in each other, by content. */
export const against = (): Analysis<null> => ({
  id,
  measures: Object.values(measures),
  needs: ['embedding'],
  alone: true,
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    if (!context.against) return absent('there is no other corpus; name one with --against', context.rows.n)
    return compared(context, context.against)
  },
})

const absent = (reason: string, left: number): Result => ({
  estimates: Object.values(measures).map((measure) => notApplicable(measure.id, reason, left)),
})

/** Some documents of one corpus, with their places in it. */
interface Side extends Points {
  readonly places: Uint32Array
}

function sideOf(embedding: Embedding, rows: Context['rows'], most: number): Side {
  const places = drawn(rows, embedded(embedding).rows, most)
  return { places, n: places.length, vectors: pickRows(embedding.vectors, embedding.d, places) }
}

const start = ({ vectors, places }: Side, n: number, d: number): Points => ({
  vectors: vectors.subarray(0, n * d),
  n: Math.min(n, places.length),
})

/** A space fitted on this corpus alone would not see what only the other speaks of: both are placed in one fitted on both. */
function pointsOf(context: Context, other: Companion): readonly [Embedding, Embedding] {
  const ours = context.feature<Embedding>('embedding')
  if (ours.basis) return jointEmbedding(context.rows, other.rows, context.random(`${id} space`))
  return [ours, other.feature<Embedding>('embedding')]
}

function compared(context: Context, other: Companion): Result {
  const [ours, theirs] = pointsOf(context, other)
  const { d, instrument } = ours
  const [candidate, reference] = [sideOf(ours, context.rows, mostCompared), sideOf(theirs, other.rows, mostCompared)]
  if (candidate.n < least || reference.n < least)
    return absent(
      `needs ${least} documents with a point in each corpus, but this one has ${candidate.n} and the other ${reference.n}; the others are ${noPoint}`,
      context.rows.n,
    )
  const common = (measure: Measure) => ({
    measure: measure.id,
    n: candidate.n,
    left: ours.n - candidate.n,
    instrument: instrument.fingerprint,
    status: 'measured' as const,
    reason: `against ${grouped(reference.n)} documents of the other corpus`,
  })
  const found = overlap(reference, candidate, d, nearest)
  const proportion = (measure: Measure, value: number, of: number): Estimate => ({
    ...common(measure),
    value,
    interval: wilson(Math.round(value * of), of),
    intervalMethod: 'Wilson, the balls taken as given',
  })
  const learned = Math.min(candidate.n, reference.n, mostLearned)
  const { auc, interval } = classifierTwoSample(start(reference, learned, d), start(candidate, learned, d), d)
  const all = (embedding: Embedding): Points => {
    const { rows, vectors } = embedded(embedding)
    return { vectors, n: rows.length }
  }
  const plain = (measure: Measure, value: number): Estimate => ({ ...common(measure), value, interval: null })
  return {
    estimates: [
      proportion(measures.precision, found.precision, candidate.n),
      proportion(measures.recall, found.recall, reference.n),
      plain(measures.density, found.density),
      proportion(measures.coverage, found.coverage, reference.n),
      {
        ...plain(measures.frechet, frechetDistance(all(theirs), all(ours), d)!),
        n: all(ours).n,
        left: ours.n - all(ours).n,
        floor: halvesApart(all(theirs), d, context.random(`${id} halves`)),
      },
      ...discrepancies(reference, candidate, d, context, plain),
      mauveOf(reference, candidate, d, context, plain),
      {
        ...common(measures.classifier),
        value: auc,
        interval,
        intervalMethod: 'DeLong',
        reference: 0.5,
        n: learned,
        left: ours.n - learned,
        reason: `${grouped(learned)} documents of each corpus`,
      },
    ],
    ...regionsOf(reference, candidate, d, context, other),
    instruments: [instrument],
  }
}

/** The distance between two halves of one corpus, drawn at random. */
function halvesApart({ vectors, n }: Points, d: number, random: Random): number {
  const order = shuffled(n, random)
  const half = (from: number, to: number): Points => ({ vectors: pickRows(vectors, d, order.subarray(from, to)), n: to - from })
  return frechetDistance(half(0, n >>> 1), half(n >>> 1, n), d) ?? 0
}

function shuffled(n: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = order[i]!
    order[i] = order[j]!
    order[j] = moved
  }
  return order
}

/** Sides drawn at random, as many documents on the first as there are. */
function* exchanged(n: number, size: number, times: number, random: Random): Generator<Uint8Array> {
  for (let time = 0; time < times; time++) {
    const order = shuffled(size, random)
    const first = new Uint8Array(size)
    for (let i = 0; i < n; i++) first[order[i]!] = 1
    yield first
  }
}

type Plain = (measure: Measure, value: number) => Estimate

function discrepancies(reference: Side, candidate: Side, d: number, context: Context, plain: Plain): Estimate[] {
  const size = reference.n + candidate.n
  const distances = pooledDistances(reference, candidate, d)
  const median = medianPair(distances, size)
  const first = new Uint8Array(size).fill(1, 0, reference.n)
  const energySums = rowSums(distances, size)
  const energy = energyDistance(distances, size, first, energySums)
  if (!(median > 0)) {
    const reason = 'most pairs of documents have the same point: there is no width for the kernel'
    return [
      notApplicable(measures.mmd.id, reason, 0),
      notApplicable(measures.permutation.id, reason, 0),
      plain(measures.energy, Math.max(0, energy)),
    ]
  }
  const kernel = gaussianKernel(distances, 1 / (2 * median * median))
  const sums = rowSums(kernel, size)
  const value = maximumMeanDiscrepancy(kernel, size, first, sums).unbiased
  const chances: number[] = []
  const energies: number[] = []
  for (const sides of exchanged(reference.n, size, permutations, context.random(`${id} permutations`))) {
    chances.push(maximumMeanDiscrepancy(kernel, size, sides, sums).unbiased)
    energies.push(Math.max(0, energyDistance(distances, size, sides, energySums)))
  }
  const p = (1 + chances.filter((chance) => chance >= value).length) / (permutations + 1)
  return [
    { ...plain(measures.mmd, value), ...floorsOf(chances) },
    plain(measures.permutation, p),
    { ...plain(measures.energy, Math.max(0, energy)), ...floorsOf(energies) },
  ]
}

function floorsOf(chances: readonly number[]): { floor: number; floor95: number } {
  const sorted = [...chances].sort((a, b) => a - b)
  return { floor: chances.reduce((sum, chance) => sum + chance, 0) / chances.length, floor95: sorted[Math.ceil(0.95 * sorted.length) - 1]! }
}

function pooled(reference: Side, candidate: Side, d: number): Float64Array {
  const vectors = new Float64Array((reference.n + candidate.n) * d)
  vectors.set(reference.vectors)
  vectors.set(candidate.vectors, reference.n * d)
  return vectors
}

function mauveOf(reference: Side, candidate: Side, d: number, context: Context, plain: Plain): Estimate {
  const size = reference.n + candidate.n
  const cells = Math.max(2, Math.round(Math.min(reference.n, candidate.n) / 10))
  const { of, k } = kMeans(pooled(reference, candidate, d), size, d, cells, context.random(`${id} cells`), { starts: 1, iterations: 50 })
  const score = (first: Uint8Array): number => {
    const [p, q] = [new Float64Array(k), new Float64Array(k)]
    for (let i = 0; i < size; i++) {
      if (first[i] === 1) p[of[i]!]! += 1 / reference.n
      else q[of[i]!]! += 1 / candidate.n
    }
    return mauve(p, q)
  }
  let sum = 0
  const times = 19
  for (const sides of exchanged(reference.n, size, times, context.random(`${id} cells exchanged`))) sum += score(sides)
  return { ...plain(measures.mauve, score(new Uint8Array(size).fill(1, 0, reference.n))), reference: sum / times }
}

interface Region {
  readonly here: number
  readonly there: number
  readonly difference: number
  readonly interval: Interval
  readonly documents: readonly string[]
}

/** Which parts of the space one corpus fills and the other does not: clusters of both, with the documents nearest to their centres. */
function regionsOf(reference: Side, candidate: Side, d: number, context: Context, other: Companion): Pick<Result, 'tables' | 'notes'> {
  const size = reference.n + candidate.n
  const vectors = pooled(reference, candidate, d)
  const k = Math.max(2, Math.min(mostRegions, Math.floor(Math.sqrt(size / 2))))
  const clusters = kMeans(vectors, size, d, k, context.random(`${id} regions`))
  const regions: Region[] = Array.from({ length: k }, (_, cluster) => {
    const members = Array.from(clusters.of.keys()).filter((i) => clusters.of[i] === cluster)
    const [there, here] = [members.filter((i) => i < reference.n), members.filter((i) => i >= reference.n)]
    const [p, q] = [here.length / candidate.n, there.length / reference.n]
    // Differences of as many regions as there are, each at its share of the 5 % (Bonferroni).
    const reach = criticalValue(1 - 0.05 / k) * Math.sqrt((p * (1 - p)) / candidate.n + (q * (1 - q)) / reference.n)
    const shown = nearestToCentre(vectors, d, clusters, cluster, p >= q ? here : there).slice(0, 3)
    return {
      here: p,
      there: q,
      difference: p - q,
      interval: [p - q - reach, p - q + reach] as Interval,
      documents: shown.map((i) =>
        i < reference.n ? other.rows.ids[reference.places[i]!]! : context.rows.ids[candidate.places[i - reference.n]!]!,
      ),
    }
  }).sort((a, b) => a.difference - b.difference)
  const lacking = regions.filter(({ interval }) => interval[1] < 0)
  const additional = regions.filter(({ interval }) => interval[0] > 0)
  const counted = (n: number): string => (n === 1 ? '1 region' : `${n} regions`)
  const table: Table = {
    id: `${id}-regions`,
    analysis: id,
    title: 'Regions of content, those that this corpus lacks most first',
    columns: [
      'Region',
      'Share here',
      'Share in the other',
      'Difference',
      'Low',
      'High',
      'Documents nearest its centre',
      'Their corpus',
    ].map((title) => ({ title })),
    rows: regions.map(({ here, there, difference, interval, documents }, at) => [
      at + 1,
      here,
      there,
      difference,
      ...interval,
      documents.join(', '),
      here >= there ? 'this' : 'the other',
    ]),
  }
  const text =
    lacking.length + additional.length === 0
      ? `The two corpora fill the same ${counted(k)} of content alike, as far as ${grouped(candidate.n)} and ${grouped(reference.n)} documents tell.`
      : `Of ${counted(k)} of content, this corpus has less of ${lacking.length} and more of ${additional.length} than the other, beyond chance.`
  return { tables: [table], notes: [{ analysis: id, text }] }
}

function nearestToCentre(vectors: Float64Array, d: number, { centres }: Clusters, cluster: number, members: readonly number[]): number[] {
  const product = (i: number): number => {
    let sum = 0
    for (let at = 0; at < d; at++) sum += vectors[i * d + at]! * centres[cluster * d + at]!
    return sum
  }
  return members
    .map((i) => ({ i, product: product(i) }))
    .sort((a, b) => b.product - a.product || a.i - b.i)
    .map(({ i }) => i)
}
