import { type Measure, notApplicable } from '@corpuscope/core'
import { ratioInterval, seededRandom, sumOf } from '@corpuscope/statistics'

/**
 * The estimate of a ratio of sums, such as annotations with a code to annotations, with its interval over documents.
 *
 * @param parts   of each document that takes part
 * @param wholes  of the same documents
 * @param none    why there is nothing to measure when the wholes sum to 0
 * @param left    documents that take no part
 */
export function ratioEstimate(
  { id }: Measure,
  parts: readonly number[],
  wholes: readonly number[],
  { none, left, seed }: { readonly none: string; readonly left: number; readonly seed: number },
) {
  const whole = sumOf(wholes)
  if (whole === 0) return notApplicable(id, none, left)
  const { interval, method } = ratioInterval(parts, wholes, { random: seededRandom(`${seed} ${id}`) })
  return {
    measure: id,
    value: sumOf(parts) / whole,
    interval,
    ...(interval && { intervalMethod: `${method} over documents` }),
    n: wholes.length,
    left,
    status: 'measured' as const,
  }
}
