import type { Document } from '@corpuscope/core'
import { words } from '@corpuscope/text'

/** Width of a vector of a word or a context. */
export const vectorWidth = 128

/** Vectors of the words of a corpus, and how words are weighed and drawn. */
export interface WordVectors {
  /** Hash of a word -> its row. */
  readonly rows: ReadonlyMap<number, number>
  /** rows x vectorWidth; of length 1. */
  readonly vectors: Float32Array
  /** Per row: ln((documents + 1) / documents with it). */
  readonly weights: Float64Array
  /** Per row: the share of draws that fall on it or a row before, by frequency to the power of 3/4. */
  readonly drawn: Float64Array
}

/** Words to each side that a word is known by. */
const window = 3

/**
 * Random vectors of words, alike wherever a word stands, to which those of their neighbours are added: words that keep the same company come to lie
 * together, without a model that would have to be carried.
 *
 * @see Kanerva, Kristofersson & Holst 2000, Random indexing of text samples for latent semantic analysis; Mikolov et al. 2013 for the power of 3/4
 */
export function wordVectors(documents: readonly Document[]): WordVectors {
  const rows = new Map<number, number>()
  const documentsOf: number[] = []
  const times: number[] = []
  for (const document of documents) {
    const { hashes, frequencies } = words(document)
    for (let type = 0; type < hashes.length; type++) {
      let row = rows.get(hashes[type]!)
      if (row === undefined) {
        rows.set(hashes[type]!, (row = documentsOf.length))
        documentsOf.push(0)
        times.push(0)
      }
      documentsOf[row]!++
      times[row]! += frequencies[type]!
    }
  }
  const weights = Float64Array.from(documentsOf, (n) => Math.log((documents.length + 1) / n))
  let sum = 0
  const drawn = Float64Array.from(times, (n) => (sum += n ** 0.75))
  const random = new Float32Array(rows.size * vectorWidth)
  for (const [hash, row] of rows) random.set(randomVector(hash), row * vectorWidth)
  const vectors = new Float32Array(rows.size * vectorWidth)
  for (const document of documents) addNeighbours(document, rows, weights, random, vectors)
  for (let row = 0; row < rows.size; row++) settle(random, vectors, row * vectorWidth)
  return { rows, vectors, weights, drawn: drawn.map((each) => each / sum) }
}

/** Signs drawn by the word's hash, of length 1: any two words are nearly at right angles. */
export function randomVector(hash: number): Float32Array {
  const vector = new Float32Array(vectorWidth)
  let state = (hash % 4294967296) ^ Math.floor(hash / 4294967296) ^ 0x9e3779b9
  for (let k = 0; k < vectorWidth; k++) {
    state = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    state = (Math.imul(state ^ (state >>> 15), 0x735a2d97) + 0x6d2b79f5) | 0
    vector[k] = state < 0 ? -1 / Math.sqrt(vectorWidth) : 1 / Math.sqrt(vectorWidth)
  }
  return vector
}

function addNeighbours(
  document: Document,
  rows: ReadonlyMap<number, number>,
  weights: Float64Array,
  random: Float32Array,
  vectors: Float32Array,
): void {
  const { count, types, hashes } = words(document)
  const rowOf = Int32Array.from(hashes, (hash) => rows.get(hash)!)
  for (let i = 0; i < count; i++) {
    const to = rowOf[types[i]!]! * vectorWidth
    for (let j = Math.max(0, i - window); j <= Math.min(count - 1, i + window); j++) {
      if (j === i) continue
      const row = rowOf[types[j]!]!
      const weight = weights[row]! / Math.abs(i - j)
      const from = row * vectorWidth
      for (let k = 0; k < vectorWidth; k++) vectors[to + k]! += weight * random[from + k]!
    }
  }
}

/** Half the word itself, half the company it keeps. */
function settle(random: Float32Array, vectors: Float32Array, at: number): void {
  let squares = 0
  for (let k = 0; k < vectorWidth; k++) squares += vectors[at + k]! ** 2
  const company = squares > 0 ? 1 / Math.sqrt(squares) : 0
  let whole = 0
  for (let k = 0; k < vectorWidth; k++) {
    vectors[at + k] = random[at + k]! + company * vectors[at + k]!
    whole += vectors[at + k]! ** 2
  }
  for (let k = 0; k < vectorWidth; k++) vectors[at + k]! /= Math.sqrt(whole)
}
