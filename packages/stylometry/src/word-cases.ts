import type { Document } from '@corpuscope/core'
import { column, unitsOf, view, words } from '@corpuscope/text'
import { isCapital, isUpperCase } from './character-kinds.ts'

/** How a running word is written: most have no bit. */
export const wordCase = {
  /** Begins with a capital. */
  capital: 1,
  /** Two letters or more, all of them capitals. */
  upper: 2,
} as const

/** Per word of a document: the bits of `wordCase`. */
export const wordCases: (document: Document) => Uint8Array = view((document) => {
  const { count, starts, ends } = words(document)
  const units = unitsOf(document.text)
  const cases = column.u8(count)
  for (let word = 0; word < count; word++) {
    const start = starts[word]!
    const first = units[start]!
    if (first >= 97 && first <= 122) continue
    const capital = isCapital(first) ? wordCase.capital : 0
    // Letters without case and signs may stand before the first capital, and so are looked at too.
    cases[word] = isUpperCase(units, start, ends[word]!) ? capital | wordCase.upper : capital
  }
  return cases
})
