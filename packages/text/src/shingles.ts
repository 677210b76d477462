import type { Document } from '@corpuscope/core'
import { finish53 } from './hash.ts'
import { view } from './view.ts'
import { type Words, words } from './words.ts'

/**
 * The set of runs of `size` consecutive words, as sorted distinct integers below 2^53 that depend on the lower-cased words and their order
 * alone. Empty when there are fewer words than `size`.
 *
 * Among n different runs, any two share a hash with a probability of about n^2 / 2^54: 5 in 100,000,000,000 for two notes of 500 runs, 5 % for all
 * runs of 10,000 such notes taken together.
 */
export function shinglesOf({ count, types, hashes }: Pick<Words, 'count' | 'types' | 'hashes'>, size: number): Float64Array {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`shingles: size must be a whole number of words, 1 or more, but got ${size}`)
  if (count < size) return new Float64Array(0)
  const lows = new Int32Array(hashes.length)
  const highs = new Int32Array(hashes.length)
  for (let type = 0; type < hashes.length; type++) {
    const hash = hashes[type]!
    lows[type] = (hash % 4294967296) | 0
    highs[type] = Math.floor(hash / 4294967296)
  }
  const shingles = new Float64Array(count - size + 1)
  for (let start = 0; start < shingles.length; start++) {
    let a = 0x243f6a88
    let b = 0x85a308d3 | 0
    for (let i = start; i < start + size; i++) {
      const type = types[i]!
      a = Math.imul(a ^ lows[type]!, 0x2c1b3c6d)
      a = (a << 13) | (a >>> 19)
      b = Math.imul((b + highs[type]!) ^ (a >>> 7), 0x297a2d39)
      b ^= b >>> 15
    }
    shingles[start] = finish53(a, b)
  }
  shingles.sort()
  let distinct = 1
  for (let i = 1; i < shingles.length; i++) if (shingles[i] !== shingles[i - 1]) shingles[distinct++] = shingles[i]!
  return shingles.slice(0, distinct)
}

const fiveWordShingles = view((document: Document) => shinglesOf(words(document), 5))

/** Shingles of a document's words, kept for the usual size of 5: see `shinglesOf`. */
export const wordShingles = (document: Document, size: number): Float64Array =>
  size === 5 ? fiveWordShingles(document) : shinglesOf(words(document), size)
