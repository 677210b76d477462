/** What would bring a corpus to a reference. */
export interface Additions {
  /** Documents to add a category, whole numbers, in the order of the counts. */
  readonly add: readonly number[]
  readonly total: number
}

/**
 * The fewest documents whose addition brings every category's share within a tolerance of its reference share; nothing is taken away.
 *
 * The size N of the enlarged corpus is the least for which shares x_i of max(n_i, N (q_i - t)) to N (q_i + t) can sum to N; of these, the ones nearest to
 * the reference are taken, then rounded by largest remainders (which may miss the tolerance by one document).
 *
 * @param counts     documents a category
 * @param reference  shares, sum 1
 * @param tolerance  0 for the exact shares, to rounding
 * @returns          null where no addition can do it: a category with documents and no room (share and tolerance 0), or more than 10^9 documents
 */
export function additions(counts: ArrayLike<number>, reference: ArrayLike<number>, tolerance: number): Additions | null {
  let n = 0
  for (let i = 0; i < counts.length; i++) n += counts[i]!
  const within = (size: number): boolean => {
    let least = 0
    for (let i = 0; i < counts.length; i++) {
      if (counts[i]! > size * (reference[i]! + tolerance) * (1 + 1e-12)) return false
      least += Math.max(counts[i]!, size * (reference[i]! - tolerance))
    }
    return least <= size * (1 + 1e-12)
  }
  const most = 1e9
  if (n === 0) return { add: Array.from(counts, () => 0), total: 0 }
  if (!within(most)) return null
  let low = n
  let high = most
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (within(middle)) high = middle
    else low = middle + 1
  }
  const add = nearest(counts, reference, tolerance, low)
  return { add, total: add.reduce((sum, count) => sum + count, 0) }
}

/** Counts nearest to size x reference between the bounds, less what is there. */
function nearest(counts: ArrayLike<number>, reference: ArrayLike<number>, tolerance: number, size: number): number[] {
  const bounded = (i: number, scale: number): number =>
    Math.max(
      counts[i]!,
      size * (reference[i]! - tolerance),
      Math.min(size * (reference[i]! + tolerance), scale * size * Math.max(reference[i]!, 1e-12)),
    )
  const total = (scale: number): number => {
    let sum = 0
    for (let i = 0; i < counts.length; i++) sum += bounded(i, scale)
    return sum
  }
  let low = 0
  let high = 1
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  for (let grow = 0; grow < 60 && total(high) < size; grow++) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (total(middle) < size) low = middle
    else high = middle
  }
  const wanted = Array.from(counts, (_, i) => bounded(i, high))
  const add = wanted.map((value, i) => Math.floor(value - counts[i]! + 1e-9))
  const target = size - sum(Array.from(counts))
  const remainders = wanted.map((value, i) => ({ i, left: value - counts[i]! - add[i]! })).sort((a, b) => b.left - a.left || a.i - b.i)
  for (let k = 0, left = target - sum(add); k < remainders.length && left > 0; k++, left--) add[remainders[k]!.i]!++
  return add
}
