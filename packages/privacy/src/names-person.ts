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
  if (text.length > longest || isSerial(text)) return false
  const { alone, words } = judgedOnce(text)
  return alone || (words.length > 0 && words.some((word) => within.includes(word)) && isNamedIn(words, within))
}

/** One letter and digits, `d0000042`: a serial number. No identifier is written so without a word before it. */
function isSerial(text: string): boolean {
  const letter = text.charCodeAt(0)
  if (text.length < 2 || letter < 97 || letter > 122) return false
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 48 || unit > 57) return false
  }
  return true
}

/** What a value says by itself, whatever text it belongs to. */
interface Value {
  /** It names a person. */
  readonly alone: boolean
  /** Words that may be the parts of a name the text gives a person. */
  readonly words: readonly string[]
}

const nobody: Value = { alone: false, words: [] }
const somebody: Value = { alone: true, words: [] }

const known = new Map<string, Value>()
/** A field has few values as a rule, and all documents have them; of ids only the last ones are kept. */
const mostKnown = 20_000

function judgedOnce(text: string): Value {
  let value = known.get(text)
  if (value) return value
  value = judged(text)
  if (known.size >= mostKnown) known.clear()
  known.set(text, value)
  return value
}

function judged(text: string): Value {
  if (!/\p{L}{3}|\d{6}|\d[ -]\d/u.test(text)) return nobody
  const spaced = text.replace(/[_,;]+|(?<=\p{L})[-.](?=\p{L})(?![^@]*@)/gu, ' ')
  if (isIdentifier(text) || (spaced !== text && isIdentifier(spaced))) return somebody
  const words = spaced.match(/\p{L}{2,}/gu) ?? []
  if (words.length < 2 || words.length > 3) return nobody
  const long = words.filter((word) => word.length >= fewestLetters)
  // "Addison_disease" names a condition.
  const isCondition = words.some((word) => eponyms.has(word.toLowerCase())) && words.some((word) => eponymHeads.has(word.toLowerCase()))
  const isNamed = !isCondition && long.some((word) => /^\p{Lu}/u.test(word) && isGivenName(word.toLowerCase()))
  return isNamed ? somebody : { alone: false, words: long }
}

/** Whether an identifier stands in a value as it is written. */
const isIdentifier = (written: string): boolean =>
  scanIdentifiers(written).identifiers.some(({ kind, nobody: noOne }) => !noOne && personal.has(kind))

/** Whether one of these words is part of a name that the text gives a person. */
function isNamedIn(words: readonly string[], text: string): boolean {
  const named = new Set(
    scanIdentifiers(text).identifiers.flatMap(({ kind, identity }) => (kind === 'person' ? identity.split(/[^\p{L}]+/u) : [])),
  )
  return words.some((word) => word.length >= fewestLetters && named.has(word.toLowerCase()))
}
