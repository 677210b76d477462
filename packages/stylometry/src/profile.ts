import type { Document } from '@corpuscope/core'
import { type WordFacts, wordClass, wordFacts } from '@corpuscope/features'
import { column, type Spans, sentences, sentenceWords, unitsOf, view, type Words, words } from '@corpuscope/text'
import { countKinds } from './character-kinds.ts'
import { wordCase, wordCases } from './word-cases.ts'

/** What the register and the readability of a document are counted from. */
export interface Profile {
  /** Words without a digit. */
  readonly plainWords: number
  /** Words of each class, by the place of its bit in `wordClass`: see `wordsOfClass`. */
  readonly ofClass: Float64Array
  readonly passives: number
  readonly upperCaseWords: number
  readonly sentences: number
  /** Words a sentence. */
  readonly sentenceWords: Uint32Array
  /** Sentences of two words or more, and those of them without article and finite auxiliary or copula. */
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

/** What the frequencies of the types alone tell. */
function countTypes({ frequencies }: Words, { classes, syllables, letters }: WordFacts) {
  const ofClass = column.f64(16)
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
    if ((own & wordClass.digit) !== 0) continue
    plainWords += n
    spoken += n * syllables[type]!
    written += n * letters[type]!
    if (syllables[type] === 1) monosyllables += n
    else if (syllables[type]! > 2) polysyllables += n
    if (letters[type]! > 6) longWords += n
  }
  return { ofClass, plainWords, syllables: spoken, letters: written, monosyllables, polysyllables, longWords }
}

/** What the words tell in their order, sentence by sentence. */
function countSentences(
  text: string,
  { types }: Words,
  { classes }: WordFacts,
  { starts, ends, count }: Spans,
  firsts: Uint32Array,
  cases: Uint8Array,
) {
  const units = unitsOf(text)
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
    // Words since a form of "be", while only adverbs and negations stood between.
    let sinceBe = 0
    for (let word = first; word < end; word++) {
      const own = classes[types[word]!]!
      seen |= own
      if ((cases[word]! & wordCase.upper) !== 0) upperCaseWords++
      if (sinceBe > 0 && (own & wordClass.participle) !== 0) {
        passives++
        sinceBe = 0
      } else if ((own & wordClass.copula) !== 0) sinceBe = 1
      else if (sinceBe > 0 && ++sinceBe > 3) sinceBe = 0
    }
    const length = end - first
    lengths[s] = length
    if (length >= 2) {
      clauses++
      if ((seen & (wordClass.article | wordClass.finite)) === 0) telegraphic++
    }
    if (isClosed(units, starts[s]!, ends[s]!)) closedWords += length
  }
  return { lengths, clauses, telegraphic, closedWords, passives, upperCaseWords }
}
