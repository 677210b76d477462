/** How many documents of each category to keep, and how many that is. */
export interface AlignedSubset {
  /** Whole numbers, in the order of the counts. */
  readonly keep: readonly number[]
  readonly total: number
}

/**
 * The largest part of a corpus in which every category's share lies within a tolerance of its reference share; nothing is added.
 *
 * The size N is the greatest for which numbers x_i from N (q_i - t) to the lesser of n_i and N (q_i + t) can sum to N; of these, the ones nearest to the
 * reference are taken and rounded by largest remainders (which may miss the tolerance by one document).
 *
 * @param counts     documents a category
 * @param reference  shares, sum 1
 * @param tolerance  0 for the exact shares, to rounding
 * @returns          total 0 where a category that the tolerance cannot do without has no document
 */
export function alignedSubset(counts: ArrayLike<number>, reference: ArrayLike<number>, tolerance: number): AlignedSubset {
  let n = 0
  for (let i = 0; i < counts.length; i++) n += counts[i]!
  const most = (i: number, size: number): number => Math.min(counts[i]!, size * (reference[i]! + tolerance))
  const fits = (size: number): boolean => {
    let room = 0
    for (let i = 0; i < counts.length; i++) {
      if (size * (reference[i]! - tolerance) > counts[i]! * (1 + 1e-12)) return false
      room += most(i, size)
    }
    return room >= size * (1 - 1e-12)
  }
  let [low, high] = [0, n]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  const keep = share(counts, reference, tolerance, low)
  return { keep, total: keep.reduce((sum, count) => sum + count, 0) }
}

/** Whole numbers that sum to size, nearest to size x reference between the bounds of each, and no more than there are. */
function share(counts: ArrayLike<number>, reference: ArrayLike<number>, tolerance: number, size: number): number[] {
  const at = (i: number, scale: number): number =>
    Math.max(
      0,
      size * (reference[i]! - tolerance),
      Math.min(counts[i]!, size * (reference[i]! + tolerance), scale * size * Math.max(reference[i]!, 1e-12)),
    )
  const total = (scale: number): number => {
    let sum = 0
    for (let i = 0; i < counts.length; i++) sum += at(i, scale)
    return sum
  }
  let [low, high] = [0, 1]
  for (let grow = 0; grow < 60 && total(high) < size * (1 - 1e-12); grow++) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (total(middle) < size) low = middle
    else high = middle
  }
  const wanted = Array.from(counts, (_, i) => at(i, high))
  const keep = wanted.map((value) => Math.floor(value + 1e-9))
  let left = size - keep.reduce((sum, count) => sum + count, 0)
  const order = wanted.map((value, i) => ({ i, rest: value - keep[i]! })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order) {
    if (left <= 0) break
    if (keep[i]! >= counts[i]!) continue
    keep[i]!++
    left--
  }
  return keep
}
