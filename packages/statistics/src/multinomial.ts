import { stirlingError } from './gamma.ts'
import type { Random } from './random.ts'

const lnFactorial = (x: number): number => (x === 0 ? 0 : (x + 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingError(x))

/** Adds up probabilities from 0 successes on: quick while few are expected. */
function inversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p)
  for (;;) {
    let left = random()
    let term = Math.exp(n * Math.log1p(-p))
    for (let k = 0; k <= n; k++) {
      if (left < term) return k
      left -= term
      term *= (odds * (n - k)) / (k + 1)
    }
    // Rounding left a sliver beyond n.
  }
}

/** Transformed rejection, Hoermann 1993 (BTRS): time does not grow with n. For p up to 1/2 and n p of 10 or more. */
function transformedRejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const quick = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const logOdds = Math.log(p / (1 - p))
  const mode = Math.floor((n + 1) * p)
  const atMode = lnFactorial(mode) + lnFactorial(n - mode)
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const room = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / room + b) * u + c)
    if (room >= 0.07 && v <= quick) return k
    if (!(k >= 0 && k <= n)) continue
    const bound = (k - mode) * logOdds + atMode - lnFactorial(k) - lnFactorial(n - k)
    if (Math.log((v * alpha) / (a / (room * room) + b)) <= bound) return k
  }
}

/**
 * How many of n trials succeed, drawn at random.
 *
 * @param n  whole number, 0 or more
 * @param p  0 to 1
 */
export function binomialDraw(n: number, p: number, random: Random): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomialDraw(n, 1 - p, random)
  return n * p < 10 ? inversion(n, p, random) : transformedRejection(n, p, random)
}

/** Walker's alias method: one random number a document. */
function byDocument(shares: Float64Array, n: number, random: Random): (into: Float64Array) => void {
  const k = shares.length
  const keep = new Float64Array(k)
  const alias = new Uint32Array(k)
  const small: number[] = []
  const large: number[] = []
  shares.forEach((share, i) => {
    keep[i] = share * k
    if (keep[i]! < 1) small.push(i)
    else large.push(i)
  })
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!
    const rich = large[large.length - 1]!
    alias[poor] = rich
    keep[rich] = keep[rich]! - (1 - keep[poor]!)
    if (keep[rich]! < 1) small.push(large.pop()!)
  }
  for (const i of large) keep[i] = 1
  // What rounding left over may only be kept where there is something to keep.
  for (const i of small) keep[i] = shares[i]! > 0 ? 1 : 0
  return (into) => {
    into.fill(0)
    for (let drawn = 0; drawn < n; drawn++) {
      const position = random() * k
      const column = Math.floor(position)
      const category = position - column < keep[column]! ? column : alias[column]!
      into[category]!++
    }
  }
}

/** One binomial a category, each of what the categories before it left. */
function byCategory(shares: Float64Array, n: number, random: Random): (into: Float64Array) => void {
  const chances = new Float64Array(shares.length)
  let after = 0
  for (let i = shares.length - 1; i >= 0; i--) {
    after += shares[i]!
    chances[i] = after > 0 ? shares[i]! / after : 0
  }
  return (into) => {
    let left = n
    for (let i = 0; i < chances.length; i++) {
      const drawn = binomialDraw(left, chances[i]!, random)
      into[i] = drawn
      left -= drawn
    }
  }
}

/**
 * Draws n documents from a distribution, again and again.
 *
 * @param shares  sum to 1
 * @param n       whole number, 0 or more
 * @returns       a function that writes the count of each category, as long as shares, into its argument
 */
export function multinomialDraws(shares: ArrayLike<number>, n: number, random: Random): (into: Float64Array) => void {
  const copy = Float64Array.from(shares)
  // About where k binomials cost as much as n single draws.
  return n < 32 * copy.length ? byDocument(copy, n, random) : byCategory(copy, n, random)
}
