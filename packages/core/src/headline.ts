import type { Audit, Category } from './audit.ts'
import type { Estimate, Measure } from './measure.ts'
import { isWhole } from './whole.ts'

export interface Headline {
  readonly category: Category
  /** Absent when nothing of the category was measured. */
  readonly estimate?: Estimate
  readonly measure?: Measure
  /** Why there is no number. */
  readonly reason?: string
}

/**
 * A category's most telling number: the headline measure farthest from its reference or noise floor in interval half-widths, else
 * the first one measured.
 */
export function headlines(audit: Pick<Audit, 'categories' | 'estimates' | 'measures'>): Headline[] {
  const measures = new Map(audit.measures.map((measure) => [measure.id, measure]))
  const whole = audit.estimates.filter(isWhole)
  return audit.categories.map((category) => {
    const candidates = category.headlines.flatMap((id) => whole.filter((estimate) => estimate.measure === id))
    const measured = candidates.filter((estimate) => estimate.value !== null)
    const estimate = measured.reduce<Estimate | undefined>(
      (best, next) => (best && distance(best) >= distance(next) ? best : next),
      undefined,
    )
    if (!estimate) return { category, reason: candidates[0]?.reason ?? 'nothing of it is part of this audit' }
    const measure = measures.get(estimate.measure)
    return { category, estimate, ...(measure && { measure }) }
  })
}

function distance({ value, interval, reference, floor }: Estimate): number {
  const against = reference ?? floor
  if (value === null || against === undefined || !interval) return 0
  const half = (interval[1] - interval[0]) / 2
  return half > 0 ? Math.abs(value - against) / half : 0
}

/** Estimates a short view shows of a category without a summary of its own. */
const mostShown = 6

/**
 * What a short view (a terminal, a dataset card) shows of a category: measured estimates of the whole corpus in the order of its
 * summary, or its headlines and the first of the others.
 */
export function summaryOf({ estimates }: Pick<Audit, 'estimates'>, { summary, headlines: named, measures }: Category): readonly Estimate[] {
  const measured = new Map(
    estimates
      .filter((estimate) => isWhole(estimate) && estimate.value !== null && measures.includes(estimate.measure))
      .map((estimate) => [estimate.measure, estimate]),
  )
  const inOrder = summary ?? [...named, ...measures.filter((id) => !named.includes(id))]
  const shown = inOrder.flatMap((id) => measured.get(id) ?? [])
  return summary ? shown : shown.slice(0, mostShown)
}
