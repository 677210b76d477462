import type { Chart, Rows, Table } from '@corpuscope/core'
import { unionFind } from '@corpuscope/statistics'
import { type ContentPairs, pairColumns, pairKinds } from './content-pairs.ts'
import { bandRows, bands, missProbability, missText } from './lsh.ts'

const analysis = 'near-duplicates'
const thresholds = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
const borderlineListed = 20
/** A pair so near to the threshold would fall to the other side by a word or two. */
const borderline = 0.02

/** The S-curve: how likely a pair is found by its similarity, at the setting of bands and rows. */
export function settingChart(): Chart {
  const x = Array.from({ length: 41 }, (_, i) => i / 40)
  return {
    id: 'near-duplicates-setting',
    analysis,
    form: 'curve',
    title: 'How likely a pair is found, by its similarity',
    summary: `With ${bands} bands of ${bandRows} values a pair at similarity 0.5 is missed with a chance of ${missText(0.5)}, at 0.6 of ${missText(0.6)}, at 0.8 of ${missText(0.8)}.`,
    xUnit: 'Jaccard similarity',
    unit: 'chance to be found',
    series: [{ title: `1 - (1 - s^${bandRows})^${bands}`, x, y: x.map((similarity) => 1 - missProbability(similarity)) }],
  }
}

/**
 * What another threshold would give, so that it can be moved without computing anything again: pairs, documents in them, and how many
 * pairs the setting misses, expected from those found: each stands for 1 / chance of its similarity.
 */
export function thresholdTable({ near }: ContentPairs, n: number, measured: number): Table {
  const order = Uint32Array.from({ length: near.similarity.length }, (_, i) => i).sort((i, j) => near.similarity[j]! - near.similarity[i]!)
  const joined = unionFind(n)
  const inPair = new Uint8Array(n)
  let documents = 0
  let groups = 0
  const take = (i: number): void => {
    if (inPair[i]) return
    inPair[i] = 1
    documents++
    groups++
  }
  const join = (i: number, j: number): void => {
    take(i)
    take(j)
    if (joined.union(i, j)) groups--
  }
  for (const members of near.equal) for (const member of members) if (member !== members[0]) join(members[0]!, member)
  let pairs = 0
  let missed = 0
  const rows: (number | string)[][] = []
  for (const threshold of [...thresholds].reverse()) {
    for (; pairs < order.length && near.similarity[order[pairs]!]! >= threshold; pairs++) {
      const at = order[pairs]!
      const [a, b] = [near.a[at]!, near.b[at]!]
      // Whoever equals one of the two is in it with them.
      join(a, b)
      const miss = missProbability(near.similarity[at]!)
      missed += miss / (1 - miss)
    }
    rows.unshift([threshold, pairs, documents, documents / measured, groups, missed])
  }
  return {
    id: 'near-duplicates-thresholds',
    analysis,
    title: 'What each threshold gives',
    columns: [
      { title: 'Jaccard similarity from', unit: 'ratio' },
      { title: 'Pairs of different texts', unit: 'pairs' },
      { title: 'Documents', unit: 'documents' },
      { title: 'Share of documents', unit: 'share' },
      { title: 'Groups', unit: 'groups' },
      { title: 'Pairs expected to be missed', unit: 'pairs' },
    ],
    rows,
  }
}

/** Pairs that a small change would move across the threshold, nearest first; undefined when there is none. */
export function borderlineTable({ near, a, b, similarity, content, kind }: ContentPairs, threshold: number, rows: Rows): Table | undefined {
  const distance = (i: number): number => Math.abs(similarity[i]! - threshold)
  const close = Array.from({ length: a.length }, (_, i) => i).filter((i) => distance(i) <= borderline)
  if (near.similarity.length === 0 || close.length === 0) return undefined
  const shown = close.sort((i, j) => distance(i) - distance(j) || i - j).slice(0, borderlineListed)
  return {
    id: 'near-duplicates-borderline',
    analysis,
    title: `Pairs within ${borderline} of the threshold of ${threshold}${close.length > shown.length ? `, ${shown.length} of ${close.length}` : ''}`,
    columns: [...pairColumns],
    rows: shown.map((i) => [
      rows.ids[a[i]!]!,
      rows.ids[b[i]!]!,
      pairKinds[kind[i]!]!,
      similarity[i]!,
      Number.isNaN(content[i]!) ? null : content[i]!,
    ]),
  }
}
