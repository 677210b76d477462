import { type Analysis, type Context, type Document, notApplicable } from '@corpuscope/core'
import { bottomK } from '@corpuscope/statistics'
import { language, sentenceWords, words, wordTags } from '@corpuscope/text'
import { type GroupedMeasure, groupedEstimates, spreadTable } from './grouped.ts'
import { type Sampled, sampled } from './sampled.ts'

const sampleSize = 2000
const leftOut = `not in English, no words, or not among the ${sampleSize} documents drawn`
const how = `by natural's Brill tagger, over at most ${sampleSize} English documents drawn by hash`

// Tags of the Penn Treebank; the tagger's lexicon has a few of two, of which the first counts.
const classes = [
  ['noun-share', 'Nouns', 'nouns and names', /^NN/],
  ['proper-noun-share', 'Names', 'names (proper nouns)', /^NNP/],
  ['verb-share', 'Verbs', 'verbs and modals', /^(?:VB|MD)/],
  ['adjective-share', 'Adjectives', 'adjectives', /^JJ/],
  ['adverb-share', 'Adverbs', 'adverbs', /^(?:RB|WRB)/],
  ['determiner-share', 'Determiners', 'articles and other determiners', /^(?:P|W)?DT/],
  ['pronoun-share', 'Pronouns', 'pronouns', /^(?:PRP|WP)/],
  ['preposition-share', 'Prepositions', 'prepositions, particles and "to"', /^(?:IN|TO|RP)/],
  ['conjunction-share', 'Conjunctions', 'coordinating conjunctions', /^CC/],
  ['numeral-share', 'Numerals', 'numerals', /^CD/],
] as const
const verb = classes.findIndex(([id]) => id === 'verb-share')

const measure = (id: string, title: string, definition: string): GroupedMeasure => ({
  id,
  title,
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition,
  source: { text: 'Brill 1992; profile of word classes as in Biber 1988' },
  leftOut,
  languages: ['en'],
})

const measures: readonly GroupedMeasure[] = [
  ...classes.map(([id, title, what]) => measure(id, title, `Mean over documents of ${what} / words, ${how}.`)),
  measure(
    'verbless-share',
    'Sentences without a verb',
    `Mean over documents of sentences of two words or more without a verb / such sentences, ${how}.`,
  ),
]

const known = new Map<string, number>()

/** The classes of a tag, a bit each. */
function classesOf(tag: string): number {
  let bits = known.get(tag)
  if (bits === undefined) {
    bits = classes.reduce((sum, [, , , pattern], c) => sum | (pattern.test(tag) ? 1 << c : 0), 0)
    known.set(tag, bits)
  }
  return bits
}

/** Shares of word classes in a document, in the order of the measures; NaN where there is nothing to divide by. */
export function wordClassesOf(document: Document): Float64Array {
  const firsts = sentenceWords(document)
  const { codes, tags } = wordTags(document)
  const classesOfCode = tags.map(classesOf)
  const found = new Float64Array(classes.length)
  const tagged = new Float64Array(tags.length)
  let clauses = 0
  let verbless = 0
  const read = firsts.at(-1)!
  for (let s = 0; s + 1 < firsts.length; s++) {
    const [first, end] = [firsts[s]!, firsts[s + 1]!]
    let seen = 0
    for (let word = first; word < end; word++) {
      const code = codes[word]!
      tagged[code]!++
      seen |= classesOfCode[code]!
    }
    if (end - first < 2) continue
    clauses++
    if ((seen & (1 << verb)) === 0) verbless++
  }
  tagged.forEach((n, code) => {
    for (let c = 0; c < classes.length; c++) if ((classesOfCode[code]! & (1 << c)) !== 0) found[c]! += n
  })
  return Float64Array.of(...found.map((n) => n / read), verbless / clauses)
}

/** Word classes: how nominal the writing is, how much of it has no verb. Tagged on a sample: it costs as much as all other measures of style. */
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
      return {
        estimates: groupedEstimates(measures, read),
        tables: [spreadTable('word-classes', 'Word classes over documents', measures, read)],
        documentValues: Object.fromEntries(columns),
      }
    },
  }
}
