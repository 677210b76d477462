import { type Analysis, type Context, type Document, notApplicable, type Table } from '@corpuscope/core'
import { type Dictionary, dictionaryOf, spelledLanguages, wordClass, wordFacts } from '@corpuscope/features'
import { distribution, type HashTable, hashTable } from '@corpuscope/statistics'
import { scanWords, view, words } from '@corpuscope/text'
import { type GroupedMeasure, groupedEstimates } from './grouped.ts'

/** What is known of one language's documents. */
interface Spelling {
  /** Documents each type stands in, by its hash. */
  readonly documents: HashTable
  /** Words that no list knows, by their hash. */
  readonly unknown: Map<number, string>
}

/** By language. */
type Partial = Map<string, Spelling>

const inLanguages = `in ${spelledLanguages.join(', ')}`

const measures: readonly GroupedMeasure[] = [
  {
    id: 'misspelling-rate',
    title: 'Misspellings',
    unit: 'per 1,000 words',
    range: [0, 1000],
    direction: 'descriptive',
    definition:
      'Mean over documents of misspelled words per 1,000 words without digits. A word is misspelled when it is written in lower case, has five letters or more, is neither in the dictionary of its language (English: American, British and Australian) nor in the clinical lexicon, is not the beginning of a longer word (up to six letters: a shortened one), and is one slip (a letter left out, added, replaced, or two swapped; not the first letter, not an ending, not an accent) from a word of the dictionary that stands in at least three times as many documents of the language. Made for precision: errors that make another word, or of two slips, are not found. German and Italian have no dictionary whose licence would let us give it on.',
    source: {
      text: 'Damerau 1964, CACM 7(3):171-176; dictionaries of hunspell (English: SCOWL; French: Dicollecte; Spanish: RLA-ES; Portuguese: VERO)',
    },
    leftOut: `no words, or not ${inLanguages}`,
  },
  {
    id: 'unknown-word-share',
    title: 'Words not in the dictionary',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition:
      'Mean over documents of words of four letters or more, in lower case, that are neither in the dictionary of their language nor in the clinical lexicon, / words without digits. Mostly jargon, not errors.',
    source: { text: 'Dictionaries of hunspell; clinical lexicon of this project' },
    leftOut: `no words, or not ${inLanguages}`,
  },
]

const shortest = 4
/** Among words of four letters, shortenings outnumber slips. */
const shortestWrong = 5
/** Up to this length, what begins a longer word is a shortened word. */
const longestShortening = 6
/** A correct word has to stand in this many times the documents of its misspelling. */
const supportRatio = 3
const fewestSupport = 2
const fewestToShow = 5

interface Unknown {
  readonly hashes: Float64Array
  readonly counts: Uint32Array
  readonly words: readonly string[]
  readonly plainWords: number
  readonly language: string
}

/** The words of a document that no list knows, where they are written in lower case and by themselves; undefined when its language has no dictionary. */
const unknownWords = view((document: Document): Unknown | undefined => {
  const { classes, language } = wordFacts(document)
  if (language === undefined || !spelledLanguages.includes(language)) return undefined
  const { word: wordOf, hashes, types, starts, ends, frequencies } = words(document)
  let plainWords = 0
  let some = 0
  for (let type = 0; type < hashes.length; type++) {
    const own = classes[type]!
    if ((own & wordClass.digit) === 0) plainWords += frequencies[type]!
    if ((own & wordClass.unlisted) !== 0) some++
  }
  const counted = new Map<number, number>()
  if (some > 0) {
    for (let word = 0; word < types.length; word++) {
      const type = types[word]!
      if ((classes[type]! & wordClass.unlisted) !== 0 && standsAlone(document.text, starts[word]!, ends[word]!))
        counted.set(type, (counted.get(type) ?? 0) + 1)
    }
  }
  const found = [...counted.keys()]
  return {
    hashes: new Float64Array(found.map((type) => hashes[type]!)),
    counts: new Uint32Array([...counted.values()]),
    words: found.map(wordOf),
    plainWords,
    language,
  }
})

let lent = new Float64Array(2048)

/** The types of a document that a misspelled word could be or be meant to be; the array is lent until the next call. */
function spellable(document: Document): Float64Array {
  const { hashes } = words(document)
  const { letters, classes } = wordFacts(document)
  if (lent.length < hashes.length) lent = new Float64Array(2 * hashes.length)
  let kept = 0
  for (let type = 0; type < hashes.length; type++)
    if (letters[type]! >= shortest && (classes[type]! & wordClass.digit) === 0) lent[kept++] = hashes[type]!
  return lent.subarray(0, kept)
}

const joints = new Set("@/-_.\u2010\u2011'\u2019+#&")
const wordlike = /[\p{L}\p{N}]/u

/** In lower case throughout, and no part of an address, a path or a compound. */
function standsAlone(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (!isSmallLetter(text.charCodeAt(i))) return false
  }
  const before = text[start - 1]
  const after = text[end]
  if (before !== undefined && joints.has(before) && start > 1 && (before !== '.' || wordlike.test(text[start - 2]!))) return false
  return !(after !== undefined && joints.has(after) && (after !== '.' || (text[end + 1] !== undefined && wordlike.test(text[end + 1]!))))
}

/** a to z, and those with the marks of Western languages. */
const isSmallLetter = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0xff && unit !== 0xf7) || unit === 0x153

/** Left out where a keyboard has none, and often in capitals: a habit, not a slip. */
const withoutMarks = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

/** Forms of one word are no slips: palp and palps, admit and admited would be, symptom and symptoms are not. */
const isForm = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    long.length === short.length + 1 &&
    long.startsWith(short) &&
    (long.endsWith('s') || long.endsWith('d') || long.endsWith('r') || long.endsWith('y'))
  )
}

// Written without their apostrophe, as hurried writers do: a habit, not a slip.
const contractions = new Set(
  'dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt theyre youre theyve weve thats'.split(
    ' ',
  ),
)

/** What an unknown word most likely was meant to be: undefined when nothing says that it is misspelled. */
function meant(word: string, { documents }: Spelling, dictionary: Dictionary): string | undefined {
  if (word.length < shortestWrong || (word.length <= longestShortening && dictionary.opens(word)) || contractions.has(word))
    return undefined
  const own = hashTable.get(documents, hashOf(word))
  let best: string | undefined
  let most = Math.max(fewestSupport, supportRatio * own) - 1
  for (const neighbour of dictionary.neighbours(word)) {
    if (isForm(word, neighbour) || neighbour.length < shortest || withoutMarks(neighbour) === withoutMarks(word)) continue
    const support = hashTable.get(documents, hashOf(neighbour))
    if (support <= most) continue
    best = neighbour
    most = support
  }
  return best
}

const hashOf = (word: string): number => scanWords(word).hashes[0]!

function spellingOf(partial: Partial, language: string): Spelling {
  let spelling = partial.get(language)
  if (!spelling) partial.set(language, (spelling = { documents: hashTable.create(), unknown: new Map() }))
  return spelling
}

/** Misspelled words: unknown to every list, and one slip from a word that the corpus itself uses more. */
export function misspellings(): Analysis<Partial> {
  return {
    id: 'misspellings',
    measures: measures.map(({ leftOut: _, ...measure }) => measure),
    create: () => new Map(),
    observe(partial, document) {
      const found = unknownWords(document)
      if (!found || found.plainWords === 0) return undefined
      const { documents, unknown } = spellingOf(partial, found.language)
      hashTable.addEach(documents, spellable(document))
      found.words.forEach((word, i) => {
        unknown.set(found.hashes[i]!, word)
      })
      const share = found.counts.reduce((sum, count) => sum + count, 0) / found.plainWords
      return {
        values: { 'unknown-word-share': share },
        lists: {
          'misspellings.words': found.hashes,
          'misspellings.counts': found.counts,
          'misspellings.length': Uint32Array.of(found.plainWords),
        },
      }
    },
    merge(partial, other) {
      for (const [language, { documents, unknown }] of other) {
        const own = spellingOf(partial, language)
        hashTable.merge(own.documents, documents)
        for (const [hash, word] of unknown) own.unknown.set(hash, word)
      }
    },
    conclude(partial, context) {
      const { rows } = context
      const { wrong, table } = misspelled(partial, context)
      const rates = new Float64Array(rows.n).fill(Number.NaN)
      for (let i = 0; i < rows.n; i++) {
        const length = rows.list('misspellings.length', i)[0]
        if (length === undefined) continue
        const found = rows.list('misspellings.words', i)
        const counts = rows.list('misspellings.counts', i)
        const own = wrong.get(rows.languages[i]!)
        let errors = 0
        for (let j = 0; j < found.length; j++) if (own?.has(found[j]!)) errors += counts[j]!
        rates[i] = (1000 * errors) / length
      }
      const present = rates.filter((rate) => !Number.isNaN(rate))
      if (!distribution(present)) {
        const reason = `every document was left out: ${measures[0]!.leftOut}`
        return { estimates: measures.map(({ id }) => notApplicable(id, reason, rows.n)) }
      }
      const values = (id: string): Float64Array => (id === 'misspelling-rate' ? rates : rows.values(id))
      const read: Context = {
        ...context,
        rows: { ...rows, values, present: (id) => values(id).filter((value) => !Number.isNaN(value)) },
      }
      return {
        estimates: groupedEstimates('misspellings', measures, read),
        documentValues: { 'misspelling-rate': rates },
        ...(table && { tables: [table] }),
      }
    },
  }
}

/** The hashes of misspelled words by language, and a table of those that stand in enough documents to be shown. */
function misspelled(
  partial: Partial,
  { rows }: Context,
): { readonly wrong: ReadonlyMap<string, ReadonlySet<number>>; readonly table?: Table } {
  // In how many documents an unknown word stands by itself and in lower case: capitals and compounds are no evidence of an error.
  const alone = new Map<string, Map<number, number>>([...partial.keys()].map((language) => [language, new Map()]))
  for (let i = 0; i < rows.n; i++) {
    const own = alone.get(rows.languages[i]!)
    if (own) for (const hash of rows.list('misspellings.words', i)) own.set(hash, (own.get(hash) ?? 0) + 1)
  }
  const wrong = new Map<string, Set<number>>()
  const shown: [string, string, number][] = []
  for (const [language, spelling] of partial) {
    const own = new Set<number>()
    wrong.set(language, own)
    for (const [hash, word] of spelling.unknown) {
      const found = meant(word, spelling, dictionaryOf(language)!)
      if (found === undefined) continue
      own.add(hash)
      const documents = alone.get(language)!.get(hash)!
      if (documents >= fewestToShow) shown.push([word, found, documents])
    }
  }
  if (shown.length === 0) return { wrong }
  shown.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
  return {
    wrong,
    table: {
      id: 'misspellings-words',
      analysis: 'misspellings',
      title: `Misspelled words that stand in at least ${fewestToShow} documents`,
      columns: [{ title: 'Written' }, { title: 'Probably meant' }, { title: 'Documents' }],
      rows: shown.slice(0, 50),
    },
  }
}
