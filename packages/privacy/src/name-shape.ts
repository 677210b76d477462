import { isLetter, isWordy } from './characters.ts'
import { eponymHeads, placesToo, shortFamilyNames } from './data/name-words.ts'
import { isForeign } from './foreign.ts'
import { factsAt, nameFact } from './name-facts.ts'
import { isPerson } from './name-frames.ts'
import type { LeadKind } from './name-leads.ts'
import { isName } from './name-lexicon.ts'
import { isCapitals, isUpper, longestWord, lowered, namesAThing, skip, type Word, wordEnd } from './name-parts.ts'
import type { ScannedText } from './scanned-text.ts'

/** A name as it was read: initials and particles inside, `words` its full words. */
export interface Name {
  readonly start: number
  readonly end: number
  readonly words: readonly Word[]
}

const mostParts = 4

/** Reads a name from its first letter: initials, particles and up to four words. */
export function nameAt(text: ScannedText, start: number, kind: LeadKind): Name | undefined {
  const parts: Word[] = []
  let at = start
  let end = start
  let full = 0
  let opened = false
  if (kind === 'surname') return surnameFirst(text, start)
  for (let i = 0; i < mostParts + 2 && full < mostParts; i++) {
    if (isWordy(text.charCodeAt(at - 1)) || !isLetter(text.charCodeAt(at))) break
    const to = wordEnd(text, at)
    const length = to - at
    if (length > longestWord) break
    const facts = factsAt(text, at, to)
    const upper = isUpper(text.charCodeAt(at))
    if (!upper || facts & nameFact.particle) {
      if (!(facts & nameFact.particle) || (!upper && text.charCodeAt(to) !== 32)) break
      at = skip(text, to)
      continue
    }
    const pointed = text.charCodeAt(to) === 46
    if (isDigitLike(text.charCodeAt(to))) break
    if (length === 1 || (length === 2 && pointed && full === 0 && kind === 'title' && !shortFamilyNames.has(lowered(text, at, to)))) {
      // A lone letter after a title is a name cut short; in the middle it is an initial.
      opened = true
      end = pointed ? to + 1 : to
      at = skip(text, end)
      if (!pointed && full > 0 && !isUpper(text.charCodeAt(at))) {
        end = parts.at(-1)!.end
        break
      }
      continue
    }
    // Kollegen der Handchirurgie.
    if (
      full === 0 &&
      at > start &&
      /^(?:der|den|dem|des|die|del|do|da|la|le) $/.test(text.slice(start, at)) &&
      (facts & nameFact.job || text.charCodeAt(to) === 45)
    )
      return undefined
    if (facts & (nameFact.notName | nameFact.job | nameFact.title) || isAcronym(text, at, to, kind, full)) break
    if (kind !== 'given' && full > 0 && facts & nameFact.label) break
    // Behind a title the word is a person's even if a textbook knows it.
    if (kind !== 'title' && facts & nameFact.eponym && namesAThing(text, to)) break
    if (kind === 'title' && namesAThing(text, to) && full > 0) break
    // M. Parkinson is Morbus Parkinson, not Monsieur.
    if (full === 0 && facts & nameFact.eponym && /(?:^|[^\p{L}])M\. {0,2}$/u.test(text.slice(Math.max(0, at - 5), at))) break
    parts.push({ start: at, end: to })
    full++
    end = to
    const comma = text.charCodeAt(to) === 44 && full === 1 && !opened && (kind === 'label' || kind === 'title') && isSurnameFirst(text, to)
    const next = skip(text, comma ? to + 1 : to)
    if (next === to || next > to + 3 || text.charCodeAt(next - 1) === 9) break
    at = next
  }
  if (full === 0)
    return opened && kind === 'title' && end - start <= 3 && isLoneInitial(text, start, end) ? { start, end, words: [] } : undefined
  if (kind === 'given') return isPlausibleGiven(text, start, parts) ? { start, end, words: parts } : undefined
  if (kind === 'meeting' || kind === 'sighting') return isPerson(text, parts, kind === 'meeting') ? { start, end, words: parts } : undefined
  if (kind === 'kin') return isPlausibleKin(text, parts) ? { start, end, words: parts } : undefined
  if (kind !== 'title' && !isPlausible(text, parts, kind, opened)) return undefined
  return { start, end, words: parts }
}

const listed = /^[\p{Lu}][\p{Lu}'’ -]{1,30}, ?[\p{Lu}][\p{L}'’-]+(?: [\p{Lu}](?:[\p{L}'’-]+|(?![\p{L}])))?/u

/** QUENNELL, ORLA M: as lists have it. */
function surnameFirst(text: ScannedText, start: number): Name | undefined {
  const found = listed.exec(text.slice(start, start + 80))
  if (!found) return undefined
  const words = [...found[0].matchAll(/[\p{L}'’-]{2,}/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
  return { start, end: start + found[0].length, words }
}

/** A name that only its words give away: a given name with a family name behind it, or a common given name alone. */
function isPlausibleGiven(text: ScannedText, start: number, parts: readonly Word[]): boolean {
  const first = parts[0]!
  const roles = factsOf(text, first)
  if (parts.length < 2)
    return (
      ((roles & nameFact.lone) !== 0 || ((roles & nameFact.rareGiven) !== 0 && isInSentence(text, first))) &&
      !namesAThing(text, first.end) &&
      isLoneGivenName(text, first)
    )
  const second = parts[1]!
  if (eponymHeads.has(lowered(text, second.start, second.end)) || factsOf(text, second) & nameFact.organisation) return false
  if (roles & nameFact.given) return true
  // A rare name or a word proves something only beside a family name, and not where a sentence begins with it.
  const family = (factsOf(text, parts.at(-1)!) & nameFact.family) !== 0
  const last = parts.at(-1)!
  if (roles & nameFact.rareGiven) return family || ((factsOf(text, last) & nameFact.nameLike) !== 0 && !isForeign(text))
  return family && start > 1 && /[\p{L},:] $/u.test(text.slice(start - 2, start)) && parts.length === 2
}

/** A rare name in the middle of a sentence, where English writes no other word with a capital, or as the one who does something. */
function isInSentence(text: ScannedText, word: Word): boolean {
  const { start, end } = word
  const facts = factsOf(text, word)
  if (end - start <= 3 || !(facts & nameFact.nameLike)) return false
  const inside = !(facts & nameFact.english) && /[\p{Ll}\d],? ['"“(]?$/u.test(text.slice(Math.max(0, start - 4), start))
  return (inside || acts.test(text.slice(end, end + 14))) && !isForeign(text)
}
const acts =
  /^(?:['’]s [\p{Ll}]|,? (?:is|was|has|had|says|said|states|stated|reports|reported|denies|denied|presented|attended|lives|lived|feels|felt|asked|told|agreed|wants|wanted|spent|shouted|began|can|could|please|thank|thanks)(?!\p{L})|: ["“]?\p{Lu})/u

const factsOf = (text: ScannedText, { start, end }: Word): number => factsAt(text, start, end)

/** After kin or a carer with a possessive: a known name, or a capitalised word that is none of English and stands in mid-sentence. */
function isPlausibleKin(text: ScannedText, parts: readonly Word[]): boolean {
  if (parts.some((part) => factsOf(text, part) & (nameFact.given | nameFact.rareGiven))) return true
  const first = factsOf(text, parts[0]!)
  if (parts[0]!.end - parts[0]!.start < 3 || first & nameFact.eponym) return false
  return (first & nameFact.family) !== 0 ? parts.length > 1 : !(first & nameFact.english) && parts.length < 4
}

/** A given name alone: not a place or a plant, and with no capitalised or numbered neighbour that would make it part of another name. */
function isLoneGivenName(text: ScannedText, { start, end }: Word): boolean {
  if (end - start < 3 || placesToo.has(lowered(text, start, end)) || isUpper(text.charCodeAt(start + 1))) return false
  const before = text.slice(Math.max(0, start - 4), start)
  if (
    /(?:St\.?|San) $/.test(before) ||
    /(?:pouch|sign|line|triangle|space|duct|law|rule|circle) of $/.test(text.slice(Math.max(0, start - 14), start))
  )
    return false
  if (/[\p{L}\d&/-] ?$/u.test(before) && /[\p{Lu}\d&/-]\.? ?$/u.test(before)) return false
  const next = skip(text, end)
  const after = text.charCodeAt(next)
  return !(next > end && isUpper(after)) && !isDigitLike(after) && after !== 45 && after !== 47 && after !== 38
}

const isDigitLike = (code: number): boolean => code >= 48 && code <= 57
const isLoneInitial = (text: ScannedText, start: number, end: number): boolean =>
  end - start <= 2 && isUpper(text.charCodeAt(start)) && !isUpper(text.charCodeAt(end))

/** CT, ECG, XX: letters for letters; a name in capitals has four or more, and stands after a title or a label. */
const isAcronym = (text: ScannedText, start: number, end: number, kind: LeadKind, before: number): boolean =>
  isCapitals(text, start, end) &&
  (end - start < (before > 0 && kind !== 'given' && kind !== 'kin' ? 3 : 4) || ((kind === 'given' || kind === 'kin') && before === 0)) &&
  !isNameInCapitals(text, start, end, kind)

/** "Patient: LEE, ANN": short, and a name. */
const isNameInCapitals = (text: ScannedText, start: number, end: number, kind: LeadKind): boolean =>
  kind === 'label' && end - start === 3 && isName(lowered(text, start, end))

/** "Tupolev, Konstantin": a comma, then a known given name or a single word before a comma, line end or "geb". */
function isSurnameFirst(text: ScannedText, comma: number): boolean {
  const next = skip(text, comma + 1)
  const to = wordEnd(text, next)
  if (to === next || to - next > longestWord || !isUpper(text.charCodeAt(next))) return false
  return (
    (factsAt(text, next, to) & (nameFact.given | nameFact.rareGiven)) !== 0 ||
    /^(?:[ \t]*(?:[,;*\r\n]|$)|[ \t]+(?:geb|born|dob|DOB|\*))/.test(text.slice(to, to + 8))
  )
}

/** After a label any noun may follow: two words, a known given name, or a line that ends behind the one word. */
function isPlausible(text: ScannedText, parts: readonly Word[], kind: LeadKind, opened: boolean): boolean {
  const last = parts.at(-1)!
  const after = text.slice(last.end, last.end + 12)
  const given = parts.some((part) => (factsOf(text, part) & (nameFact.given | nameFact.rareGiven)) !== 0)
  if (given || opened) return true
  const ends = /^[ \t]*(?:[\r\n,;.:(*]|$|geb\b|born|DOB|MD\b|\d|[ \t]{2})/.test(after)
  if (parts.length > 1) {
    // "Patient Darnell Okoro is": a sentence that goes on, and two words that English does not know.
    const known = parts.some((part) => (factsOf(text, part) & nameFact.family) !== 0)
    const alike = parts.every((part) => (factsOf(text, part) & nameFact.nameLike) !== 0)
    return ends || ((known || (alike && !isForeign(text))) && !parts.some((part) => isCommonWord(text, part)))
  }
  return kind === 'label' && /^[ \t]*(?:,|!|\.?$|\.?[\r\n]|\. |geb|born|\*)/.test(after) && text.charCodeAt(parts[0]!.start - 1) !== 10
}

function isCommonWord(text: ScannedText, part: Word): boolean {
  const facts = factsOf(text, part)
  return (facts & nameFact.english) !== 0 && (facts & (nameFact.given | nameFact.rareGiven | nameFact.lone | nameFact.family)) === 0
}
