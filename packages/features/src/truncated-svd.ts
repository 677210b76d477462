import { symmetricEigen } from '@corpuscope/statistics'
import { gram, orthonormalise, product } from './dense.ts'
import { multiply, type Sparse, transpose } from './sparse.ts'

export interface TruncatedSvd {
  readonly rank: number
  /** Singular values, greatest first. */
  readonly values: Float64Array
  /** Left singular vectors times singular values, rows x rank: the rows of the matrix in the basis of the right vectors. */
  readonly scores: Float64Array
}

/** Directions drawn beyond the rank, and how often the subspace is improved: see the test against the exact decomposition. */
const oversampling = 16
const passes = 4

/** A squared singular value below this share of the greatest is rounding noise. */
const negligible = 1e-12

/**
 * The leading singular values and vectors of a sparse matrix, by randomised subspace iteration. Exact when the rank and a few
 * directions more reach the number of rows; otherwise the last values come out a little low. The largest entry of each left
 * vector is positive.
 *
 * @param rank    at most; less where the matrix has less
 * @param random  numbers in [0, 1)
 * @see Halko, Martinsson & Tropp 2011, Finding structure with randomness, algorithms 4.4 and 5.3
 */
export function truncatedSvd(matrix: Sparse, rank: number, random: () => number): TruncatedSvd {
  const { rows, columns } = matrix
  const width = Math.min(rank + oversampling, rows, columns)
  const turned = transpose(matrix)
  const basis = width === rows ? identity(rows) : rangeOf(matrix, turned, width, random)
  const projected = multiply(turned, basis, width)
  const { values, vectors } = symmetricEigen(gram(projected, columns, width), width, { vectors: true })
  let kept = 0
  while (kept < Math.min(rank, width) && values[kept]! > negligible * values[0]!) kept++
  const singular = Float64Array.from({ length: kept }, (_, k) => Math.sqrt(values[k]!))
  const rotation = new Float64Array(width * kept)
  for (let i = 0; i < width; i++) for (let k = 0; k < kept; k++) rotation[i * kept + k] = vectors![i * width + k]! * singular[k]!
  const scores = product(basis, rows, width, rotation, kept)
  fixSigns(scores, rows, kept)
  return { rank: kept, values: singular, scores }
}

/** An orthonormal basis of where the matrix sends almost everything: rows x width. */
function rangeOf(matrix: Sparse, turned: Sparse, width: number, random: () => number): Float64Array {
  const start = new Float64Array(matrix.columns * width)
  for (let i = 0; i < start.length; i++) start[i] = random() - 0.5
  let basis = multiply(matrix, start, width)
  for (let pass = 0; pass < passes; pass++) {
    orthonormalise(basis, matrix.rows, width)
    basis = multiply(matrix, multiply(turned, basis, width), width)
  }
  orthonormalise(basis, matrix.rows, width)
  orthonormalise(basis, matrix.rows, width)
  return basis
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1
  return matrix
}

function fixSigns(scores: Float64Array, rows: number, rank: number): void {
  const largest = new Float64Array(rank)
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < rank; k++) {
      const score = scores[i * rank + k]!
      if (Math.abs(score) > Math.abs(largest[k]!)) largest[k] = score
    }
  for (let i = 0; i < rows; i++) for (let k = 0; k < rank; k++) if (largest[k]! < 0) scores[i * rank + k]! *= -1
}
