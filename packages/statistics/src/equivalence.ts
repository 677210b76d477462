import { regularisedBeta } from './beta.ts'
import { mean, standardDeviation } from './distribution.ts'
import type { Interval } from './interval.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { wilson } from './proportion.ts'

export interface EquivalenceResult {
  /** The larger of two one-sided p-values: the share lies within the margin when it is at most alpha. */
  readonly p: number
  /** One-sided p that the share lies above the lower bound, and that it lies below the upper one. */
  readonly lowerP: number
  readonly upperP: number
  /** Level 1 - 2 alpha: lies within reference +- margin exactly when equivalence is shown. */
  readonly interval: Interval
  readonly equivalent: boolean
}

export interface EquivalenceOptions {
  /** `score` takes the standard error at the bound and is defined at 0 and n; `wald` takes it at the observed share. Default score. */
  readonly method?: 'score' | 'wald'
  readonly alpha?: number
}

/**
 * Two one-sided tests that a share is within a margin of a reference: failing them says nothing about a difference.
 *
 * @param margin  above 0, on the scale of the share: 0.02 is 2 percentage points
 * @returns       null when n is 0
 * @see Schuirmann 1987; Wilson 1927 for the score form
 */
export function equivalenceTest(
  successes: number,
  n: number,
  reference: number,
  margin: number,
  { method = 'score', alpha = 0.05 }: EquivalenceOptions = {},
): EquivalenceResult | null {
  if (!(margin > 0)) throw new RangeError(`equivalenceTest: margin must be above 0, but got ${margin}`)
  if (!(reference >= 0 && reference <= 1)) throw new RangeError(`equivalenceTest: reference must be a share, but got ${reference}`)
  const score = wilson(successes, n, 1 - 2 * alpha)
  if (score === null) return null
  const share = successes / n
  const z = normalQuantile(1 - alpha)
  const error = (at: number): number => Math.sqrt((at * (1 - at)) / n)
  const chance = (bound: number, side: 1 | -1): number => {
    // No share lies beyond 0 or 1, so a bound there, or further out, is kept without a test.
    if (side === 1 ? bound < 0 : bound > 1) return 0
    const distance = side * (share - bound)
    const spread = error(method === 'wald' ? share : bound)
    return spread > 0 ? 1 - normalCdf(distance / spread) : distance > 0 ? 0 : 1
  }
  const [lowerP, upperP] = [chance(reference - margin, 1), chance(reference + margin, -1)]
  const p = Math.max(lowerP, upperP)
  const spread = z * error(share)
  const interval: Interval = method === 'wald' ? [share - spread, share + spread] : score
  return { p, lowerP, upperP, interval, equivalent: p <= alpha }
}

export interface MeanEquivalence {
  /** The larger of the two one-sided p-values. */
  readonly p: number
  readonly df: number
  readonly lower: { readonly t: number; readonly p: number }
  readonly upper: { readonly t: number; readonly p: number }
}

/**
 * Two one-sided t-tests that two means differ by no more than the bounds.
 *
 * @param bounds   of mean a - mean b, low and high
 * @param options  pooled: one variance for both (Student); otherwise each its own (Welch 1947). Default Welch
 * @returns        null for fewer than two values on a side, or where nothing varies
 * @see Schuirmann 1987
 */
export function meanEquivalence(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [low, high]: Interval,
  { pooled = false }: { readonly pooled?: boolean } = {},
): MeanEquivalence | null {
  const [n, m] = [a.length, b.length]
  const [u, v] = [standardDeviation(a), standardDeviation(b)]
  if (u === null || v === null) return null
  const [first, second] = [u ** 2 / n, v ** 2 / m]
  const together = ((n - 1) * u ** 2 + (m - 1) * v ** 2) / (n + m - 2)
  const error = Math.sqrt(pooled ? together * (1 / n + 1 / m) : first + second)
  if (!(error > 0)) return null
  const df = pooled ? n + m - 2 : (first + second) ** 2 / (first ** 2 / (n - 1) + second ** 2 / (m - 1))
  const difference = mean(a)! - mean(b)!
  const lower = { t: (difference - low) / error, p: studentSurvival((difference - low) / error, df) }
  const upper = { t: (difference - high) / error, p: studentSurvival((high - difference) / error, df) }
  return { p: Math.max(lower.p, upper.p), df, lower, upper }
}

/** Chance that Student's t is larger. */
export function studentSurvival(t: number, df: number): number {
  const tail = regularisedBeta(df / (df + t * t), df / 2, 0.5) / 2
  return t >= 0 ? tail : 1 - tail
}
