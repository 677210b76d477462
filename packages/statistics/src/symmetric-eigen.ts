/** Eigenvalues, greatest first, and unit eigenvectors: column j of the n x n row-major `vectors` belongs to value j. */
export interface SymmetricEigen {
  readonly values: Float64Array
  /** Empty unless asked for. */
  readonly vectors: Float64Array
}

/** Tridiagonal form of a symmetric matrix, with the reflections that led there left in the rows of `a` and their norms in `norms`. */
interface Tridiagonal {
  readonly diagonal: Float64Array
  /** off[i] couples i - 1 and i. */
  readonly off: Float64Array
  readonly norms: Float64Array
}

/** Householder reduction from the last row up, touching the lower triangle only, along rows. */
function tridiagonalise(a: Float64Array, n: number): Tridiagonal {
  const off = new Float64Array(n)
  const norms = new Float64Array(n)
  const product = new Float64Array(n)
  for (let i = n - 1; i > 0; i--) {
    const row = i * n
    let scale = 0
    for (let k = 0; k < i; k++) scale = Math.max(scale, Math.abs(a[row + k]!))
    // The last pair is tridiagonal already, and so is a row of zeros.
    if (i === 1 || scale === 0) {
      off[i] = a[row + i - 1]!
      continue
    }
    let h = 0
    for (let k = 0; k < i; k++) {
      const scaled = a[row + k]! / scale
      a[row + k] = scaled
      h += scaled * scaled
    }
    const f = a[row + i - 1]!
    const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h)
    off[i] = scale * g
    h -= f * g
    a[row + i - 1] = f - g
    norms[i] = h

    // product = A u for the leading block, from its lower triangle.
    for (let j = 0; j < i; j++) {
      const start = j * n
      const u = a[row + j]!
      let sum = a[start + j]! * u
      for (let k = 0; k < j; k++) {
        sum += a[start + k]! * a[row + k]!
        product[k] = product[k]! + a[start + k]! * u
      }
      product[j] = sum
    }
    let along = 0
    for (let j = 0; j < i; j++) {
      const p = product[j]! / h
      product[j] = p
      along += p * a[row + j]!
    }
    along /= 2 * h
    for (let j = 0; j < i; j++) product[j] = product[j]! - along * a[row + j]!
    for (let j = 0; j < i; j++) {
      const start = j * n
      const u = a[row + j]!
      const q = product[j]!
      for (let k = 0; k <= j; k++) a[start + k] = a[start + k]! - u * product[k]! - q * a[row + k]!
    }
  }
  return { diagonal: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), off, norms }
}

/** The orthogonal matrix of the reduction, transposed: row i is what becomes eigenvector i. */
function reflections(a: Float64Array, norms: Float64Array, n: number): Float64Array {
  const q = new Float64Array(n * n)
  const sums = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const row = i * n
    const h = norms[i]!
    q[row + i] = 1
    if (h === 0) continue
    sums.fill(0, 0, i)
    for (let k = 0; k < i; k++) {
      const u = a[row + k]!
      for (let j = 0; j < i; j++) sums[j] = sums[j]! + u * q[k * n + j]!
    }
    for (let k = 0; k < i; k++) {
      const u = a[row + k]! / h
      for (let j = 0; j < i; j++) q[k * n + j] = q[k * n + j]! - u * sums[j]!
    }
  }
  return transposed(q, n)
}

function transposed(matrix: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[j * n + i] = matrix[i * n + j]!
  return out
}

/** Implicit QL with Wilkinson's shift; turns `d` into eigenvalues and, when given, the rows of `z` into eigenvectors. */
function implicitQl(d: Float64Array, off: Float64Array, z: Float64Array | null, n: number): void {
  const e = new Float64Array(n)
  let norm = 0
  for (let i = 0; i < n; i++) {
    e[i] = off[i + 1] ?? 0
    norm = Math.max(norm, Math.abs(d[i]!) + Math.abs(e[i]!))
  }
  // Measured against the whole matrix: below that, a coupling is rounding and chasing it would not end for matrices of low rank.
  const negligible = norm * Number.EPSILON
  for (let l = 0; l < n; l++) {
    for (let round = 0; ; round++) {
      let m = l
      while (m < n - 1 && Math.abs(e[m]!) > negligible) m++
      if (m === l) break
      if (round === 100) throw new RangeError('symmetricEigen: no convergence; is the matrix symmetric and of ordinary magnitude?')
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!)
      let r = Math.hypot(g, 1)
      g = d[m]! - d[l]! + e[l]! / (g + (g < 0 ? -r : r))
      let s = 1
      let c = 1
      let p = 0
      let i = m - 1
      for (; i >= l; i--) {
        const f = s * e[i]!
        const b = c * e[i]!
        r = Math.sqrt(f * f + g * g)
        e[i + 1] = r
        if (r === 0) {
          d[i + 1] = d[i + 1]! - p
          e[m] = 0
          break
        }
        s = f / r
        c = g / r
        g = d[i + 1]! - p
        r = (d[i]! - g) * s + 2 * c * b
        p = s * r
        d[i + 1] = g + p
        g = c * r - b
        if (z !== null) {
          const upper = i * n
          const lower = upper + n
          for (let k = 0; k < n; k++) {
            const below = z[lower + k]!
            const above = z[upper + k]!
            z[lower + k] = s * above + c * below
            z[upper + k] = c * above - s * below
          }
        }
      }
      if (r === 0 && i >= l) continue
      d[l] = d[l]! - p
      e[l] = g
      e[m] = 0
    }
  }
}

/** 1 or -1, so that the largest component becomes positive; near ties go to the first, or rounding would choose. */
function signOf(vector: Float64Array): number {
  let largest = 0
  for (const component of vector) largest = Math.max(largest, Math.abs(component))
  for (const component of vector) if (Math.abs(component) >= largest * (1 - 1e-9)) return component < 0 ? -1 : 1
  return 1
}

/**
 * All eigenvalues, and if asked the eigenvectors, of a symmetric matrix.
 *
 * @param matrix  n x n row-major; only the lower triangle is read, nothing is changed
 * @param options vectors: compute them too; default false
 * @returns       values in descending order, to about 1e-15 of the greatest magnitude; each vector has its largest component positive
 * @see Householder tridiagonalisation and implicit QL: Wilkinson & Reinsch 1971 (tred2, imtql2)
 * @example symmetricEigen(new Float64Array([2, 1, 1, 2]), 2).values // [3, 1]
 */
export function symmetricEigen(matrix: Float64Array, n: number, options: { readonly vectors?: boolean } = {}): SymmetricEigen {
  if (!Number.isSafeInteger(n) || n < 0 || matrix.length !== n * n) {
    throw new RangeError(`symmetricEigen: an n x n matrix with n = ${n} has ${n * n} entries, but got ${matrix.length}`)
  }
  for (let i = 0; i < matrix.length; i++) {
    if (!Number.isFinite(matrix[i]!)) throw new RangeError(`symmetricEigen: all entries must be finite, but got ${matrix[i]}`)
  }
  const a = matrix.slice()
  const { diagonal, off, norms } = tridiagonalise(a, n)
  const rows = options.vectors ? reflections(a, norms, n) : null
  implicitQl(diagonal, off, rows, n)
  if (rows === null) return { values: diagonal.sort().reverse(), vectors: new Float64Array(0) }

  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => diagonal[j]! - diagonal[i]!)
  const vectors = new Float64Array(n * n)
  order.forEach((from, to) => {
    const vector = rows.subarray(from * n, (from + 1) * n)
    const sign = signOf(vector)
    for (let k = 0; k < n; k++) vectors[k * n + to] = sign * vector[k]!
  })
  return { values: Float64Array.from(order, (i) => diagonal[i]!), vectors }
}
