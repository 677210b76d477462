import type { Pair } from '@corpuscope/core'
import { type ContentPairs, pairKinds } from './content-pairs.ts'
import { eachGroupPair } from './group-pairs.ts'

/** Pairs that are listed at most. */
export const pairsListed = 1_000_000
/** Pairs for which the passage that proves them is looked for. */
const passagesShown = 100_000

const [copy, , sharedForm] = pairKinds

export interface PairOptions {
  readonly ids: readonly string[]
  /** Different runs of document i. */
  size(i: number): number
  /** Whether a pair of equal words is left out, because another analysis lists it. */
  leftOut?(a: number, b: number): boolean
  /** What proves a pair of copies. */
  proof?(a: number, b: number): Pick<Pair, 'passage'>
}

/** The pairs of a corpus as they are listed: equal ones first, then most similar first; one more than `pairsListed` when there are more. */
export function pairsOf({ near, a, b, similarity, content, kind }: ContentPairs, { ids, size, leftOut, proof }: PairOptions): Pair[] {
  /** Of s = x / (all - x), x of the smaller. */
  const contained = (x: number, y: number, whole: number): number =>
    Math.round((whole * (size(x) + size(y))) / (1 + whole)) / Math.min(size(x), size(y))
  const pairs: Pair[] = []
  for (const members of near.equal)
    eachGroupPair(members, (x, y) => {
      if (!leftOut?.(x, y)) pairs.push({ a: ids[x]!, b: ids[y]!, kind: copy, similarity: 1, content: 1, contained: 1, ...proof?.(x, y) })
    })
  const order = Uint32Array.from({ length: a.length }, (_, i) => i).sort((i, j) => similarity[j]! - similarity[i]! || i - j)
  for (const i of order) {
    // One more than is listed, so that what was cut off can be said.
    if (pairs.length > pairsListed) break
    const what = pairKinds[kind[i]!]!
    pairs.push({
      a: ids[a[i]!]!,
      b: ids[b[i]!]!,
      kind: what,
      similarity: similarity[i]!,
      ...(!Number.isNaN(content[i]!) && { content: content[i]! }),
      contained: contained(a[i]!, b[i]!, similarity[i]!),
      // A shared form is proved by the table of forms.
      ...(what !== sharedForm && pairs.length < passagesShown && proof?.(a[i]!, b[i]!)),
    })
  }
  return pairs
}
