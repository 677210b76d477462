import { isLetter } from './characters.ts'
import { factsAt, nameFact } from './name-facts.ts'
import { isCapitals, isUpper, namesAThing, type Word, wordEnd } from './name-parts.ts'
import { type Name, nameAt } from './name-shape.ts'
import type { ScannedText } from './scanned-text.ts'

const initialled = /^(?:[\p{Lu}]\.[ ]?){1,2}(?:-[\p{Lu}]\. ?)?[\p{Lu}][\p{L}'’-]{2,24}(?: ?[\r\n,;.(]|[ \t]{2}|$)/u

/** A further name in a row of signatures: behind two blanks or a tab, with an initial, a title or a known given name. */
export function nameBeside(text: ScannedText, end: number): Name | undefined {
  const gap = /^(?:,? ?(?:M\.?D|D\.?O)\.?)?(?: {2,40}|[ \t]*\t[ \t]*)/.exec(text.slice(end, end + 48))
  if (!gap) return undefined
  const at = end + gap[0].length
  if (!isUpper(text.charCodeAt(at))) return undefined
  if (factsAt(text, at, wordEnd(text, at)) & nameFact.title) return undefined
  return initialled.test(text.slice(at, at + 40)) ? nameAt(text, at, 'closing') : undefined
}

/** Drs. Seiler und Wantzer: the second of two. */
export function nameAfterAnd(text: ScannedText, lead: number, end: number): Name | undefined {
  const and = /^ (?:und|and|&|et|y|e) (?=\p{Lu})/u.exec(text.slice(end, end + 7))
  if (!and || !/(?:Drs|Dres|Doctors|Dras|Drs)\.? $/.test(text.slice(Math.max(0, lead - 9), lead))) return undefined
  return nameAt(text, end + and[0].length, 'title')
}

const row = /^(?:, (?:and )?| (?:and|&|und|et|y|e) )(?=\p{Lu})/u
const lone = /^(?![ -][\p{Lu}]|['’]s? \p{Ll}|\p{L})/u

/** Tom, Ariana and Jodi: the next of several that are named in a row, where it may be a given name, or behind "and" a family name. */
export function nameInRow(text: ScannedText, end: number): Name | undefined {
  const joint = row.exec(text.slice(end, end + 7))?.[0]
  if (joint === undefined) return undefined
  const start = end + joint.length
  const to = wordEnd(text, start)
  const facts = factsAt(text, start, to)
  const asked = joint.length > 2 ? anyName : nameFact.given | nameFact.rareGiven
  if (!(facts & asked) || !(facts & nameFact.nameLike) || !lone.test(text.slice(to, to + 4)) || namesAThing(text, to)) return undefined
  return { start, end: to, words: [{ start, end: to }] }
}

const reach = 48
const before =
  /(?:^|[^\p{L}.'’-])((?:[\p{Lu}](?:[\p{L}'’-]{1,24}|\.) ?){0,2}(?:[\p{Lu}]\.? )?(?:(?:von|van|de|der|da|di|del|la) ){0,2}[\p{Lu}][\p{L}'’-]{1,24}),? $/u

/** "J. Morales RN", "Amit Desai, MD": the name before a degree. */
export function nameBeforeDegree(text: ScannedText, start: number, end: number): Name | undefined {
  if (end - start > 6 || text.charCodeAt(start - 1) !== 32 || !(isUpper(text.charCodeAt(start + 1)) || text.charCodeAt(end) === 46))
    return undefined
  const degree = /^(?:M\.D|D\.O|R\.N|Ph\.D|N\.P|P\.A|D\.D\.S|M\.S)\.?(?![\p{L}])/u.test(text.slice(start, start + 7))
  if (!degree && !(factsAt(text, start, end) & nameFact.postNominal)) return undefined
  const slice = text.slice(Math.max(0, start - reach), start)
  const found = before.exec(slice)
  if (!found) return undefined
  const at = start - slice.length + found.index + found[0].indexOf(found[1]!)
  const words: Word[] = []
  let first = -1
  let initials = 0
  for (let i = at; i < start; ) {
    if (!isLetter(text.charCodeAt(i))) {
      i++
      continue
    }
    const to = wordEnd(text, i)
    const facts = factsAt(text, i, to)
    if (facts & (nameFact.notName | nameFact.title | nameFact.postNominal) || (to - i > 1 && to - i < 4 && isCapitals(text, i, to))) {
      // What stands before such a word is no part of the name.
      words.length = 0
      first = -1
      initials = 0
    } else if (isUpper(text.charCodeAt(i))) {
      if (first < 0) first = i
      if (to - i === 1) initials++
      else words.push({ start: i, end: to })
    }
    i = to
  }
  if (first < 0 || words.length === 0) return undefined
  const named = words.some(({ start: from, end: to }) => (factsAt(text, from, to) & anyName) !== 0)
  if (!(initials > 0 || named) || (words.length === 1 && initials === 0)) return undefined
  return { start: first, end: words.at(-1)!.end, words }
}

const anyName = nameFact.given | nameFact.rareGiven | nameFact.lone | nameFact.family
