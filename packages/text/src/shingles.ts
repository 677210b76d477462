import type { Document } from '@corpuscope/core'
import { finish53, mix32 } from './hash.ts'
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

/** Both halves of each type's hash: what hashes of several words are made from. */
export interface WordLanes {
  readonly lows: Int32Array
  readonly highs: Int32Array
}

let lent: WordLanes = { lows: new Int32Array(2048), highs: new Int32Array(2048) }

/** The lanes of the types of a text; they are lent: the next call overwrites them, and they may be longer than the types are many. */
export function lanesOf(hashes: Float64Array): WordLanes {
  const n = hashes.length
  if (lent.lows.length < n) lent = { lows: new Int32Array(2 * n), highs: new Int32Array(2 * n) }
  const { lows, highs } = lent
  for (let type = 0; type < n; type++) {
    const low = hashes[type]! | 0
    lows[type] = low
    highs[type] = (hashes[type]! - (low >>> 0)) / 4294967296
  }
  return lent
}

/**
 * A sample of the runs of `size` consecutive words, one in `oneIn` on average, drawn by the run's own hash: what is drawn in one document is drawn
 * in every other. Sorted distinct integers below 2^53 that depend on the lower-cased words and their order alone; they are not those of `shinglesOf`.
 *
 * @param oneIn  a power of two
 * @param lanes  of the words, where they were made before
 * @see Karp & Rabin 1987: both halves of the hash roll along, so that a run costs the same whatever its size
 */
export function sampledRuns(
  { count, types, hashes }: Pick<Words, 'count' | 'types' | 'hashes'>,
  size: number,
  oneIn: number,
  { lows, highs }: WordLanes = lanesOf(hashes),
): Float64Array {
  if (count < size) return new Float64Array(0)
  const [p, q] = [0x01000193, 0x2c1b3c6d]
  let [pOut, qOut] = [1, 1]
  for (let i = 0; i < size; i++) {
    pOut = Math.imul(pOut, p)
    qOut = Math.imul(qOut, q)
  }
  const drawn: number[] = []
  let a = 0
  let b = 0
  for (let i = 0; i < count; i++) {
    a = (Math.imul(a, p) + lows[types[i]!]!) | 0
    b = (Math.imul(b, q) + highs[types[i]!]!) | 0
    if (i >= size) {
      a = (a - Math.imul(pOut, lows[types[i - size]!]!)) | 0
      b = (b - Math.imul(qOut, highs[types[i - size]!]!)) | 0
    }
    if (i < size - 1) continue
    const mixed = mix32(a ^ mix32(b))
    if ((mixed & (oneIn - 1)) === 0) drawn.push(finish53(a, b))
  }
  const runs = new Float64Array(drawn).sort()
  let distinct = runs.length > 0 ? 1 : 0
  for (let i = 1; i < runs.length; i++) if (runs[i] !== runs[i - 1]) runs[distinct++] = runs[i]!
  return runs.slice(0, distinct)
}

const fiveWordShingles = view((document: Document) => shinglesOf(words(document), 5))

/** Shingles of a document's words, kept for the usual size of 5: see `shinglesOf`. */
export const wordShingles = (document: Document, size: number): Float64Array =>
  size === 5 ? fiveWordShingles(document) : shinglesOf(words(document), size)
