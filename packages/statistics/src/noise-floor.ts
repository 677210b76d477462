import { mean, quantile, standardDeviation } from './distribution.ts'
import { multinomialDraws } from './multinomial.ts'
import type { Random } from './random.ts'

/** What a statistic comes to when there is nothing but sampling noise. */
export interface MultinomialNull {
  readonly mean: number
  readonly sd: number
  readonly median: number
  readonly q95: number
  readonly q99: number
  /** p of a value this large or larger: exact, or Monte-Carlo as (r + 1) / (draws + 1), never 0. */
  readonly atLeast: (observed: number) => number
}

/**
 * The noise floor: the statistic of n documents drawn from the reference itself. A divergence below it says nothing about the corpus.
 *
 * @param shares     the reference; sums to 1
 * @param n          documents, a whole number
 * @param statistic  of the drawn shares, such as `(drawn) => totalVariation(drawn, shares)`; the array is used again for the next draw
 * @returns          null when n is 0
 * @see Davison & Hinkley 1997, section 4.2, for the p-value; quantiles as R type 7
 */
export function multinomialNull(
  shares: ArrayLike<number>,
  n: number,
  statistic: (sampleShares: Float64Array) => number,
  options: { readonly random: Random; readonly draws?: number },
): MultinomialNull | null {
  return multinomialNulls(shares, n, [statistic], options)?.[0] ?? null
}

/** The same for several statistics of the same draws, one result a statistic. */
export function multinomialNulls(
  shares: ArrayLike<number>,
  n: number,
  statistics: readonly ((sampleShares: Float64Array) => number)[],
  { random, draws = 2000 }: { readonly random: Random; readonly draws?: number },
): readonly MultinomialNull[] | null {
  if (!Number.isSafeInteger(draws) || draws < 1) throw new RangeError(`multinomialNull: draws must be 1 or more, but got ${draws}`)
  checkShares(shares, n)
  if (n === 0) return null

  const draw = multinomialDraws(shares, n, random)
  const sample = new Float64Array(shares.length)
  const all = statistics.map(() => new Float64Array(draws))
  for (let i = 0; i < draws; i++) {
    draw(sample)
    for (let j = 0; j < sample.length; j++) sample[j] = sample[j]! / n
    for (let j = 0; j < all.length; j++) all[j]![i] = statistics[j]!(sample)
  }
  return all.map((values) => summary(values.sort()))
}

const summary = (sorted: Float64Array): MultinomialNull => ({
  mean: mean(sorted)!,
  sd: standardDeviation(sorted) ?? 0,
  median: quantile(sorted, 0.5),
  q95: quantile(sorted, 0.95),
  q99: quantile(sorted, 0.99),
  atLeast(observed) {
    // Equal outcomes reach the same value by different roundings, and count as equal.
    const bar = observed - 1e-12 * Math.max(1, Math.abs(observed))
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sorted[middle]! < bar) low = middle + 1
      else high = middle
    }
    return (sorted.length - low + 1) / (sorted.length + 1)
  },
})

/** Throws a RangeError for shares that are none, or an n that is no count. */
export function checkShares(shares: ArrayLike<number>, n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`multinomialNull: n must be a whole number, 0 or more, but got ${n}`)
  let total = 0
  for (let i = 0; i < shares.length; i++) {
    if (!(shares[i]! >= 0)) throw new RangeError(`multinomialNull: share ${i} must be 0 or more, but got ${shares[i]}`)
    total += shares[i]!
  }
  if (!(Math.abs(total - 1) <= 1e-6)) throw new RangeError(`multinomialNull: shares must sum to 1, but sum to ${total}`)
}
