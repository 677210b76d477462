import { exactSum, sumOf } from './exact-sum.ts'

/** What is said of numbers in one line. */
export interface Distribution {
  readonly n: number
  readonly mean: number
  /** Standard deviation with n - 1 below; null for a single value. */
  readonly sd: number | null
  /** sd / |mean|; null for a single value or a mean of 0. */
  readonly cv: number | null
  readonly min: number
  readonly max: number
  readonly quantiles: { readonly q05: number; readonly q25: number; readonly median: number; readonly q75: number; readonly q95: number }
}

/** Arithmetic mean, the same whatever the order; null when empty. */
export function mean(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null
  let least = Infinity
  let greatest = -Infinity
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]!)
    greatest = Math.max(greatest, values[i]!)
  }
  // Dividing rounds: without this, 0.1 three times would have a mean above its maximum.
  return Math.min(greatest, Math.max(least, sumOf(values) / values.length))
}

/** Standard deviation with n - 1 below, the same whatever the order; null for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const n = values.length
  const centre = mean(values)
  if (centre === null || n < 2) return null
  const squares = exactSum.create()
  for (let i = 0; i < n; i++) exactSum.add(squares, (values[i]! - centre) ** 2)
  return Math.sqrt(exactSum.value(squares) / (n - 1))
}

/**
 * Mean and coefficient of variation of a few whole numbers, without sorting: their sums are exact while they stay below 2^53.
 *
 * @returns cv null for a single number or a mean of 0; null when empty
 * @example meanAndCv([2, 4, 6]) // { mean: 4, cv: 0.5 }
 */
export function meanAndCv(counts: ArrayLike<number>): { readonly mean: number; readonly cv: number | null } | null {
  const n = counts.length
  if (n === 0) return null
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    sum += counts[i]!
    squares += counts[i]! * counts[i]!
  }
  const centre = sum / n
  if (n < 2 || centre === 0) return { mean: centre, cv: null }
  return { mean: centre, cv: Math.sqrt((n * squares - sum * sum) / (n * (n - 1))) / Math.abs(centre) }
}

/**
 * Quantile as R type 7 (the default of R and NumPy): linear between the order statistics around (n - 1) p.
 *
 * @param sorted  ascending, at least one value
 * @param p       0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('quantile: needs at least one value')
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p must be between 0 and 1, but got ${p}`)
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const low = sorted[below]!
  const share = position - below
  return share === 0 ? low : low + share * (sorted[below + 1]! - low)
}

/**
 * Mean, spread and quantiles (R type 7) of some numbers; null when there are none.
 *
 * @throws RangeError for NaN or an infinity
 * @example distribution([2, 4, 4, 5, 7, 9])?.quantiles.median // 4.5
 */
export function distribution(values: ArrayLike<number>): Distribution | null {
  const centre = mean(values)
  if (centre === null) return null
  const sorted = Float64Array.from(values).sort()
  const sd = standardDeviation(sorted)
  return {
    n: sorted.length,
    mean: centre,
    sd,
    cv: sd === null || centre === 0 ? null : sd / Math.abs(centre),
    min: sorted[0]!,
    max: sorted[sorted.length - 1]!,
    quantiles: {
      q05: quantile(sorted, 0.05),
      q25: quantile(sorted, 0.25),
      median: quantile(sorted, 0.5),
      q75: quantile(sorted, 0.75),
      q95: quantile(sorted, 0.95),
    },
  }
}

/** Central moment of this order, n below. */
const moment = (values: ArrayLike<number>, order: number): number => {
  const centre = mean(values)!
  return sumOf(Array.from(values, (value) => (value - centre) ** order)) / values.length
}

/** What is said of the shape of a distribution. */
export interface Shape {
  /** Standard deviation with n below, over the mean; null for a mean of 0. */
  readonly cv: number | null
  /** g1, m3 / m2^1.5: above 0 with a long tail of large values; null when all are equal, as is the kurtosis. */
  readonly skewness: number | null
  /** g2, m4 / m2^2 - 3: above 0 with heavier tails than the normal's. */
  readonly kurtosis: number | null
  /** Median of the distances from the median, as it is: times 1.4826 it estimates a normal's standard deviation. */
  readonly medianDeviation: number
  /** Gini coefficient, mean difference over twice the mean: 0 (all equal) to 1; null for values below 0 or a sum of 0. */
  readonly gini: number | null
}

/** Shape of some numbers by their population moments; null when there are none (Gini 1912; Fisher 1930). */
export function shapeOf(values: ArrayLike<number>): Shape | null {
  const centre = mean(values)
  if (centre === null) return null
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  const second = moment(sorted, 2)
  const middle = quantile(sorted, 0.5)
  return {
    cv: centre === 0 ? null : Math.sqrt(second) / Math.abs(centre),
    skewness: second > 0 ? moment(sorted, 3) / second ** 1.5 : null,
    kurtosis: second > 0 ? moment(sorted, 4) / second ** 2 - 3 : null,
    medianDeviation: quantile(sorted.map((value) => Math.abs(value - middle)).sort(), 0.5),
    gini: sorted[0]! >= 0 && centre > 0 ? sumOf(sorted.map((value, i) => (2 * i + 1 - n) * value)) / (n * n * centre) : null,
  }
}
