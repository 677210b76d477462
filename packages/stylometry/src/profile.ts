import type { Document } from '@corpuscope/core'
import { grammar, type WordFacts, wordClass, wordFacts } from '@corpuscope/features'
import { column, type Spans, sentences, sentenceWords, unitsOf, view, type Words, words } from '@corpuscope/text'
import { countKinds } from './character-kinds.ts'
import { germanPassivesIn, passivesIn } from './passives.ts'
import { wordCase, wordCases } from './word-cases.ts'

/** What the register and the readability of a document are counted from. */
export interface Profile {
  /** Words without a digit. */
  readonly plainWords: number
  /** Words of each class, by the place of its bit in `wordClass`: see `wordsOfClass`. */
  readonly ofClass: Float64Array
  /** Words that are, or to which an apostrophe joins, an article, a copula and so on: in the order of the lowest five bits of `grammar`. */
  readonly ofGrammar: Float64Array
  readonly passives: number
  readonly upperCaseWords: number
  readonly sentences: number
  /** Words a sentence. */
  readonly sentenceWords: Uint32Array
  /** Sentences of two words or more, and those of them without an article and without a word that shows a finite verb. */
  readonly clauses: number
  readonly telegraphic: number
  /** Words in sentences that end in a full stop, question or exclamation mark. */
  readonly closedWords: number
  /** Words without a digit: their syllables, letters, and how many are of one syllable, of three or more, of seven letters or more. */
  readonly syllables: number
  readonly letters: number
  readonly monosyllables: number
  readonly polysyllables: number
  readonly longWords: number
  /** Characters. */
  readonly punctuation: number
  readonly symbols: number
  readonly digits: number
  readonly upper: number
  readonly cased: number
  /** Letters of all scripts, with case or without. */
  readonly allLetters: number
}

/** Words of one class of `wordClass`. */
export const wordsOfClass = ({ ofClass }: Profile, bit: number): number => ofClass[31 - Math.clz32(bit)]!

const stops = new Set([...'.!?…。！？।॥؟'].map((stop) => stop.charCodeAt(0)))
const closers = new Set([...'"\'”’»)]'].map((closer) => closer.charCodeAt(0)))

/** Whether a sentence ends in a full stop, question or exclamation mark, with at most three quotes or brackets behind it. */
function isClosed(units: Uint16Array, start: number, end: number): boolean {
  for (let at = end - 1; at >= Math.max(start, end - 4); at--) {
    const unit = units[at]!
    if (stops.has(unit)) return true
    if (!closers.has(unit)) return false
  }
  return false
}

/** The counts of a document: in one pass over its characters, one over its types and one over its words. */
export const profile: (document: Document) => Profile = view((document) => {
  const { text } = document
  const characters = countKinds(unitsOf(text), text.length)
  const read = words(document)
  const facts = wordFacts(document)
  const types = countTypes(read, facts)
  const counts = countSentences(text, read, facts, sentences(document), sentenceWords(document), wordCases(document))
  return {
    plainWords: types.plainWords,
    ofClass: types.ofClass,
    ofGrammar: types.ofGrammar,
    passives: counts.passives,
    upperCaseWords: counts.upperCaseWords,
    sentences: counts.lengths.length,
    sentenceWords: counts.lengths,
    clauses: counts.clauses,
    telegraphic: counts.telegraphic,
    closedWords: counts.closedWords,
    syllables: types.syllables,
    letters: types.letters,
    monosyllables: types.monosyllables,
    polysyllables: types.polysyllables,
    longWords: types.longWords,
    punctuation: characters.punctuation,
    symbols: characters.symbols,
    digits: characters.digits,
    upper: characters.upper,
    cased: characters.upper + characters.lower,
    allLetters: characters.upper + characters.lower + characters.caseless,
  }
})

// Article to function word, the lowest bits of `grammar`.
const countedRoles = 5

/** What the frequencies of the types alone tell. */
function countTypes({ frequencies }: Words, { classes, grammar: roles, syllables, letters }: WordFacts) {
  const ofClass = column.f64(16)
  const ofGrammar = column.f64(countedRoles)
  let plainWords = 0
  let spoken = 0
  let written = 0
  let monosyllables = 0
  let polysyllables = 0
  let longWords = 0
  for (let type = 0; type < frequencies.length; type++) {
    const n = frequencies[type]!
    const own = classes[type]!
    for (let rest = own; rest !== 0; rest &= rest - 1) ofClass[31 - Math.clz32(rest & -rest)]! += n
    for (let rest = roles[type]! & ((1 << countedRoles) - 1); rest !== 0; rest &= rest - 1) ofGrammar[31 - Math.clz32(rest & -rest)]! += n
    if ((own & wordClass.digit) !== 0) continue
    plainWords += n
    spoken += n * syllables[type]!
    written += n * letters[type]!
    if (syllables[type] === 1) monosyllables += n
    else if (syllables[type]! > 2) polysyllables += n
    if (letters[type]! > 6) longWords += n
  }
  return { ofClass, ofGrammar, plainWords, syllables: spoken, letters: written, monosyllables, polysyllables, longWords }
}

/** What the words tell in their order, sentence by sentence. */
function countSentences(
  text: string,
  { types }: Words,
  { grammar: roles, language }: WordFacts,
  { starts, ends, count }: Spans,
  firsts: Uint32Array,
  cases: Uint8Array,
) {
  const units = unitsOf(text)
  const passivesOf = language === 'de' ? germanPassivesIn : passivesIn
  const lengths = column.u32(count)
  let clauses = 0
  let telegraphic = 0
  let closedWords = 0
  let passives = 0
  let upperCaseWords = 0
  for (let s = 0; s < count; s++) {
    const first = firsts[s]!
    const end = firsts[s + 1]!
    let seen = 0
    for (let word = first; word < end; word++) {
      seen |= roles[types[word]!]!
      if ((cases[word]! & wordCase.upper) !== 0) upperCaseWords++
    }
    if ((seen & grammar.passive) !== 0 && (seen & grammar.participle) !== 0) passives += passivesOf(types, roles, first, end)
    const length = end - first
    lengths[s] = length
    if (length >= 2) {
      clauses++
      if ((seen & (grammar.article | grammar.verb)) === 0) telegraphic++
    }
    if (isClosed(units, starts[s]!, ends[s]!)) closedWords += length
  }
  return { lengths, clauses, telegraphic, closedWords, passives, upperCaseWords }
}
