import type { Rows } from '@corpuscope/core'
import type { Sparse } from './sparse.ts'
import type { DocumentFrequencies } from './term-counts.ts'

/** Terms kept when there are more: those of most documents. It bounds memory; the rare terms beyond tie next to nothing together. */
const mostTerms = 65_536

export interface TfIdf {
  /** Documents in key order x terms; rows of unit length, or empty. */
  readonly matrix: Sparse
  /** In the order of code units. */
  readonly terms: readonly string[]
  /** Per term: in how many documents it stands. */
  readonly documents: Uint32Array
}

/** What weighs terms: those that tie documents together, and how many documents they were counted in. */
export interface WeighedTerms {
  readonly terms: readonly Term[]
  readonly n: number
}

export interface Term {
  readonly term: string
  readonly hash: number
  readonly documents: number
}

/** From this many documents on, the terms that make the space may be shown and kept. */
export const leastKept = 50

/**
 * Which terms tie documents together: those of at least five documents that touch nothing that identifies a person, so that the space can be kept.
 * Below 50 documents, where it is not, those of at least two (of one where there are fewer than five documents).
 *
 * @returns in the order of code units
 */
export function vocabularyOf({ documents, terms, identifying }: DocumentFrequencies, n: number, most = mostTerms): Term[] {
  const least = n < 5 ? 1 : n < leastKept ? 2 : 5
  const chosen: Term[] = []
  for (const [hash, count] of documents)
    if (count >= least && !(n >= leastKept && identifying.has(hash))) chosen.push({ term: terms.get(hash)!, hash, documents: count })
  if (chosen.length > most) {
    chosen.sort((a, b) => b.documents - a.documents || byCodeUnits(a, b))
    chosen.length = most
  }
  return chosen.sort(byCodeUnits)
}

// Two words may share a hash across machines that never met; the hash then keeps the order strict.
const byCodeUnits = (a: Term, b: Term): number => (a.term < b.term ? -1 : a.term > b.term ? 1 : a.hash - b.hash)

/**
 * Term weights of every document: (1 + ln tf) (1 + ln((1 + n) / (1 + df))), rows scaled to unit length.
 *
 * @param name  of the lists that `termCounts.observe` left
 * @see Manning, Raghavan & Schütze 2008, ch. 6 (sublinear tf); the smooth idf is scikit-learn's
 */
export const tfIdf = (rows: Rows, frequencies: DocumentFrequencies, name: string): TfIdf =>
  weighed(rows, { terms: vocabularyOf(frequencies, rows.n), n: rows.n }, name)

/** The same by a vocabulary counted elsewhere, whose documents weigh the terms. */
export function weighed(rows: Rows, { terms: vocabulary, n }: WeighedTerms, name: string): TfIdf {
  const column = new Map(vocabulary.map(({ hash }, i) => [hash, i]))
  const documents = Uint32Array.from(vocabulary, (term) => term.documents)
  const idf = Float64Array.from(documents, (count) => 1 + Math.log((1 + n) / (1 + count)))
  const starts = new Uint32Array(rows.n + 1)
  let total = 0
  for (let i = 0; i < rows.n; i++) total += rows.list(`${name}.terms`, i).length
  const indices = new Uint32Array(total)
  const values = new Float64Array(total)
  let end = 0
  for (let i = 0; i < rows.n; i++) {
    const hashes = rows.list(`${name}.terms`, i)
    const counts = rows.list(`${name}.counts`, i)
    const start = end
    let squares = 0
    for (let j = 0; j < hashes.length; j++) {
      const at = column.get(hashes[j]!)
      if (at === undefined) continue
      const weight = (1 + Math.log(counts[j]!)) * idf[at]!
      indices[end] = at
      values[end++] = weight
      squares += weight * weight
    }
    const length = Math.sqrt(squares)
    for (let j = start; j < end; j++) values[j]! /= length
    starts[i + 1] = end
  }
  return {
    matrix: { rows: rows.n, columns: vocabulary.length, starts, indices: indices.subarray(0, end), values: values.subarray(0, end) },
    terms: vocabulary.map(({ term }) => term),
    documents,
  }
}
