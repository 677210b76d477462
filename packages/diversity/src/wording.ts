import { type Analysis, type Context, type Estimate, type Measure, notApplicable } from '@corpuscope/core'
import { drawn, placesWithWords, type WordSequences } from '@corpuscope/features'
import { criticalValue, type Interval, mean, meanInterval, standardDeviation } from '@corpuscope/statistics'
import { distinctShare, distinctShareError, nGrams, selfRepetition } from './n-grams.ts'
import { rougeL } from './rouge-l.ts'
import { selfBleu } from './self-bleu.ts'
import { grouped } from './words-for.ts'

const id = 'wording'

/** Documents whose runs of words are counted together. */
const mostCounted = 5000

/** Documents that self-BLEU holds against each other: it rises with their number. */
const mostHeld = 100

/** Documents whose longest common subsequences are sought, over all pairs. */
const mostAligned = 40

/** Words of each of them. */
const longest = 1000

const drawnBy = (most: number): string => `Of more than ${grouped(most)} documents, ${grouped(most)} are drawn by the hash of their keys.`
const falls = 'It falls as a corpus grows: contrast corpora of one size.'

const distinctSource = { text: 'Li et al. 2016, A Diversity-Promoting Objective Function for Neural Conversation Models, NAACL' }

const distinct = (n: number): Measure => ({
  id: `distinct-${n}`,
  title: n === 1 ? 'Different words' : `Different runs of ${n} words`,
  unit: 'ratio',
  range: [0, 1],
  direction: 'descriptive',
  definition: `Different runs of ${n} consecutive words / all such runs, over the corpus; a run never crosses documents. ${falls} ${drawnBy(mostCounted)}`,
  source: distinctSource,
})

const lengths = [1, 2, 3, 4] as const
const distincts = lengths.map(distinct)

const score: Measure = {
  id: 'n-gram-diversity',
  title: 'N-gram diversity',
  unit: 'ratio',
  range: [0, 4],
  direction: 'descriptive',
  definition: `Sum of distinct-1 to distinct-4. ${falls}`,
  source: {
    text: 'Padmakumar & He 2023, Does Writing with Language Models Reduce Content Diversity?; Meister et al. 2023',
    url: 'https://arxiv.org/abs/2309.05196',
  },
}

const repetition: Measure = {
  id: 'self-repetition',
  title: 'Repetition of runs of four words',
  unit: 'ln(1 + documents)',
  range: [0, null],
  direction: 'descriptive',
  definition: `Mean over documents of ln(1 + the number of other documents that hold a run of four words, summed over the document's different runs). It rises as a corpus grows. ${drawnBy(mostCounted)}`,
  source: { text: 'Salkar et al. 2022, Self-Repetition in Abstractive Neural Summarizers, AACL', url: 'https://arxiv.org/abs/2210.08145' },
}

const bleu: Measure = {
  id: 'self-bleu',
  title: 'Wording found in other documents (self-BLEU)',
  unit: 'BLEU',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Mean over documents of 4 words or more of BLEU-4 with all others as references (smoothing method 1 with 0.1, closest reference length). It rises with the number of documents. ' +
    `${drawnBy(mostHeld)} The interval takes the references as given.`,
  source: { text: 'Zhu et al. 2018, Texygen: A Benchmarking Platform for Text Generation Models', url: 'https://arxiv.org/abs/1802.01886' },
}

const homogenisation: Measure = {
  id: 'rouge-l-homogenisation',
  title: 'Wording shared by two documents (ROUGE-L)',
  unit: 'ROUGE-L',
  range: [0, 1],
  direction: 'lower',
  definition: `Mean ROUGE-L F of two documents over all pairs, of the first ${grouped(longest)} words of each. ${drawnBy(mostAligned)}`,
  source: {
    text: 'Padmakumar & He 2023, Does Writing with Language Models Reduce Content Diversity?',
    url: 'https://arxiv.org/abs/2309.05196',
  },
}

const measures = [...distincts, score, repetition, bleu, homogenisation]

/** How much of the wording comes back: in runs of words, in other documents, in the order of things. */
export const wording = (): Analysis<null> => ({
  id,
  measures,
  needs: ['words'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const sequences = context.feature<WordSequences>('words')
    const present = placesWithWords(sequences)
    const pick = (most: number): Uint32Array[] => Array.from(drawn(context.rows, present, most), (i) => sequences.of(i))
    return { estimates: [...runs(pick(mostCounted), context), held(pick(mostHeld), context), aligned(pick(mostAligned), context)] }
  },
})

/** What all estimates say of how many documents they are made of. */
function part(n: number, { rows }: Context, why: string): Pick<Estimate, 'n' | 'left' | 'status' | 'reason'> {
  const left = rows.n - n
  return {
    n,
    left,
    status: 'measured',
    ...(left > 0 && { reason: `${grouped(n)} of ${grouped(rows.n)} documents: ${why}, more are drawn by hash` }),
  }
}

function around(value: number, error: number | null, [least, greatest]: Interval): Pick<Estimate, 'interval' | 'intervalMethod'> {
  if (error === null) return { interval: null }
  const reach = criticalValue(0.95) * error
  return {
    interval: [Math.max(least, value - reach), Math.min(greatest, value + reach)],
    intervalMethod: 'normal, jackknife over documents',
  }
}

function runs(documents: readonly Uint32Array[], context: Context): Estimate[] {
  const grams = lengths.map((n) => nGrams(documents, n))
  const shares = grams.map(distinctShare)
  const errors = grams.map(distinctShareError)
  const { n } = context.rows
  const estimates: Estimate[] = distincts.map((measure, at) => {
    const value = shares[at]!
    if (value === null) return notApplicable(measure.id, `no document has ${lengths[at]} words`, n)
    const holders = documents.filter(({ length }) => length >= lengths[at]!).length
    return { measure: measure.id, value, ...around(value, errors[at]!, [0, 1]), ...part(holders, context, 'shorter ones have no run') }
  })
  const [fours, four] = [grams[3]!, shares[3]!]
  if (four === null) {
    const reason = 'no document has 4 words'
    return [...estimates, notApplicable(score.id, reason, n), notApplicable(repetition.id, reason, n)]
  }
  const holders = documents.filter(({ length }) => length >= 4).length
  const shared = part(holders, context, 'those of fewer than 4 words have no run')
  const sum = shares.reduce<number>((total, share) => total + share!, 0)
  // The four shares rise and fall together: their errors add up.
  const error = errors.includes(null) ? null : errors.reduce<number>((total, each) => total + each!, 0)
  const repeated = selfRepetition(fours).filter((_, i) => documents[i]!.length >= 4)
  return [
    ...estimates,
    { measure: score.id, value: sum, ...around(sum, error, [0, 4]), ...shared },
    { measure: repetition.id, ...meanOf(repeated), ...shared },
  ]
}

function meanOf(values: Float64Array): Pick<Estimate, 'value' | 'interval' | 'intervalMethod' | 'spread'> {
  const { interval, method } = meanInterval(values)
  const sd = standardDeviation(values)
  const value = mean(values)!
  return {
    value,
    interval,
    ...(interval && { intervalMethod: method }),
    ...(sd !== null && { spread: { sd, cv: value === 0 ? null : sd / value } }),
  }
}

function held(documents: readonly Uint32Array[], context: Context): Estimate {
  const scores = documents.length < 2 ? new Float64Array(0) : selfBleu(documents).filter((_, i) => documents[i]!.length >= 4)
  if (scores.length === 0) return notApplicable(bleu.id, 'needs two documents with words, one of them with 4', context.rows.n)
  return {
    measure: bleu.id,
    ...meanOf(scores),
    ...part(scores.length, context, 'those of fewer than 4 words have no part'),
  }
}

function aligned(documents: readonly Uint32Array[], context: Context): Estimate {
  const n = documents.length
  if (n < 2) return notApplicable(homogenisation.id, 'needs two documents with words', context.rows.n)
  const scores = rougeL(documents.map((words) => words.subarray(0, longest)))
  const each = Float64Array.from(documents, (_, i) => scores.subarray(i * n, (i + 1) * n).reduce((sum, score) => sum + score, 0) / (n - 1))
  const value = mean(each)!
  // Jackknife of a mean over pairs: without document i it is value - 2 (its mean - value) / (n - 2).
  const squares = each.reduce((sum, own) => sum + (2 * (own - value)) ** 2, 0)
  const error = n < 3 ? null : Math.sqrt(((n - 1) / n) * squares) / (n - 2)
  return {
    measure: homogenisation.id,
    value,
    ...around(value, error, [0, 1]),
    ...part(n, context, 'empty ones have no part'),
  }
}
