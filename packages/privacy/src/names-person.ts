import { eponymHeads, eponyms } from './data/name-words.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'
import { isGivenName } from './name-lexicon.ts'
import { scanIdentifiers } from './scan.ts'

const personal: ReadonlySet<IdentifierKindId> = new Set([
  'person',
  'email',
  'phone',
  'medicare',
  'health-number',
  'national-number',
  'account',
  'record-number',
  'licence',
])

const fewestLetters = 4
/** Longer values are text, and judged as such. */
const longest = 120

/**
 * Whether an id, a file's name or a value of metadata names a person: an identifier stands in it, or it is two or three words of which
 * one is a known given name (`Meadows_Jane`), or that name a person in the document's own text. Dates, places and numbers that no check digit or word gives away are left alone.
 *
 * @param within  the text of the document
 * @example namesPerson('jane.doe@mail.org') // true
 * @example namesPerson('note-0042') // false
 */
export function namesPerson(text: string, within = ''): boolean {
  if (text.length > longest || !/\p{L}{3}|\d{6}|\d[ -]\d/u.test(text)) return false
  const spaced = text.replace(/[_,;]+|(?<=\p{L})[-.](?=\p{L})(?![^@]*@)/gu, ' ')
  if (isIdentifier(text, spaced)) return true
  const words = spaced.match(/\p{L}{2,}/gu) ?? []
  if (words.length < 2 || words.length > 3) return false
  if (words.some((word) => word.length >= fewestLetters && within.includes(word)) && isNamedIn(words, within)) return true
  // "Addison_disease" names a condition.
  if (words.some((word) => eponyms.has(word.toLowerCase())) && words.some((word) => eponymHeads.has(word.toLowerCase()))) return false
  return words.some((word) => word.length >= fewestLetters && /^\p{Lu}/u.test(word) && isGivenName(word.toLowerCase()))
}

const known = new Map<string, boolean>()
/** A field has few values as a rule, and all documents have them; of ids only the last ones are kept. */
const mostKnown = 20_000

/** Whether an identifier stands in a value, as it is or with blanks between its parts. */
function isIdentifier(text: string, spaced: string): boolean {
  const before = known.get(text)
  if (before !== undefined) return before
  const found = (written: string): boolean => scanIdentifiers(written).identifiers.some(({ kind, nobody }) => !nobody && personal.has(kind))
  const answer = found(text) || (spaced !== text && found(spaced))
  if (known.size >= mostKnown) known.clear()
  known.set(text, answer)
  return answer
}

/** Whether one of these words is part of a name that the text gives a person. */
function isNamedIn(words: readonly string[], text: string): boolean {
  const named = new Set(
    scanIdentifiers(text).identifiers.flatMap(({ kind, identity }) => (kind === 'person' ? identity.split(/[^\p{L}]+/u) : [])),
  )
  return words.some((word) => word.length >= fewestLetters && named.has(word.toLowerCase()))
}
