import { isSnomedIdentifier } from './check-digits.ts'
import { eponyms } from './data/name-words.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'
import { namesPerson } from './names-person.ts'
import { scanIdentifiers } from './scan.ts'

const numbers: ReadonlySet<IdentifierKindId> = new Set([
  'email',
  'phone',
  'medicare',
  'health-number',
  'national-number',
  'account',
  'record-number',
  'licence',
  'url',
  'ip',
])
/** Longer values are text: no category. */
const longest = 120
/** As many digits in one word number a person, a record or a telephone; codes of classifications have fewer, or are concepts. */
const longNumber = /[A-Za-z]{0,4}[-/]?\d{6,}/g

/**
 * Whether a value of metadata holds an identifier: it names a person, is or holds a number of six digits or more (`Ward QX7739215`) that is no
 * SNOMED CT concept, or is one behind the name of its field (`mrn: 4820193`, `clinician: Ada Moran`).
 *
 * @param field  name of the field; empty where a name of a field is itself asked for
 * @example reveals('ward', 'Ward QX7739215') // true
 * @example reveals('diagnosis', '73211009') // false: a concept of SNOMED CT
 */
export function reveals(field: string, value: string): boolean {
  if (value.length > longest) return true
  if (namesPerson(value)) return true
  for (const [number] of value.matchAll(longNumber)) if (!isSnomedIdentifier(number)) return true
  if (field === '') return false
  const spaced = field.replace(/[_.-]+|(?<=[a-z])(?=[A-Z])/g, ' ')
  const found = scanIdentifiers(`${spaced}: ${value}`).identifiers.filter(({ end, nobody }) => !nobody && end > spaced.length + 2)
  return found.some(({ kind }) => numbers.has(kind)) || (isFullName(value) && found.some(({ kind }) => kind === 'person'))
}

/** Two to four words with capitals, none of which names a condition. */
const isFullName = (value: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(value) && !value.split(' ').some((word) => eponyms.has(word.toLowerCase()))
