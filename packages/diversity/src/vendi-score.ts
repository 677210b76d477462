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

const family = {
  unit: 'documents',
  range: [1, null],
  direction: 'higher',
  source: {
    text: 'Pasarkar & Dieng 2024, Cousins of the Vendi Score: A Family of Similarity-Based Diversity Metrics, AISTATS',
    url: 'https://arxiv.org/abs/2310.12952',
  },
} satisfies Partial<Measure>

/** Other orders of the score, each with its measure. */
const others: readonly (readonly [order: number, measure: Measure])[] = [
  [
    0.1,
    {
      ...family,
      id: 'vendi-score-q0-1',
      title: 'Effective number of documents, rare kinds counted nearly in full',
      definition:
        'Vendi score of order 0.1: rare kinds of documents count almost as much as common ones. Eigenvalues of the similarity matrix below 1e-12 count as 0. ' +
        'Bounds and cautions as for vendi-score.',
    },
  ],
  [
    2,
    {
      ...family,
      id: 'vendi-score-q2',
      title: 'Effective number of documents, common kinds counted more',
      definition:
        'Vendi score of order 2: 1 / the sum of the squared eigenvalues of the similarity matrix divided by n. Common kinds of documents count more. Bounds and cautions as for vendi-score.',
    },
  ],
  [
    Number.POSITIVE_INFINITY,
    {
      ...family,
      id: 'vendi-score-q-infinity',
      title: 'Effective number of documents, the commonest kind alone',
      definition:
        'Vendi score of infinite order: 1 / the greatest eigenvalue of the similarity matrix divided by n, the share of the commonest kind. Bounds and cautions as for vendi-score.',
    },
  ],
]

/** How many wholly different documents the corpus is worth. */
export const vendiScoreAnalysis = (): Analysis<null> => ({
  id: measure.id,
  measures: [measure, ...others.map(([, other]) => other)],
  needs: ['embedding'],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude(_, context) {
    const embedding = context.feature<Embedding>('embedding')
    const estimates = estimatesOf(embedding)
    return { estimates, instruments: estimates[0]?.value === null ? [] : [embedding.instrument] }
  },
})

function estimatesOf(embedding: Embedding): Estimate[] {
  const { n, d, instrument } = embedding
  const { rows, vectors } = embedded(embedding)
  const present = rows.length
  const left = n - present
  const orders = [[1, measure] as const, ...others]
  if (present === 0)
    return orders.map(([, { id }]) => notApplicable(id, `needs a document with an embedding, but all ${n} are ${noPoint}`, left))
  const clip = (score: number): number => Math.min(Math.max(score, 1), present, d)
  const found = spectrum(vectors, present, d)
  return orders.map(([order, { id }]) => {
    const { entropy, error } = renyiEntropy(found, order)
    const reach = error === null ? null : criticalValue(0.95) * error
    return {
      measure: id,
      value: clip(Math.exp(entropy)),
      interval: reach === null ? null : [clip(Math.exp(entropy - reach)), clip(Math.exp(entropy + reach))],
      ...(reach !== null && { intervalMethod: 'infinitesimal jackknife of the entropy over documents' }),
      n: present,
      left,
      instrument: instrument.fingerprint,
      status: 'measured',
      ...leftOut(left),
    }
  })
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

/** The eigenvalues above 0 of G = XᵀX / n, and the share of each in each row: n rows of squared coordinates. */
export interface Spectrum {
  readonly n: number
  readonly eigenvalues: readonly number[]
  readonly shares: Float64Array
}

/**
 * Eigenvalues of `gramMatrix` and the squared coordinates of the rows on its axes.
 *
 * @param vectors  n x d, row-major, unit rows
 */
export function spectrum(vectors: Float64Array, n: number, d: number): Spectrum {
  const { values, vectors: axes } = symmetricEigen(gramMatrix(vectors, n, d), d, { vectors: true })
  const eigenvalues = Array.from(values).filter((value) => value > zero)
  const basis = new Float64Array(d * eigenvalues.length)
  for (let i = 0; i < d; i++) for (let k = 0; k < eigenvalues.length; k++) basis[i * eigenvalues.length + k] = axes![i * d + k]!
  const shares = product(vectors, n, d, basis, eigenvalues.length).map((coordinate) => coordinate * coordinate)
  return { n, eigenvalues, shares }
}

/**
 * Rényi entropy of the eigenvalues, the logarithm of the Vendi score, and its standard error over documents: the infinitesimal
 * jackknife. Adding a little of document x to G moves λ_k by (v_k·x)² - λ_k, and so the entropy of order 1 by -Σ ln λ_k (v_k·x)² - H,
 * that of order q by q / (1 - q) (Σ λ_k^(q-1) (v_k·x)² / Σ λ_k^q - 1), that of infinite order by 1 - (v_1·x)² / λ_1. Each has mean 0 over
 * the documents.
 *
 * @param order  above 0, to Infinity
 * @returns      in nats; error is null for fewer than three rows
 * @see Efron 1982, The Jackknife, the Bootstrap and Other Resampling Plans, ch. 6
 */
export function renyiEntropy({ n, eigenvalues, shares }: Spectrum, order = 1): { readonly entropy: number; readonly error: number | null } {
  const entropy = Math.log(vendiScore(eigenvalues, order)!)
  if (n < 3) return { entropy, error: null }
  const weights = influenceWeights(eigenvalues, order)
  const centre = weights.reduce((sum, weight, k) => sum + weight * eigenvalues[k]!, 0)
  let squares = 0
  for (let i = 0; i < n; i++) {
    let influence = -centre
    for (let k = 0; k < weights.length; k++) influence += weights[k]! * shares[i * weights.length + k]!
    squares += influence * influence
  }
  return { entropy, error: Math.sqrt(squares) / n }
}

/** By how much the entropy moves with each eigenvalue, up to a constant that the mean takes out. */
function influenceWeights(eigenvalues: readonly number[], order: number): number[] {
  if (order === 1) return eigenvalues.map((value) => -Math.log(value))
  const greatest = Math.max(...eigenvalues)
  if (order === Number.POSITIVE_INFINITY) {
    const at = eigenvalues.indexOf(greatest)
    return eigenvalues.map((_, k) => (k === at ? -1 / greatest : 0))
  }
  const powers = eigenvalues.reduce((sum, value) => sum + value ** order, 0)
  return eigenvalues.map((value) => ((order / (1 - order)) * value ** (order - 1)) / powers)
}
