import { type Analysis, type Chart, type Context, type Estimate, type Measure, notApplicable, type Rows } from '@corpuscope/core'
import { bottomK, type HashTable, hashTable, sumOf } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { expectedGrowth, heapsFit, spectrumOf } from './heaps.ts'
import { type Sampled, sampled } from './sampled.ts'
import { zipfExponent } from './zipf.ts'

interface Partial {
  /** Words of the corpus by the hash of each type. */
  readonly counts: HashTable
  readonly sample: Sampled
}

const measures: readonly Measure[] = [
  {
    id: 'vocabulary-size',
    title: 'Different words of the corpus',
    unit: 'words',
    range: [0, null],
    direction: 'descriptive',
    definition: 'Different lower-cased words in all documents together. A count of this corpus, not of a population: it has no interval.',
    source: { text: 'Baayen 2001, Word Frequency Distributions' },
  },
  {
    id: 'zipf-s',
    title: 'Zipf exponent',
    unit: 'exponent',
    range: [0, null],
    direction: 'descriptive',
    definition:
      'The s of p(rank) = rank^-s / H(V, s) that makes the word frequencies of the corpus most likely, over all observed ranks. Running text lies near 1.',
    source: { text: 'Zipf 1949; Clauset, Shalizi & Newman 2009', url: 'https://doi.org/10.1137/070710111' },
  },
  {
    id: 'heaps-beta',
    title: 'Vocabulary growth (Heaps exponent)',
    unit: 'exponent',
    range: [0, 1],
    direction: 'descriptive',
    definition:
      'The beta of V(n) = K n^beta, by least squares of ln V on ln n over the growth curve to expect of words in random order, at fiftieths of the corpus. A corpus that keeps to the same words has a low one.',
    source: { text: 'Herdan 1960; Heaps 1978; Baayen 2001, section 2.6' },
  },
  {
    id: 'heaps-k',
    title: 'Vocabulary growth (Heaps K)',
    unit: 'words',
    range: [0, null],
    direction: 'descriptive',
    definition: 'The K of V(n) = K n^beta: see heaps-beta.',
    source: { text: 'Herdan 1960; Heaps 1978; Baayen 2001, section 2.6' },
  },
]

const sampleSize = 300
/** Groups of documents that are left out in turn; 2.262 is the 97.5 % quantile of t with 9 degrees of freedom. */
const groups = 10
const quantileOfT = 2.262157162798205
const method = 'jackknife over 10 groups of documents'

/** How the vocabulary of the whole corpus is distributed and grows. */
export function vocabularyGrowth(): Analysis<Partial> {
  return {
    id: 'vocabulary-growth',
    measures,
    create: () => ({ counts: hashTable.create(), sample: sampled.create(sampleSize) }),
    observe(partial, document) {
      const { hashes, frequencies } = words(document)
      hashTable.addEach(partial.counts, hashes, frequencies)
      if (!sampled.takes(partial.sample, document.key)) return undefined
      return { lists: { 'vocabulary-growth.types': hashes, 'vocabulary-growth.counts': frequencies } }
    },
    merge(partial, other) {
      hashTable.merge(partial.counts, other.counts)
      sampled.merge(partial.sample, other.sample)
    },
    conclude(partial, context) {
      const { rows } = context
      const frequencies = hashTable
        .values(partial.counts)
        .filter((count) => count > 0)
        .sort()
        .reverse()
      const reason = 'fewer than two different words'
      const whole = shapeOf(frequencies, 1)
      if (!whole) {
        return { estimates: measures.map(({ id }) => notApplicable(id, reason, rows.n)) }
      }
      const errors = jackknife(context, whole)
      const estimate = (measure: string, value: number, error: number | undefined): Estimate => ({
        measure,
        value,
        interval: error === undefined ? null : [Math.max(0, value - quantileOfT * error), value + quantileOfT * error],
        ...(error !== undefined && { intervalMethod: method }),
        n: rows.n,
        left: 0,
        status: 'measured',
      })
      return {
        estimates: [
          estimate('vocabulary-size', frequencies.length, undefined),
          estimate('zipf-s', whole.zipf, errors?.zipf),
          estimate('heaps-beta', whole.beta, errors?.beta),
          estimate('heaps-k', whole.k, errors?.k),
        ],
        charts: [zipfChart(frequencies, whole.zipf), growthChart(frequencies, whole)],
      }
    },
  }
}

interface Shape {
  readonly zipf: number
  readonly beta: number
  readonly k: number
}

function shapeOf(descending: Float64Array, start: number): Shape | null {
  const zipf = zipfExponent(descending, start)
  const growth = expectedGrowth(spectrumOf(descending))
  const heaps = heapsFit(growth.words, growth.types)
  return zipf === null || heaps === null ? null : { zipf, ...heaps }
}

/**
 * Standard errors by leaving out each of 10 groups of documents of the sample, scaled to the corpus's own number of documents. Documents are left
 * out, never drawn twice: a copy of a document would add words but no type.
 */
function jackknife({ rows }: Context, whole: Shape): Shape | undefined {
  const sample = sampleOf(rows)
  if (sample.length < 2 * groups) return undefined
  const index = hashTable.create()
  const total: number[] = []
  // Per group its types and their counts, one after the other.
  const parts: number[][] = Array.from({ length: groups }, () => [])
  sample.forEach((i, at) => {
    const part = parts[at % groups]!
    const types = rows.list('vocabulary-growth.types', i)
    const counts = rows.list('vocabulary-growth.counts', i)
    for (let t = 0; t < types.length; t++) {
      let type = hashTable.get(index, types[t]!)
      if (type < 0) {
        type = total.push(0) - 1
        hashTable.set(index, types[t]!, type)
      }
      total[type]! += counts[t]!
      part.push(type, counts[t]!)
    }
  })
  const shapes: Shape[] = []
  for (const part of parts) {
    const rest = Float64Array.from(total)
    for (let t = 0; t < part.length; t += 2) rest[part[t]!]! -= part[t + 1]!
    const shape = shapeOf(
      rest
        .filter((count) => count > 0)
        .sort()
        .reverse(),
      whole.zipf,
    )
    if (shape) shapes.push(shape)
  }
  if (shapes.length < groups) return undefined
  const error = (pick: (shape: Shape) => number): number => {
    const values = shapes.map(pick)
    const centre = sumOf(values) / groups
    const variance = (sumOf(values.map((value) => (value - centre) ** 2)) * (groups - 1)) / groups
    return Math.sqrt((variance * sample.length) / rows.n)
  }
  return { zipf: error(({ zipf }) => zipf), beta: error(({ beta }) => beta), k: error(({ k }) => k) }
}

/** The documents whose keys hash lowest, in that order, which is itself random. */
function sampleOf(rows: Rows): number[] {
  const sample = bottomK.create<number>(sampleSize)
  rows.keys.forEach((key, i) => {
    bottomK.add(sample, key, i)
  })
  return bottomK.entries(sample).map(([, i]) => i)
}

/** Ranks that a plot can tell apart: all up to 10, then about 20 a power of ten. */
function plotted(v: number): number[] {
  const ranks: number[] = []
  for (let r = 1; r <= v; r = Math.max(r + 1, Math.round(r * 1.12))) ranks.push(r)
  if (ranks.at(-1) !== v) ranks.push(v)
  return ranks
}

function zipfChart(descending: Float64Array, s: number): Chart {
  const ranks = plotted(descending.length)
  const words = sumOf(descending)
  let harmonic = 0
  for (let r = 1; r <= descending.length; r++) harmonic += r ** -s
  return {
    id: 'vocabulary-growth-zipf',
    analysis: 'vocabulary-growth',
    form: 'curve',
    title: 'Words by rank (Zipf)',
    summary: `The commonest of ${descending.length} different words makes up ${((100 * descending[0]!) / words).toFixed(1)} % of the text; the law fits best with exponent ${s.toFixed(3)}.`,
    xUnit: 'log10 of rank',
    unit: 'log10 of words',
    series: [
      { title: 'this corpus', x: ranks.map(Math.log10), y: ranks.map((r) => Math.log10(descending[r - 1]!)) },
      { title: `Zipf, s = ${s.toFixed(3)}`, x: ranks.map(Math.log10), y: ranks.map((r) => Math.log10((words * r ** -s) / harmonic)) },
    ],
  }
}

function growthChart(descending: Float64Array, { beta, k }: Shape): Chart {
  const growth = expectedGrowth(spectrumOf(descending))
  return {
    id: 'vocabulary-growth-heaps',
    analysis: 'vocabulary-growth',
    form: 'curve',
    title: 'Vocabulary growth (Heaps)',
    summary: `Reading on to the end, ${descending.length} different words are met; different words grow as words to the power of ${beta.toFixed(3)}.`,
    xUnit: 'words read',
    unit: 'different words',
    series: [
      { title: 'to expect in random order', x: growth.words, y: growth.types },
      { title: `Heaps, beta = ${beta.toFixed(3)}`, x: growth.words, y: growth.words.map((n) => k * n ** beta) },
    ],
  }
}
