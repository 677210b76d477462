import { mean, standardDeviation } from '@corpuscope/statistics'

/**
 * z-scores of relative frequencies over documents: (frequency - mean) / sample standard deviation, a column a word.
 *
 * @param frequencies  a row a document
 * @returns            the same shape; a word that is equally frequent everywhere is 0
 * @see Burrows 2002, Literary and Linguistic Computing 17(3):267-287
 */
export function standardised(frequencies: readonly ArrayLike<number>[]): Float64Array[] {
  const columns = frequencies[0]?.length ?? 0
  const scores = frequencies.map(() => new Float64Array(columns))
  for (let j = 0; j < columns; j++) {
    const column = Float64Array.from(frequencies, (row) => row[j]!)
    const centre = mean(column)!
    const sd = standardDeviation(column)
    if (sd === null || sd === 0) continue
    for (let i = 0; i < column.length; i++) scores[i]![j] = (column[i]! - centre) / sd
  }
  return scores
}

/** Burrows's Delta: mean absolute difference of z-scores. */
export function burrowsDelta(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += Math.abs(a[j]! - b[j]!)
  return sum / a.length
}

/** Quadratic Delta: Euclidean distance of z-scores (Argamon 2008). */
export function quadraticDelta(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j]! - b[j]!) ** 2
  return Math.sqrt(sum)
}

/** Cosine Delta: 1 - cosine of z-scores, 0 to 2; null when one has none (Smith & Aldridge 2011; Evert et al. 2017). */
export function cosineDelta(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  let product = 0
  let first = 0
  let second = 0
  for (let j = 0; j < a.length; j++) {
    product += a[j]! * b[j]!
    first += a[j]! * a[j]!
    second += b[j]! * b[j]!
  }
  return first === 0 || second === 0 ? null : 1 - product / Math.sqrt(first * second)
}

/**
 * Eder's Delta: Burrows's Delta in which frequent words weigh more, (n - i + 1) / n at rank i; a mean over words, as Burrows's is.
 *
 * @param a  z-scores in the order of the words' ranks
 * @see Eder 2011, as in the R package stylo, which gives n times this
 */
export function ederDelta(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length
  let sum = 0
  for (let j = 0; j < n; j++) sum += (Math.abs(a[j]! - b[j]!) * (n - j)) / n
  return sum / n
}

/** Eder's simple distance: sum of absolute differences of square roots of relative frequencies. */
export function ederSimple(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += Math.abs(Math.sqrt(a[j]!) - Math.sqrt(b[j]!))
  return sum
}
