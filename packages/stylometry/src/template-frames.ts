import type { Document } from '@corpuscope/core'
import { wordClass, wordFacts } from '@corpuscope/features'
import { finish53, lanesOf, words } from '@corpuscope/text'

/** Function words, units and numbers in a frame: nine follow each other alike in few texts that nobody copied. */
export const frameLength = 9
/** Of them, those that are no numbers: tables have many numbers in a row. */
export const fewestWordsInFrame = 6
/** Frames kept of a document, those of lowest hash: the same ones in every document that has them. */
export const mostFrames = 64

// What stands for a number, for a pronoun, and for content words before a word: how many they are is a slot's own matter.
const number = 0x2f0b4a27
const pronoun = 0x1b873593
const slot = 0x61c88647

// Both halves of a hash roll along: Karp & Rabin 1987.
const p = 0x01000193
const q = 0x2c1b3c6d
let [pOut, qOut] = [1, 1]
for (let i = 0; i < frameLength; i++) {
  pOut = Math.imul(pOut, p)
  qOut = Math.imul(qOut, q)
}

const none = new Uint32Array(0)
const lows = new Int32Array(frameLength)
const highs = new Int32Array(frameLength)
const isWord = new Uint8Array(frameLength)
let found = new Uint32Array(1024)

/**
 * The frames of a document: runs of `frameLength` function words, units and numbers, in which each number, each pronoun and each row of content
 * words is the same as any other. A letter of which only names, drugs and sites were filled in keeps its frames, however its lines are broken.
 *
 * @returns distinct 32-bit hashes, ascending, at most `mostFrames`; empty for a language without a list of function words, and for a text with too few
 * @see Stamatatos 2011, JASIST 62(12):2512-2527, where n-grams of 8 to 11 stop words find passages that were reworded
 */
export function framesOf(document: Document): Uint32Array {
  const { classes, language } = wordFacts(document)
  const { types, hashes, count } = words(document)
  if (language === undefined || count < frameLength) return none
  const lanes = lanesOf(hashes)
  if (found.length < count) found = new Uint32Array(2 * count)
  let [a, b] = [0, 0]
  let met = 0
  let inFrame = 0
  let gap = 0
  let kept = 0
  for (let word = 0; word < count; word++) {
    const type = types[word]!
    const own = classes[type]!
    if ((own & (wordClass.functionWord | wordClass.unit | wordClass.digit)) === 0) {
      gap = slot
      continue
    }
    const isNumber = (own & wordClass.digit) !== 0
    const constant = isNumber ? number : (own & wordClass.pronoun) !== 0 ? pronoun : 0
    const low = ((constant !== 0 ? constant : lanes.lows[type]!) + gap) | 0
    const high = ((constant !== 0 ? constant : lanes.highs[type]!) + gap) | 0
    gap = 0
    a = (Math.imul(a, p) + low) | 0
    b = (Math.imul(b, q) + high) | 0
    const at = met % frameLength
    if (met >= frameLength) {
      a = (a - Math.imul(pOut, lows[at]!)) | 0
      b = (b - Math.imul(qOut, highs[at]!)) | 0
      inFrame -= isWord[at]!
    }
    lows[at] = low
    highs[at] = high
    inFrame += isWord[at] = isNumber ? 0 : 1
    met++
    if (met >= frameLength && inFrame >= fewestWordsInFrame) found[kept++] = finish53(a, b)
  }
  const sorted = found.subarray(0, kept).sort()
  let distinct = 0
  for (let i = 0; i < kept && distinct < mostFrames; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i]!
  return sorted.slice(0, distinct)
}
