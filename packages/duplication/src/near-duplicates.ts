import {
  type Analysis,
  type Chart,
  type Finding,
  fingerprint,
  type Measure,
  type Note,
  notApplicable,
  type Pair,
  type Rows,
  type Rule,
  type Table,
} from '@corpuscope/core'
import { unionFind } from '@corpuscope/statistics'
import { normalisedHash, wordShingles } from '@corpuscope/text'
import { clusteredShare } from './clustered-share.ts'
import { eachGroupPair } from './group-pairs.ts'
import { bandRows, bands, missProbability } from './lsh.ts'
import { bins } from './minhash.ts'
import { type NearPairs, nearPairs } from './near-pairs.ts'

/** From here on two documents count as near duplicates. */
const threshold = 0.8
/** Pairs from here on are listed, so that a threshold can be moved afterwards. */
const listedFrom = 0.5
const wordsInShingle = 5

const measure: Measure = {
  id: 'near-duplicate-share',
  title: 'Documents with a near duplicate',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents with another whose set of runs of 5 words has a Jaccard similarity of 0.8 or more with theirs / documents of 5 words or more. Exact copies are among them. Shorter documents are left out, and counted as left out.',
  source: { text: 'Broder 1997, On the Resemblance and Containment of Documents', url: 'https://doi.org/10.1109/SEQUEN.1997.666900' },
}

const rule: Rule = {
  id: 'near-duplicate',
  title: 'Near copy of another document',
  severity: 'warning',
  measure: measure.id,
  definition:
    'The runs of 5 words have a Jaccard similarity of 0.8 or more with those of an earlier document that is not the same text; the most similar one is named, once a document.',
}

const shingleList = 'near-duplicates.shingles'
const textList = 'near-duplicates.text'

const analysis = 'near-duplicates'
const pairsListed = 1_000_000
const pairsInTable = 20

/**
 * Share of documents that have a near duplicate, by word 5-grams: found by MinHash and LSH, verified exactly.
 */
export const nearDuplicates = (): Analysis<null> => ({
  id: analysis,
  measures: [measure],
  rules: [rule],
  create: () => null,
  observe: (_, document) => ({
    lists: { [shingleList]: wordShingles(document, wordsInShingle), [textList]: normalisedHash(document) },
  }),
  merge: () => undefined,
  conclude(_, { rows }) {
    const set = (i: number) => rows.list(shingleList, i)
    let left = 0
    for (let i = 0; i < rows.n; i++) if (set(i).length === 0) left++
    const n = rows.n - left
    const leftOut = `fewer than ${wordsInShingle} words`
    if (n === 0) return { estimates: [notApplicable(measure.id, `every document has ${leftOut}`, left)] }

    // The seed is fixed: which pairs are found, and so which findings a baseline knows, must not move with the run's seed.
    const near = nearPairs(rows.n, set, listedFrom, 1)
    const groups = groupsFrom(near, rows.n)
    const { share, interval } = clusteredShare(
      groups.map((members) => members.length),
      n,
    )!
    const pairs = pairsFrom(near, rows)
    const chart = similarityChart(near) ?? sizeChart(groups)
    return {
      estimates: [
        {
          measure: measure.id,
          value: share,
          interval,
          intervalMethod: groups.length > 0 ? 'Wilson at the effective number of documents (copies come in groups)' : 'Wilson',
          n,
          left,
          status: 'measured',
          ...(left > 0 && { reason: `${left} left out: ${leftOut}` }),
        },
      ],
      charts: chart ? [chart] : [],
      tables: pairs.length > 0 ? [pairTable(pairs)] : [],
      notes: notesOn(near, pairs.length),
      pairs: pairs.slice(0, pairsListed),
      findings: findingsFrom(near, rows),
    }
  },
})

/** Groups that pairs at or above the threshold connect, equal sets with them. */
function groupsFrom(near: NearPairs, n: number): number[][] {
  const joined = unionFind(n)
  for (const members of near.equal) for (const member of members) joined.union(members[0]!, member)
  for (let i = 0; i < near.similarity.length; i++) if (near.similarity[i]! >= threshold) joined.union(near.a[i]!, near.b[i]!)
  return joined.groups(2)
}

/** Two texts that differ in case and white space at most; `exact-duplicates` has them. */
function sameText(rows: Rows, a: number, b: number): boolean {
  const one = rows.list(textList, a)
  const other = rows.list(textList, b)
  return one[0] === other[0] && one[1] === other[1]
}

/** Most similar first. */
function pairsFrom(near: NearPairs, rows: Rows): Pair[] {
  const pairs: Pair[] = []
  const add = (a: number, b: number, similarity: number): void => {
    pairs.push({ a: rows.ids[a]!, b: rows.ids[b]!, kind: 'near', similarity })
  }
  for (const members of near.equal)
    eachGroupPair(members, (a, b) => {
      if (!sameText(rows, a, b)) add(a, b, 1)
    })
  const order = Uint32Array.from({ length: near.similarity.length }, (_, i) => i).sort(
    (i, j) => near.similarity[j]! - near.similarity[i]! || i - j,
  )
  for (const i of order) {
    // One more than is listed, so that what was cut off can be said.
    if (pairs.length > pairsListed) break
    add(near.a[i]!, near.b[i]!, near.similarity[i]!)
  }
  return pairs
}

function findingsFrom(near: NearPairs, rows: Rows): Finding[] {
  const best = new Map<number, { other: number; similarity: number; more: number }>()
  const offer = (document: number, other: number, similarity: number): void => {
    const known = best.get(document)
    if (!known) best.set(document, { other, similarity, more: 0 })
    else if (similarity > known.similarity) best.set(document, { other, similarity, more: known.more + 1 })
    else known.more++
  }
  for (const members of near.equal) {
    const texts = new Set<string>()
    for (const member of members) {
      const text = rows.list(textList, member).join(' ')
      // A copy of an earlier document is reported as that.
      if (texts.has(text)) continue
      if (texts.size > 0) offer(member, members[0]!, 1)
      texts.add(text)
    }
  }
  for (let i = 0; i < near.similarity.length; i++) if (near.similarity[i]! >= threshold) offer(near.b[i]!, near.a[i]!, near.similarity[i]!)
  return [...best]
    .sort(([a], [b]) => a - b)
    .map(([document, { other, similarity, more }]) => ({
      rule: rule.id,
      severity: rule.severity,
      document: rows.ids[document]!,
      message: `near copy of ${rows.ids[other]!}: Jaccard similarity ${similarity.toFixed(2)}${more > 0 ? `, and of ${more} more` : ''}`,
      fingerprint: fingerprint(rule.id, rows.ids[document]!, rows.ids[other]!),
    }))
}

function similarityChart(near: NearPairs): Chart | undefined {
  const found = near.similarity.length
  if (found === 0) return undefined
  const steps = 10
  const counts = new Array<number>(steps).fill(0)
  for (const similarity of near.similarity) counts[Math.min(steps - 1, Math.floor((similarity - listedFrom) * 20 + 1e-9))]!++
  const above = near.similarity.reduce((sum, similarity) => sum + (similarity >= threshold ? 1 : 0), 0)
  return {
    id: 'near-duplicates-similarity',
    analysis,
    form: 'histogram',
    title: 'How alike the pairs are',
    summary: `${found} pairs of different texts have a Jaccard similarity of ${listedFrom} or more, ${above} of them ${threshold} or more.`,
    unit: 'Jaccard similarity',
    edges: Array.from({ length: steps + 1 }, (_, i) => (10 + i) / 20),
    counts,
    marks: [{ title: 'near duplicates from here', value: threshold }],
  }
}

/** Stands in when all near duplicates are equal in words. */
function sizeChart(groups: readonly (readonly number[])[]): Chart | undefined {
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

const pairTable = (pairs: readonly Pair[]): Table => ({
  id: 'near-duplicates-pairs',
  analysis,
  title: 'Most similar pairs of different texts',
  columns: [{ title: 'Document' }, { title: 'And' }, { title: 'Jaccard similarity', unit: 'ratio' }],
  rows: pairs.slice(0, pairsInTable).map(({ a, b, similarity }) => [a, b, similarity]),
})

function notesOn(near: NearPairs, pairs: number): Note[] {
  const texts = [
    `Pairs are found by MinHash (${bins} values) and LSH (${bands} bands of ${bandRows}) and verified on all runs of ${wordsInShingle} words: none is wrong, and a pair at similarity ${threshold} is missed with a chance of about ${missProbability(threshold).toPrecision(1)}, at ${listedFrom} of ${missProbability(listedFrom).toPrecision(1)}.`,
  ]
  if (Number.isFinite(near.bucketLimit))
    texts.push(
      `So many documents resemble each other that not every pair was looked at: within groups of more than ${near.bucketLimit} candidates, each document was held against the first and its ${near.bucketLimit - 1} nearest in order. Pairs are missing there, and the share is a lower bound.`,
    )
  if (pairs > pairsListed) texts.push(`The ${pairsListed} most similar pairs are listed; there are more.`)
  return texts.map((text) => ({ analysis, text }))
}
