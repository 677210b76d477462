import type { Document } from '@corpuscope/core'
import { wordClass, wordFacts } from '@corpuscope/features'
import { column, sentences, sentenceWords, unitsOf, view, words } from '@corpuscope/text'
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
  /** Characters (UTF-16 units). */
  readonly punctuation: number
  readonly symbols: number
  readonly digits: number
  readonly upper: number
  readonly cased: number
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

/** The counts of a document, in one pass over its characters and one over its words. */
export const profile: (document: Document) => Profile = view((document) => {
  const { text } = document
  const characters = countKinds(unitsOf(text), text.length)
  const { types, frequencies } = words(document)
  const facts = wordFacts(document)
  const { classes } = facts

  const ofClass = column.f64(16)
  let plainWords = 0
  let syllables = 0
  let letters = 0
  let monosyllables = 0
  let polysyllables = 0
  let longWords = 0
  for (let type = 0; type < frequencies.length; type++) {
    const n = frequencies[type]!
    const own = classes[type]!
    for (let rest = own; rest !== 0; rest &= rest - 1) ofClass[31 - Math.clz32(rest & -rest)]! += n
    if ((own & wordClass.digit) !== 0) continue
    plainWords += n
    const spoken = facts.syllables[type]!
    const written = facts.letters[type]!
    syllables += n * spoken
    letters += n * written
    if (spoken === 1) monosyllables += n
    else if (spoken > 2) polysyllables += n
    if (written > 6) longWords += n
  }

  const spans = sentences(document)
  const firsts = sentenceWords(document)
  const cases = wordCases(document)
  const lengths = column.u32(spans.count)
  let clauses = 0
  let telegraphic = 0
  let closedWords = 0
  let passives = 0
  let upperCaseWords = 0
  // Asked again: what came between may have read another text.
  const units = unitsOf(text)
  for (let s = 0; s < spans.count; s++) {
    const [first, end] = [firsts[s]!, firsts[s + 1]!]
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
    if (isClosed(units, spans.starts[s]!, spans.ends[s]!)) closedWords += length
  }
  return {
    plainWords,
    ofClass,
    passives,
    upperCaseWords,
    sentences: spans.count,
    sentenceWords: lengths,
    clauses,
    telegraphic,
    closedWords,
    syllables,
    letters,
    monosyllables,
    polysyllables,
    longWords,
    punctuation: characters.punctuation,
    symbols: characters.symbols,
    digits: characters.digits,
    upper: characters.upper,
    cased: characters.upper + characters.lower,
  }
})
