import type { WordRule } from '@corpuscope/core'
import { mix32 } from './hash.ts'
import { scanWords, type Words, wordSeeds } from './words.ts'

/** The words of a text in their order, as 32-bit hashes: the lower halves of the hashes of `words`. */
export function sequenceOf({ count, types, hashes }: Pick<Words, 'count' | 'types' | 'hashes'>): Uint32Array {
  const sequence = new Uint32Array(count)
  // Such an array takes a number modulo 2^32 by itself, many times faster than the remainder operator.
  for (let i = 0; i < count; i++) sequence[i] = hashes[types[i]!]!
  return sequence
}

const apostrophe = 39
const firstLetter = 97

/** Per byte: its lower case where it is an ASCII letter or digit, 0 where it is none. */
const lowerCase = new Uint8Array(256)
for (const [from, to] of [
  ['0', '9'],
  ['A', 'Z'],
  ['a', 'z'],
] as const)
  for (let unit = from.charCodeAt(0); unit <= to.charCodeAt(0); unit++)
    lowerCase[unit] = String.fromCharCode(unit).toLowerCase().charCodeAt(0)

/** Longer texts take the long way: their bytes would be kept for the next text. */
const longest = 1 << 18
const bytes = Buffer.allocUnsafeSlow(3 * longest + 2)
const found = new Uint32Array(longest)

/**
 * The same of a text of which nothing else is wanted: where it is ASCII, no table of its words is made, and it takes a third of the time.
 *
 * @returns valid until the next call
 */
export function wordHashes(text: string, rule: WordRule = 'standard'): Uint32Array {
  const count = rule === 'letters' || text.length > longest ? -1 : scanAscii(text)
  return count < 0 ? sequenceOf(scanWords(text, rule)) : found.subarray(0, count)
}

/** Hashes the words of a text into `found`; -1 when it holds more than ASCII. The rules `standard` and `oracle-1` are one there. */
function scanAscii(text: string): number {
  const { length } = text
  // Anything beyond ASCII takes two bytes or more a unit.
  if (bytes.write(text, 0, 'utf8') !== length) return -1
  bytes[length] = 0
  bytes[length + 1] = 0
  const { first, firstPrime, second, secondPrime } = wordSeeds
  let count = 0
  for (let at = 0; ; ) {
    while (at < length && lowerCase[bytes[at]!] === 0) at++
    if (at >= length) return count
    let unit = lowerCase[bytes[at]!]!
    let one = first
    let other = second
    for (let tail = false; ; ) {
      one = Math.imul(one ^ unit, firstPrime)
      other = Math.imul(other ^ unit, secondPrime)
      other ^= other >>> 13
      const next = bytes[++at]!
      unit = lowerCase[next]!
      if (unit >= firstLetter || (unit > 0 && !tail)) continue
      // An apostrophe between letters belongs to the word, and no digit comes after one.
      if (next !== apostrophe || lowerCase[bytes[at + 1]!]! < firstLetter) break
      tail = true
      unit = apostrophe
    }
    found[count++] = mix32(one ^ mix32(other))
  }
}
