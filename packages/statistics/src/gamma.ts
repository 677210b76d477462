import { monotoneRoot } from './monotone-root.ts'
import { normalQuantile } from './normal.ts'

/**
 * What Stirling's formula leaves out: ln x! - ((x + 1/2) ln x - x + ln(2 pi) / 2), for x above 0.
 *
 * @see Loader 2000, Fast and Accurate Computation of Binomial Probabilities
 */
export function stirlingError(x: number): number {
  if (x < 16) return stirlingError(x + 1) + (x + 0.5) * Math.log1p(1 / x) - 1
  const y = 1 / (x * x)
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * y) * y) * y) * y) * y) / x
}

/** x ln(x / expected) + expected - x without cancellation where the two are close. */
export function poissonDeviance(x: number, expected: number): number {
  const difference = x - expected
  if (Math.abs(difference) >= 0.1 * (x + expected)) return x * Math.log(x / expected) - difference
  const v = difference / (x + expected)
  let sum = difference * v
  let term = 2 * x * v
  for (let j = 3; ; j += 2) {
    term *= v * v
    const next = sum + term / j
    if (next === sum) return next
    sum = next
  }
}

/** Natural logarithm of the gamma function, for x above 0. */
export const lnGamma = (x: number): number => (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingError(x)

/** x^a e^-x / gamma(a + 1): small errors even where its factors are astronomical. */
const poissonTerm = (a: number, x: number): number => Math.exp(-stirlingError(a) - poissonDeviance(a, x)) / Math.sqrt(2 * Math.PI * a)

function lowerSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = a + 1; term > sum * 1e-17; k++) {
    term *= x / k
    sum += term
  }
  return poissonTerm(a, x) * sum
}

/** Legendre's continued fraction by the modified method of Lentz. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let i = 1; i < 1_000_000; i++) {
    const numerator = -i * (i - a)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) < 2e-16) break
  }
  return poissonTerm(a, x) * a * fraction
}

/** Regularised incomplete gamma functions [P(a, x), Q(a, x)], P + Q = 1: the smaller one is computed, so that tails keep their digits. */
export function regularisedGamma(a: number, x: number): [lower: number, upper: number] {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`regularisedGamma: needs a above 0 and x of 0 or more, but got ${a} and ${x}`)
  if (x === 0) return [0, 1]
  if (x === Infinity) return [1, 0]
  if (x < a + 1) {
    const lower = Math.min(1, lowerSeries(a, x))
    return [lower, 1 - lower]
  }
  const upper = Math.min(1, upperFraction(a, x))
  return [1 - upper, upper]
}

/** Chance that a chi-square variable with df degrees of freedom is x or more; 1 at df 0, as nothing can vary. */
export function chiSquareSurvival(x: number, df: number): number {
  if (df === 0) return 1
  return regularisedGamma(df / 2, x / 2)[1]
}

/**
 * The x that a chi-square variable with df degrees of freedom stays below with probability p.
 *
 * @param p   0 to 1; 1 gives Infinity
 * @param df  above 0
 */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`chiSquareQuantile: p must be between 0 and 1, but got ${p}`)
  if (!(df > 0)) throw new RangeError(`chiSquareQuantile: df must be above 0, but got ${df}`)
  if (p === 0) return 0
  if (p === 1) return Infinity
  const a = df / 2
  // Wilson & Hilferty 1931, and the first term of the series where that fails.
  const cubed = a * (1 - 1 / (9 * a) + normalQuantile(p) / Math.sqrt(9 * a)) ** 3
  const start = cubed > 1e-3 * a ? cubed : Math.exp((Math.log(p) + lnGamma(a + 1)) / a)
  const excess = (x: number): number => {
    const [lower, upper] = regularisedGamma(a, x)
    return p < 0.5 ? lower - p : 1 - p - upper
  }
  return 2 * monotoneRoot(excess, (x) => (poissonTerm(a, x) * a) / x, start, 0, Infinity)
}
