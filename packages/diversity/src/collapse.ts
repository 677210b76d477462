import {
  type Analysis,
  type Context,
  type Finding,
  fingerprint,
  type Measure,
  notApplicable,
  type Result,
  type Rule,
} from '@corpuscope/core'
import { drawn, placesWithWords, type WordSequences } from '@corpuscope/features'
import { criticalValue, mean, type Random, shuffle } from '@corpuscope/statistics'
import { grouped } from './words-for.ts'

const id = 'collapse'

/** Documents compared; each deal of their words costs as much as counting them. */
const mostDealt = 100

/** Words of each. */
const longest = 300

/** Deals of the null model: the greatest of 19 is exceeded by chance in one case of 20. */
const deals = 19

const least = 20

const measure: Measure = {
  id: 'template-excess',
  title: 'Alikeness beyond chance',
  unit: 'ratio',
  range: [0, null],
  direction: 'lower',
  definition:
    'Mean cosine similarity of the word counts of two documents / the same after the words of all documents were dealt out anew at random, lengths kept (mean of 19 deals). Documents with ' +
    'subjects of their own are less alike than chance: below 1. Fillings of one template are more alike than chance: above 1. ' +
    `Of more than ${mostDealt} documents, ${mostDealt} are drawn by the hash of their keys, each with its first ${grouped(longest)} words. Several templates can hide each other.`,
  source: {
    text: 'Permutation null for exchangeable words; jackknife of a U-statistic: Arvesen 1969, Annals of Mathematical Statistics 40:2076',
  },
}

const rule: Rule = {
  id: 'collapsed-onto-a-template',
  title: 'Documents more alike than chance',
  severity: 'warning',
  definition:
    'The lower end of the interval of template-excess lies above the greatest of 19 random deals of the same words: the documents share a text that is repeated from one to the next.',
  measure: measure.id,
}

/** Whether the documents are fillings of one template: more alike than their own words dealt at random. */
export const collapse = (): Analysis<null> => ({
  id,
  measures: [measure],
  rules: [rule],
  needs: ['words'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const sequences = context.feature<WordSequences>('words')
    const present = placesWithWords(sequences)
    const documents = Array.from(drawn(context.rows, present, mostDealt), (i) => sequences.of(i).subarray(0, longest))
    return resultOf(documents, context)
  },
})

function resultOf(documents: readonly Uint32Array[], context: Context): Result {
  const left = context.rows.n - documents.length
  if (documents.length < least) {
    const reason = `needs ${least} documents with words, but has ${documents.length}`
    return { estimates: [notApplicable(measure.id, reason, context.rows.n)] }
  }
  const numbered = numberWords(documents)
  const actual = alikeness(numbered)
  const random = context.random(id)
  const chance = Array.from({ length: deals }, () => alikeness(dealt(numbered, random)).mean)
  const expected = mean(chance)!
  const value = actual.mean / expected
  const reach = (criticalValue(0.95) * actual.error) / expected
  const low = Math.max(0, value - reach)
  const floor95 = Math.max(...chance) / expected
  const collapsed = low > floor95
  return {
    estimates: [
      {
        measure: measure.id,
        value,
        interval: [low, value + reach],
        intervalMethod: 'normal, jackknife over documents',
        n: documents.length,
        left,
        reference: 1,
        floor95,
        status: 'measured',
        ...(left > 0 && {
          reason: `${grouped(documents.length)} of ${grouped(context.rows.n)} documents: empty ones have no part, more than ${mostDealt} are drawn by hash`,
        }),
      },
    ],
    findings: collapsed ? [finding(value)] : [],
    notes: [
      {
        analysis: id,
        text: collapsed
          ? `Two documents are ${value.toFixed(2)} times as alike as their words dealt at random: they look like fillings of one template.`
          : `Two documents are ${value.toFixed(2)} times as alike as their words dealt at random: no sign of one template.`,
      },
    ],
  }
}

const finding = (value: number): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  document: null,
  message: `The corpus repeats a template: two documents are ${value.toFixed(2)} times as alike as their words dealt at random.`,
  fingerprint: fingerprint(rule.id, '', rule.id),
})

interface Numbered {
  /** Words of all documents, one document after the other, numbered from 0. */
  readonly words: Uint32Array
  readonly starts: Uint32Array
  readonly different: number
}

function numberWords(documents: readonly Uint32Array[]): Numbered {
  const numbers = new Map<number, number>()
  const starts = new Uint32Array(documents.length + 1)
  documents.forEach(({ length }, i) => {
    starts[i + 1] = starts[i]! + length
  })
  const words = new Uint32Array(starts[documents.length]!)
  let at = 0
  for (const document of documents)
    for (const word of document) {
      let number = numbers.get(word)
      if (number === undefined) numbers.set(word, (number = numbers.size))
      words[at++] = number
    }
  return { words, starts, different: numbers.size }
}

/** The same words in random order, cut into documents of the same lengths. */
const dealt = ({ words, starts, different }: Numbered, random: Random): Numbered => ({
  words: shuffle(words.slice(), random),
  starts,
  different,
})

/** Mean cosine of the word counts over all pairs, and its jackknife error; linear in the words. */
function alikeness({ words, starts, different }: Numbered): { readonly mean: number; readonly error: number } {
  const n = starts.length - 1
  const counts = new Uint32Array(different)
  const sum = new Float64Array(different)
  const scales = new Float64Array(n)
  const count = (i: number): void => {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) counts[words[at]!]!++
  }
  for (let i = 0; i < n; i++) {
    count(i)
    let squares = 0
    for (let at = starts[i]!; at < starts[i + 1]!; at++) squares += counts[words[at]!]!
    scales[i] = 1 / Math.sqrt(squares)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      counts[words[at]!] = 0
      sum[words[at]!]! += scales[i]!
    }
  }
  let whole = 0
  for (const value of sum) whole += value * value
  const average = (whole - n) / (n * (n - 1))
  let deviations = 0
  for (let i = 0; i < n; i++) {
    let own = 0
    for (let at = starts[i]!; at < starts[i + 1]!; at++) own += sum[words[at]!]!
    deviations += ((2 * ((own * scales[i]! - 1) / (n - 1) - average)) / (n - 2)) ** 2
  }
  return { mean: average, error: Math.sqrt(((n - 1) / n) * deviations) }
}
