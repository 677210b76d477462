import { type Analysis, type Context, type Document, notApplicable } from '@corpuscope/core'
import { bottomK } from '@corpuscope/statistics'
import { language, partsOfSpeech, sentences, words } from '@corpuscope/text'
import { type GroupedMeasure, groupedEstimates } from './grouped.ts'
import { type Sampled, sampled } from './sampled.ts'

const sampleSize = 500
const mostSentences = 20
const leftOut = `not in English, no words, or not among the ${sampleSize} documents drawn`
const how = `by natural's Brill tagger, on the first ${mostSentences} sentences of at most ${sampleSize} English documents drawn by hash`

const classes = [
  ['noun-share', 'Nouns', /^NN/],
  ['verb-share', 'Verbs', /^(?:VB|MD)/],
  ['adjective-share', 'Adjectives', /^JJ/],
  ['adverb-share', 'Adverbs', /^(?:RB|WRB)/],
] as const

const measure = (id: string, title: string, definition: string): GroupedMeasure => ({
  id,
  title,
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition,
  source: { text: 'Brill 1992; profile of word classes as in Biber 1988' },
  leftOut,
})

const measures: readonly GroupedMeasure[] = [
  ...classes.map(([id, title]) => measure(id, title, `Mean over documents of ${title.toLowerCase()} / words, ${how}.`)),
  measure(
    'verbless-share',
    'Sentences without a verb',
    `Mean over documents of sentences of two words or more without a verb / such sentences, ${how}.`,
  ),
]

/** Shares of word classes in a document, in the order of the measures; NaN where there is nothing to divide by. */
export function wordClassesOf(document: Document): Float64Array {
  const { starts, ends, count } = words(document)
  const spans = sentences(document)
  const found = new Float64Array(classes.length)
  let tagged = 0
  let clauses = 0
  let verbless = 0
  let at = 0
  for (let s = 0; s < Math.min(spans.count, mostSentences); s++) {
    const sentence: string[] = []
    for (; at < count && starts[at]! < spans.ends[s]!; at++) sentence.push(document.text.slice(starts[at], ends[at]))
    if (sentence.length === 0) continue
    const tags = partsOfSpeech(sentence)
    tagged += tags.length
    let verbs = 0
    for (const tag of tags) {
      classes.forEach(([, , pattern], c) => {
        if (pattern.test(tag)) found[c]!++
      })
      if (classes[1][2].test(tag)) verbs++
    }
    if (tags.length < 2) continue
    clauses++
    if (verbs === 0) verbless++
  }
  return Float64Array.of(...found.map((n) => n / tagged), verbless / clauses)
}

/** Word classes: how nominal the writing is. Tagging is slow beside everything else of style, so it is done on a sample. */
export function wordClasses(): Analysis<{ readonly sample: Sampled }> {
  return {
    id: 'word-classes',
    measures: measures.map(({ leftOut: _, ...measure }) => measure),
    create: () => ({ sample: sampled.create(sampleSize) }),
    observe({ sample }, document) {
      if (language(document).language !== 'en' || words(document).count === 0 || !sampled.takes(sample, document.key)) return undefined
      return { lists: { 'word-classes.shares': wordClassesOf(document) } }
    },
    merge: (partial, other) => sampled.merge(partial.sample, other.sample),
    conclude(_, context) {
      const { rows } = context
      const sample = bottomK.create<number>(sampleSize)
      rows.keys.forEach((key, i) => {
        if (rows.list('word-classes.shares', i).length > 0) bottomK.add(sample, key, i)
      })
      const columns = new Map(measures.map(({ id }) => [id, new Float64Array(rows.n).fill(Number.NaN)]))
      for (const [, i] of bottomK.entries(sample)) {
        const shares = rows.list('word-classes.shares', i)
        measures.forEach(({ id }, m) => {
          columns.get(id)![i] = shares[m]!
        })
      }
      if (bottomK.entries(sample).length === 0)
        return { estimates: measures.map(({ id }) => notApplicable(id, `every document was left out: ${leftOut}`, rows.n)) }
      const values = (id: string): Float64Array => columns.get(id) ?? rows.values(id)
      const read: Context = { ...context, rows: { ...rows, values, present: (id) => values(id).filter((value) => !Number.isNaN(value)) } }
      return { estimates: groupedEstimates('word-classes', measures, read), documentValues: Object.fromEntries(columns) }
    },
  }
}
