import { vector } from '@corpuscope/core'
import { firstEqual, groupsOf } from './equal-groups.ts'
import { jaccard } from './jaccard.ts'
import { bandKeys, candidateOptions, eachCandidate } from './lsh.ts'
import { minhash } from './minhash.ts'

/** Pairs of documents whose sets are alike, in columns; equal sets are groups and stand in no pair but by their first member. */
export interface NearPairs {
  /** For each document the first with the same set, itself if there is none before or its set is empty. */
  readonly first: Uint32Array
  /** Groups of equal sets, not empty, of two or more documents. */
  readonly equal: readonly (readonly number[])[]
  /** First members of different sets, a before b; sorted by a, then b. */
  readonly a: Uint32Array
  readonly b: Uint32Array
  /** Exact similarity, `atLeast` or more and below 1. */
  readonly similarity: Float64Array
  readonly candidates: number
  /** Buckets up to this size were looked at whole. */
  readonly bucketLimit: number
}

/**
 * Finds the pairs of sets with a Jaccard similarity of at least `atLeast`: equal sets by hash, others by MinHash and LSH, each
 * candidate verified on the sets themselves. So no pair is wrong, and a few may be missed: see `missProbability`.
 *
 * @param n    documents
 * @param set  sorted distinct integers below 2^53 of document i
 */
export function nearPairs(n: number, set: (i: number) => ArrayLike<number>, atLeast: number, seed: number): NearPairs {
  const ends = new Float64Array(n)
  const filled = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    const elements = set(i)
    filled[i] = elements.length > 0 ? 1 : 0
    // Elements are hashes: the least of them, the greatest and the number tell sets apart, and `equalSets` decides.
    if (filled[i]) ends[i] = (elements[0]! + elements[elements.length - 1]! + elements.length) % Number.MAX_SAFE_INTEGER
  }
  const first = firstEqual(
    n,
    (i) => (filled[i] ? ends[i]! : i),
    (i, j) => filled[i] === 1 && filled[j] === 1 && equalSets(set(i), set(j)),
  )
  const leaders = Uint32Array.from({ length: n }, (_, i) => i).filter((i) => filled[i] === 1 && first[i] === i)
  const sign = minhash(seed)
  const keys = bandKeys(leaders.length, (i, signature) => sign(set(leaders[i]!), signature))

  const found = { a: vector.create('u32'), b: vector.create('u32'), similarity: vector.create('f64') }
  let candidates = 0
  const bucketLimit = eachCandidate(keys, leaders.length, candidateOptions(leaders.length), (x, y) => {
    candidates++
    const a = leaders[x]!
    const b = leaders[y]!
    const one = set(a)
    const other = set(b)
    // Sets of very unlike size cannot be alike; the next double below allows for rounding.
    if (Math.min(one.length, other.length) < Math.max(one.length, other.length) * atLeast * (1 - 1e-12)) return
    const similarity = jaccard(one, other, atLeast)
    if (similarity < atLeast) return
    vector.push(found.a, a)
    vector.push(found.b, b)
    vector.push(found.similarity, similarity)
  })
  return {
    first,
    equal: groupsOf(first),
    a: Uint32Array.from(vector.values(found.a)),
    b: Uint32Array.from(vector.values(found.b)),
    similarity: Float64Array.from(vector.values(found.similarity)),
    candidates,
    bucketLimit,
  }
}

function equalSets(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
