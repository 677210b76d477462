import { isBlank, isLetter } from './characters.ts'
import { eponymHeads } from './data/name-words.ts'
import type { ScannedText } from './scanned-text.ts'

/** No part of a name is longer; what is, is skipped. */
export const longestWord = 30

/** A capitalised word: from its first letter to its last, with hyphens and apostrophes inside. */
export interface Word {
  readonly start: number
  readonly end: number
}

export const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) || (code >= 0x100 && code < 0x250 && isUpperBeyond(code))
const isUpperBeyond = (code: number): boolean => {
  const letter = String.fromCharCode(code)
  return letter !== letter.toLowerCase()
}
export const isInside = (code: number): boolean => code === 45 || code === 39 || code === 0x2019

export function wordEnd(text: ScannedText, start: number): number {
  let end = start
  for (;;) {
    while (isLetter(text.charCodeAt(end))) end++
    if (end > start && isInside(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1)) && !isGenitive(text, end)) end++
    else return end
  }
}

export const isGenitive = (text: ScannedText, apostrophe: number): boolean =>
  text.charCodeAt(apostrophe) !== 45 && (text.charCodeAt(apostrophe + 1) | 32) === 115 && !isLetter(text.charCodeAt(apostrophe + 2))

export const lowered = (text: ScannedText, start: number, end: number): string => text.slice(start, end).toLowerCase()

/** Past blanks and tabs, six at most. */
export function skip(text: ScannedText, at: number): number {
  let to = at
  while (to < at + 6 && (isBlank(text.charCodeAt(to)) || text.charCodeAt(to) === 9)) to++
  return to
}

/** Whether "'s", "disease" or "catheter" follows: then what stands before is a thing's name. */
export function namesAThing(text: ScannedText, end: number): boolean {
  const next = /^(?:['’]s|['’])?[ -]([\p{L}]{3,16})/u.exec(text.slice(end, end + 22))
  return next !== null && eponymHeads.has(next[1]!.toLowerCase())
}

/** Whether all letters of a word are capitals. */
export function isCapitals(text: ScannedText, start: number, end: number): boolean {
  if (!isUpper(text.charCodeAt(start + 1))) return false
  for (let i = start; i < end; i++) if (isLetter(text.charCodeAt(i)) && !isUpper(text.charCodeAt(i))) return false
  return true
}
