import { createHash } from 'node:crypto'
import type { Document, Feature, Instrument, Rows } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { pickRows } from './dense.ts'
import { type Basis, basisFile, readBasis, writeBasis } from './embedding-basis.ts'
import { multiply, type Sparse } from './sparse.ts'
import { type DocumentFrequencies, termCounts } from './term-counts.ts'
import { leastKept, type Term, type TfIdf, vocabularyOf, weighed } from './tf-idf.ts'
import { truncatedSvd } from './truncated-svd.ts'

/** A point for each document, such that near points mean like content. Every embedder makes one, as the feature `embedding`. */
export interface Embedding {
  /** Documents, in key order. */
  readonly n: number
  /** Dimensions; 0 when no document has a point. */
  readonly d: number
  /** n x d, row-major: unit rows, or zero rows where `has` is 0. */
  readonly vectors: Float64Array
  /** 1 where the document has a point. */
  readonly has: Uint8Array
  readonly instrument: Instrument
  /** The space of latent semantic analysis, where it is one. */
  readonly basis?: Basis
  /** The words of the corpus that may be shown, where they were counted (as the lists `embedding.terms` and `embedding.counts`). */
  readonly words?: readonly Term[]
}

/** The documents that have a point, close together: their places in key order and their vectors, without the zero rows. */
export function embedded({ n, d, vectors, has }: Embedding): { readonly rows: Uint32Array; readonly vectors: Float64Array } {
  const rows = Uint32Array.from(has.keys()).filter((i) => has[i] === 1)
  return { rows, vectors: rows.length === n ? vectors : pickRows(vectors, d, rows) }
}

/** A shorter projection than this of a unit row is what the basis does not hold: its direction would be noise. */
const leastLength = 1e-6

export interface EmbeddingOptions {
  /** Dimensions at most. */
  readonly rank?: number
  /** Draws the starting directions; without it, the run's seed does. */
  readonly seed?: number
  /** An audit folder, or the basis kept in one: its space is used, nothing is fitted. */
  readonly basis?: string
  /** Places of a document that identify a person: words that touch one, anywhere, are no part of a space that is kept. */
  readonly identifiers?: (document: Document) => readonly { readonly start: number; readonly end: number }[]
}

/**
 * The embedding that needs no model: latent semantic analysis, fitted on the corpus. TF-IDF of the words, reduced to its leading
 * directions by a truncated singular value decomposition, rows scaled to unit length. A document has no point when none of its
 * words is one of the space. From 50 documents on the space is kept in the audit, and a later audit can be made in it (`basis`).
 *
 * @see Deerwester et al. 1990, Indexing by latent semantic analysis
 */
export function embedding({ rank = 128, seed, basis: from, identifiers }: EmbeddingOptions = {}): Feature<DocumentFrequencies, Embedding> {
  if (!Number.isInteger(rank) || rank < 1) throw new RangeError(`embedding: rank must be a whole number, 1 or more, but got ${rank}`)
  return {
    id: 'embedding',
    create: termCounts.create,
    observe: (partial, document) => termCounts.observe(partial, document, 'embedding', identifiers?.(document)),
    merge: termCounts.merge,
    async conclude(partial, context) {
      const words = vocabularyOf(partial, context.rows.n)
      if (from !== undefined) return { ...projected(context.rows, await readBasis(from)), words }
      const random = seed === undefined ? context.random('embedding') : seededRandom(`${seed} embedding`)
      return { ...projected(context.rows, fitted(context.rows, words, rank, random)), words }
    },
    beside: (_, { rows }, main) => projected(rows, main.basis!),
    keeps: ({ basis }) => (basis && basis.n >= leastKept ? { [basisFile]: writeBasis(basis) } : {}),
  }
}

function fitted(rows: Rows, terms: readonly Term[], rank: number, random: () => number): Basis {
  const vocabulary = { terms, n: rows.n }
  const weights = weighed(rows, vocabulary, 'embedding')
  const { rank: d, values, axes } = truncatedSvd(weights.matrix, rank, random)
  const title = `Latent semantic analysis: TF-IDF of words in at most ${rank} dimensions, fitted on this corpus`
  return {
    ...vocabulary,
    d,
    // Kept in single precision, and used as it is kept: who reads it gets the same points.
    axes: rows.n >= leastKept ? Float64Array.from(Float32Array.from(axes)) : axes,
    instrument: { id: `lsa-${rank}`, title, fingerprint: fingerprintOf(weights, rank, values) },
  }
}

/** The points of the documents in a space. */
function projected(rows: Rows, basis: Basis): Embedding {
  const { d, axes, instrument } = basis
  const { n } = rows
  const vectors = multiply(weighed(rows, basis, 'embedding').matrix, axes, d)
  const has = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    let squares = 0
    for (let k = i * d; k < (i + 1) * d; k++) squares += vectors[k]! * vectors[k]!
    const length = Math.sqrt(squares)
    has[i] = length > leastLength ? 1 : 0
    for (let k = i * d; k < (i + 1) * d; k++) vectors[k] = has[i] === 1 ? vectors[k]! / length : 0
  }
  return { n, d, vectors, has, instrument, basis }
}

/** Terms, their document frequencies, n and the singular values to 1e-6 determine the space up to rounding. */
function fingerprintOf({ matrix, terms, documents }: TfIdf, rank: number, values: Float64Array): string {
  const rounded = Array.from(values, (value) => Math.round(value * 1e6))
  return createHash('sha256')
    .update(JSON.stringify([matrix.rows, rank, terms, [...documents], rounded]))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Both corpora in one space fitted on both: what only one of them speaks of has a direction too, which a space fitted on the other would lack.
 * Nothing of it is kept.
 */
export function jointEmbedding(rows: Rows, others: Rows, random: () => number, rank = 128): readonly [Embedding, Embedding] {
  const documents = new Map<number, number>()
  const terms = new Map<number, string>()
  for (const each of [rows, others])
    for (let i = 0; i < each.n; i++)
      for (const hash of each.list('embedding.terms', i)) {
        documents.set(hash, (documents.get(hash) ?? 0) + 1)
        // The words themselves are not at hand; their order is all that they are wanted for.
        terms.set(hash, String(hash))
      }
  const n = rows.n + others.n
  const chosen = { terms: vocabularyOf({ documents, terms, identifying: new Map() }, n), n }
  const [first, second] = [weighed(rows, chosen, 'embedding'), weighed(others, chosen, 'embedding')]
  const joined = stacked(first.matrix, second.matrix)
  const { rank: d, values, axes } = truncatedSvd(joined, rank, random)
  const fingerprint = fingerprintOf({ ...first, matrix: joined }, rank, values)
  const title = `Latent semantic analysis: TF-IDF of words in at most ${rank} dimensions, fitted on both corpora`
  const basis: Basis = { ...chosen, d, axes, instrument: { id: `lsa-${rank}-joint`, title, fingerprint } }
  return [projected(rows, basis), projected(others, basis)]
}

/** One matrix above the other. */
function stacked(x: Sparse, y: Sparse): Sparse {
  const shift = x.indices.length
  const starts = new Uint32Array(x.rows + y.rows + 1)
  starts.set(x.starts)
  for (let i = 1; i <= y.rows; i++) starts[x.rows + i] = shift + y.starts[i]!
  const indices = new Uint32Array(shift + y.indices.length)
  indices.set(x.indices)
  indices.set(y.indices, shift)
  const values = new Float64Array(indices.length)
  values.set(x.values)
  values.set(y.values, shift)
  return { rows: x.rows + y.rows, columns: x.columns, starts, indices, values }
}
