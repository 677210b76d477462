import { dotProducts } from './dot-products.ts'

/** Dense matrices in row-major Float64Arrays. */

/** Rows whose outer products are summed at a time, and columns of the result: what the kernel takes at once. */
const rowsAtOnce = 512
const columnsAtOnce = 64

/**
 * Sum of the outer products of the rows, XᵀX; or XᵀY where that is known to be symmetric, since only half of it is computed.
 *
 * @param x  n x d
 * @param y  n x d, by default x
 * @returns  d x d, symmetric
 * @example gram(new Float64Array([1, 0, 1, 1]), 2, 2) // [2, 1, 1, 1]
 */
export function gram(x: Float64Array, n: number, d: number, y = x): Float64Array {
  const sums = new Float64Array(d * d)
  const found = new Float64Array(columnsAtOnce * d)
  for (let from = 0; from < n; from += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, n - from)
    const turned = transposed(x.subarray(from * d, (from + rows) * d), rows, d)
    const other = y === x ? turned : transposed(y.subarray(from * d, (from + rows) * d), rows, d)
    for (let a = 0; a < d; a += columnsAtOnce) {
      const end = Math.min(d, a + columnsAtOnce)
      dotProducts(turned, other, rows, [a, end], [0, end], found)
      for (let i = a; i < end; i++) for (let b = 0; b <= i; b++) sums[i * d + b]! += found[(i - a) * end + b]!
    }
  }
  for (let a = 0; a < d; a++) for (let b = 0; b < a; b++) sums[b * d + a] = sums[a * d + b]!
  return sums
}

/**
 * The product of two matrices.
 *
 * @param x  n x inner
 * @param y  inner x columns
 * @returns  n x columns
 */
export function product(x: Float64Array, n: number, inner: number, y: Float64Array, columns: number): Float64Array {
  const out = new Float64Array(n * columns)
  dotProducts(x, transposed(y, inner, columns), inner, [0, n], [0, columns], out)
  return out
}

function transposed(x: Float64Array, n: number, d: number): Float64Array {
  const turned = new Float64Array(n * d)
  for (let row = 0; row < n; row++) for (let k = 0; k < d; k++) turned[k * n + row] = x[row * d + k]!
  return turned
}

/**
 * A column whose square shrinks to this share of itself once the columns before it are taken out is rounding noise of theirs:
 * sums of a few hundred products are good to some 1e-14.
 */
const dependent = 1e-11

/**
 * Makes the columns orthonormal, in place, by the Cholesky factor of XᵀX. Columns that depend on those before them become zero.
 * One call is good to the square of the matrix's condition; a second one on its result gives full accuracy.
 *
 * @param x  n x d, n at least d
 * @see Yamamoto et al. 2015, Roundoff error analysis of the CholeskyQR2 algorithm
 */
export function orthonormalise(x: Float64Array, n: number, d: number): void {
  const factor = gram(x, n, d)
  const before = Float64Array.from({ length: d }, (_, i) => factor[i * d + i]!)
  const inverse = new Float64Array(d)
  // Above the diagonal row i becomes row i of R; the rows below it hold what remains to be factored.
  for (let i = 0; i < d; i++) {
    const at = i * d
    const pivot = factor[at + i]!
    if (!(pivot > dependent * before[i]!)) continue
    inverse[i] = 1 / Math.sqrt(pivot)
    for (let j = i; j < d; j++) factor[at + j]! *= inverse[i]!
    for (let k = i + 1; k < d; k++) {
      const scale = factor[at + k]!
      for (let j = k; j < d; j++) factor[k * d + j]! -= scale * factor[at + j]!
    }
  }
  solveRows(x, n, d, factor, inverse)
}

/** Each row x becomes x R⁻¹. */
function solveRows(x: Float64Array, n: number, d: number, factor: Float64Array, inverse: Float64Array): void {
  let row = 0
  for (; row + 3 < n; row += 4) {
    const r0 = row * d
    const r1 = r0 + d
    const r2 = r1 + d
    const r3 = r2 + d
    for (let i = 0; i < d; i++) {
      const scale = inverse[i]!
      const q0 = (x[r0 + i]! *= scale)
      const q1 = (x[r1 + i]! *= scale)
      const q2 = (x[r2 + i]! *= scale)
      const q3 = (x[r3 + i]! *= scale)
      if (scale === 0) continue
      const at = i * d
      for (let j = i + 1; j < d; j++) {
        const r = factor[at + j]!
        x[r0 + j]! -= q0 * r
        x[r1 + j]! -= q1 * r
        x[r2 + j]! -= q2 * r
        x[r3 + j]! -= q3 * r
      }
    }
  }
  for (; row < n; row++) {
    const from = row * d
    for (let i = 0; i < d; i++) {
      const scale = inverse[i]!
      const q = (x[from + i]! *= scale)
      if (scale === 0) continue
      for (let j = i + 1; j < d; j++) x[from + j]! -= q * factor[i * d + j]!
    }
  }
}

/** Some rows of a row-major matrix, in the given order. */
export function pickRows(matrix: Float64Array, d: number, rows: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(rows.length * d)
  for (let i = 0; i < rows.length; i++) picked.set(matrix.subarray(rows[i]! * d, (rows[i]! + 1) * d), i * d)
  return picked
}
