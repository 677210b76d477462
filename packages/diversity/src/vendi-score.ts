import { type Analysis, type Estimate, type Measure, notApplicable } from '@corpuscope/core'
import { type Embedding, embedded, gram, product } from '@corpuscope/features'
import { criticalValue, symmetricEigen } from '@corpuscope/statistics'
import { leftOut, noPoint } from './words-for.ts'

const measure: Measure = {
  id: 'vendi-score',
  title: 'Effective number of different documents',
  unit: 'documents',
  range: [1, null],
  direction: 'higher',
  definition:
    'Vendi score of order 1 with the cosine kernel: exp of the entropy of the eigenvalues of the similarity matrix divided by n. 1 when all documents are alike; ' +
    'at most the number of documents, and of the dimensions of the embedding. It grows with n and depends on the embedder: contrast corpora of one size ' +
    'and one embedder. Documents without a point in the embedding are left out. The interval takes the embedding as given.',
  source: {
    text: 'Friedman & Dieng 2023, The Vendi Score: A Diversity Evaluation Metric for Machine Learning, TMLR',
    url: 'https://arxiv.org/abs/2210.02410',
  },
}

/** How many wholly different documents the corpus is worth. */
export const vendiScoreAnalysis = (): Analysis<null> => ({
  id: measure.id,
  measures: [measure],
  needs: ['embedding'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const embedding = context.feature<Embedding>('embedding')
    const estimate = estimateOf(embedding)
    return { estimates: [estimate], instruments: estimate.value === null ? [] : [embedding.instrument] }
  },
})

function estimateOf(embedding: Embedding): Estimate {
  const { n, d, instrument } = embedding
  const { rows, vectors } = embedded(embedding)
  const present = rows.length
  const left = n - present
  if (present === 0) return notApplicable(measure.id, `needs a document with an embedding, but all ${n} are ${noPoint}`, left)
  const clip = (score: number): number => Math.min(Math.max(score, 1), present, d)
  const { entropy, error } = spectralEntropy(vectors, present, d)
  const reach = error === null ? null : criticalValue(0.95) * error
  return {
    measure: measure.id,
    value: clip(Math.exp(entropy)),
    interval: reach === null ? null : [clip(Math.exp(entropy - reach)), clip(Math.exp(entropy + reach))],
    ...(reach !== null && { intervalMethod: 'infinitesimal jackknife of the entropy over documents' }),
    n: present,
    left,
    instrument: instrument.fingerprint,
    status: 'measured',
    ...leftOut(left),
  }
}

/** An eigenvalue up to this is the zero that rounding made of it. */
const zero = 1e-12

/**
 * Mean of the outer products of the rows, XᵀX / n: for unit rows its nonzero eigenvalues are those of the cosine kernel / n.
 *
 * @param vectors  n x d, row-major, unit rows
 * @returns        d x d, of trace 1
 * @example gramMatrix(new Float64Array([1, 0, 0, 1]), 2, 2) // [0.5, 0, 0, 0.5]
 */
export const gramMatrix = (vectors: Float64Array, n: number, d: number): Float64Array => gram(vectors, n, d).map((sum) => sum / n)

/**
 * Vendi score: the effective number of different documents, the Hill number of the eigenvalues.
 *
 * @param eigenvalues  of the kernel / n, or of `gramMatrix`: they sum to 1
 * @param order        0 (rank) to Infinity (1 / greatest); small orders count rare kinds more
 * @returns            1 (all alike) to n (all orthogonal), in documents; undefined when there is no eigenvalue above 0
 * @see Friedman & Dieng 2023 (order 1); Pasarkar & Dieng 2024 (other orders)
 * @example vendiScore([0.5, 0.5]) // 2
 */
export function vendiScore(eigenvalues: ArrayLike<number>, order = 1): number | undefined {
  if (!(order >= 0)) throw new RangeError(`vendiScore: order must be 0 or more, but got ${order}`)
  const values = Array.from(eigenvalues).filter((value) => value > zero)
  if (values.length === 0) return undefined
  if (order === 0) return values.length
  if (order === 1) return Math.exp(entropyOf(values))
  if (order === Number.POSITIVE_INFINITY) return 1 / Math.max(...values)
  return values.reduce((sum, value) => sum + value ** order, 0) ** (1 / (1 - order))
}

const entropyOf = (values: readonly number[]): number => -values.reduce((sum, value) => sum + value * Math.log(value), 0)

/**
 * Entropy of the eigenvalues of G = XᵀX / n, and its standard error over documents. Adding a little of document x to G moves
 * the entropy by -Σ ln λ_k (v_k·x)² - H, whose mean over the documents is 0: the infinitesimal jackknife.
 *
 * @param vectors  n x d, row-major, unit rows
 * @returns        in nats; error is null for fewer than three rows
 * @see Efron 1982, The Jackknife, the Bootstrap and Other Resampling Plans, ch. 6
 */
export function spectralEntropy(vectors: Float64Array, n: number, d: number): { readonly entropy: number; readonly error: number | null } {
  const { values, vectors: axes } = symmetricEigen(gramMatrix(vectors, n, d), d, { vectors: true })
  const kept = Array.from(values).filter((value) => value > zero)
  const entropy = entropyOf(kept)
  if (n < 3) return { entropy, error: null }
  const basis = new Float64Array(d * kept.length)
  for (let i = 0; i < d; i++) for (let k = 0; k < kept.length; k++) basis[i * kept.length + k] = axes![i * d + k]!
  const coordinates = product(vectors, n, d, basis, kept.length)
  const logarithms = kept.map(Math.log)
  let squares = 0
  for (let i = 0; i < n; i++) {
    let influence = -entropy
    for (let k = 0; k < kept.length; k++) influence -= logarithms[k]! * coordinates[i * kept.length + k]! ** 2
    squares += influence * influence
  }
  return { entropy, error: Math.sqrt(squares) / n }
}
