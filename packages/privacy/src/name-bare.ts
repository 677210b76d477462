import { isEnglishWord } from '@corpuscope/features'
import { eponymHeads, eponyms, labels, notNames, titles } from './data/name-words.ts'
import { nameLexicon, nameRole } from './name-lexicon.ts'
import { isCapitals, isUpper, longestWord, lowered, namesAThing, skip, type Word, wordEnd } from './name-parts.ts'
import { facilityWords, isJob, type Name, placesToo } from './name-shape.ts'

/** Endings that only family names have (Nordic, Slavic, Greek, Romanian, Georgian, Turkish). */
const familyEnding =
  /(?:.{3}(?:sson|sdóttir|sdottir|[oe]vi[ćč]|wsk[iaą]|wicz|czyk|enko|opoulos|escu|shvili|adze|idze|oğlu|[oey]vich)|.{4}(?:[oe]v[aá]|ská|ský|ić))$/

const isFamily = (word: string): boolean => ((nameLexicon().get(word) ?? 0) & nameRole.family) !== 0 || familyEnding.test(word)
const isGiven = (word: string): boolean => ((nameLexicon().get(word) ?? 0) & (nameRole.given | nameRole.rareGiven)) !== 0

/**
 * Two capitalised words that nothing announces: a word that English does not know before a family name, or two around a middle initial
 * (`Rubija Liberšar`, `Hanne I. Kreutzmann`). In languages that write nouns with a capital this says nothing.
 */
export function bareName(text: string, start: number, end: number): Name | undefined {
  if (text.charCodeAt(end) !== 32 || !isUpper(text.charCodeAt(end + 1)) || !isNameLike(text, start, end)) return undefined
  let at = end + 1
  let to = wordEnd(text, at)
  const initial = to === at + 1
  if (initial) {
    at = skip(text, text.charCodeAt(to) === 46 ? to + 1 : to)
    if (at === to || !isUpper(text.charCodeAt(at))) return undefined
    to = wordEnd(text, at)
  }
  if (!isNameLike(text, at, to) || namesAThing(text, to) || isForeign(text)) return undefined
  const [first, second] = [lowered(text, start, end), lowered(text, at, to)]
  const known = isGiven(first) || isFamily(second)
  if (!(initial || known)) return undefined
  if (namesACondition.test(text.slice(to, to + 70))) return undefined
  const words: Word[] = [
    { start, end },
    { start: at, end: to },
  ]
  // A third word makes it an organisation, a place or a title of a work, unless it is a second family name.
  if (text.charCodeAt(to) === 32 && isUpper(text.charCodeAt(to + 1))) {
    const next = wordEnd(text, to + 1)
    const third = lowered(text, to + 1, next)
    if (eponymHeads.has(third) || facilityWords.has(third)) return undefined
    if (isNameLike(text, to + 1, next) && isFamily(third)) words.push({ start: to + 1, end: next })
  }
  return { start, end: words.at(-1)!.end, words }
}

/** "Hyde Forster Mccarthy Berry syndrome": those who described it. */
const namesACondition =
  /^(?:(?: |-| and )[\p{Lu}][\p{L}’'-]{1,24}){0,4} (?:\p{Ll}{1,16} )?(?:syndrome|disease|disorder|dysplasia|sign|test|criteria|score|type|syndrom)/u

/** A word that could be part of a name and is none of English. */
export function isNameLike(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length < 3 || length > longestWord || isUpper(text.charCodeAt(start + 1)) || isCapitals(text, start, end)) return false
  const word = lowered(text, start, end)
  if (notNames.has(word) || eponyms.has(word) || placesToo.has(word) || facilityWords.has(word) || titles.has(word)) return false
  if (labels.has(word) || isJob(word)) return false
  // The dictionary has names too; the lexicon of names has no word.
  return (
    ((nameLexicon().get(word) ?? 0) & ~nameRole.wordGiven) !== 0 ||
    !word.split(/['’-]/).some((part) => part.length > 2 && isEnglishWord(part))
  )
}

let last: { text: string; answer: boolean } | undefined
const looked = 4000
const english = /(?<![\p{L}'’])(?:the|of|and|to|was|is|with|for|has|had|he|she|you|it|at|by|my)(?!\p{L})/giu
const others =
  /(?<![\p{L}'’])(?:und|der|die|das|mit|bei|nicht|keine|wurde|ist|zur|de|du|des|la|le|les|et|une?|el|los|las|del|con|por|una|para|il|che|di|della|uma|dos?|da|em|het|een|van|med|och|og|som|jest|nie)(?!\p{L})/giu

/** Whether a text is written in another language than English, by small words of both: there an unknown word is no name for being unknown. */
export function isForeign(text: string): boolean {
  if (last?.text === text) return last.answer
  const head = text.length > looked ? text.slice(0, looked) : text
  last = { text, answer: (head.match(others)?.length ?? 0) > (head.match(english)?.length ?? 0) }
  return last.answer
}
