import {
  type Analysis,
  type Context,
  type Finding,
  fingerprint,
  type Instrument,
  type Note,
  notApplicable,
  plural,
  type Rule,
  type Table,
} from '@corpuscope/core'
import {
  type Dictionary,
  dictionaryOf,
  eitherDictionary,
  fewestOfDictionary,
  spelledLanguages,
  type WordList,
  wordList,
} from '@corpuscope/features'
import { type HashTable, hashTable } from '@corpuscope/statistics'
import { type GroupedMeasure, groupedEstimates } from './grouped.ts'
import { hashOf, spelledWords } from './spelled-words.ts'
import { isExplained, isPlainSlip, isSameWord } from './spelling-forms.ts'

/** What is known of one language's documents. */
interface Spelling {
  /** Documents each type stands in, by its hash. */
  readonly documents: HashTable
  /** Words that no list knows, by their hash. */
  readonly unknown: Map<number, string>
}

/** By language. */
type Partial = Map<string, Spelling>

const inLanguages = `in ${spelledLanguages.join(', ')} or in a language whose words --spelling-words gives, ${fewestOfDictionary.toLocaleString('en')} or more of them with nine of ten of its function words`

const measures: readonly GroupedMeasure[] = [
  {
    id: 'misspelling-rate',
    title: 'Misspellings',
    unit: 'per 1,000 words',
    range: [0, 1000],
    direction: 'descriptive',
    definition:
      "Mean over documents of misspelled words per 1,000 words without digits. A word is misspelled when it is written in lower case, has five letters or more, is neither in the dictionary of its language (English: American, British and Australian) nor in the clinical lexicon, and is one slip (a letter left out, added, replaced, or two swapped; not the first letter) from a word of the dictionary that stands in at least three times as many documents of the language; a word of seven letters or more that stands in one document needs one other document, and none when a letter is doubled or two are swapped in six letters or more, if it is near to one word alone; such a slip may be a habit, in up to as many documents as its word. A language needs three documents. Another form, ending or accent, a compound, a variant spelling, shorthand (up to six letters that begin a longer word) and, in other languages, an English word are none. Made for precision: errors that make another word, or of two slips, are not found. What an apostrophe joins is cut off (l'hôpital, the patient's), and parts of words with hyphens are looked at. Words given with --spelling-words are spelled right too; German and Italian, whose dictionaries may not be given on, are measured where that list is a dictionary of theirs (German nouns, which have a capital, are not looked at).",
    source: {
      text: 'Damerau 1964, CACM 7(3):171-176; dictionaries of hunspell (English: SCOWL; French: Dicollecte; Spanish: RLA-ES; Portuguese: VERO)',
    },
    leftOut: `no words, fewer than three documents in its language, or not ${inLanguages}`,
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

const rule: Rule = {
  id: 'misspelled-word',
  title: 'Word that is probably misspelled',
  severity: 'note',
  definition:
    'A word that misspelling-rate counts. The finding says where it stands and not what it is: a word that few documents have may tell of a person.',
  measure: 'misspelling-rate',
}

const shortest = 4
/** Among words of four letters, shortenings outnumber slips. */
const shortestWrong = 5
/** Up to this length, what begins a longer word is a shortened word. */
const longestShortening = 6
/** A correct word has to stand in this many times the documents of its misspelling. */
const supportRatio = 3
const fewestSupport = 2
/** Letters from which a word has few neighbours by chance, and by a slip that seldom makes another word. */
const longWord = 7
const longPlain = 6
const fewestToShow = 5
/** A slip and the two documents that speak for what was meant. */
const fewestDocuments = 3

/** What an unknown word most likely was meant to be: undefined when nothing says that it is misspelled. */
function meant(word: string, language: string, { documents }: Spelling, dictionary: Dictionary): string | undefined {
  if (word.length < shortestWrong || (word.length <= longestShortening && dictionary.opens(word))) return undefined
  const neighbours = dictionary.neighbours(word).filter((neighbour) => neighbour.length >= shortest)
  if (neighbours.length === 0 || neighbours.some((neighbour) => isSameWord(word, neighbour, language))) return undefined
  if (isExplained(word, language, dictionary, dictionaryOf('en')!)) return undefined
  const own = hashTable.get(documents, hashOf(word))
  let best: string | undefined
  let most = -1
  for (const neighbour of neighbours) {
    const support = Math.max(0, hashTable.get(documents, hashOf(neighbour)))
    if (support <= most) continue
    best = neighbour
    most = support
  }
  if (best === undefined || most >= Math.max(fewestSupport, supportRatio * own)) return best
  // A habit: one person's slip may stand in as many documents as the word itself.
  if (neighbours.length === 1 && own > 1 && most >= own && most >= fewestSupport && word.length >= longPlain && isPlainSlip(word, best))
    return best
  // A long word that stands in one document has a single neighbour seldom by chance: less has to speak for it.
  if (own !== 1 || neighbours.length > 1) return undefined
  if (word.length >= longPlain && isPlainSlip(word, best)) return best
  return word.length >= longWord && most > 0 ? best : undefined
}

function spellingOf(partial: Partial, language: string): Spelling {
  let spelling = partial.get(language)
  if (!spelling) partial.set(language, (spelling = { documents: hashTable.create(), unknown: new Map() }))
  return spelling
}

/**
 * Misspelled words: unknown to every list, and one slip from a word that the corpus itself uses more.
 *
 * @param given  words that are spelled right, lower-cased, each once, sorted, one a line
 */
export function misspellings(given?: string): Analysis<Partial> {
  const list = given === undefined ? undefined : wordList(given)
  const spelled = spelledWords(list)
  const instrument: Instrument | undefined = list && {
    id: 'spelling-words',
    title: `Words given by the user, ${list.size} of them`,
    fingerprint: fingerprint('spelling-words', '', given!),
  }
  return {
    id: 'misspellings',
    measures: measures.map(({ leftOut: _, ...measure }) => ({ ...measure, languages: [...spelledLanguages] })),
    rules: [rule],
    create: () => new Map(),
    observe(partial, document) {
      const found = spelled.unknown(document)
      if (!found || found.plainWords === 0) return undefined
      const { documents, unknown } = spellingOf(partial, found.language)
      hashTable.addEach(documents, spelled.all(document))
      for (let i = 0; i < found.hashes.length; i++) {
        const hash = found.hashes[i]!
        if (!unknown.has(hash)) unknown.set(hash, found.word(i))
      }
      const share = found.counts.reduce((sum, count) => sum + count, 0) / found.plainWords
      return {
        values: { 'unknown-word-share': share },
        lists: {
          'misspellings.words': found.hashes,
          'misspellings.counts': found.counts,
          'misspellings.spans': found.spans,
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
      const found = misspelledWords(partial, context, list)
      const table = tableOf(found)
      const wrong = new Map<string, Set<number>>([...partial.keys()].map((language) => [language, new Set()]))
      for (const { language, hash } of found) wrong.get(language)!.add(hash)
      const documentsOf = new Map<string, number>()
      for (let i = 0; i < rows.n; i++)
        if (rows.list('misspellings.length', i).length > 0)
          documentsOf.set(rows.languages[i]!, (documentsOf.get(rows.languages[i]!) ?? 0) + 1)
      const rates = new Float64Array(rows.n).fill(Number.NaN)
      const findings: Finding[] = []
      for (let i = 0; i < rows.n; i++) {
        const length = rows.list('misspellings.length', i)[0]
        if (length === undefined || documentsOf.get(rows.languages[i]!)! < fewestDocuments) continue
        const unknown = rows.list('misspellings.words', i)
        const counts = rows.list('misspellings.counts', i)
        const own = wrong.get(rows.languages[i]!)
        let errors = 0
        for (let j = 0; j < unknown.length; j++) if (own?.has(unknown[j]!)) errors += counts[j]!
        rates[i] = (1000 * errors) / length
        if (errors > 0) findings.push(...findingsIn(rows.ids[i]!, unknown, rows.list('misspellings.spans', i), own!))
      }
      if (documentsOf.size === 0) {
        const reason = `every document was left out: ${measures[0]!.leftOut}`
        return { estimates: measures.map(({ id }) => notApplicable(id, reason, rows.n)) }
      }
      const values = (id: string): Float64Array => (id === 'misspelling-rate' ? rates : rows.values(id))
      const read: Context = {
        ...context,
        rows: { ...rows, values, present: (id) => values(id).filter((value) => !Number.isNaN(value)) },
      }
      return {
        estimates: groupedEstimates(measures, read).map((estimate) => ({
          ...estimate,
          ...(instrument && { instrument: `${instrument.id}@${instrument.fingerprint}` }),
        })),
        ...(instrument && { instruments: [instrument] }),
        documentValues: { 'misspelling-rate': rates },
        ...(table && { tables: [table] }),
        findings,
        notes: notesOf(found),
      }
    },
  }
}

/** A word that was most likely meant to be another one. */
interface Misspelling {
  readonly language: string
  readonly hash: number
  readonly word: string
  readonly meant: string
  /** Documents in which it stands by itself and in lower case: capitals and compounds are no evidence of an error. */
  readonly documents: number
}

/** The misspelled words of a corpus. */
export function misspelledWords(partial: Partial, { rows }: Pick<Context, 'rows'>, list?: WordList): Misspelling[] {
  const alone = new Map<string, Map<number, number>>([...partial.keys()].map((language) => [language, new Map()]))
  for (let i = 0; i < rows.n; i++) {
    const own = alone.get(rows.languages[i]!)
    if (own) for (const hash of rows.list('misspellings.words', i)) own.set(hash, (own.get(hash) ?? 0) + 1)
  }
  const found: Misspelling[] = []
  for (const [language, spelling] of partial) {
    const own = dictionaryOf(language)
    const dictionary = own && list ? eitherDictionary(own, list) : (own ?? list!)
    for (const [hash, word] of spelling.unknown) {
      const other = meant(word, language, spelling, dictionary)
      if (other !== undefined) found.push({ language, hash, word, meant: other, documents: alone.get(language)!.get(hash) ?? 0 })
    }
  }
  return found
}

/** Where the misspelled words of a document stand; `spans` has, for each unknown word in it, its place in `unknown`, and where it begins and ends. */
function findingsIn(document: string, unknown: ArrayLike<number>, spans: ArrayLike<number>, wrong: ReadonlySet<number>): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < spans.length; at += 3) {
    if (!wrong.has(unknown[spans[at]!]!)) continue
    const [start, end] = [spans[at + 1]!, spans[at + 2]!]
    findings.push({
      rule: rule.id,
      severity: rule.severity,
      document,
      span: { start, end },
      message: 'probably misspelled: one slip from another word',
      fingerprint: fingerprint(rule.id, document, String(start)),
    })
  }
  return findings
}

/** How many words the table leaves out. */
function notesOf(found: readonly Misspelling[]): Note[] {
  const rare = found.filter(({ documents }) => documents < fewestToShow).length
  if (rare === 0) return []
  return [
    {
      analysis: 'misspellings',
      text: `${plural(rare, 'misspelled word')} in fewer than ${fewestToShow} documents ${rare === 1 ? 'is' : 'are'} not shown: the findings of rule ${rule.id} say where.`,
    },
  ]
}

/** Those that stand in enough documents to be shown. */
function tableOf(found: readonly Misspelling[]): Table | undefined {
  const shown = found.filter(({ documents }) => documents >= fewestToShow)
  if (shown.length === 0) return undefined
  shown.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
  return {
    id: 'misspellings-words',
    analysis: 'misspellings',
    title: `Misspelled words that stand in at least ${fewestToShow} documents`,
    columns: [{ title: 'Written' }, { title: 'Probably meant' }, { title: 'Documents' }],
    rows: shown.slice(0, 50).map(({ word, meant: other, documents }) => [word, other, documents]),
  }
}
