import { wilson } from '@corpuscope/statistics'
import type { Estimate, Measure } from './measure.ts'
import { notApplicable } from './not-applicable.ts'

interface Circumstances {
  /** Things that take no part. */
  readonly left?: number
  /** What those have in common: `no words`. */
  readonly leftOut?: string
  /** What the reader has to know besides: `by "written_on"`. */
  readonly reason?: string
  /** Why there is nothing to measure when n is 0, where `leftOut` does not say it. */
  readonly none?: string
}

/**
 * The estimate of a share of things drawn one by one, such as documents with a property, with Wilson's interval.
 *
 * @param having  things with the property, 0 to n
 * @param n       things that could have it; with none of them the measure is not applicable
 */
export function shareEstimate({ id }: Pick<Measure, 'id'>, having: number, n: number, about: Circumstances = {}): Estimate {
  const { left = 0, leftOut = '', none } = about
  if (n === 0) return notApplicable(id, none ?? (left > 0 ? `every document was left out: ${leftOut}` : 'there is no document'), left)
  const reason = [about.reason, left > 0 && leftOut ? `${left} left out: ${leftOut}` : undefined].filter((each) => each !== undefined)
  return {
    measure: id,
    value: having / n,
    interval: wilson(having, n)!,
    intervalMethod: 'Wilson',
    n,
    left,
    status: 'measured',
    ...(reason.length > 0 && { reason: reason.join('; ') }),
  }
}
