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
