/**
 * Benjamini-Hochberg adjusted p-values: rejecting all that are at most q keeps the expected share of false rejections at q.
 *
 * @param ps  p-values, 0 to 1
 * @returns   adjusted p-values in the same order; equal ones stay equal
 * @see Benjamini & Hochberg 1995
 */
export function benjaminiHochberg(ps: ArrayLike<number>): Float64Array {
  const n = ps.length
  const adjusted = new Float64Array(n)
  const descending = Array.from({ length: n }, (_, i) => i)
  for (const i of descending) {
    if (!(ps[i]! >= 0 && ps[i]! <= 1)) throw new RangeError(`benjaminiHochberg: p-value ${i} must be between 0 and 1, but got ${ps[i]}`)
  }
  descending.sort((a, b) => ps[b]! - ps[a]!)
  let least = 1
  descending.forEach((index, position) => {
    least = Math.min(least, (ps[index]! * n) / (n - position))
    adjusted[index] = least
  })
  return adjusted
}

/** Benjamini-Yekutieli adjusted p-values: as Benjamini-Hochberg, under any dependence, times the sum of 1 / i (Benjamini & Yekutieli 2001). */
export function benjaminiYekutieli(ps: ArrayLike<number>): Float64Array {
  let factor = 0
  for (let i = 1; i <= ps.length; i++) factor += 1 / i
  return benjaminiHochberg(ps).map((p) => Math.min(1, p * factor))
}

/**
 * Holm's step-down adjusted p-values: rejecting all that are at most alpha keeps the chance of any false rejection at alpha.
 *
 * @returns  adjusted p-values in the same order
 * @see Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((i, j) => ps[i]! - ps[j]!)
  const adjusted = new Array<number>(ps.length).fill(1)
  let least = 0
  order.forEach((i, rank) => {
    least = Math.max(least, Math.min(1, ps[i]! * (ps.length - rank)))
    adjusted[i] = least
  })
  return adjusted
}

/** Bonferroni's adjusted p-values: each times their number, cut at 1 (Dunn 1961). */
export const bonferroni = (ps: ArrayLike<number>): number[] => Array.from(ps, (p) => Math.min(1, p * ps.length))
