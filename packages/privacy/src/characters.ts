import { beyondLetters, folded } from './letters.ts'

/** Classes of UTF-16 code units, by look-up: these run for every character of a corpus. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57

// Latin letters with their marks: months, cues and mailboxes need no more; × and ÷ stand between them.
export const isLetter = (code: number): boolean => code < beyondLetters && folded[code] !== 0

export const isBlank = (code: number): boolean => code === 32 || code === 0xa0 || code === 0x202f

/** A character that makes what follows or precedes it part of a longer name: letters, digits, underscore. */
export const isWordy = (code: number): boolean => isDigit(code) || isLetter(code) || code === 95
