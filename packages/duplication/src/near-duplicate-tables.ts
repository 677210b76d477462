import type { Chart, Note, Pair, Rows, Table } from '@corpuscope/core'
import { type ContentPairs, pairColumns, pairKinds } from './content-pairs.ts'
import { groupTable } from './group-table.ts'
import type { Kept } from './keep-highest.ts'
import { bandRows, bands, missText } from './lsh.ts'
import { bins } from './minhash.ts'
import { listedFrom, threshold } from './near-duplicate-measures.ts'
import { pairsListed } from './pairs-of.ts'
import { leastSharers, type SharedRuns } from './shared-runs.ts'
import { wordsInRun } from './word-runs.ts'

const analysis = 'near-duplicates'
const pairsInTable = 20
const sharedForm = pairKinds.indexOf('shared form')

/** How the pairs of different texts spread over similarities; undefined when there is none. */
export function similarityChart({ near, a, kind, similarity: whole }: ContentPairs): Chart | undefined {
  const found = near.similarity.length
  if (found === 0) return undefined
  const steps = 10
  const counts = new Array<number>(steps).fill(0)
  for (const similarity of near.similarity) counts[Math.min(steps - 1, Math.floor((similarity - listedFrom) * 20 + 1e-9))]!++
  const above = near.similarity.reduce((sum, similarity) => sum + (similarity >= threshold ? 1 : 0), 0)
  let forms = 0
  for (let i = 0; i < a.length; i++) if (kind[i] === sharedForm && whole[i]! >= listedFrom) forms++
  return {
    id: 'near-duplicates-similarity',
    analysis,
    form: 'histogram',
    title: 'How alike the pairs are',
    summary: `${found} pairs of different texts have a Jaccard similarity of ${listedFrom} or more, ${above} of them ${threshold} or more.${forms > 0 ? ` ${forms} share a form that many documents have, and little else.` : ''}`,
    unit: 'Jaccard similarity',
    edges: Array.from({ length: steps + 1 }, (_, i) => (10 + i) / 20),
    counts,
    marks: [{ title: 'near duplicates from here', value: threshold }],
  }
}

/** Stands in when all near duplicates are equal in words. */
export function sizeChart(groups: readonly (readonly number[])[]): Chart | undefined {
  if (groups.length === 0) return undefined
  const sizes = new Map<number, number>()
  for (const { length } of groups) sizes.set(length, (sizes.get(length) ?? 0) + 1)
  const shown = [...sizes].sort(([a], [b]) => a - b).slice(-30)
  return {
    id: 'near-duplicates-groups',
    analysis,
    form: 'bars',
    title: 'Sizes of groups of near duplicates',
    summary: `${groups.length} ${groups.length === 1 ? 'group' : 'groups'} of documents that are equal in words; the largest has ${shown.at(-1)![0]} documents.`,
    unit: 'groups',
    category: shown.map(([size]) => `${size} documents`),
    value: shown.map(([, times]) => times),
  }
}

export function tablesFrom(
  judged: ContentPairs,
  pairs: readonly Pair[],
  kept: Kept,
  rule: string,
  size: (i: number) => number,
  rows: Rows,
): Table[] {
  const tables: Table[] = []
  const copies = pairs.filter(({ kind }) => kind !== pairKinds[sharedForm]).slice(0, pairsInTable)
  if (copies.length > 0) tables.push(pairTable(copies))
  if (kept.groups.length > 0) {
    const title = `Copies: ${rule} (listed first), ${kept.groups.reduce((sum, { length }) => sum + length - 1, 0)} can be dropped; groups`
    tables.push(groupTable('near-duplicates-groups', analysis, title, kept.groups, rows))
  }
  if (judged.shared.blocks.length > 0) tables.push(formTable(judged.shared, size, rows))
  return tables
}

const pairTable = (pairs: readonly Pair[]): Table => ({
  id: 'near-duplicates-pairs',
  analysis,
  title: 'Most similar pairs of different texts that are copies',
  columns: [...pairColumns],
  rows: pairs.map(({ a, b, kind, similarity, content }) => [a, b, kind, similarity, content ?? null]),
})

/** Says how large a form is and where it stands; what it says stays in the documents. */
function formTable({ blocks }: SharedRuns, size: (i: number) => number, rows: Rows): Table {
  let runs = 0
  for (let i = 0; i < rows.n; i++) runs += size(i)
  return {
    id: 'near-duplicates-forms',
    analysis,
    title:
      blocks.length > pairsInTable
        ? `Forms that many documents share, the ${pairsInTable} largest of ${blocks.length}`
        : 'Forms that many documents share',
    columns: [
      { title: 'Different documents', unit: 'documents' },
      { title: 'Runs of 5 words in it', unit: 'runs' },
      { title: 'Share of all runs', unit: 'share' },
      { title: 'First document' },
    ],
    rows: blocks
      .slice(0, pairsInTable)
      .map(({ documents, runs: size, first }) => [documents, size, (documents * size) / runs, rows.ids[first]!]),
  }
}

/** How pairs were found, and what was not looked at. */
export function notesOn(judged: ContentPairs, pairs: number): Note[] {
  const { shared, kind } = judged
  const texts = [
    `Pairs are found by MinHash (${bins} values) and LSH (${bands} bands of ${bandRows}) and verified on all runs of ${wordsInRun} words: none is wrong, and a pair at similarity ${threshold} is missed with a chance of ${missText(threshold)}, at ${listedFrom} of ${missText(listedFrom)}, and one more in 10,000 there that a short sketch of both rules out. Runs are known by 53 bits: two notes of 150 different runs share one by chance with a probability of 2e-12.`,
  ]
  const forms = kind.reduce((sum, each) => sum + (each === sharedForm ? 1 : 0), 0)
  if (forms > 0)
    texts.push(
      `${forms} pairs share a form and little else: runs of ${wordsInRun} words that stand in ${leastSharers} different documents or more (${shared.count} of them) were taken out before copies were told from forms. A text that was changed in a new way ${leastSharers} times or more looks like a form too.`,
    )
  return [...texts, ...notLookedAt(judged, pairs)].map((text) => ({ analysis, text }))
}

/** What was left out because there is so much alike; nothing as a rule. */
export function notLookedAt({ near, contentLimit }: ContentPairs, pairs: number): string[] {
  const texts: string[] = []
  if (Number.isFinite(near.bucketLimit))
    texts.push(
      `So many documents resemble each other that not every pair was looked at: within groups of more than ${near.bucketLimit} candidates, each document was held against the first and its ${near.bucketLimit - 1} nearest in order. Pairs are missing there, and the share is a lower bound.`,
    )
  if (Number.isFinite(contentLimit))
    texts.push(
      `So many documents resemble each other in their content that it was held against the ${contentLimit - 1} nearest in order alone in groups of more than ${contentLimit} candidates.`,
    )
  if (pairs > pairsListed) texts.push(`The ${pairsListed} most similar pairs are listed; there are more.`)
  return texts
}
