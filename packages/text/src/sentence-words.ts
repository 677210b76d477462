import type { Document } from '@corpuscope/core'
import { column } from './column.ts'
import { sentences } from './sentences.ts'
import { view } from './view.ts'
import { words } from './words.ts'

/**
 * Per sentence of a document the number of its first word, and behind the last one the number of the word that would follow: sentence s has the words
 * from `[s]` to `[s + 1]`. A word that stands between two sentences counts to the second; one behind the last counts to none.
 */
export const sentenceWords: (document: Document) => Uint32Array = view((document) => {
  const { count, starts } = words(document)
  const { count: n, ends } = sentences(document)
  const firsts = column.u32(n + 1)
  let word = 0
  for (let s = 0; s < n; s++) {
    const end = ends[s]!
    while (word < count && starts[word]! < end) word++
    firsts[s + 1] = word
  }
  return firsts
})
