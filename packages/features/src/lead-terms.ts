import type { Document } from '@corpuscope/core'
import { language, words } from '@corpuscope/text'
import { reasonParts } from './reason-part.ts'
import type { Sparse } from './sparse.ts'
import { isTerm } from './term-counts.ts'

const halving = 150

/** The terms of a note's reason part, each with how much its place says: lists that a row can keep. */
export function leadTerms(document: Document): { readonly hashes: Float64Array; readonly weights: Float32Array } {
  const parts = reasonParts(document)
  const end = Math.max(0, ...parts.map((part) => part.end))
  const { count, starts, types, vocabulary, hashes } = words(document)
  const spoken = language(document).language
  const found = new Map<number, number>()
  for (let i = 0; i < count && starts[i]! < end; i++) {
    const at = starts[i]!
    const type = types[i]!
    if (!isTerm(vocabulary[type]!, spoken)) continue
    let weight = 0
    for (const part of parts)
      if (at >= part.start && at < part.end) weight = Math.max(weight, (part.kind === 'lead' ? 1 : 2) * 2 ** (-(at - part.start) / halving))
    if (weight > (found.get(hashes[type]!) ?? 0)) found.set(hashes[type]!, weight)
  }
  const sorted = [...found].sort((a, b) => a[0] - b[0])
  return { hashes: Float64Array.from(sorted, ([hash]) => hash), weights: Float32Array.from(sorted, ([, weight]) => weight) }
}

/** Terms of fewer documents say nothing about others; beyond so many terms, the rarest are left out. */
const leastDocuments = 4
const mostTerms = 600

/**
 * TF-IDF of lead terms: weight ln(n / df), rows of unit length.
 *
 * @param terms  of each document, as `leadTerms` gave them
 */
export function leadMatrix(terms: readonly { readonly hashes: ArrayLike<number>; readonly weights: ArrayLike<number> }[]): Sparse {
  const documents = new Map<number, number>()
  for (const { hashes } of terms) for (let i = 0; i < hashes.length; i++) documents.set(hashes[i]!, (documents.get(hashes[i]!) ?? 0) + 1)
  const kept = [...documents].filter(([, count]) => count >= leastDocuments).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const column = new Map(kept.slice(0, mostTerms).map(([hash], i) => [hash, i]))
  const starts = new Uint32Array(terms.length + 1)
  const indices: number[] = []
  const values: number[] = []
  terms.forEach(({ hashes, weights }, row) => {
    let squares = 0
    for (let i = 0; i < hashes.length; i++) {
      const at = column.get(hashes[i]!)
      if (at === undefined) continue
      const value = weights[i]! * Math.log(terms.length / documents.get(hashes[i]!)!)
      indices.push(at)
      values.push(value)
      squares += value * value
    }
    const length = Math.sqrt(squares)
    if (length > 0) for (let i = starts[row]!; i < values.length; i++) values[i]! /= length
    starts[row + 1] = indices.length
  })
  return { rows: terms.length, columns: column.size, starts, indices: Uint32Array.from(indices), values: Float64Array.from(values) }
}
