import { sumOf } from './exact-sum.ts'
import { chiSquareSurvival } from './gamma.ts'

/** A statistic that follows a chi-square distribution when only chance is at work. */
export interface ChiSquareResult {
  /** null where it is infinite: something was observed that cannot occur. */
  readonly statistic: number | null
  readonly df: number
  /** 0 to 1. */
  readonly p: number
}

function check(name: string, observed: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (observed.length !== expected.length) {
    throw new RangeError(`${name}: needs as many expected as observed counts, but got ${expected.length} and ${observed.length}`)
  }
  for (const counts of [observed, expected]) {
    for (let i = 0; i < counts.length; i++) {
      if (!(counts[i]! >= 0 && counts[i]! < Infinity)) throw new RangeError(`${name}: count ${i} must be 0 or more, but got ${counts[i]}`)
    }
  }
  const n = sumOf(observed)
  const total = sumOf(expected)
  if (Math.abs(n - total) > 1e-6 * Math.max(n, total)) {
    throw new RangeError(`${name}: expected counts must sum to the ${n} observed, but sum to ${total}; multiply shares by ${n}`)
  }
  return n
}

/** The terms of all cells that can occur, summed, with what is left of the degrees of freedom. */
function goodnessOfFit(observed: ArrayLike<number>, expected: ArrayLike<number>, term: (o: number, e: number) => number): ChiSquareResult {
  const terms: number[] = []
  let impossible = false
  for (let i = 0; i < observed.length; i++) {
    if (expected[i]! > 0) terms.push(term(observed[i]!, expected[i]!))
    else if (observed[i]! > 0) impossible = true
  }
  const df = Math.max(0, terms.length - 1)
  if (impossible) return { statistic: null, df, p: 0 }
  const statistic = Math.max(0, sumOf(terms))
  return { statistic, df, p: chiSquareSurvival(statistic, df) }
}

/**
 * Pearson's chi-square test of counts against expected counts. Cells that are neither expected nor observed do not count; expected counts under 5
 * make p a rough guide (`multinomialNull` is exact).
 *
 * @param expected  counts, not shares: they sum to what was observed
 * @see Pearson 1900
 */
export function chiSquareTest(observed: ArrayLike<number>, expected: ArrayLike<number>): ChiSquareResult {
  check('chiSquareTest', observed, expected)
  return goodnessOfFit(observed, expected, (o, e) => (o - e) ** 2 / e)
}

/** Likelihood ratio test, G = 2 sum o ln(o / e), with 0 ln 0 = 0 (Wilks 1938). Arguments as for `chiSquareTest`. */
export function gTest(observed: ArrayLike<number>, expected: ArrayLike<number>): ChiSquareResult {
  check('gTest', observed, expected)
  return goodnessOfFit(observed, expected, (o, e) => (o > 0 ? 2 * o * Math.log(o / e) : 0))
}

/** Cohen's w = sqrt(chi-square / n): 0.1 small, 0.3 medium, 0.5 large (Cohen 1988); null when nothing was observed or chi-square is infinite. */
export function cohenW(observed: ArrayLike<number>, expected: ArrayLike<number>): number | null {
  const n = check('cohenW', observed, expected)
  const { statistic } = chiSquareTest(observed, expected)
  return statistic === null || n === 0 ? null : Math.sqrt(statistic / n)
}

/**
 * Cressie & Read's power divergence, 2 / (l (l + 1)) sum o ((o / e)^l - 1); at their l of 2/3 it follows the chi-square distribution better than
 * Pearson's when expected counts are small. Arguments as for `chiSquareTest`.
 *
 * @param power  l, above 0
 * @see Cressie & Read 1984, Multinomial Goodness-of-Fit Tests
 */
export function cressieRead(observed: ArrayLike<number>, expected: ArrayLike<number>, power = 2 / 3): ChiSquareResult {
  check('cressieRead', observed, expected)
  if (!(power > 0)) throw new RangeError(`cressieRead: power must be above 0, but got ${power}`)
  const factor = 2 / (power * (power + 1))
  return goodnessOfFit(observed, expected, (o, e) => (o > 0 ? factor * o * ((o / e) ** power - 1) : 0))
}

/**
 * Fei: sqrt(chi-square / (n (1 / least expected share - 1))), 0 to 1 whatever the expected shares are; 1 when all lies in the rarest category.
 *
 * @returns null when nothing was observed, chi-square is infinite, or one category alone is expected
 * @see Ben-Shachar et al. 2023, Phi, Fei, Fo, Fum
 */
export function fei(observed: ArrayLike<number>, expected: ArrayLike<number>): number | null {
  const n = check('fei', observed, expected)
  const { statistic } = chiSquareTest(observed, expected)
  let least = Infinity
  for (let i = 0; i < expected.length; i++) if (expected[i]! > 0) least = Math.min(least, expected[i]!)
  const room = n * (n / least - 1)
  return statistic === null || n === 0 || !(room > 0) ? null : Math.min(1, Math.sqrt(statistic / room))
}

/** Cramér's V of one variable against expected shares: sqrt(chi-square / (n (k - 1))); null as `cohenW`, and for a single category. */
export function cramersVOfFit(observed: ArrayLike<number>, expected: ArrayLike<number>): number | null {
  const w = cohenW(observed, expected)
  const { df } = chiSquareTest(observed, expected)
  return w === null || df === 0 ? null : w / Math.sqrt(df)
}

/** Pearson residuals (o - e) / sqrt(e); null for a cell that is not expected at all. */
export function standardisedResiduals(observed: ArrayLike<number>, expected: ArrayLike<number>): (number | null)[] {
  check('standardisedResiduals', observed, expected)
  return Array.from(observed, (o, i) => (expected[i]! > 0 ? (o - expected[i]!) / Math.sqrt(expected[i]!) : null))
}

/**
 * Adjusted residuals (o - e) / sqrt(e (1 - e / n)): standard normal when only chance is at work (Haberman 1973); null for a cell that is not
 * expected at all, or alone expected.
 */
export function adjustedResiduals(observed: ArrayLike<number>, expected: ArrayLike<number>): (number | null)[] {
  const n = check('adjustedResiduals', observed, expected)
  return Array.from(observed, (o, i) => {
    const e = expected[i]!
    const variance = e * (1 - e / n)
    return variance > 0 ? (o - e) / Math.sqrt(variance) : null
  })
}
