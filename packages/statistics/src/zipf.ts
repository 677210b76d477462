import { criticalValue, type Interval } from './interval.ts'

/**
 * Zipf exponent of counts by rank, p(r) proportional to r^-s over the ranks seen, by maximum likelihood; 0 is flat, 1 Zipf's own.
 *
 * @param counts  how often each kind was seen; zeros do not count
 * @returns       exponent of 0 or more, cut at 10, with a normal interval from Fisher's information; null for fewer than two kinds
 * @see Zipf 1949; Clauset, Shalizi & Newman 2009 for the likelihood in place of a line through logarithms
 */
export function zipfExponent(counts: ArrayLike<number>, level = 0.95): { readonly exponent: number; readonly interval: Interval } | null {
  const sorted = Array.from(counts)
    .filter((count) => count > 0)
    .sort((a, b) => b - a)
  if (sorted.length < 2) return null
  const logs = sorted.map((_, i) => Math.log(i + 1))
  const n = sorted.reduce((sum, count) => sum + count, 0)
  const observed = sorted.reduce((sum, count, i) => sum + count * logs[i]!, 0) / n
  const moments = (s: number): readonly [mean: number, variance: number] => {
    let [sum, first, second] = [0, 0, 0]
    for (const log of logs) {
      const weight = Math.exp(-s * log)
      sum += weight
      first += weight * log
      second += weight * log * log
    }
    return [first / sum, second / sum - (first / sum) ** 2]
  }
  let low = 0
  let high = 10
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (moments(middle)[0] > observed) low = middle
    else high = middle
  }
  const exponent = (low + high) / 2
  const spread = criticalValue(level) / Math.sqrt(n * Math.max(1e-12, moments(exponent)[1]))
  return { exponent, interval: [Math.max(0, exponent - spread), exponent + spread] }
}
