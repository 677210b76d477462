import type { WordSequences } from '@corpuscope/features'
import { unionFind } from '@corpuscope/statistics'
import { type ContentPairs, pairKinds } from './content-pairs.ts'
import { firstEqual } from './equal-groups.ts'
import { type Kept, keepHighest } from './keep-highest.ts'
import { threshold } from './near-duplicate-measures.ts'
import type { NearPairs } from './near-pairs.ts'

const copy = pairKinds.indexOf('copy')

/** Copies by text, by words or by content, and which of each group to keep. */
export function keptOf(judged: ContentPairs, words: WordSequences, size: (i: number) => number, ranks: Float64Array): Kept {
  const { first } = judged.near
  const { n } = words
  // Texts too short for a run of words are copies when they are the same text.
  const firstText = firstEqual(
    n,
    (i) => words.text(i)[0]!,
    (i, j) => sameText(words, i, j),
  )
  const equal = first.map((leader, i) => (size(i) > 0 ? leader : firstText[i]!))
  // Equal documents go together: the one of them to keep meets the others' one.
  const best = Uint32Array.from(equal, (_, i) => i)
  for (let i = 0; i < n; i++) if (ranks[i]! > ranks[best[equal[i]!]!]!) best[equal[i]!] = i
  const copies = Uint32Array.from({ length: judged.a.length }, (_, i) => i).filter((i) => judged.kind[i] === copy)
  const between = keepHighest(
    ranks,
    copies.map((i) => best[judged.a[i]!]!),
    copies.map((i) => best[judged.b[i]!]!),
  )
  const keeper = equal.map((leader) => between.keeper[best[leader]!]!)
  const members = new Map<number, number[]>()
  for (let i = 0; i < n; i++)
    if (keeper[i] !== i) {
      const group = members.get(keeper[i]!)
      if (group) group.push(i)
      else members.set(keeper[i]!, [keeper[i]!, i])
    }
  return { keeper, groups: [...members.values()].sort((x, y) => x[0]! - y[0]!) }
}

/** Sizes of the groups of copies; a copy whose others all went to nearer groups is one of 1. */
export function sizesOfCopies({ groups }: Kept, judged: ContentPairs, size: (i: number) => number): number[] {
  const sizes: number[] = []
  const grouped = new Set<number>()
  for (const members of groups) {
    if (size(members[0]!) === 0) continue
    sizes.push(members.length)
    for (const member of members) grouped.add(member)
  }
  const alone = new Set<number>()
  for (let i = 0; i < judged.a.length; i++)
    if (judged.kind[i] === copy) for (const each of [judged.a[i]!, judged.b[i]!]) if (!grouped.has(each)) alone.add(each)
  for (let i = 0; i < alone.size; i++) sizes.push(1)
  return sizes
}

/** One number a document: 1 to keep it and 0 to drop it, and the number of its group of copies. */
export function keepList({ keeper, groups }: Kept, n: number): Record<string, Float64Array> {
  const group = new Float64Array(n).fill(Number.NaN)
  groups.forEach((members, at) => {
    for (const member of members) group[member] = at + 1
  })
  return { 'duplicate-group': group, 'duplicate-keep': Float64Array.from(keeper, (other, i) => (other === i ? 1 : 0)) }
}

/** Groups that pairs at or above the threshold connect, equal sets with them. */
export function groupsFrom(near: NearPairs, n: number): number[][] {
  const joined = unionFind(n)
  for (const members of near.equal) for (const member of members) joined.union(members[0]!, member)
  for (let i = 0; i < near.similarity.length; i++) if (near.similarity[i]! >= threshold) joined.union(near.a[i]!, near.b[i]!)
  return joined.groups(2)
}

/** Two texts that differ in case and white space at most; `exact-duplicates` has them. */
export function sameText(words: WordSequences, a: number, b: number): boolean {
  const other = words.text(b)
  return words.text(a).every((value, at) => value === other[at])
}
