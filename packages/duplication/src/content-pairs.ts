import { lists, vector } from '@corpuscope/core'
import { jaccard } from './jaccard.ts'
import { kept } from './kept.ts'
import { firstOfEqual, type NearPairs, nearPairs } from './near-pairs.ts'
import { signatureOf } from './run-signature.ts'
import type { RunSource } from './run-source.ts'
import { type SharedRuns, sharedRuns, tallyOf } from './shared-runs.ts'
import { runKey, type WordRuns } from './word-runs.ts'

/** What a pair of documents is. */
export const pairKinds = ['copy', 'amended copy', 'shared form'] as const
export type PairKind = (typeof pairKinds)[number]

/** Where the content of two documents is the same. */
const sameContent = 0.8
/** From here on one is an amended copy of the other. */
const amendedContent = 0.5
/** Content of fewer runs is a name or a number: two documents of different forms are no copies because they share it. */
const leastContent = 20

/** Let go for the rounding of products. */
const rounding = 1e-9

/** Of a table that lists pairs. */
export const pairColumns = [
  { title: 'Document' },
  { title: 'And' },
  { title: 'Kind' },
  { title: 'Jaccard similarity', unit: 'ratio' },
  { title: 'Without shared forms', unit: 'ratio' },
] as const

/** Pairs judged with the forms taken out that many documents share, in columns. */
export interface ContentPairs {
  readonly near: NearPairs
  readonly shared: SharedRuns
  /** Sorted by a, then b. Equal sets are in `near.equal` and in no pair but by their first member. */
  readonly a: Uint32Array
  readonly b: Uint32Array
  /** Of the whole sets, exactly; below `atLeast` where content alone brought the two together. */
  readonly similarity: Float64Array
  /** Of their content, exactly; NaN where both are nothing but shared forms. */
  readonly content: Float64Array
  /** Index into `pairKinds`. */
  readonly kind: Uint8Array
  /** Elements of document i that are shared by many; of equal sets the first alone is filled in. */
  readonly formRuns: Uint32Array
  /** Buckets up to this size were looked at whole when contents were held against each other. */
  readonly contentLimit: number
}

/**
 * Pairs of documents that are alike, and whether they are copies or share a form.
 *
 * A run that stands in 10 different documents or more is part of a form. What is left is a document's content, and decides: content
 * of Jaccard similarity 0.8 or more is a copy; of 0.5 or more, or when 0.8 of the smaller content stands in the larger, an amended copy;
 * anything else shares a form. Documents without any content of their own are judged whole.
 *
 * Candidates come from whole documents, and from contents alone for documents of which a form is part: among thousands of notes on one
 * form the two that are copies stand beside each other only there.
 */
export function contentPairs(source: RunSource, atLeast: number): ContentPairs {
  const { n, set, size } = source
  let all = 0
  for (let i = 0; i < n; i++) all += size(i)
  const first = firstOfEqual(source)
  const leaders = Uint32Array.from({ length: n }, (_, i) => i).filter((i) => first[i] === i && size(i) > 0)
  const tally = tallyOf(leaders, source, all)
  /** How many of these runs stand in another document too: the most that it can share with any. */
  const repeatedIn = (hashes: ArrayLike<number>, from: number, to: number): number => {
    let count = 0
    for (let at = from; at < to; at++) if (tally.counts.repeated(hashes[at]!)) count++
    return count
  }
  // |A and B| is at least s |A or B|, and so s |A|: whoever repeats less than that share of itself is like nobody.
  const meets = new Uint8Array(n)
  for (let m = 0, from = 0; m < leaders.length; from = tally.ends[m++]!)
    if (repeatedIn(tally.hashes, from, tally.ends[m]!) >= atLeast * (tally.ends[m]! - from) - rounding) meets[leaders[m]!] = 1
  const near = nearPairs({ n, signature: source.signature, set, mayMeet: (i) => meets[i] === 1 }, atLeast, first)
  const shared = sharedRuns(tally, source)
  const formRuns = new Uint32Array(n)
  const own: WordRuns = { count: 0, low: new Uint32Array(1024), high: new Uint32Array(1024) }
  /** What is left of a document's runs without those of forms; valid until the next call. */
  const ownRuns = (i: number): WordRuns => {
    const { count, low, high } = source.runs(i)
    if (own.low.length < count) Object.assign(own, { low: new Uint32Array(2 * count), high: new Uint32Array(2 * count) })
    own.count = 0
    for (let at = 0; at < count; at++)
      if (!shared.has(low[at]!, high[at]!)) {
        own.low[own.count] = low[at]!
        own.high[own.count++] = high[at]!
      }
    return own
  }
  const formed = vector.create('u32')
  const signatures = lists.create('u32')
  for (let at = 0; at < shared.holders.length; at++) {
    const i = shared.holders[at]!
    const left = ownRuns(i)
    formRuns[i] = size(i) - left.count
    if (formRuns[i] === 0 || left.count < leastContent) continue
    if (repeatedIn(left.low, 0, left.count) < amendedContent * left.count - rounding) continue
    vector.push(formed, i)
    lists.push(signatures, signatureOf(left, 'content'))
  }
  const contents = kept((i) => {
    const { count, low, high } = ownRuns(i)
    const content = new Float64Array(count)
    for (let at = 0; at < count; at++) content[at] = runKey(low[at]!, high[at]!)
    return content.sort()
  })
  const content = (i: number): ArrayLike<number> => (formRuns[i]! > 0 ? contents(i) : set(i))

  const found = { pair: vector.create('f64'), similarity: vector.create('f64') }
  for (let at = 0; at < near.a.length; at++) {
    vector.push(found.pair, near.a[at]! * n + near.b[at]!)
    vector.push(found.similarity, near.similarity[at]!)
  }
  const known = Float64Array.from(vector.values(found.pair))
  const alone = nearPairs(
    { n: formed.length, signature: (at) => lists.at(signatures, at), set: (at) => contents(formed.data[at]!) },
    amendedContent,
  )
  const add = (x: number, y: number): void => {
    const [a, b] = [formed.data[x]!, formed.data[y]!]
    const pair = a * n + b
    if (contains(known, pair)) return
    vector.push(found.pair, pair)
    vector.push(found.similarity, jaccard(set(a), set(b)))
  }
  for (let at = 0; at < alone.a.length; at++) add(alone.a[at]!, alone.b[at]!)
  for (const members of alone.equal) for (const member of members.slice(1)) add(members[0]!, member)

  const pairs = vector.values(found.pair)
  const order = Uint32Array.from({ length: pairs.length }, (_, i) => i)
  if (pairs.length > known.length) order.sort((x, y) => pairs[x]! - pairs[y]!)
  const result = {
    a: new Uint32Array(order.length),
    b: new Uint32Array(order.length),
    similarity: new Float64Array(order.length),
    content: new Float64Array(order.length),
    kind: new Uint8Array(order.length),
  }
  for (let to = 0; to < order.length; to++) {
    const from = order[to]!
    const a = Math.floor(pairs[from]! / n)
    const b = pairs[from]! % n
    const similarity = found.similarity.data[from]!
    const judged = judge(content(a), content(b), similarity)
    result.a[to] = a
    result.b[to] = b
    result.similarity[to] = similarity
    result.content[to] = judged.content
    result.kind[to] = pairKinds.indexOf(judged.kind)
  }
  return { near, shared, ...result, formRuns, contentLimit: alone.bucketLimit }
}

/** What two documents are to each other, by the content of each (sorted, distinct) and the similarity of the whole. */
export function judge(a: ArrayLike<number>, b: ArrayLike<number>, whole: number): { readonly kind: PairKind; readonly content: number } {
  if (a.length === 0 && b.length === 0)
    return { kind: whole >= sameContent ? 'copy' : whole >= amendedContent ? 'amended copy' : 'shared form', content: Number.NaN }
  const content = jaccard(a, b)
  if (content >= sameContent) return { kind: 'copy', content }
  // |A and B| from s = x / (all - x).
  const both = (content * (a.length + b.length)) / (1 + content)
  const contained = both >= sameContent * Math.min(a.length, b.length) - 1e-9 && Math.min(a.length, b.length) >= leastContent
  return { kind: content >= amendedContent || contained ? 'amended copy' : 'shared form', content }
}

/** Whether a sorted array holds the value. */
function contains(sorted: Float64Array, value: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value
}
