import type { Document } from '@corpuscope/core'
import { column, view, words } from '@corpuscope/text'

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
  const previous = column.i32(n)
  // One place before the first word takes what words that were not met yet would write: writing always is quicker than asking.
  const shifted = column.i32(n + 1).fill(n)
  if (last.length < typeCount) last = new Int32Array(2 * typeCount)
  const place = last
  place.fill(-1, 0, typeCount)
  for (let i = 0; i < n; i++) {
    const before = place[types[i]!]!
    previous[i] = before
    shifted[before + 1] = i
    place[types[i]!] = i
  }
  return { previous, next: shifted.subarray(1) }
}

/** The repeats of a document's words: see `repeatsOf`. */
export const repeats: (document: Document) => Repeats = view((document) => {
  const { types, frequencies } = words(document)
  return repeatsOf(types, frequencies.length)
})
