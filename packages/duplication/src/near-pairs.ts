import { vector } from '@corpuscope/core'
import { firstEqual, groupsOf } from './equal-groups.ts'
import { jaccard } from './jaccard.ts'
import { bands, candidateOptions, eachCandidate } from './lsh.ts'
import { keysFrom, sketchFrom } from './run-signature.ts'
import { agreeing, leastAgreeing, sketchWords } from './sketch.ts'

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

/** Sets of runs: of whole documents, or of what is left of them without shared forms. */
export interface SetSource {
  readonly n: number
  /** From `signatureOf`; empty for an empty set. */
  signature(i: number): ArrayLike<number>
  /** Sorted, distinct. */
  set(i: number): ArrayLike<number>
  /** Whether a set may have a similarity of `atLeast` with one that is not equal; all may without it. */
  mayMeet?(i: number): boolean
}

/** For each set the first that equals it; itself when there is none before, or it is empty. */
export function firstOfEqual({ n, signature, set }: Pick<SetSource, 'n' | 'signature' | 'set'>): Uint32Array {
  const sizes = new Uint32Array(n)
  const sums = new Uint32Array(n)
  const others = new Uint32Array(n)
  for (let i = 0; i < n; i++) {
    const one = signature(i)
    if (one.length === 0) continue
    sizes[i] = one[0]!
    sums[i] = one[1]!
    others[i] = one[2]!
  }
  return firstEqual(
    n,
    (i) => (sizes[i] === 0 ? i : (sums[i]! & 0x1fffff) * 4294967296 + others[i]!),
    (i, j) => sizes[i]! > 0 && sizes[i] === sizes[j] && sums[i] === sums[j] && equalSets(set(i), set(j)),
  )
}

/**
 * Finds the pairs of sets with a Jaccard similarity of at least `atLeast`: equal sets by hash, others by MinHash and LSH, each
 * candidate that its sketch does not rule out verified on the sets themselves. So no pair is wrong, and a few may be missed: see `missProbability`.
 */
export function nearPairs(
  { n, signature, set, mayMeet }: SetSource,
  atLeast: number,
  first = firstOfEqual({ n, signature, set }),
): NearPairs {
  const sizes = Uint32Array.from({ length: n }, (_, i) => signature(i)[0] ?? 0)
  const leaders = Uint32Array.from({ length: n }, (_, i) => i).filter((i) => sizes[i]! > 0 && first[i] === i && (!mayMeet || mayMeet(i)))
  const { keys, sketches } = columnsOf(leaders, signature)
  const least = Float64Array.from(leaders, (i) => leastAgreeing(sizes[i]!, atLeast))
  const likely = (x: number, y: number): boolean => agreeing(sketches, x * sketchWords, y * sketchWords) >= Math.min(least[x]!, least[y]!)

  const found = { a: vector.create('u32'), b: vector.create('u32'), similarity: vector.create('f64') }
  let candidates = 0
  const bucketLimit = eachCandidate(keys, leaders.length, { ...candidateOptions(leaders.length), likely }, (x, y) => {
    candidates++
    const a = leaders[x]!
    const b = leaders[y]!
    // Sets of very unlike size cannot be alike; the next double below allows for rounding.
    if (Math.min(sizes[a]!, sizes[b]!) < Math.max(sizes[a]!, sizes[b]!) * atLeast * (1 - 1e-12)) return
    const similarity = jaccard(set(a), set(b), atLeast)
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

/** Of some documents band after band the keys, as `eachCandidate` takes them, and document after document the sketches. */
function columnsOf(members: Uint32Array, signature: (i: number) => ArrayLike<number>): { keys: Uint32Array; sketches: Uint32Array } {
  const n = members.length
  const keys = new Uint32Array(bands * n)
  const sketches = new Uint32Array(sketchWords * n)
  for (let m = 0; m < n; m++) {
    const one = signature(members[m]!)
    for (let band = 0; band < bands; band++) keys[band * n + m] = one[keysFrom + band]!
    for (let i = 0; i < sketchWords; i++) sketches[m * sketchWords + i] = one[sketchFrom + i]!
  }
  return { keys, sketches }
}

function equalSets(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
