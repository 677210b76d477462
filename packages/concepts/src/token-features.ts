import type { Document } from '@corpuscope/core'
import { sentences, view } from '@corpuscope/text'

/** The tokens of a sentence: runs of letters, runs of digits, and single signs, so that a span may end inside a compound. */
export interface TokenSentence {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Hashed features, `featureWidth` a token, below `featureColumns`. */
  readonly features: Uint32Array
}

export const featureColumns = 2 ** 18
/** Most features of a token; 0 fills the rest of a short word. */
export const featureWidth = 40

const token = /\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]/gu

/** One for each sentence with a token. */
export const tokenSentences: (document: Document) => readonly TokenSentence[] = view((document) => {
  const { text } = document
  const { starts, ends, count } = sentences(document)
  const made: TokenSentence[] = []
  for (let i = 0; i < count; i++) {
    const found = [...text.slice(starts[i], ends[i]).matchAll(token)]
    if (found.length === 0) continue
    made.push({
      starts: Uint32Array.from(found, ({ index }) => starts[i]! + index),
      ends: Uint32Array.from(found, ({ 0: word, index }) => starts[i]! + index + word.length),
      features: featuresOf(
        found.map(([word]) => word),
        found.map(({ index, 0: word }, k) => (found[k + 1]?.index ?? -1) === index + word.length),
      ),
    })
  }
  return made
})

/** FNV-1a of a string from a seed, to a column. */
function column(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return 1 + (((hash ^ (hash >>> 13)) >>> 0) % (featureColumns - 1))
}

/** Capitals, small letters, digits and signs of a word; a run counts once in the short form. */
function shapeOf(word: string, short: boolean): string {
  let shape = ''
  for (const sign of word) {
    const kind = /\p{Lu}/u.test(sign) ? 'A' : /\p{L}/u.test(sign) ? 'a' : /\p{N}/u.test(sign) ? '0' : sign
    if (!short || shape.at(-1) !== kind) shape += kind
  }
  return shape
}

/**
 * What a tagger sees of a token: the word, its neighbours to two away, pairs of them, beginnings, endings, letter trigrams and shapes.
 *
 * @see Leaman & Gonzalez 2008, BANNER, for the kinds
 */
function featuresOf(words: readonly string[], joined: readonly boolean[]): Uint32Array {
  const lowered = words.map((word) => word.toLowerCase())
  const shapes = words.map((word) => shapeOf(word, true))
  const at = (list: readonly string[], i: number): string => (i < 0 ? '<' : i >= list.length ? '>' : list[i]!)
  const features = new Uint32Array(words.length * featureWidth)
  words.forEach((word, i) => {
    const low = lowered[i]!
    let next = i * featureWidth
    const end = next + featureWidth
    const add = (seed: number, text: string): void => {
      if (next < end) features[next++] = column(seed, text)
    }
    add(0, '')
    add(1, low)
    add(2, word)
    for (const [k, apart] of [-2, -1, 1, 2].entries()) {
      add(3 + k, at(lowered, i + apart))
      add(7 + k, at(shapes, i + apart))
    }
    add(11, `${at(lowered, i - 1)} ${low}`)
    add(12, `${low} ${at(lowered, i + 1)}`)
    add(13, `${at(lowered, i - 1)} ${at(lowered, i + 1)}`)
    add(14, `${at(lowered, i - 2)} ${at(lowered, i - 1)} ${low}`)
    add(15, `${low} ${at(lowered, i + 1)} ${at(lowered, i + 2)}`)
    add(16, shapes[i]!)
    add(17, shapeOf(word, false))
    add(18, `${joined[i - 1] ?? false} ${joined[i]}`)
    for (let length = 2; length <= 5; length++) {
      if (low.length <= length) break
      add(18 + length, low.slice(0, length))
      add(23 + length, low.slice(-length))
    }
    add(30, at(lowered, i - 1).slice(-3))
    add(31, at(lowered, i + 1).slice(-3))
    for (let from = 0; from + 3 <= low.length; from++) add(32, low.slice(from, from + 3))
  })
  return features
}
