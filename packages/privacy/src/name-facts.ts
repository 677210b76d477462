import { dictionaryOf, isEnglishWord, spelledLanguages } from '@corpuscope/features'
import {
  bareLabels,
  capitalLabels,
  carers,
  closings,
  degrees,
  eponyms,
  kin,
  labels,
  notNames,
  organisationWords,
  particles,
  placesToo,
  pointedTitles,
  postNominals,
  titles,
} from './data/name-words.ts'
import { isForeign, isGerman } from './foreign.ts'
import { isName, nameLexicon, nameRole } from './name-lexicon.ts'
import { isUpper, longestWord, lowered } from './name-parts.ts'
import type { ScannedText } from './scanned-text.ts'

/** What the letters of a word say about it as a name, whatever stands beside it: bits that go together, those of `nameRole` among them. */
export const nameFact = {
  ...nameRole,
  title: 1 << 5,
  /** A title only with its point, or in this case. */
  pointedTitle: 1 << 6,
  label: 1 << 7,
  /** A label that needs no colon. */
  bareLabel: 1 << 8,
  closing: 1 << 9,
  /** Kin or a carer. */
  kin: 1 << 10,
  degree: 1 << 11,
  postNominal: 1 << 12,
  particle: 1 << 13,
  eponym: 1 << 14,
  /** Capitalised and no name, or an office. */
  notName: 1 << 15,
  /** An office or department by its ending. */
  job: 1 << 16,
  organisation: 1 << 17,
  english: 1 << 18,
  /** A family name of the lexicon, or by an ending that only they have. */
  familyForm: 1 << 19,
  /** It could be part of a name and is no word of English. */
  nameLike: 1 << 20,
} as const

/** What leads to a name when it begins with a capital; small letters need the more of them. */
export const anyLead =
  nameFact.title |
  nameFact.label |
  nameFact.bareLabel |
  nameFact.closing |
  nameFact.kin |
  nameRole.given |
  nameRole.rareGiven |
  nameRole.wordGiven |
  nameRole.lone

const lists: readonly (readonly [number, ReadonlySet<string>])[] = [
  [nameFact.title, titles],
  [nameFact.pointedTitle, pointedTitles],
  [nameFact.label, labels],
  [nameFact.label, capitalLabels],
  [nameFact.bareLabel, bareLabels],
  [nameFact.closing, closings],
  [nameFact.kin, kin],
  [nameFact.kin, carers],
  [nameFact.degree, degrees],
  [nameFact.postNominal, postNominals],
  [nameFact.particle, particles],
  [nameFact.eponym, eponyms],
  [nameFact.notName, notNames],
  [nameFact.organisation, organisationWords],
]

/** As written -> facts. Words recur: a corpus of any size has few that are new. */
const known = new Map<string, number>()
const mostKnown = 50_000
/** Longer ones would be kept by V8 as a slice that holds the whole text. */
const longestSliceCopied = 12

/** Facts of the word between two places. */
export function factsAt(text: ScannedText, start: number, end: number): number {
  const word = text.slice(start, end)
  const facts = known.get(word)
  if (facts !== undefined) return facts
  if (known.size >= mostKnown) known.clear()
  const found = factsOf(word)
  known.set(word.length > longestSliceCopied ? [...word].join('') : word, found)
  return found
}

function factsOf(written: string): number {
  const word = written.toLowerCase()
  let facts = nameLexicon().get(word) ?? 0
  for (const [fact, list] of lists) if (list.has(word)) facts |= fact
  if (isJob(word)) facts |= nameFact.job
  if (isEnglishWord(word)) facts |= nameFact.english
  if (facts & nameRole.family || familyEnding.test(word)) facts |= nameFact.familyForm
  if (isNameLike(written, word, facts)) facts |= nameFact.nameLike
  return facts
}

/**
 * Whether a capitalised word is one that no dictionary of its text's language has: so it is a name of something. In German, where every noun has
 * a capital and we have no dictionary, none is.
 */
export function isUnknownWord(text: ScannedText, start: number, end: number): boolean {
  if (!(factsAt(text, start, end) & nameFact.nameLike)) return false
  if (!isForeign(text)) return true
  if (isGerman(text)) return false
  const parts = lowered(text, start, end).split(/['’-]/)
  return !parts.some((part) => part.length > 2 && spelledLanguages.some((language) => dictionaryOf(language)!.knows(part)))
}

/** Endings that only family names have (Nordic, Slavic, Greek, Romanian, Georgian, Turkish). */
const familyEnding =
  /(?:.{3}(?:sson|sdóttir|sdottir|[oe]vi[ćč]|wsk[iaą]|wicz|czyk|enko|opoulos|escu|shvili|adze|idze|oğlu|[oey]vich)|.{4}(?:[oe]v[aá]|ská|ský|ić))$/

/** Endings of offices and departments; Jung, Young and Leung are names. */
const isJob = (word: string): boolean => jobEnding.test(word) && !isName(word)
const jobEnding = /(?:ologie|iatrie|ärztin|arzt|ungen|ung|heit|keit|medizin|klinik|ambulanz|direktor)$/

/** RecQ, MenB and X-ALD are none; McAdam, DeVito, Anne-Marie and O’Hara are. */
const capitalInside = /(?<!^(?:c|ac|e|i|a|an|itz|['’])|\p{L}['’-])\p{Lu}|-\p{Lu}(?!\p{Ll})/u
const never = nameFact.notName | nameFact.eponym | nameFact.organisation | nameFact.title | nameFact.label | nameFact.job
const anyName = nameRole.given | nameRole.rareGiven | nameRole.family | nameRole.lone

function isNameLike(written: string, word: string, facts: number): boolean {
  const { length } = written
  if (length < 3 || length > longestWord || isUpper(written.charCodeAt(1))) return false
  if (facts & never || placesToo.has(word) || (capitalInside.test(written.slice(1)) && !(facts & anyName))) return false
  // The dictionary has names too; the lexicon of names has no word.
  return (facts & anyName) !== 0 || !word.split(/['’-]/).some((part) => part.length > 2 && isEnglishWord(part))
}
