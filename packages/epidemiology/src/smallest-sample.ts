import { multinomialNull } from '@corpuscope/statistics'
import type { Distance } from './distance-interval.ts'

const largest = 1e9
const rounds = 4

/**
 * About how many documents are needed before a distance of this size is more than chance gives in one case of 20.
 *
 * Chance shrinks with the root of n, on the scale where noise adds to the distance (`scale`), so a few steps from any n arrive; the last figures are
 * Monte-Carlo noise.
 *
 * @param start  documents and what chance reaches in one case of 20 with them
 * @returns      documents, 1 or more; null when the distance is 0 or needs more than 10^9
 */
export function smallestSample(
  reference: Float64Array,
  value: number,
  { of, scale }: Distance,
  start: { readonly n: number; readonly q95: number },
  { random, draws = 400 }: { readonly random: () => number; readonly draws?: number },
): number | null {
  if (!(value > 1e-12)) return null
  const power = scale === 'plain' ? 1 : 2
  let { n, q95 } = start
  for (let round = 0; round < rounds; round++) {
    const next = Math.max(1, Math.round(n * (q95 / value) ** power))
    if (!(next < largest)) return null
    if (Math.abs(next - n) <= 0.01 * n) return next
    n = next
    q95 = multinomialNull(reference, n, of, { random, draws })!.q95
  }
  return n
}
