/** From here on no letter belongs to a month, a cue or a name we read. */
export const beyondLetters = 0x370

/** Set in every combining mark, and in few letters. */
export const markBits = 0x300

const isLatin = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x300 && code < beyondLetters)

/** UTF-16 code unit below 0x370 -> the letter in small, or 0 where it is none: one look-up tells both. */
export const folded: Uint16Array = Uint16Array.from({ length: beyondLetters }, (_, code) => {
  if (!isLatin(code)) return 0
  const small = String.fromCharCode(code).toLowerCase()
  return small.length === 1 ? small.charCodeAt(0) : code
})

/** A hash of a word's letters in small, taken along while the word is read (h = 31 h + letter, as strings of Java). */
export const withLetter = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0

/** The hash of a word that is in small letters. */
export function hashOf(word: string): number {
  let hash = 0
  for (let i = 0; i < word.length; i++) hash = withLetter(hash, word.charCodeAt(i))
  return hash
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 16) ^ (hash >>> 7)) & 0x1ffff

/** What a word may be, by the slot of its hash. */
export interface WordBits {
  readonly bits: Uint16Array
  /** One bit a slot, set where any is: small enough to stay in the first cache, and most words end there. */
  readonly any: Uint32Array
}

/** @returns the bits of a word's hash */
export function bitsOf({ bits, any }: WordBits, hash: number): number {
  const slot = slotOf(hash)
  return any[slot >>> 5]! & (1 << (slot & 31)) ? bits[slot]! : 0
}

/**
 * What a word may be, from the slot of its hash alone: bits that are set for it or for a word that shares its slot. A bit that is not set is
 * certain, a set one is to be confirmed by a look at the word.
 *
 * @param rows  words in small letters, and the bit each sets
 */
export function wordBits(rows: readonly (readonly [bit: number, words: Iterable<string>])[]): WordBits {
  const bits = new Uint16Array(0x20000)
  const any = new Uint32Array(bits.length / 32)
  for (const [bit, words] of rows)
    for (const word of words) {
      const slot = slotOf(hashOf(word))
      bits[slot]! |= bit
      any[slot >>> 5]! |= 1 << (slot & 31)
    }
  return { bits, any }
}
