import { isLetter } from './characters.ts'
import { commonDeeds, deeds, departments, fillers, meetings, thingEnding, ties } from './data/frame-words.ts'
import { eponymHeads, particles, placesToo } from './data/name-words.ts'
import { isForeign, isGerman } from './foreign.ts'
import { factsAt, isUnknownWord, nameFact } from './name-facts.ts'
import type { Lead } from './name-leads.ts'
import { isCapitals, isGenitive, isUpper, longestWord, lowered, namesAThing, type Word, wordEnd } from './name-parts.ts'
import type { Name } from './name-shape.ts'
import type { ScannedText } from './scanned-text.ts'

const mostSmall = 3
const longestSmall = 8

/** "discussed with Zoltan", "rappeler Manon", "valorado por Ruiz": behind a word for a meeting, and small words, a capital follows. */
export function meetingLead(text: ScannedText, start: number, end: number): Lead | undefined {
  const how = meetings.get(lowered(text, start, end))
  if (!how) return undefined
  let at = end
  let tied = false
  for (let i = 0; i <= mostSmall; i++) {
    if (text.charCodeAt(at) === 47) at++
    else if (text.charCodeAt(at) === 32) at++
    else return undefined
    if (isUpper(text.charCodeAt(at))) {
      const sure = tied ? how.tied : how.directly
      return sure || how.known ? { kind: sure ? 'meeting' : 'sighting', at } : undefined
    }
    const to = wordEnd(text, at)
    if (to === at || to - at > longestSmall) return undefined
    const word = lowered(text, at, to)
    if (ties.has(word) && !(word.length === 1 && word === 'a' && !isForeign(text))) tied = true
    else if (fillers.has(word)) tied = false
    else return undefined
    at = to
  }
  return undefined
}

const anyName = nameFact.given | nameFact.rareGiven | nameFact.lone | nameFact.family
const anyGiven = nameFact.given | nameFact.rareGiven | nameFact.lone
const noName =
  nameFact.notName |
  nameFact.title |
  nameFact.label |
  nameFact.bareLabel |
  nameFact.closing |
  nameFact.kin |
  nameFact.postNominal |
  nameFact.organisation |
  nameFact.job

/**
 * Whether words with capitals, which stand where a person would, are the name of one: a word that is known as a name, or words that no
 * dictionary has.
 *
 * @param alone  whether a single word is believed that no list has
 */
export function isPerson(text: ScannedText, parts: readonly Word[], alone: boolean): boolean {
  const first = parts[0]
  if (!first) return false
  let given = 0
  let known = 0
  let unknown = 0
  for (const { start, end } of parts) {
    const facts = factsAt(text, start, end)
    const word = lowered(text, start, end)
    if (facts & (noName | nameFact.eponym) && !(facts & anyGiven)) return false
    if (facts & nameFact.eponym && isGenitive(text, end)) return false
    if (
      parts.length > 1 &&
      start === first.start &&
      isCapitals(text, start, end) &&
      !isCapitals(text, parts.at(-1)!.start, parts.at(-1)!.end)
    )
      return false
    if (departments.has(word) || eponymHeads.has(word)) return false
    if (facts & (anyGiven | nameFact.wordGiven)) given++
    if (facts & anyName) known++
    else if (isUnknownWord(text, start, end) && !thingEnding.test(word)) unknown++
  }
  const last = parts.at(-1)!
  if (namesAThing(text, last.end) || isFollowedByKind(text, last.end)) return false
  const { length } = parts
  if (length === 1) {
    const facts = factsAt(text, first.start, first.end)
    if (first.end - first.start < 3 || isCapitals(text, first.start, first.end)) return false
    if (placesToo.has(lowered(text, first.start, first.end))) return false
    if (
      facts & (nameFact.given | nameFact.lone) ||
      (facts & nameFact.rareGiven && !thingEnding.test(lowered(text, first.start, first.end)))
    )
      return true
    return alone && first.end - first.start > 3 && (unknown === 1 || (known === 1 && !(facts & nameFact.english)))
  }
  if (given > 0 && given + known + unknown >= length) return true
  return alone && known + unknown === length
}

/** "Beaumont Hospital", "Kelso Street", "Zydol 50 mg": more of the name of a thing follows. */
const isFollowedByKind = (text: ScannedText, end: number): boolean =>
  /^ (?:[\p{Lu}][\p{L}]*|\d|(?:mg|ml|mcg|tablets?|hospital|clinic|ward)(?!\p{L}))/u.test(text.slice(end, end + 12))

const reach = 72
const names =
  /(?:^|[^\p{L}.'’-])((?:[\p{Lu}][\p{L}'’-]{1,24}|[\p{Lu}]\.?)(?: (?:(?:van|von|de|der|da|di|del|la|du|dos|das|al|el|y|e) ){0,3}(?:[\p{Lu}][\p{L}'’-]{1,24}|[\p{Lu}]\.)){0,4})$/u

/** The words with capitals that end at a place, without those before the last that is no part of a name. */
export function wordsBack(text: ScannedText, end: number): { start: number; words: Word[] } | undefined {
  const slice = text.slice(Math.max(0, end - reach), end)
  const found = names.exec(slice)
  if (!found) return undefined
  let start = end - found[1]!.length
  let words: Word[] = []
  for (let at = start; at < end; ) {
    if (!isLetter(text.charCodeAt(at))) {
      at++
      continue
    }
    const to = Math.min(end, wordEnd(text, at))
    const facts = factsAt(text, at, to)
    if ((facts & noName && !(facts & anyGiven)) || to - at > longestWord) {
      words = []
      start = to + 1
    } else if (to - at > 1 && !(particles.has(text.slice(at, to)) && !isUpper(text.charCodeAt(at)))) words.push({ start: at, end: to })
    at = to
  }
  while (start < end && !isLetter(text.charCodeAt(start))) start++
  return words.length > 0 ? { start, words } : undefined
}

const mayBeName = anyName | nameFact.wordGiven | nameFact.nameLike
const copulas: ReadonlySet<string> = new Set('was is a se est è ist wurde werd fue foi viene gibt kam ging'.split(' '))
const agedBehind = /^ an? (?:\d{1,3}|very|pleasant|retired)[ -]/
const bornBehind = /^[^.\n]{0,48}(?:geboren|né|née|nato|nata|born)(?!\p{L})/u

/** "Zoltan reports", "Ana Prat refiere": what only a person does, in small letters behind the name. */
export function nameBeforeDeed(text: ScannedText, start: number, end: number): Name | undefined {
  const word = lowered(text, start, end)
  if (!deeds.has(word)) return undefined
  let from = start - 2
  while (from > 0 && from > start - longestWord && isLetter(text.charCodeAt(from - 1))) from--
  // Most words that open a sentence are no names.
  if (!(factsAt(text, from, start - 1) & mayBeName)) return undefined
  const back = wordsBack(text, start - 1)
  if (!back || text.charCodeAt(back.start - 1) === 47) return undefined
  if (/ (?:of|de|du|von) $/.test(text.slice(Math.max(0, back.start - 5), back.start))) return undefined
  const { words } = back
  const behind = text.slice(end, end + 64)
  const sure = !commonDeeds.has(word) || agedBehind.test(behind) || bornBehind.test(behind)
  const [first] = words
  const facts = factsAt(text, first!.start, first!.end)
  const named = words.length === 1 && sure && (facts & nameFact.wordGiven) !== 0 && !(facts & noName) && !isForeign(text)
  const alone = sure && !isGerman(text) && !(isForeign(text) && opensSentence(text, back.start))
  if (!named && !isPerson(text, words, words.length === 1 ? alone : sure || !copulas.has(word))) return undefined
  // In a language we have no dictionary of, a sentence may open with any word.
  if (words.length === 1 && !sure && !(facts & nameFact.lone || (facts & nameFact.given && !isForeign(text)))) return undefined
  if (words.some((each) => isCapitals(text, each.start, each.end))) return undefined
  return { start: back.start, end: words.at(-1)!.end, words }
}

const opensSentence = (text: ScannedText, at: number): boolean => at === 0 || /[.\n:;!?] ?$/.test(text.slice(Math.max(0, at - 2), at))

/** "Zoltan (daughter)", "Zoltan, the nurse": kin or a carer, in small letters behind the name. */
export function nameBeforeKin(text: ScannedText, start: number, end: number): Name | undefined {
  const before = text.charCodeAt(start - 1)
  if ((before !== 40 && before !== 32) || !(factsAt(text, start, end) & nameFact.kin)) return undefined
  if (before === 32 && !text.slice(Math.max(0, start - 7), start).includes(',')) return undefined
  const gap = /(?: \(|, (?:(?:the|a|his|her|su|la|el|sa|son|l'|o|a|die|der|seine|ihre|de|het|zijn|haar) ?)?)$/u.exec(
    text.slice(Math.max(0, start - 8), start),
  )
  if (!gap) return undefined
  const back = wordsBack(text, start - gap[0].length)
  if (!back || !isPerson(text, back.words, gap[0].startsWith(' (') && !isGerman(text))) return undefined
  return { start: back.start, end: back.words.at(-1)!.end, words: back.words }
}
