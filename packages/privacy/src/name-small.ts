import { isEnglishWord } from '@corpuscope/features'
import { isLetter } from './characters.ts'
import { kin, labels, notNames, particles, titles } from './data/name-words.ts'
import { isForeign } from './foreign.ts'
import { nameLexicon, nameRole } from './name-lexicon.ts'
import { isUpper, skip, type Word, wordEnd } from './name-parts.ts'
import type { Name } from './name-shape.ts'
import type { ScannedText } from './scanned-text.ts'

const looked = 2000
const fewestLetters = 12
/** One capital in so many letters: a note in which names have none. */
const lettersACapital = 400

let last: { readonly text: ScannedText; readonly answer: boolean } | undefined

/** Whether a text is written in small letters, names too. */
export function isSmall(text: ScannedText): boolean {
  if (last?.text === text) return last.answer
  let letters = 0
  let capitals = 0
  const end = Math.min(text.length, looked)
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (!isLetter(unit)) continue
    letters++
    // Most texts tell in their first sentences.
    if (isUpper(unit) && ++capitals * lettersACapital > letters + 2 * lettersACapital) break
  }
  last = { text, answer: letters >= fewestLetters && capitals * lettersACapital < letters }
  return last.answer
}

/** Titles that are words too, or units. */
const notInSmall: ReadonlySet<string> = new Set(
  'sister miss m d ms don rev ass mag fr sr pr sir dame doctor docteur doctora doctor nurse pt'.split(' '),
)
const smallLabels: ReadonlySet<string> = new Set('patient patiente paciente paziente patiënt patiënte pat name'.split(' '))
const mostWords = 3

/** "dr bahar", "name: orla quin", "wife ines": a name in small letters, in a note that has no others. */
export function nameInSmall(text: ScannedText, start: number, end: number): Name | undefined {
  const word = text.slice(start, end)
  const point = text.charCodeAt(end) === 46 ? end + 1 : end
  if (titles.has(word) && (!notInSmall.has(word) || (point > end && word.length < 4))) {
    let at = pastPoint(text, point)
    const next = text.slice(at, wordEnd(text, at))
    if (titles.has(next)) at = pastPoint(text, at + next.length)
    return read(text, at, 'title')
  }
  const labelled = labels.has(word) && /^ ?: ?/.exec(text.slice(end, end + 3))
  if (labelled) return read(text, end + labelled[0].length, 'label')
  if (text.charCodeAt(end) !== 32) return undefined
  if (kin.has(word) || smallLabels.has(word)) return read(text, end + 1, 'kin')
  return undefined
}

const pastPoint = (text: ScannedText, at: number): number =>
  skip(text, at + (/^(?:ssa|ra|na)(?!\p{L})\.?/u.exec(text.slice(at, at + 4))?.[0].length ?? 0))

const anyGiven = nameRole.given | nameRole.rareGiven | nameRole.lone

function read(text: ScannedText, from: number, lead: 'title' | 'label' | 'kin'): Name | undefined {
  const words: Word[] = []
  let at = from
  let start = -1
  while (words.length < mostWords && isLetter(text.charCodeAt(at))) {
    const to = wordEnd(text, at)
    const word = text.slice(at, to)
    if (particles.has(word) && text.charCodeAt(to) === 32) {
      if (start < 0) start = at
      at = to + 1
      continue
    }
    if (!mayBeName(text, word, to, lead, words.length)) break
    if (start < 0) start = at
    words.push({ start: at, end: to })
    if (text.charCodeAt(to) !== 32) break
    at = to + 1
  }
  return words.length > 0 ? { start, end: words.at(-1)!.end, words } : undefined
}

function mayBeName(text: ScannedText, word: string, end: number, lead: 'title' | 'label' | 'kin', before: number): boolean {
  if (word.length < 3 || notNames.has(word) || /[^\p{Ll}'’-]/u.test(word)) return false
  const roles = nameLexicon().get(word) ?? 0
  if (roles & anyGiven) return true
  const english = isEnglishWord(word)
  if (before === 0 && lead === 'title') return roles !== 0 || !english
  if (roles !== 0 && !english) return lead !== 'kin' || before > 0
  if (english) return false
  // We have no dictionary of every language: a word that no list has is a name where the phrase ends with it.
  return !isForeign(text) || (lead !== 'kin' && /^ ?(?:[,;.\n\r(]|$|n[ée]e?|geb|nato|nacid|nascid)/u.test(text.slice(end, end + 6)))
}
