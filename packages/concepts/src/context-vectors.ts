import type { Document } from '@corpuscope/core'
import type { Mentions } from '@corpuscope/features'
import type { Random } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { randomVector, vectorWidth, type WordVectors, wordVectors } from './word-vectors.ts'

/** Words to each side of a mention that make its context. */
const window = 9
/** An ambiguous name teaches the concept it resembles by at least this cosine. */
const teaching = 0.2
/** Words that are drawn against each lesson. */
const negatives = 10
/** How much is added to a resemblance for the first candidate, and for ten times as many lessons as the least taught one. */
const preference = { first: 0.35, frequent: 0.35 }

/** What a corpus taught of concepts without labels: a vector each, and of how many contexts it is made. */
export interface ContextModel {
  readonly vectors: Map<number, Float64Array>
  readonly contexts: Map<number, number>
  readonly words: WordVectors
}

/** A document with the names that were found in it. */
export interface Read {
  readonly document: Document
  readonly mentions: Mentions
}

/** A model that has seen the words of a corpus and learned nothing of concepts yet. */
export const createContextModel = (reads: readonly Read[]): ContextModel => ({
  vectors: new Map(),
  contexts: new Map(),
  words: wordVectors(reads.map(({ document }) => document)),
})

/** The words around a mention, nearer ones counting more, of length 1; undefined where there are none. */
function contextOf({ words: known }: ContextModel, { document, mentions }: Read, m: number): Float64Array | undefined {
  const { count, types, hashes } = words(document)
  const context = new Float64Array(vectorWidth)
  const take = (i: number, apart: number): void => {
    const hash = hashes[types[i]!]!
    const row = known.rows.get(hash)
    // A word of no note of the corpus is itself alone, and as telling as the rarest.
    const weight = (row === undefined ? Math.log(1 + known.weights.length) / 2 : known.weights[row]!) / apart
    if (weight <= 0) return
    const [vector, from] = row === undefined ? [randomVector(hash), 0] : [known.vectors, row * vectorWidth]
    for (let k = 0; k < vectorWidth; k++) context[k]! += weight * vector[from + k]!
  }
  for (let i = Math.max(0, mentions.firstWords[m]! - window); i < mentions.firstWords[m]!; i++) take(i, mentions.firstWords[m]! - i)
  for (let i = mentions.endWords[m]!; i < Math.min(count, mentions.endWords[m]! + window); i++) take(i, i - mentions.endWords[m]! + 1)
  const length = Math.sqrt(dot(context, context))
  return length > 0 ? context.map((each) => each / length) : undefined
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let k = 0; k < vectorWidth; k++) sum += a[k]! * b[k]!
  return sum
}

const cosine = (a: Float64Array, b: Float64Array): number => {
  const length = Math.sqrt(dot(a, a) * dot(b, b))
  return length > 0 ? dot(a, b) / length : 0
}

/**
 * One epoch over a corpus without labels: unambiguous names teach their concept, a running mean of contexts whose steps shrink as context and concept come
 * to agree; ambiguous ones teach the candidate they resemble most, above a threshold; random words, drawn by frequency, are pushed away.
 *
 * @see Kraljevic et al. 2021, Multi-domain clinical natural language processing with MedCAT, section 3.3
 */
export function trainEpoch(model: ContextModel, reads: readonly Read[], random: Random): void {
  for (const read of reads) {
    const { mentions } = read
    for (let m = 0; m < mentions.count; m++) {
      const context = contextOf(model, read, m)
      if (!context) continue
      const candidates = mentions.candidates[m]!
      const concept = candidates.length === 1 ? candidates[0]! : likeliest(model, candidates, context, teaching)
      if (concept !== undefined) teach(model, concept, context, random)
    }
  }
}

function teach(model: ContextModel, concept: number, context: Float64Array, random: Random): void {
  const seen = (model.contexts.get(concept) ?? 0) + 1
  model.contexts.set(concept, seen)
  let vector = model.vectors.get(concept)
  if (!vector) model.vectors.set(concept, (vector = new Float64Array(vectorWidth)))
  const rate = 1 / seen
  step(vector, context, rate * (1 - Math.max(0, cosine(vector, context))))
  const noise = noiseOf(model.words, random)
  if (noise) step(vector, noise, -rate * Math.max(0, cosine(vector, noise)))
}

/** The mean of some words of the corpus. */
function noiseOf({ vectors, drawn }: WordVectors, random: Random): Float64Array | undefined {
  if (drawn.length < negatives) return undefined
  const noise = new Float64Array(vectorWidth)
  for (let k = 0; k < negatives; k++) {
    const at = firstReaching(drawn, random()) * vectorWidth
    for (let j = 0; j < vectorWidth; j++) noise[j]! += vectors[at + j]! / negatives
  }
  return noise
}

function firstReaching(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function step(vector: Float64Array, towards: Float64Array, by: number): void {
  for (let k = 0; k < vectorWidth; k++) vector[k]! += by * towards[k]!
}

/**
 * The candidate whose vector resembles a context most, where the first one and those that were taught more often are preferred; undefined when none that
 * was taught resembles it by the threshold.
 */
function likeliest(model: ContextModel, candidates: readonly number[], context: Float64Array, threshold: number): number | undefined {
  const taught = candidates.filter((concept) => model.vectors.has(concept))
  const least = Math.min(...taught.map((concept) => model.contexts.get(concept)!))
  let best: number | undefined
  let nearest = threshold
  for (const concept of taught) {
    const alike = cosine(model.vectors.get(concept)!, context)
    const preferred = concept === candidates[0] ? preference.first : 0
    const near = alike * (1 + preferred + preference.frequent * Math.log10(model.contexts.get(concept)! / least))
    if (near <= nearest) continue
    best = concept
    nearest = near
  }
  return best
}

/** The concept of each mention: of an ambiguous one the candidate its context resembles, the first one where nothing was learned of it. */
export function conceptsOf(model: ContextModel, read: Read): number[] {
  return read.mentions.candidates.map((candidates, m) => {
    // The first one stands for what names it most often; another needs lessons of both to take its place.
    if (candidates.length === 1 || !candidates.every((concept) => model.vectors.has(concept))) return candidates[0]!
    const context = contextOf(model, read, m)
    return (context && likeliest(model, candidates, context, 0)) ?? candidates[0]!
  })
}
