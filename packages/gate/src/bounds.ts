import type { Policy, PolicyRule } from '@corpuscope/core'

/** One comparison of a rule, as the policy file names it. */
export interface Bound {
  readonly key: 'min' | 'max' | 'equals'
  readonly value: number
  /** The value itself, or the end of its interval that is worse: the lower one for `min`, the upper one for `max`. */
  readonly on: 'value' | 'interval'
}

/** The comparisons of a rule, in the order min, max, equals; none when the rule bounds nothing. */
export function boundsOf({ min, max, equals }: Pick<PolicyRule, 'min' | 'max' | 'equals'>): readonly Bound[] {
  return [
    ...(min === undefined ? [] : [{ key: 'min' as const, ...spelledOut(min) }]),
    ...(max === undefined ? [] : [{ key: 'max' as const, ...spelledOut(max) }]),
    ...(equals === undefined ? [] : [{ key: 'equals' as const, value: equals, on: 'value' as const }]),
  ]
}

const spelledOut = (bound: NonNullable<PolicyRule['min']>) => (typeof bound === 'number' ? { value: bound, on: 'value' as const } : bound)

/** Rules on measures that are judged: those that are not switched off, in the policy's order. */
export const activeRules = (policy: Policy) =>
  Object.entries(policy.measures).flatMap(([id, rule]) =>
    rule.severity === 'off' ? [] : [{ id, measure: rule.measure ?? id, rule, severity: rule.severity }],
  )
