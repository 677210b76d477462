import {
  type Analysis,
  type Chart,
  type Estimate,
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
import { type WordSequences, wordSequence } from '@corpuscope/features'
import { unionFind } from '@corpuscope/statistics'
import { clusteredShare } from './clustered-share.ts'
import { type ContentPairs, contentPairs, pairKinds } from './content-pairs.ts'
import { firstEqual } from './equal-groups.ts'
import { eachGroupPair } from './group-pairs.ts'
import { groupTable } from './group-table.ts'
import { type Kept, keepHighest } from './keep-highest.ts'
import { type KeepRule, keepRanks } from './keep-rule.ts'
import { bandRows, bands, missProbability } from './lsh.ts'
import { bins } from './minhash.ts'
import { borderlineTable, settingChart, thresholdTable } from './near-duplicate-setting.ts'
import type { NearPairs } from './near-pairs.ts'
import { signatureOf } from './run-signature.ts'
import { runSource } from './run-source.ts'
import { leastSharers, type SharedRuns } from './shared-runs.ts'
import { characterSequence, inRun, of, type Shingles } from './shingles.ts'
import { sourceRuns } from './source-runs.ts'
import { wordRuns, wordsInRun } from './word-runs.ts'

/** From here on two documents count as near duplicates. */
const threshold = 0.8
/** Pairs from here on are listed, so that a threshold can be moved afterwards. */
const listedFrom = 0.5

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

const contentMeasure: Measure = {
  id: 'content-duplicate-share',
  title: 'Documents with a copy, shared forms taken out',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition:
    'Documents with another of the same content / documents of 5 words or more. Content is what is left of the runs of 5 words without those that stand in 10 different documents or more (headings, templates, boilerplate); the same from a Jaccard similarity of 0.8 on. Documents that are nothing but shared forms are held against each other whole. Texts equal in words are among them. Shorter documents are left out, and counted as left out.',
  source: { text: 'Broder 1997, On the Resemblance and Containment of Documents', url: 'https://doi.org/10.1109/SEQUEN.1997.666900' },
}

const formMeasure: Measure = {
  id: 'boilerplate-share',
  title: 'Runs of words that many documents share',
  unit: 'share',
  range: [0, 1],
  direction: 'descriptive',
  definition:
    'Runs of 5 words that stand in 10 different documents or more / all runs of 5 words, each counted once a document; documents equal in words count as one. Headings, templates and boilerplate.',
  source: {
    text: 'Lee et al. 2022, Deduplicating Training Data Makes Language Models Better',
    url: 'https://doi.org/10.18653/v1/2022.acl-long.577',
  },
}

const rule: Rule = {
  id: 'near-duplicate',
  title: 'Near copy of another document',
  severity: 'warning',
  measure: measure.id,
  definition:
    'The runs of 5 words have a Jaccard similarity of 0.8 or more with those of an earlier document that is not the same text, and so have those that are not part of a form many documents share (0.5 or more is enough for these, or 0.8 of the smaller in the larger); or the latter alone have one of 0.8 or more. The most similar one is named, once a document. Documents that share nothing but a form are no copies and are not reported.',
}

const signatureList = 'near-duplicates.signature'
/** Half of each run's hash: what forms are found by. */
const runList = 'near-duplicates.runs'
const characterList = 'near-duplicates.characters'

const analysis = 'near-duplicates'
const pairsListed = 1_000_000
const pairsInTable = 20
/** Pairs for which the passage that proves them is looked for. */
const passagesShown = 100_000

export interface NearDuplicateOptions {
  /** Of what runs are made: 5 words, or 9 characters of the normalised text for scripts and spellings that words do not fit. */
  readonly shingles?: Shingles
  readonly keep?: KeepRule
}

/**
 * Share of documents that have a near duplicate, by word 5-grams: found by MinHash and LSH, verified exactly.
 */
export const nearDuplicates = ({ shingles = 'words', keep = 'longest' }: NearDuplicateOptions = {}): Analysis<null> => ({
  id: analysis,
  measures: [measure, contentMeasure, formMeasure].map((each) => of(shingles, each)),
  rules: [of(shingles, rule)],
  needs: ['words'],
  create: () => null,
  observe(_, document) {
    const characters = shingles === 'characters' ? characterSequence(document.text) : undefined
    const runs = wordRuns(characters ?? wordSequence(document), inRun[shingles])
    return {
      lists: {
        [signatureList]: signatureOf(runs),
        [runList]: runs.low.subarray(0, runs.count),
        ...(characters && { [characterList]: characters }),
      },
    }
  },
  merge: () => undefined,
  conclude(_, { rows, feature }) {
    const words = feature<WordSequences>('words')
    const source = runSource(
      rows.n,
      shingles === 'words' ? words.of : (i) => rows.list(characterList, i),
      (i) => rows.list(signatureList, i),
      (i) => rows.list(runList, i),
      inRun[shingles],
    )
    const { size } = source
    let left = 0
    for (let i = 0; i < rows.n; i++) if (size(i) === 0) left++
    const n = rows.n - left
    const leftOut = `fewer than ${inRun[shingles]} ${shingles}`
    if (n === 0) {
      const nothing = `every document has ${leftOut}`
      return { estimates: [measure, contentMeasure, formMeasure].map(({ id }) => notApplicable(id, nothing, left)) }
    }
    const judged = contentPairs(source, listedFrom)
    const { near } = judged
    const ranks = keepRanks(rows, keep)
    const kept = keptOf(judged, words, size, ranks.ranks)
    const pairs = pairsFrom(judged, words, size, rows)
    const chart = similarityChart(judged) ?? sizeChart(groupsFrom(near, rows.n))
    const estimate = (id: string, sizes: readonly number[]): Estimate => {
      const { share, interval } = clusteredShare(sizes, n)!
      return {
        measure: id,
        value: share,
        interval,
        intervalMethod: sizes.length > 0 ? 'Wilson at the effective number of documents (copies come in groups)' : 'Wilson',
        n,
        left,
        status: 'measured',
        ...(left > 0 && { reason: `${left} left out: ${leftOut}` }),
      }
    }
    const sizesOf = (groups: readonly (readonly number[])[]): number[] => groups.map(({ length }) => length)
    const inForms = Float64Array.from({ length: rows.n }, (_, i) => judged.formRuns[near.first[i]!]! / size(i))
    return {
      estimates: [
        estimate(measure.id, sizesOf(groupsFrom(near, rows.n))),
        estimate(contentMeasure.id, sizesOfCopies(kept, judged, size)),
        formEstimate(judged, size, rows.n, n, left, leftOut),
      ],
      charts: [...(chart ? [chart] : []), settingChart()],
      tables: [...tablesFrom(judged, pairs, kept, ranks.words, size, rows), ...settingTables(judged, n, rows)],
      notes: notesOn(judged, pairs.length),
      pairs: pairs.slice(0, pairsListed),
      findings: findingsFrom(judged, words, rows),
      documentValues: { [formMeasure.id]: inForms, ...keepList(kept, rows.n) },
    }
  },
})

/** Kinds of pairs by number: what is no copy is a shared form. */
const copy = pairKinds.indexOf('copy')
const sharedForm = pairKinds.indexOf('shared form')

/** Copies by text, by words or by content, and which of each group to keep. */
function keptOf(judged: ContentPairs, words: WordSequences, size: (i: number) => number, ranks: Float64Array): Kept {
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
function sizesOfCopies({ groups }: Kept, judged: ContentPairs, size: (i: number) => number): number[] {
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
function keepList({ keeper, groups }: Kept, n: number): Record<string, Float64Array> {
  const group = new Float64Array(n).fill(Number.NaN)
  groups.forEach((members, at) => {
    for (const member of members) group[member] = at + 1
  })
  return { 'duplicate-group': group, 'duplicate-keep': Float64Array.from(keeper, (other, i) => (other === i ? 1 : 0)) }
}

function formEstimate(
  { near, formRuns }: ContentPairs,
  size: (i: number) => number,
  all: number,
  n: number,
  left: number,
  leftOut: string,
): Estimate {
  let inForms = 0
  let runs = 0
  for (let i = 0; i < all; i++) {
    inForms += formRuns[near.first[i]!]!
    runs += size(i)
  }
  return {
    measure: formMeasure.id,
    value: inForms / runs,
    interval: null,
    n,
    left,
    status: 'measured',
    reason: `no interval: whether a run counts depends on all documents, and a part of them has other shared runs${left > 0 ? `; ${left} left out: ${leftOut}` : ''}`,
  }
}

/** Groups that pairs at or above the threshold connect, equal sets with them. */
function groupsFrom(near: NearPairs, n: number): number[][] {
  const joined = unionFind(n)
  for (const members of near.equal) for (const member of members) joined.union(members[0]!, member)
  for (let i = 0; i < near.similarity.length; i++) if (near.similarity[i]! >= threshold) joined.union(near.a[i]!, near.b[i]!)
  return joined.groups(2)
}

/** Two texts that differ in case and white space at most; `exact-duplicates` has them. */
function sameText(words: WordSequences, a: number, b: number): boolean {
  const other = words.text(b)
  return words.text(a).every((value, at) => value === other[at])
}

/** The longest passage that two documents share, where it has 8 words or more. */
function proof(words: WordSequences, a: number, b: number): Pick<Pair, 'passage'> {
  const { length, start, sourceStart } = sourceRuns(1, () => words.of(a))(words.of(b))
  if (length === 0) return {}
  return { passage: { a: words.span(a, sourceStart, sourceStart + length), b: words.span(b, start, start + length) } }
}

function settingTables(judged: ContentPairs, n: number, rows: Rows): Table[] {
  const close = borderlineTable(judged, threshold, rows)
  return [thresholdTable(judged, rows.n, n), ...(close ? [close] : [])]
}

/** Most similar first. */
function pairsFrom(
  { near, a, b, similarity, content, kind }: ContentPairs,
  words: WordSequences,
  size: (i: number) => number,
  rows: Rows,
): Pair[] {
  /** Of s = x / (all - x), x of the smaller. */
  const contained = (x: number, y: number, whole: number): number =>
    Math.round((whole * (size(x) + size(y))) / (1 + whole)) / Math.min(size(x), size(y))
  const pairs: Pair[] = []
  for (const members of near.equal)
    eachGroupPair(members, (x, y) => {
      if (!sameText(words, x, y))
        pairs.push({
          a: rows.ids[x]!,
          b: rows.ids[y]!,
          kind: pairKinds[copy]!,
          similarity: 1,
          content: 1,
          contained: 1,
          ...proof(words, x, y),
        })
    })
  const order = Uint32Array.from({ length: a.length }, (_, i) => i).sort((i, j) => similarity[j]! - similarity[i]! || i - j)
  for (const i of order) {
    // One more than is listed, so that what was cut off can be said.
    if (pairs.length > pairsListed) break
    pairs.push({
      a: rows.ids[a[i]!]!,
      b: rows.ids[b[i]!]!,
      kind: pairKinds[kind[i]!]!,
      similarity: similarity[i]!,
      ...(!Number.isNaN(content[i]!) && { content: content[i]! }),
      contained: contained(a[i]!, b[i]!, similarity[i]!),
      // A shared form is proved by the table of forms.
      ...(kind[i] !== sharedForm && pairs.length < passagesShown && proof(words, a[i]!, b[i]!)),
    })
  }
  return pairs
}

function findingsFrom({ near, a, b, similarity, content, kind }: ContentPairs, words: WordSequences, rows: Rows): Finding[] {
  const best = new Map<number, { other: number; similarity: number; content: number; more: number }>()
  const offer = (document: number, other: number, whole: number, own: number): void => {
    const known = best.get(document)
    if (!known) best.set(document, { other, similarity: whole, content: own, more: 0 })
    else if (whole > known.similarity) best.set(document, { other, similarity: whole, content: own, more: known.more + 1 })
    else known.more++
  }
  for (const members of near.equal) {
    const texts = new Set<string>()
    for (const member of members) {
      const text = words.text(member).join(' ')
      // A copy of an earlier document is reported as that.
      if (texts.has(text)) continue
      if (texts.size > 0) offer(member, members[0]!, 1, 1)
      texts.add(text)
    }
  }
  for (let i = 0; i < a.length; i++)
    if (kind[i] === copy || (kind[i] !== sharedForm && similarity[i]! >= threshold)) offer(b[i]!, a[i]!, similarity[i]!, content[i]!)
  return [...best]
    .sort(([x], [y]) => x - y)
    .map(([document, { other, similarity: whole, content: own, more }]) => ({
      rule: rule.id,
      severity: rule.severity,
      document: rows.ids[document]!,
      message: `near copy of ${rows.ids[other]!}: Jaccard similarity ${whole.toFixed(2)}${Number.isNaN(own) || own === whole ? '' : `, without shared forms ${own.toFixed(2)}`}${more > 0 ? `, and of ${more} more` : ''}`,
      fingerprint: fingerprint(rule.id, rows.ids[document]!, rows.ids[other]!),
    }))
}

function similarityChart({ near, a, kind, similarity: whole }: ContentPairs): Chart | undefined {
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

function tablesFrom(
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
  columns: [
    { title: 'Document' },
    { title: 'And' },
    { title: 'Kind' },
    { title: 'Jaccard similarity', unit: 'ratio' },
    { title: 'Without shared forms', unit: 'ratio' },
  ],
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

function notesOn({ near, shared, kind, contentLimit }: ContentPairs, pairs: number): Note[] {
  const texts = [
    `Pairs are found by MinHash (${bins} values) and LSH (${bands} bands of ${bandRows}) and verified on all runs of ${wordsInRun} words: none is wrong, and a pair at similarity ${threshold} is missed with a chance of about ${missProbability(threshold).toPrecision(1)}, at ${listedFrom} of ${missProbability(listedFrom).toPrecision(1)}. Runs are known by 53 bits: two notes of 150 different runs share one by chance with a probability of 2e-12.`,
  ]
  const forms = kind.reduce((sum, each) => sum + (each === sharedForm ? 1 : 0), 0)
  if (forms > 0)
    texts.push(
      `${forms} pairs share a form and little else: runs of ${wordsInRun} words that stand in ${leastSharers} different documents or more (${shared.count} of them) were taken out before copies were told from forms. A text that was changed in a new way ${leastSharers} times or more looks like a form too.`,
    )
  if (Number.isFinite(near.bucketLimit))
    texts.push(
      `So many documents resemble each other that not every pair was looked at: within groups of more than ${near.bucketLimit} candidates, each document was held against the first and its ${near.bucketLimit - 1} nearest in order. Pairs are missing there, and the share is a lower bound.`,
    )
  if (Number.isFinite(contentLimit))
    texts.push(
      `So many documents resemble each other in their content that it was held against the ${contentLimit - 1} nearest in order alone in groups of more than ${contentLimit} candidates.`,
    )
  if (pairs > pairsListed) texts.push(`The ${pairsListed} most similar pairs are listed; there are more.`)
  return texts.map((text) => ({ analysis, text }))
}
