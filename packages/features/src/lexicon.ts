import type { Document } from '@corpuscope/core'
import { type HashTable, hashTable } from '@corpuscope/statistics'
import {
  column,
  type EuropeanLanguage,
  europeanLanguages,
  isEuropean,
  isStopWord,
  language,
  scanWords,
  stopWords,
  view,
  type Words,
  words,
} from '@corpuscope/text'
import { bareSpan } from './bare-word.ts'
import { dictionaryOf } from './dictionary.ts'
import { grammarOf } from './grammar.ts'
import { clinicalAbbreviationsOf, units } from './lexicon-abbreviations.ts'
import { functionWords } from './lexicon-function.ts'
import { isMedicalTerm } from './lexicon-medical.ts'
import { spellingOf } from './lexicon-spelling.ts'
import { syllables } from './syllables.ts'

/** What a word can be; a word is several at once, so each is a bit. */
export const wordClass = {
  article: 1,
  copula: 2,
  pronoun: 4,
  negation: 8,
  /** Copula, auxiliary or modal in a form that makes a clause. */
  finite: 16,
  functionWord: 32,
  unit: 64,
  abbreviation: 128,
  medical: 256,
  british: 512,
  american: 1024,
  /** Holds a digit. */
  digit: 2048,
  /** In letters of its language, four of them or more, and in neither the lists above nor its dictionary, where there is one: nothing knows the word. */
  unlisted: 8192,
  /** Joined to another by an apostrophe (l'hôpital, the patient's): see `bareSpan`. */
  joined: 16384,
  /** Spelled otherwise in another variety of English: see `spellingOf`. */
  variety: 32768,
} as const

/** The languages that each kind of list of the lexicon is there for. */
export const lexiconLanguages = {
  functionWords: europeanLanguages,
  passives: europeanLanguages,
  units: europeanLanguages,
  abbreviations: europeanLanguages,
  medicalTerms: europeanLanguages,
  varieties: ['en'],
} as const satisfies Readonly<Record<string, readonly EuropeanLanguage[]>>

/** What is known of each type of a document, beside its `words`. */
export interface WordFacts {
  /** Per type: the bits of `wordClass`. */
  readonly classes: Uint16Array
  /** Per type: the bits of `grammar`. */
  readonly grammar: Uint16Array
  /** Per type: syllables by the rules of its language, at most 127, 0 for one with digits. */
  readonly syllables: Uint8Array
  /** Per type: letters, at most 255. */
  readonly letters: Uint8Array
  /** The language whose lists were asked; undefined when there are none for the document's language. */
  readonly language: EuropeanLanguage | undefined
}

/** What the lists above know. */
export const listedClasses =
  wordClass.functionWord | wordClass.medical | wordClass.abbreviation | wordClass.unit | wordClass.digit | wordClass.finite

type Lookup = ReadonlyMap<string, number>

const split = (list: string): string[] => list.trim().split(/\s+/)

function lookupOf(spoken: EuropeanLanguage): Lookup {
  const classes = new Map<string, number>()
  const add = (list: readonly string[], bits: number): void => {
    for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bits)
  }
  const { articles, copulas, pronouns, negations, auxiliaries } = functionWords[spoken]
  add(split(articles), wordClass.article)
  add(split(copulas), wordClass.copula | wordClass.finite)
  add(split(pronouns), wordClass.pronoun)
  add(split(negations), wordClass.negation)
  add(split(auxiliaries), wordClass.finite)
  add(units, wordClass.unit)
  add(clinicalAbbreviationsOf(spoken), wordClass.abbreviation)
  return classes
}

const lookups = new Map<EuropeanLanguage, Lookup>()

const digit = /\p{N}/u
const letter = /\p{L}/gu
const unitTail = /^[\d.,]+(\D+)$/

// Shorter ones are abbreviations more often than words, longer ones are no words.
const shortestUnlisted = 4
const longestUnlisted = 40

function isUnlisted(word: string, spoken: EuropeanLanguage): boolean {
  const dictionary = dictionaryOf(spoken)
  return (dictionary?.spells(word) ?? false) && !dictionary!.knows(word)
}

// Above the 31 bits of the other facts.
const grammarPlace = 2 ** 31

function factsOf(word: string, spoken: EuropeanLanguage | undefined): number {
  let classes = 0
  let grammar = 0
  const hasDigit = digit.test(word)
  if (spoken) {
    let lookup = lookups.get(spoken)
    if (!lookup) lookups.set(spoken, (lookup = lookupOf(spoken)))
    const plain = word.includes('\u2019') ? word.replaceAll('\u2019', "'") : word
    classes = lookup.get(plain) ?? 0
    if (isStopWord(plain, spoken)) classes |= wordClass.functionWord
    const tail = hasDigit ? unitTail.exec(word)?.[1] : undefined
    if (tail !== undefined && ((lookup.get(tail) ?? 0) & wordClass.unit) !== 0) classes |= wordClass.unit
    const [from, to] = plain.includes("'") ? bareSpan(plain, spoken) : [0, plain.length]
    const bare = plain.slice(from, to)
    if (!hasDigit) {
      grammar = grammarOf(plain, spoken)
      if (isMedicalTerm(bare, spoken)) classes |= wordClass.medical
      const spelling = spoken === 'en' ? spellingOf(plain) : undefined
      if (spelling) classes |= wordClass.variety
      if (spelling && spelling.pattern !== 'ise' && spelling.pattern !== 'programme')
        classes |= spelling.first ? wordClass.british : wordClass.american
    }
    if (bare.length < plain.length) classes |= wordClass.joined
    if (
      (classes & (listedClasses | wordClass.digit)) === 0 &&
      bare.length >= shortestUnlisted &&
      bare.length <= longestUnlisted &&
      isUnlisted(bare, spoken)
    )
      classes |= wordClass.unlisted
  }
  if (hasDigit) classes |= wordClass.digit
  const letters = Math.min(255, word.match(letter)?.length ?? 0)
  const count = hasDigit ? 0 : Math.min(127, syllables(word, spoken ?? 'en'))
  // Sixteen bits of classes, eight of letters, seven of syllables, ten of grammar: one integer a word.
  return (classes | (letters << 16) | (count << 24)) + grammar * grammarPlace
}

// Most words of a document were met before: what is known of them is found by their hash. Emptied when full, which costs a document's time.
const remembered = 200_000
const caches = new Map<EuropeanLanguage | undefined, HashTable>()

/** The lexicon view: classes, syllables and letters of every type of a document. */
export const wordFacts: (document: Document) => WordFacts = view((document) => {
  const spoken = language(document).language
  const known = isEuropean(spoken) ? spoken : undefined
  let cache = caches.get(known)
  if (!cache || cache.size > remembered) caches.set(known, (cache = hashTable.create()))
  return lookUp(words(document), cache, known)
})

function lookUp({ hashes, word }: Words, cache: HashTable, known: EuropeanLanguage | undefined): WordFacts {
  const n = hashes.length
  const classes = column.u16(n)
  const syllableCounts = column.u8(n)
  const letters = column.u8(n)
  const grammar = column.u16(n)
  for (let type = 0; type < n; type++) {
    let facts = hashTable.get(cache, hashes[type]!)
    if (facts < 0) {
      facts = factsOf(word(type), known)
      hashTable.set(cache, hashes[type]!, facts)
    }
    classes[type] = facts & 0xffff
    letters[type] = (facts >>> 16) & 0xff
    syllableCounts[type] = (facts >>> 24) & 0x7f
    grammar[type] = facts / grammarPlace
  }
  return { classes, grammar, syllables: syllableCounts, letters, language: known }
}

const names = new Map<EuropeanLanguage, ReadonlyMap<number, string>>()

/** Hash -> word for the function words of a language, so that what was kept as a hash can be shown; empty for languages we have no list of. */
export function functionWordNames(spoken: string): ReadonlyMap<number, string> {
  if (!isEuropean(spoken)) return new Map()
  let known = names.get(spoken)
  if (!known) {
    const { hashes, vocabulary } = scanWords([...stopWords(spoken)].join('\n'))
    names.set(spoken, (known = new Map(vocabulary.map((word, type) => [hashes[type]!, word]))))
  }
  return known
}
