import type { Interval } from './interval.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { wilson } from './proportion.ts'

export interface EquivalenceResult {
  /** The larger of two one-sided p-values: the share lies within the margin when it is at most alpha. */
  readonly p: number
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
  const p = Math.max(chance(reference - margin, 1), chance(reference + margin, -1))
  const spread = z * error(share)
  const interval: Interval = method === 'wald' ? [share - spread, share + spread] : score
  return { p, interval, equivalent: p <= alpha }
}
