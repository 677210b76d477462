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
import { cellEstimates } from './against-cells.ts'
import { measures, mostCompared, mostLearned, nearest, permutations } from './against-measures.ts'
import { exchanged, type Plain, pooled, type Side, shuffled } from './against-sides.ts'
import { classifierTwoSample } from './classifier-two-sample.ts'
import { frechetDistance } from './frechet-distance.ts'
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
const least = 20
const mostRegions = 20

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
      ...cellEstimates(reference, candidate, d, context, plain),
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
