import type { Estimate, Measure } from '@corpuscope/core'
import { normalCdf } from '@corpuscope/statistics'
import { comparable } from './comparable.ts'

/** A measure in two audits. */
export interface Contrast {
  readonly measure: string
  readonly before: number
  readonly after: number
  /** After less before; where both have a noise floor, of what lies above it, so that corpora of different size compare. */
  readonly difference: number
  /** 95 % interval of the difference; null when an estimate has none. */
  readonly interval: readonly [number, number] | null
  /** Two-sided; null without intervals. */
  readonly p: number | null
  readonly effect?: { readonly name: "Cohen's d" | "Cohen's h"; readonly value: number }
}

/** Halves of the 95 % intervals are this many standard errors. */
const z95 = 1.959963984540054

/**
 * The difference of two estimates of one measure, with the interval that their intervals give (MOVER). The two corpora are taken as
 * independent: for two versions of one corpus, which share documents, that is cautious.
 *
 * @returns  a sentence instead, when there is nothing to contrast: no value, another instrument, or a count that grows with the corpus
 * @see Zou & Donner 2008, Construction of confidence intervals about effect measures, Statistics in Medicine 27:1693
 */
export function contrast(before: Estimate, after: Estimate, measure: Pick<Measure, 'id' | 'unit'>): Contrast | string {
  const different = comparable(before, after)
  if (different !== undefined) return different
  for (const [when, each] of [
    ['before', before],
    ['after', after],
  ] as const)
    if (each.value === null) return `${measure.id} was not measured ${when}: ${each.reason ?? each.status}`
  if (measure.unit === 'documents' && before.n !== after.n)
    return `${measure.id} grows with the number of documents (${before.n} and ${after.n}): it is compared at one size only`
  const floors = before.floor !== undefined && after.floor !== undefined ? after.floor - before.floor : 0
  const [a, b] = [before.value!, after.value!]
  const difference = b - a - floors
  const halves = halvesOf(before, after)
  const effect = effectOf(before, after, measure.unit)
  return {
    measure: measure.id,
    before: a,
    after: b,
    difference,
    interval: halves && [difference - halves.below, difference + halves.above],
    p: halves && 2 * normalCdf(-Math.abs(standardised(difference, halves))),
    ...(effect && { effect }),
  }
}

/**
 * One-sided p-value that a difference goes this way by chance.
 *
 * @param sign  1: that it is above zero; -1: below
 */
export function oneSided({ difference, interval }: Contrast, sign: 1 | -1): number | null {
  if (interval === null) return null
  const z = standardised(difference, { below: difference - interval[0], above: interval[1] - difference })
  return normalCdf(-z * sign)
}

function halvesOf({ value: a, interval: ia }: Estimate, { value: b, interval: ib }: Estimate): { below: number; above: number } | null {
  if (ia === null || ib === null) return null
  const reach = (from: number | null, to: number): number => Math.max(0, to - from!)
  return {
    below: Math.hypot(reach(ib[0], b!), reach(a, ia[1])),
    above: Math.hypot(reach(b, ib[1]), reach(ia[0], a!)),
  }
}

// The side that faces zero decides; a side without width leaves no doubt.
function standardised(difference: number, { below, above }: { readonly below: number; readonly above: number }): number {
  if (difference === 0) return 0
  const half = difference > 0 ? below : above
  return half === 0 ? Math.sign(difference) * 40 : Math.max(-40, Math.min(40, (difference * z95) / half))
}

function effectOf(before: Estimate, after: Estimate, unit: string): Contrast['effect'] {
  const [a, b] = [before.value!, after.value!]
  if (unit === 'share' && isProportion(before) && isProportion(after))
    return { name: "Cohen's h", value: 2 * Math.asin(Math.sqrt(b)) - 2 * Math.asin(Math.sqrt(a)) }
  const [s, t] = [before.spread?.sd, after.spread?.sd]
  if (s === undefined || t === undefined || before.n + after.n < 3) return undefined
  const pooled = Math.sqrt(((before.n - 1) * s * s + (after.n - 1) * t * t) / (before.n + after.n - 2))
  return pooled > 0 ? { name: "Cohen's d", value: (b - a) / pooled } : undefined
}

/** Whether the value counts documents (each 0 or 1) and is no mean of shares within documents, whose spread is smaller. */
function isProportion({ value, spread, n }: Estimate): boolean {
  if (value === null || value < 0 || value > 1) return false
  return spread === undefined || Math.abs((spread.sd ** 2 * (n - 1)) / n - value * (1 - value)) < 1e-9
}
