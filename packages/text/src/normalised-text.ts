import type { Document } from '@corpuscope/core'
import { mix32 } from './hash.ts'
import { view } from './view.ts'

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

let units = new Uint16Array(1 << 14)
let bytes = Buffer.from(units.buffer)
const keptUnits = 1 << 20

/**
 * Four 32-bit hashes that stand for the normalised text, the fourth its length in them: two different texts among 10^9 share all with a
 * chance below 10^-14. Not for secrets: who wants two texts of one hash can make them.
 */
export const normalisedHash: (document: Document) => Uint32Array = view(({ text }) => hashOf(text) ?? hashOf(normalisedText(text), true)!)

/** Undefined when the text has to be normalised by the rules of Unicode first. */
function hashOf(text: string, normalised = false): Uint32Array | undefined {
  const { length } = text
  if (units.length < length || units.length > Math.max(keptUnits, length)) {
    units = new Uint16Array(Math.max(1 << 14, length))
    bytes = Buffer.from(units.buffer)
  }
  bytes.write(text, 0, 'utf16le')
  // As different from each other as the lanes of a word's hash; a blank waits until something stands behind it.
  let a = 0x2f0b4a27
  let b = 0x61c88647
  let c = 0x9e3779b1 | 0
  let count = 0
  let waiting = false
  for (let i = 0; i < length; i++) {
    let unit = units[i]!
    if (!normalised) {
      if (unit > 127) return undefined
      unit = plain[unit]!
      if (unit === blank) {
        waiting = count > 0
        continue
      }
      if (waiting) {
        waiting = false
        count++
        a = Math.imul(a ^ blank, 0xcc9e2d51)
        a = (a << 13) | (a >>> 19)
        b = Math.imul((b + blank) | 0, 0x85ebca77)
        b ^= b >>> 15
        c = Math.imul(c ^ (a + b), 0x2c1b3c6d)
      }
    }
    count++
    a = Math.imul(a ^ unit, 0xcc9e2d51)
    a = (a << 13) | (a >>> 19)
    b = Math.imul((b + unit) | 0, 0x85ebca77)
    b ^= b >>> 15
    c = Math.imul(c ^ (a + b), 0x2c1b3c6d)
  }
  return Uint32Array.of(mix32(a ^ count), mix32(b ^ a), mix32(c ^ b), count)
}
