import type { Estimate, PolicyRule } from '@corpuscope/core'
import { contrast } from './contrast.ts'
import { shortened } from './wording.ts'

type Within = NonNullable<PolicyRule['within']>

/** A difference that sampling alone gives more often than this is noise: at 0.05, ten such rules would fail four honest corpora in ten. */
const chance = 0.001

export interface WithinJudgement {
  readonly outcome: 'error' | 'failed' | 'passed'
  readonly reason?: string
  readonly expected: string
}

/** Whether an estimate lies in its band around the reference or the baseline. */
export function judgeWithin(within: Within, estimate: Estimate, unit: string, baseline: Estimate | undefined): WithinJudgement {
  const target = within.of === 'reference' ? estimate.reference : (baseline?.value ?? undefined)
  const expected = withinText(within, target)
  if (target === undefined)
    return { outcome: 'error', expected, reason: within.of === 'reference' ? 'the estimate has no reference' : 'the baseline has no value' }
  const against: Estimate =
    within.of === 'baseline' ? baseline! : { ...estimate, value: target, interval: [target, target], floor: estimate.floor }
  const difference = contrast(against, estimate, { id: estimate.measure, unit })
  if (typeof difference === 'string') return { outcome: 'error', expected, reason: difference }
  const allowed = Math.max(within.absolute ?? 0, (within.relative ?? 0) * Math.abs(target))
  const distance = Math.abs(estimate.value! - target)
  const { interval, p } = difference
  if (within.on === 'interval') {
    if (!interval) return { outcome: 'error', expected, reason: 'the rule is on the interval, and there is none' }
    return { outcome: Math.max(Math.abs(interval[0]), Math.abs(interval[1])) <= allowed ? 'passed' : 'failed', expected }
  }
  const isNoise = within.on === 'noise' && p !== null && p >= chance
  return { outcome: distance <= allowed || isNoise ? 'passed' : 'failed', expected }
}

/** "within 10 % of the baseline, 205.7, or by chance". */
export function withinText({ of, absolute, relative, on }: Within, target?: number): string {
  const bands = [
    ...(relative === undefined ? [] : [`${shortened(relative * 100, [])} %`]),
    ...(absolute === undefined ? [] : [String(absolute)]),
  ]
  const band = bands.length === 0 ? 'the same as' : `within ${bands.join(' or ')} of`
  const end = on === 'noise' ? ', or apart by chance' : on === 'interval' ? ', over the whole interval' : ''
  return `${band} the ${of}${target === undefined ? '' : `, ${shortened(target, [])}`}${end}`
}
