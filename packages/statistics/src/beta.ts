import { poissonDeviance, stirlingError } from './gamma.ts'
import { monotoneRoot } from './monotone-root.ts'

/** x^a (1-x)^b gamma(a+b+1) / (gamma(a+1) gamma(b+1)): a binomial probability, for fractional counts too (Loader 2000). */
function binomialTerm(x: number, a: number, b: number): number {
  const n = a + b
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - poissonDeviance(a, n * x) - poissonDeviance(b, n * (1 - x))
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b))
}

/** Continued fraction of the incomplete beta function by the modified method of Lentz; quick for x below (a+1) / (a+b+2). */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    product *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    product *= c * d
    if (Math.abs(c * d - 1) < 2e-16) break
  }
  return product
}

/**
 * Regularised incomplete beta function: the chance that a Beta(a, b) variable is below x.
 *
 * @param x  0 to 1
 * @param a  above 0
 * @param b  above 0
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`regularisedBeta: x must be between 0 and 1, but got ${x}`)
  if (!(a > 0 && b > 0)) throw new RangeError(`regularisedBeta: a and b must be above 0, but got ${a} and ${b}`)
  if (x === 0 || x === 1) return x
  const n = a + b
  if (x < (a + 1) / (n + 2)) return Math.min(1, ((binomialTerm(x, a, b) * b) / n) * fraction(x, a, b))
  return Math.max(0, 1 - ((binomialTerm(x, a, b) * a) / n) * fraction(1 - x, b, a))
}

/** The x that a Beta(a, b) variable stays below with probability p. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`betaQuantile: p must be between 0 and 1, but got ${p}`)
  if (p === 0 || p === 1) return p
  const n = a + b
  const slope = (x: number): number => (binomialTerm(x, a, b) * a * b) / (n * x * (1 - x))
  return monotoneRoot((x) => regularisedBeta(x, a, b) - p, slope, a / n, 0, 1)
}
