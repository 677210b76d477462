import type { Document } from '@corpuscope/core'
import type { Mentions } from '@corpuscope/features'
import { type Random, seededRandom } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'

const d = 128
const window = 9
/** Contexts of unambiguous names a concept needs before its vector chooses. */
const fewestContexts = 1
/** An ambiguous name teaches the concept it resembles by at least this cosine. */
const teaching = 0.2
const negatives = 8

/** What a corpus taught of concepts without labels: a mean of context vectors each. */
export interface ContextModel {
  readonly vectors: Map<number, Float64Array>
  readonly contexts: Map<number, number>
  readonly vocabulary: WordVectors
}

/** Vectors of words: random, the same for the same word everywhere, so that contexts resemble each other by the words they share. */
interface WordVectors {
  readonly weight: Map<number, number>
  readonly sampled: number[]
}

const vectorCache = new Map<number, Float64Array>()

function wordVector(hash: number): Float64Array {
  let vector = vectorCache.get(hash)
  if (!vector) {
    if (vectorCache.size > 100_000) vectorCache.clear()
    const random = seededRandom(hash)
    vector = Float64Array.from({ length: d }, () => (random() < 0.5 ? -1 : 1) / Math.sqrt(d))
    vectorCache.set(hash, vector)
  }
  return vector
}

/** A document with the names that were found in it. */
export interface Read {
  readonly document: Document
  readonly mentions: Mentions
}

/** A model that has seen the words of a corpus and learned nothing of concepts yet. */
export function createContextModel(reads: readonly Read[]): ContextModel {
  const documents = new Map<number, number>()
  for (const { document } of reads) for (const hash of words(document).hashes) documents.set(hash, (documents.get(hash) ?? 0) + 1)
  const weight = new Map<number, number>()
  const sampled: number[] = []
  for (const [hash, n] of documents) {
    weight.set(hash, Math.log((reads.length + 1) / n))
    if (n >= 2) sampled.push(hash)
  }
  return { vectors: new Map(), contexts: new Map(), vocabulary: { weight, sampled: sampled.sort((a, b) => a - b) } }
}

function contextOf({ vocabulary }: ContextModel, { document, mentions }: Read, m: number): Float64Array | undefined {
  const { count, types, hashes } = words(document)
  const vector = new Float64Array(d)
  const take = (i: number, apart: number): void => {
    const hash = hashes[types[i]!]!
    const weight = (vocabulary.weight.get(hash) ?? 0) / Math.sqrt(apart)
    if (weight <= 0) return
    const word = wordVector(hash)
    for (let k = 0; k < d; k++) vector[k]! += weight * word[k]!
  }
  for (let i = Math.max(0, mentions.firstWords[m]! - window); i < mentions.firstWords[m]!; i++) take(i, mentions.firstWords[m]! - i)
  for (let i = mentions.endWords[m]!; i < Math.min(count, mentions.endWords[m]! + window); i++) take(i, i - mentions.endWords[m]! + 1)
  const length = Math.sqrt(dot(vector, vector))
  return length > 0 ? vector.map((each) => each / length) : undefined
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let k = 0; k < d; k++) sum += a[k]! * b[k]!
  return sum
}

const cosine = (a: Float64Array | undefined, b: Float64Array): number => {
  if (!a) return 0
  const length = Math.sqrt(dot(a, a))
  return length > 0 ? dot(a, b) / length : 0
}

/**
 * One epoch over a corpus without labels: unambiguous names teach their concept, a running mean of contexts whose steps shrink as context and concept come
 * to agree; ambiguous ones teach the candidate they resemble most, above a threshold; random words are pushed away.
 *
 * @see Kraljevic et al. 2021, Multi-domain clinical natural language processing with MedCAT, section 3.3; word vectors are random here (Kanerva, Kristofersson
 * & Holst 2000), since no pretrained ones are carried
 */
export function trainEpoch(model: ContextModel, reads: readonly Read[], random: Random): void {
  const { sampled } = model.vocabulary
  for (const read of reads) {
    const { mentions } = read
    for (let m = 0; m < mentions.count; m++) {
      const context = contextOf(model, read, m)
      if (!context) continue
      const candidates = mentions.candidates[m]!
      const concept = candidates.length === 1 ? candidates[0]! : likeliest(model, candidates, context, teaching)
      if (concept === undefined) continue
      const seen = (model.contexts.get(concept) ?? 0) + 1
      model.contexts.set(concept, seen)
      let vector = model.vectors.get(concept)
      if (!vector) model.vectors.set(concept, (vector = new Float64Array(d)))
      const rate = Math.max(1 / seen, 0.01)
      step(vector, context, rate * (1 - Math.max(0, cosine(vector, context))))
      if (sampled.length < negatives) continue
      const noise = new Float64Array(d)
      for (let k = 0; k < negatives; k++) {
        const word = wordVector(sampled[Math.floor(random() * sampled.length)]!)
        for (let j = 0; j < d; j++) noise[j]! += word[j]! / Math.sqrt(negatives)
      }
      step(vector, noise, -rate * Math.max(0, cosine(vector, noise)))
    }
  }
}

function step(vector: Float64Array, towards: Float64Array, by: number): void {
  for (let k = 0; k < d; k++) vector[k]! += by * towards[k]!
}

/** The candidate whose vector is nearest; undefined when none that was taught reaches the threshold. */
function likeliest(model: ContextModel, candidates: readonly number[], context: Float64Array, threshold: number): number | undefined {
  let best: number | undefined
  let nearest = threshold
  for (const concept of candidates) {
    if ((model.contexts.get(concept) ?? 0) < fewestContexts) continue
    const near = cosine(model.vectors.get(concept), context)
    if (near > nearest) {
      best = concept
      nearest = near
    }
  }
  return best
}

/** The concept of each mention: of an ambiguous one the candidate its context resembles, the first one where nothing was learned. */
export function conceptsOf(model: ContextModel, read: Read): number[] {
  return read.mentions.candidates.map((candidates, m) => {
    if (candidates.length === 1) return candidates[0]!
    const context = contextOf(model, read, m)
    return (context && likeliest(model, candidates, context, 0)) ?? candidates[0]!
  })
}
