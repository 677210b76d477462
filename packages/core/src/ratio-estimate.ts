import { type Interval, ratioInterval, seededRandom, sumOf, wilson } from '@corpuscope/statistics'
import type { Estimate, Measure } from './measure.ts'
import { notApplicable } from './not-applicable.ts'

interface Circumstances {
  /** Why there is nothing to measure when the wholes sum to 0. */
  readonly none: string
  /** Documents that take no part. */
  readonly left: number
  /** What those have in common: `no annotation`. */
  readonly leftOut?: string
  readonly seed: number
}

/**
 * The estimate of a ratio of sums, such as annotations with a code to annotations, with its interval over documents.
 *
 * @param parts   of each document that takes part
 * @param wholes  of the same documents
 */
export function ratioEstimate(
  measure: Pick<Measure, 'id' | 'range'>,
  parts: readonly number[],
  wholes: readonly number[],
  { none, left, leftOut, seed }: Circumstances,
): Estimate {
  const { id } = measure
  const whole = sumOf(wholes)
  if (whole === 0) return notApplicable(id, none, left)
  const value = sumOf(parts) / whole
  const { interval, method } = intervalOf(measure, value, parts, wholes, seed)
  const reasons = [
    ...(interval ? [] : ['no interval: the documents are too few or too much alike']),
    ...(left > 0 && leftOut !== undefined ? [`${left} left out: ${leftOut}`] : []),
  ]
  return {
    measure: id,
    value,
    interval,
    ...(interval && { intervalMethod: `${method} over documents` }),
    n: wholes.length,
    left,
    status: 'measured',
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  }
}

/** A share of none or all varies in no resample, though it is not known for sure: Wilson's interval then, as if each document said one thing. */
function intervalOf(
  { id, range }: Pick<Measure, 'id' | 'range'>,
  value: number,
  parts: readonly number[],
  wholes: readonly number[],
  seed: number,
): { readonly interval: Interval | null; readonly method: string } {
  const said = wholes.filter((each) => each > 0).length
  if (range[1] === 1 && (value === 0 || value === 1)) return { interval: wilson(value * said, said), method: 'Wilson' }
  return ratioInterval(parts, wholes, { random: seededRandom(`${seed} ${id}`) })
}
