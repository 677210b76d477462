import { gram, product } from '@corpuscope/features'
import { symmetricEigen } from '@corpuscope/statistics'
import type { Points } from './two-samples.ts'

/**
 * Fréchet distance, squared, of the normal distributions with the means and covariances (ddof 1) of two corpora. At n below some multiples of
 * d it is biased upwards: read it beside the distance between halves of one corpus.
 *
 * @returns 0 (equal means and covariances) or more; null when a corpus has fewer than two rows
 * @see Dowson & Landau 1982, Journal of Multivariate Analysis 12:450; Heusel et al. 2017, NeurIPS
 */
export function frechetDistance(x: Points, y: Points, d: number): number | null {
  if (x.n < 2 || y.n < 2) return null
  const [first, second] = [moments(x, d), moments(y, d)]
  let squares = 0
  let traces = 0
  for (let k = 0; k < d; k++) {
    squares += (first.mean[k]! - second.mean[k]!) ** 2
    traces += first.covariance[k * d + k]! + second.covariance[k * d + k]!
  }
  const root = squareRoot(first.covariance, d)
  const inner = product(product(root, d, d, second.covariance, d), d, d, root, d)
  // Symmetric but for rounding, and taken from one half of it.
  const { values } = symmetricEigen(inner, d)
  const shared = values.reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0)
  return Math.max(0, squares + traces - 2 * shared)
}

function moments({ vectors, n }: Points, d: number): { mean: Float64Array; covariance: Float64Array } {
  const mean = new Float64Array(d)
  for (let i = 0; i < n; i++) for (let k = 0; k < d; k++) mean[k]! += vectors[i * d + k]! / n
  const centred = new Float64Array(n * d)
  for (let i = 0; i < n; i++) for (let k = 0; k < d; k++) centred[i * d + k] = vectors[i * d + k]! - mean[k]!
  return { mean, covariance: gram(centred, n, d).map((sum) => sum / (n - 1)) }
}

function squareRoot(matrix: Float64Array, d: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix.slice(), d, { vectors: true })
  const scaled = new Float64Array(d * d)
  const turned = new Float64Array(d * d)
  for (let i = 0; i < d; i++)
    for (let k = 0; k < d; k++) {
      scaled[i * d + k] = vectors[i * d + k]! * Math.sqrt(Math.max(0, values[k]!))
      turned[k * d + i] = vectors[i * d + k]!
    }
  return product(scaled, d, d, turned, d)
}
