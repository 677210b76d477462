import { eponymHeads } from './data/name-words.ts'
import { isForeign } from './foreign.ts'
import { factsAt, nameFact } from './name-facts.ts'
import { isUpper, lowered, namesAThing, skip, type Word, wordEnd } from './name-parts.ts'
import type { Name } from './name-shape.ts'
import type { ScannedText } from './scanned-text.ts'

const anyGiven = nameFact.given | nameFact.rareGiven

/** What only persons do. */
const acts =
  /^,? (?:lives|lived|said|says|told|asked|shouted|replied|whispered|denies|denied|smokes|drinks|married|wants|wanted|agreed|feels|felt|moved|retired|spent a)(?!\p{L})/u
/** Firms say and agree too: of a word alone that is no sign. */
const alone = 'lives|lived|shouted|replied|whispered|denies|denied|smokes|drinks|married|moved|retired|spent a'
const actsAlone = new RegExp(`^,? (?:${alone})(?!\\p{L})`, 'u')
const initials: ReadonlySet<number> = new Set(alone.split('|').map((act) => act.charCodeAt(0)))

/** Whether one of these may follow: behind most words none does, and they need no expression. */
function mayAct(text: ScannedText, end: number): boolean {
  const blank = text.charCodeAt(end) === 44 ? end + 1 : end
  return text.charCodeAt(blank) === 32 && initials.has(text.charCodeAt(blank + 1))
}

const inAPlace = /(?:^|[^\p{L}])(?:in|at|near|from|to|of)(?: the)? $/u

/** Two words that nobody knows, of which one has letters that English has not, or which do what only persons do. */
const isStranger = (text: ScannedText, start: number, end: number): boolean =>
  acts.test(text.slice(end, end + 14)) ||
  (/[^\0-\x7f’]/.test(text.slice(start, end)) && !inAPlace.test(text.slice(Math.max(0, start - 12), start)))

/** A line that opens with a word that nobody knows and that does what only persons do. */
export function strangerAt(text: ScannedText, start: number, end: number): Name | undefined {
  if (!mayAct(text, end)) return undefined
  if (!(factsAt(text, start, end) & nameFact.nameLike) || !actsAlone.test(text.slice(end, end + 14)) || isForeign(text)) return undefined
  // EtOH is no name.
  if (/\p{Lu}/u.test(text.slice(start + 1, end))) return undefined
  return { start, end, words: [{ start, end }] }
}

/**
 * Two capitalised words that nothing announces: a word that English does not know before a family name, or two around a middle initial
 * (`Rubija Liberšar`, `Hanne I. Kreutzmann`). In languages that write nouns with a capital this says nothing.
 */
export function bareName(text: ScannedText, start: number, end: number): Name | undefined {
  if (text.charCodeAt(end) !== 32 || !isUpper(text.charCodeAt(end + 1))) return undefined
  const first = factsAt(text, start, end)
  if (!(first & nameFact.nameLike)) return undefined
  let at = end + 1
  let to = wordEnd(text, at)
  const initial = to === at + 1
  if (initial) {
    at = skip(text, text.charCodeAt(to) === 46 ? to + 1 : to)
    if (at === to || !isUpper(text.charCodeAt(at))) return undefined
    to = wordEnd(text, at)
  }
  const second = factsAt(text, at, to)
  if (!(second & nameFact.nameLike)) return undefined
  if (!(initial || first & anyGiven || second & nameFact.familyForm || isStranger(text, start, to))) return undefined
  if (namesAThing(text, to) || isForeign(text)) return undefined
  if (namesACondition.test(text.slice(to, to + 70))) return undefined
  const words: Word[] = [
    { start, end },
    { start: at, end: to },
  ]
  // A third word makes it an organisation, a place or a title of a work, unless it is a second family name.
  if (text.charCodeAt(to) === 32 && isUpper(text.charCodeAt(to + 1))) {
    const next = wordEnd(text, to + 1)
    const third = factsAt(text, to + 1, next)
    if (third & nameFact.organisation || eponymHeads.has(lowered(text, to + 1, next))) return undefined
    if (third & nameFact.nameLike && third & nameFact.familyForm) words.push({ start: to + 1, end: next })
  }
  return { start, end: words.at(-1)!.end, words }
}

/** "Hyde Forster Mccarthy Berry syndrome": those who described it. */
const namesACondition =
  /^(?:(?: |-| and )[\p{Lu}][\p{L}’'-]{1,24}){0,4} (?:\p{Ll}{1,16} )?(?:syndrome|disease|disorder|dysplasia|sign|test|criteria|score|type|syndrom)/u
