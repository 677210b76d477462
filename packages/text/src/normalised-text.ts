import type { Document } from '@corpuscope/core'
import { mix32 } from './hash.ts'
import { view } from './view.ts'
import { scanWords, type Words, words } from './words.ts'

/**
 * The text two documents have to share to be exact duplicates: lower-cased, every run of white space one blank, none at the ends.
 *
 * @example normalisedText(' No  acute\r\ndistress ') // 'no acute distress'
 */
export const normalisedText = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

const blank = 32
/** Of ASCII: the lower-cased unit, a blank for white space. */
const plain = Uint8Array.from({ length: 128 }, (_, unit) => (/\s/.test(String.fromCharCode(unit)) ? blank : lowered(unit)))

function lowered(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit
}

/**
 * Four 32-bit hashes that stand for the normalised text; the fourth counts its words and the characters between them, and is 0 for an
 * empty text alone. Made of the hashes of its words, which have 53 bits, and of what stands between: two different texts share all with a
 * chance of 10^-16 when they differ in one word, and a smaller one otherwise. Not for secrets: who wants two texts of one hash can make them.
 */
export const normalisedHash: (document: Document) => Uint32Array = view((document) => {
  const { text, wordRule } = document
  const hash = hashOf(text, words(document))
  if (hash) return hash
  const normalised = normalisedText(text)
  return hashOf(normalised, scanWords(normalised, wordRule), true)!
})

/** Undefined when what stands between the words has to be normalised by the rules of Unicode first. */
function hashOf(text: string, { count, starts, ends, types, hashes }: Words, normalised = false): Uint32Array | undefined {
  let a = 0x2f0b4a27
  let b = 0x61c88647
  let c = 0x9e3779b1 | 0
  let size = count
  let from = 0
  for (let word = 0; word <= count; word++) {
    const to = word < count ? starts[word]! : text.length
    // One number for what stands between two words: as a rule, one blank.
    let between = 0
    let waiting = false
    let written = from > 0
    for (let i = from; i < to; i++) {
      let unit = text.charCodeAt(i)
      if (!normalised) {
        if (unit > 127) return undefined
        unit = plain[unit]!
      }
      if (unit === blank) {
        waiting = written
        continue
      }
      if (waiting) {
        between = Math.imul(between, 0x01000193) + blank + 1
        waiting = false
        size++
      }
      between = (Math.imul(between, 0x01000193) + unit + 1) | 0
      written = true
      size++
    }
    // At the text's end a blank is none.
    if (waiting && word < count) {
      between = (Math.imul(between, 0x01000193) + blank + 1) | 0
      size++
    }
    let low = 0
    let high = 0
    if (word < count) {
      const hash = hashes[types[word]!]!
      low = hash | 0
      high = (hash / 4294967296) | 0
      from = ends[word]!
    }
    a = Math.imul(a ^ low, 0xcc9e2d51)
    a = ((a << 13) | (a >>> 19)) ^ between
    b = Math.imul((b + high) | 0, 0x85ebca77)
    b = (b ^ (b >>> 15)) + low + Math.imul(between, 0x297a2d39)
    c = Math.imul(c ^ (a + b), 0x2c1b3c6d)
  }
  return Uint32Array.of(mix32(a ^ size), mix32(b ^ a), mix32(c ^ b), size)
}
