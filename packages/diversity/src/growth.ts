import { type Analysis, type Chart, type Context, type Estimate, type Measure, notApplicable, type Result } from '@corpuscope/core'
import { dotProducts, drawn, type Embedding, embedded, nearestNeighbours, pickRows, type WordSequences } from '@corpuscope/features'
import { criticalValue, mean, rectifiedPowerLaw, shuffle, standardDeviation, symmetricEigen } from '@corpuscope/statistics'
import { distinctPairs } from './distinct-pairs.ts'
import { gramMatrix, vendiScore } from './vendi-score.ts'
import { grouped } from './words-for.ts'

const id = 'growth'

/** Documents that take part, and of those at most so many whose nearest neighbours are looked for. */
const mostTaken = 20_000
const mostQueried = 1000

/** Words of a document that take part. */
const longest = 300

/** Parts of the documents, each larger by a half power of two, up to all of them; the first has a sixteenth. */
const parts = 9
const least = 160

/** Orders in which the documents are taken; fewer where a decomposition costs much. */
const ordersFor = (d: number): number => (d <= 256 ? 4 : 2)

const definition = (what: string): string =>
  `By how much ${what} would change if as many documents again were written in the same way, as a share of what it is: a rectified power law fitted to its value on ` +
  `${parts} parts of the documents, from a sixteenth to all of them (mean of a few random orders), read at twice their number. Interval: as wide as the error that halves make when ` +
  `they foretell the whole. Of more than ${grouped(mostTaken)} documents, ${grouped(mostTaken)} are drawn by the hash of their keys.`

const source = {
  text: 'Lin et al. 2024, Selecting Large Language Model to Fine-tune via Rectified Scaling Law, ICML',
  url: 'https://arxiv.org/abs/2402.02314',
}
const family = { unit: 'ratio', direction: 'descriptive', source } satisfies Partial<Measure>

/** What is followed as the corpus grows. */
interface Followed {
  readonly measure: Measure
  /** Of the chart. */
  readonly title: string
  readonly unit: string
  /** Of the first so many documents of an order, for each of some ascending sizes. */
  readonly values: (order: Uint32Array, sizes: readonly number[], material: Material) => number[]
}

interface Material {
  readonly vectors: Float64Array
  readonly d: number
  readonly words: (place: number) => Uint32Array
}

const followed: readonly Followed[] = [
  {
    measure: {
      ...family,
      range: [0, null],
      id: 'vendi-score-growth',
      title: 'Different documents that as many again would add',
      definition: `${definition('the Vendi score')} It cannot fall, but for chance.`,
    },
    title: 'Effective number of different documents',
    unit: 'documents',
    values: (order, sizes, { vectors, d }) => sizes.map((n) => vendiOf(pickRows(vectors, d, order.subarray(0, n)), n, d)),
  },
  {
    measure: {
      ...family,
      range: [-1, 0],
      id: 'nearest-neighbour-distance-growth',
      title: 'How much nearer the most similar document would come',
      definition: `${definition('the mean distance to the most similar document')} Distances are those of at most ${grouped(mostQueried)} documents of each part.`,
    },
    title: 'Distance to the most similar document',
    unit: 'cosine distance',
    values: (order, sizes, { vectors, d }) =>
      sizes.map((n) => {
        const rows = Uint32Array.from({ length: Math.min(n, mostQueried) }, (_, i) => i)
        const { similarities } = nearestNeighbours(pickRows(vectors, d, order.subarray(0, n)), n, d, 1, { rows, precision: 'single' })
        return Math.max(1e-9, 1 - mean(similarities)!)
      }),
  },
  {
    measure: {
      ...family,
      range: [-1, 0],
      id: 'distinct-2-growth',
      title: 'How much more often runs of two words would come back',
      definition: `${definition('the share of different runs of two words')} Each document gives its first ${longest} words.`,
    },
    title: 'Different runs of 2 words / all such runs',
    unit: 'ratio',
    values: (order, sizes, { words }) => distinctPairs(order, sizes, (place) => words(place).subarray(0, longest)),
  },
]

/** Whether more documents of the same making would still add diversity. */
export const growth = (): Analysis<null> => ({
  id,
  measures: followed.map(({ measure }) => measure),
  needs: ['embedding', 'words'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude: (_, context) => resultOf(context.feature<Embedding>('embedding'), context),
})

function resultOf(embedding: Embedding, context: Context): Result {
  const { n, d, vectors, instrument } = embedding
  const places = drawn(context.rows, embedded(embedding).rows, mostTaken)
  if (places.length < least) {
    const reason = `needs ${least} documents with an embedding, but has ${places.length}`
    return { estimates: followed.map(({ measure }) => notApplicable(measure.id, reason, n - places.length)) }
  }
  const sequences = context.feature<WordSequences>('words')
  const material: Material = { vectors, d, words: (place) => sequences.of(place) }
  const random = context.random(id)
  const shuffled = Array.from({ length: ordersFor(d) }, () => shuffle(places.slice(), random))
  const sizes = Array.from({ length: parts }, (_, at) => Math.round(places.length * 2 ** ((at + 1 - parts) / 2)))
  const curves = followed.map(({ values }) => curveOf(sizes, shuffled, (order, some) => values(order, some, material)))
  const estimates = curves.map((curve, at): Estimate => {
    const { measure } = followed[at]!
    if (!curve) return notApplicable(measure.id, 'too few documents have what it counts', n)
    const { gain, error } = curve
    const reach = criticalValue(0.95) * error
    const within = (value: number): number => Math.min(measure.range[1] ?? value, Math.max(measure.range[0]!, value))
    return {
      measure: measure.id,
      value: within(gain),
      interval: [within(gain - reach), within(gain + reach)],
      intervalMethod: 'error of the halves in foretelling the whole',
      n: places.length,
      left: n - places.length,
      instrument: instrument.fingerprint,
      status: 'measured',
    }
  })
  const charts = curves.flatMap((curve, at) => (curve ? [chartOf(followed[at]!, sizes, curve)] : []))
  const [vendi] = estimates
  const notes = vendi!.value === null ? [] : [{ analysis: id, text: verdict(vendi!.value, vendi!.interval![0], vendi!.interval![1]) }]
  return { estimates, charts, notes, instruments: [instrument] }
}

/** A gain from twice as many documents that is next to none. */
const slight = 0.05

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function verdict(gain: number, low: number, high: number): string {
  const figure = `As many documents again would raise the effective number of different documents by some ${percent(gain)} (${percent(low)} to ${percent(high)})`
  if (low > slight) return `${figure}: more of the same making still adds diversity.`
  if (high < slight) return `${figure}: more of the same making adds next to none.`
  return `${figure}: more of the same making adds little, if any.`
}

interface Curve {
  /** Mean over the orders, and standard deviation, at each size. */
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  /** At twice the greatest size. */
  readonly fit: (size: number) => number
  readonly gain: number
  /** Of the gain, as halves foretold the whole. */
  readonly error: number
}

function curveOf(
  sizes: readonly number[],
  shuffled: readonly Uint32Array[],
  values: (order: Uint32Array, sizes: readonly number[]) => number[],
): Curve | null {
  // All of them are the same documents in any order.
  const whole = values(shuffled[0]!, sizes.slice(-1))[0]!
  const runs = shuffled.map((order) => values(order, sizes.slice(0, -1)))
  const means = [...sizes.slice(0, -1).map((_, at) => mean(runs.map((run) => run[at]!))!), whole]
  if (!means.every((each) => each > 0)) return null
  const deviations = [...sizes.slice(0, -1).map((_, at) => standardDeviation(runs.map((run) => run[at]!))!), 0]
  const greatest = sizes.at(-1)!
  const law = lawOf(sizes, means)
  // The fitted curve is moved onto what was measured of the whole.
  const fit = (size: number): number => law.at(size) * (whole / law.at(greatest))
  // The same done with half of the documents, by each order: what it foretells of the whole is off by this.
  const half = sizes.filter((size) => 2 * size <= greatest + 1).length
  const errors = runs.map((run) => {
    const found = lawOf(sizes.slice(0, half), run.slice(0, half))
    return (found.at(greatest) * (run[half - 1]! / found.at(sizes[half - 1]!))) / whole - 1
  })
  // The mean of some orders errs by what they have in common, and by their share of what they have not.
  const error = Math.sqrt(mean(errors)! ** 2 + standardDeviation(errors)! ** 2 / errors.length)
  return { means, deviations, fit, gain: fit(2 * greatest) / whole - 1, error }
}

/** A larger part says more of how it goes on. */
const lawOf = (sizes: readonly number[], values: readonly number[]) =>
  rectifiedPowerLaw(
    sizes,
    values,
    sizes.map((size) => Math.sqrt(size / sizes.at(-1)!)),
  )

/** By the d x d or the n x n form, whichever is smaller: their eigenvalues above 0 are the same. */
function vendiOf(vectors: Float64Array, n: number, d: number): number {
  if (n >= d) return vendiScore(symmetricEigen(gramMatrix(vectors, n, d), d).values)!
  const kernel = new Float64Array(n * n)
  dotProducts(vectors, vectors, d, [0, n], [0, n], kernel)
  return vendiScore(
    symmetricEigen(
      kernel.map((cosine) => cosine / n),
      n,
    ).values,
  )!
}

/** Sizes at which the fitted curve is drawn, from the measured ones on to twice the greatest. */
const drawnSizes = 12

function chartOf({ measure, title, unit }: Followed, sizes: readonly number[], { means, deviations, fit, gain, error }: Curve): Chart {
  const greatest = sizes.at(-1)!
  const reach = criticalValue(0.95)
  const further = Array.from({ length: drawnSizes }, (_, at) => Math.round(greatest * 2 ** (at / (drawnSizes - 1))))
  // The error was that of one doubling: it grows from nothing on the way.
  const spread = (size: number): number => reach * error * Math.log2(size / greatest) * means.at(-1)!
  return {
    id: `${measure.id}-curve`,
    analysis: id,
    form: 'curve',
    title: `${title}, by the size of the corpus`,
    summary:
      `On ${grouped(sizes[0]!)} to ${grouped(greatest)} documents drawn at random, and what a rectified power law foretells for up to ${grouped(2 * greatest)}: ` +
      `${gain < 0 ? '' : '+'}${percent(gain)}, give or take ${percent(reach * error)}.`,
    xUnit: 'documents',
    unit,
    series: [
      {
        title: 'measured',
        x: [...sizes],
        y: [...means],
        low: means.map((value, at) => value - reach * deviations[at]!),
        high: means.map((value, at) => value + reach * deviations[at]!),
      },
      {
        title: 'foretold',
        x: further,
        y: further.map(fit),
        low: further.map((size) => fit(size) - spread(size)),
        high: further.map((size) => fit(size) + spread(size)),
      },
    ],
  }
}
