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

interface Term {
  readonly term: string
  readonly hash: number
  readonly documents: number
}

/**
 * Which terms tie documents together: those of at least two documents (of one where there are fewer than five documents).
 *
 * @returns in the order of code units
 */
export function vocabularyOf({ documents, terms }: DocumentFrequencies, n: number, most = mostTerms): Term[] {
  const least = n < 5 ? 1 : 2
  const chosen: Term[] = []
  for (const [hash, count] of documents) if (count >= least) chosen.push({ term: terms.get(hash)!, hash, documents: count })
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
export function tfIdf(rows: Rows, frequencies: DocumentFrequencies, name: string): TfIdf {
  const vocabulary = vocabularyOf(frequencies, rows.n)
  const column = new Map(vocabulary.map(({ hash }, i) => [hash, i]))
  const documents = Uint32Array.from(vocabulary, (term) => term.documents)
  const idf = Float64Array.from(documents, (count) => 1 + Math.log((1 + rows.n) / (1 + count)))
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
