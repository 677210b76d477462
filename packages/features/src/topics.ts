import type { Document, Feature, Rows } from '@corpuscope/core'
import { adjustedRandIndex, crossTable, drawnWithoutReplacement, mean, type Random, standardDeviation } from '@corpuscope/statistics'
import { pickRows } from './dense.ts'
import { drawn } from './drawn.ts'
import { type Embedding, embedded } from './embedding.ts'
import { type Clusters, kMeans, nearestCentres } from './k-means.ts'
import { type DocumentFrequencies, termCounts } from './term-counts.ts'
import { type Term, vocabularyOf } from './tf-idf.ts'
import { topicNames } from './topic-names.ts'

/** Documents that the centres are sought among; all others are put to the nearest. */
const mostClustered = 2000

/** Numbers of topics that are tried, as far as they leave so many documents to each. */
const tried = [3, 5, 8, 12, 18, 27, 40]
const leastMean = 15

/** Clusterings of random halves that each number of topics is judged by. */
const halves = 3

/** Below this many documents clusters are mostly chance, and words cannot be shown. */
export const leastForTopics = 50

export interface Topics {
  /** How many there are; 0 where none could be told apart. */
  readonly k: number
  /** The topic of each document in key order, 0 for the largest; -1 where a document has none. */
  readonly of: Int32Array
  readonly sizes: readonly number[]
  /** The words that stand out in each, most telling first; none where no word may be shown. */
  readonly names: readonly (readonly string[])[]
  /** The same for any groups of the documents: a number each, below 0 for none. */
  readonly nameGroups: (of: Int32Array, k: number) => readonly (readonly string[])[]
  /** Mean adjusted Rand index of clusterings of random halves of the documents, of the chosen number and of each that was tried. */
  readonly stability: number
  readonly tried: readonly { readonly k: number; readonly stability: number }[]
}

export interface TopicsOptions {
  /** Count words for the names, where the embedder does not: with places that identify a person, whose words are never shown. */
  readonly names?: { readonly identifiers: (document: Document) => readonly { readonly start: number; readonly end: number }[] }
}

/**
 * What the documents are about: clusters of their embedding by k-means. The number of clusters is the greatest whose stability (agreement of clusterings of
 * random halves) lies within a standard error of the best. A document that changes its cluster in half of the clusterings has no topic.
 *
 * @see Lange, Roth, Braun & Buhmann 2004, Stability-based validation of clustering solutions, Neural Computation 16:1299
 */
export const topics = ({ names }: TopicsOptions = {}): Feature<DocumentFrequencies | null, Topics> => ({
  id: 'topics',
  needs: ['embedding'],
  create: () => (names ? termCounts.create() : null),
  observe: (partial, document) => (partial ? termCounts.observe(partial, document, 'topics', names!.identifiers(document)) : undefined),
  merge(partial, other) {
    if (partial && other) termCounts.merge(partial, other)
  },
  conclude(partial, context) {
    const embedding = context.feature<Embedding>('embedding')
    const words = partial ? vocabularyOf(partial, context.rows.n) : embedding.words
    return topicsOf(embedding, context.rows, context.random('topics'), words && { words, list: partial ? 'topics' : 'embedding' })
  },
})

const none = (n: number): Topics => ({
  k: 0,
  of: new Int32Array(n).fill(-1),
  sizes: [],
  names: [],
  nameGroups: (_, k) => unnamed(k),
  stability: 0,
  tried: [],
})
const unnamed = (k: number): string[][] => Array.from({ length: k }, () => [])

/** Words that may be shown, and the lists that tell which documents have them. */
interface Shown {
  readonly words: readonly Term[]
  readonly list: string
}

function topicsOf(embedding: Embedding, rows: Rows, random: Random, shown: Shown | undefined): Topics {
  const { n, d, vectors } = embedding
  const { rows: present, vectors: all } = embedded(embedding)
  if (present.length < leastForTopics) return none(n)
  const places = drawn(rows, present, mostClustered)
  const sample = pickRows(vectors, d, places)
  const judged = tried.filter((k) => k * leastMean <= places.length).map((k) => judge(sample, places.length, d, k, random))
  const best = judged.reduce((a, b) => (b.stability > a.stability ? b : a))
  const chosen = judged.filter(({ stability }) => stability >= best.stability - best.error).at(-1)!

  const clusters = kMeans(sample, places.length, d, chosen.k, random, { starts: 2 })
  const found = nearestCentres(all, present.length, d, clusters)
  const kept = stable(
    found,
    chosen.runs.map((run) => nearestCentres(all, present.length, d, run)),
  )
  const { of, sizes } = bySize(kept, chosen.k)
  const placed = new Int32Array(n).fill(-1)
  present.forEach((place, i) => {
    placed[place] = of[i]!
  })
  const nameGroups: Topics['nameGroups'] = (groups, k) => (shown ? topicNames(rows, shown.list, shown.words, groups, k) : unnamed(k))
  const names = nameGroups(placed, sizes.length)
  return {
    k: sizes.length,
    of: placed,
    sizes,
    names,
    nameGroups,
    stability: chosen.stability,
    tried: judged.map(({ k, stability }) => ({ k, stability })),
  }
}

interface Judged {
  readonly k: number
  readonly stability: number
  readonly error: number
  readonly runs: readonly Clusters[]
}

/** How much clusterings of random halves agree, each carried on to all documents. */
function judge(sample: Float64Array, n: number, d: number, k: number, random: Random): Judged {
  const runs = Array.from({ length: halves }, () => {
    const half = drawnWithoutReplacement(n, n >>> 1, random)
    return kMeans(pickRows(sample, d, half), half.length, d, k, random, { starts: 2, iterations: 12 })
  })
  const assigned = runs.map((run) => nearestCentres(sample, n, d, run))
  const agreements = assigned.flatMap((one, i) => assigned.slice(i + 1).map((other) => adjustedRandIndex(crossTable(one, other))!))
  return { k, stability: mean(agreements)!, error: standardDeviation(agreements)! / Math.sqrt(agreements.length), runs }
}

/** The cluster of each row, -1 where more than half of the other clusterings put it among others. */
function stable(found: Uint32Array, others: readonly Uint32Array[]): Int32Array {
  const agreeing = new Uint32Array(found.length)
  for (const other of others) {
    const table = crossTable(other, found)
    // Names differ from run to run: a cluster is the one that it shares most rows with.
    const same = table.map((row) => row.indexOf(Math.max(...row)))
    for (let i = 0; i < found.length; i++) if (same[other[i]!] === found[i]) agreeing[i]!++
  }
  return Int32Array.from(found, (cluster, i) => (2 * agreeing[i]! >= others.length ? cluster : -1))
}

/** Clusters numbered by size, the largest 0; empty ones drop out. */
function bySize(found: Int32Array, k: number): { readonly of: Int32Array; readonly sizes: readonly number[] } {
  const counts = new Uint32Array(k)
  for (const cluster of found) if (cluster >= 0) counts[cluster]!++
  const order = Array.from(counts.keys())
    .filter((cluster) => counts[cluster]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || found.indexOf(a) - found.indexOf(b))
  const number = new Int32Array(k).fill(-1)
  order.forEach((cluster, at) => {
    number[cluster] = at
  })
  return { of: found.map((cluster) => (cluster < 0 ? -1 : number[cluster]!)), sizes: order.map((cluster) => counts[cluster]!) }
}
