import type { Feature, Rows } from '@corpuscope/core'
import { words } from '@corpuscope/text'

/** The words of each document in their order, as 32-bit hashes of the lower-cased words. */
export interface WordSequences {
  /** Documents, in key order. */
  readonly n: number
  of(i: number): Uint32Array
}

/** 2^32: two of 30,000 different words share the lower half of their hash with a probability of 10 %, and then count as one. */
const half = 4294967296

/** Keeps the order of the words for what repeats across documents. */
export const wordSequences = (): Feature<null, WordSequences> => ({
  id: 'words',
  create: () => null,
  observe(_, document) {
    const { types, hashes } = words(document)
    const lower = Uint32Array.from(hashes, (hash) => hash % half)
    return { lists: { 'words.sequence': Uint32Array.from(types, (type) => lower[type]!) } }
  },
  merge: () => undefined,
  conclude: (_, { rows }) => sequencesOf(rows),
})

const sequencesOf = (rows: Rows): WordSequences => ({ n: rows.n, of: (i) => rows.list('words.sequence', i) as Uint32Array })
