import type { Document } from '@corpuscope/core'
import { view, words } from '@corpuscope/text'

/** Where each word of a text stands before and after, which is all that ratios over windows and factors ask of it. */
export interface Repeats {
  /** Per word: the place of the same word before it; -1 for none. */
  readonly previous: Int32Array
  /** Per word: the place of the same word behind it; the number of words for none. */
  readonly next: Int32Array
}

let last = new Int32Array(1024)

/** @param types  type index of each word, below `typeCount` */
export function repeatsOf(types: ArrayLike<number>, typeCount: number): Repeats {
  const n = types.length
  const previous = new Int32Array(n)
  const next = new Int32Array(n)
  if (last.length < typeCount) last = new Int32Array(2 * typeCount)
  const place = last
  place.fill(-1, 0, typeCount)
  for (let i = 0; i < n; i++) {
    const before = place[types[i]!]!
    previous[i] = before
    next[i] = n
    if (before >= 0) next[before] = i
    place[types[i]!] = i
  }
  return { previous, next }
}

/** The repeats of a document's words: see `repeatsOf`. */
export const repeats: (document: Document) => Repeats = view((document) => {
  const { types, frequencies } = words(document)
  return repeatsOf(types, frequencies.length)
})
