/**
 * Jaccard similarity of two sets, |A and B| / |A or B|, exactly.
 *
 * @param a        sorted, distinct
 * @param b        sorted, distinct
 * @param atLeast  below this similarity the answer may be 0, reached early
 * @returns        0 to 1; 0 when either is empty: nothing is shared
 */
export function jaccard(a: ArrayLike<number>, b: ArrayLike<number>, atLeast = 0): number {
  const all = a.length + b.length
  if (a.length === 0 || b.length === 0) return 0
  // s = x / (all - x) rises with x, the shared ones: fewer than this cannot reach `atLeast`. One is let go for rounding.
  const needed = Math.floor((atLeast * all) / (1 + atLeast)) - 1
  let shared = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) {
      shared++
      i++
      j++
      continue
    }
    if (x < y) i++
    else j++
    if (shared + Math.min(a.length - i, b.length - j) < needed) return 0
  }
  return shared / (all - shared)
}
