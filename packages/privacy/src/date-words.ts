import { fullYear } from './calendar.ts'
import { isBlank, isDigit, isLetter, isWordy } from './characters.ts'
import { skipBlanks } from './cues.ts'
import { separators } from './digit-groups.ts'
import type { Scan } from './identifier.ts'
import { longestMonthName, monthNames } from './month-names.ts'
import type { ScannedText } from './scanned-text.ts'

const ordinals: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'o'])
export const connectors: ReadonlySet<string> = new Set(['of', 'de', 'del', 'do'])

export const wordEnd = (text: ScannedText, at: number): number => {
  const most = at + longestMonthName
  let end = at
  while (end < most && isLetter(text.charCodeAt(end))) end++
  return end
}

export const lowerCased = (text: ScannedText, start: number, end: number): string => text.slice(start, end).toLowerCase().normalize('NFC')

export function digitsEnd(text: ScannedText, at: number, most: number): number {
  let end = at
  while (end < at + most && isDigit(text.charCodeAt(end))) end++
  return end
}

export function pastOrdinal(text: ScannedText, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 0xba || code === 0xaa) return at + 1
  if (!isLetter(code)) return at
  const end = wordEnd(text, at)
  return end - at <= 2 && ordinals.has(lowerCased(text, at, end)) ? end : at
}

export function pastSeparators(text: ScannedText, at: number, most: number): number {
  let to = at
  while (to < at + most) {
    const code = text.charCodeAt(to)
    if (!isBlank(code) && code !== 44 && code !== 39 && code !== 0x2019 && (code < separators.hyphen || code > separators.slash)) break
    to++
  }
  return to
}

export function pastConnector(text: ScannedText, at: number): number {
  if (!isLetter(text.charCodeAt(at))) return at
  const end = wordEnd(text, at)
  return connectors.has(lowerCased(text, at, end)) ? skipBlanks(text, end, 2) : at
}

export function readYear(text: ScannedText, at: number): { value: number; short: boolean; end: number } | undefined {
  const end = digitsEnd(text, at, 5)
  const length = end - at
  if (length !== 4 && length !== 2) return undefined
  const after = text.charCodeAt(end)
  // 12 Mar 24/7, 12 Mar 10:30 and 12 Mar 20% go on differently.
  if (isWordy(after) || after === 37 || ((after === 47 || after === 58 || after === 46) && isDigit(text.charCodeAt(end + 1))))
    return undefined
  const value = Number(text.slice(at, end))
  return { value: length === 2 ? fullYear(value) : value, short: length === 2, end }
}

/** The name of a month that ends before a place, and where it begins. */
export function monthBefore(scan: Scan, at: number): { month: number; start: number; word: string } | undefined {
  const { text } = scan
  let end = at
  while (end > at - 2 && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === separators.dot)) end--
  let start = end
  while (start > 0 && start > end - longestMonthName && isLetter(text.charCodeAt(start - 1))) start--
  scan.steps += at - start
  if (start === end || (start > 0 && isWordy(text.charCodeAt(start - 1)))) return undefined
  const word = lowerCased(text, start, end)
  if (connectors.has(word)) {
    return monthBefore(scan, start)
  }
  const month = monthNames.get(word)
  return month === undefined ? undefined : { month, start, word }
}

// A specimen of 13/09/10 cm was measured, not dated.
export const lengthUnits: ReadonlySet<string> = new Set(['mm', 'cm', 'm', 'ml', 'mL', 'mg', 'g', 'kg', 'mmHg'])

export const isJoint = (code: number): boolean => code >= separators.hyphen && code <= separators.slash
