/**
 * Shares from counts with alpha added to each of them, so that none is 0: (count + alpha) / (n + alpha k). Jeffreys' 0.5 and Laplace's 1 are customary;
 * a Kullback-Leibler divergence depends on the choice more than on the data where categories are empty.
 *
 * @returns null when there is nothing to divide: no category, or no count and an alpha of 0
 * @see Lidstone 1920
 */
export function additiveSmoothing(counts: ArrayLike<number>, alpha: number): Float64Array | null {
  if (!(alpha >= 0 && alpha < Infinity)) throw new RangeError(`additiveSmoothing: alpha must be 0 or more, but got ${alpha}`)
  let total = alpha * counts.length
  for (let i = 0; i < counts.length; i++) {
    if (!(counts[i]! >= 0 && counts[i]! < Infinity))
      throw new RangeError(`additiveSmoothing: count ${i} must be 0 or more, but got ${counts[i]}`)
    total += counts[i]!
  }
  return total > 0 ? Float64Array.from(counts, (count) => (count + alpha) / total) : null
}

/** Shares mixed with another distribution: (1 - lambda) p + lambda q (Jelinek & Mercer 1980). */
export function interpolation(p: ArrayLike<number>, q: ArrayLike<number>, lambda: number): Float64Array {
  if (p.length !== q.length) throw new RangeError(`interpolation: both need the same categories, but have ${p.length} and ${q.length}`)
  if (!(lambda >= 0 && lambda <= 1)) throw new RangeError(`interpolation: lambda must be between 0 and 1, but got ${lambda}`)
  return Float64Array.from(p, (share, i) => (1 - lambda) * share + lambda * q[i]!)
}
