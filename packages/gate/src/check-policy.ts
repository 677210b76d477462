import { ConfigError, type Measure, type Policy, type PolicyRule, type Rule, severities, suggestion } from '@corpuscope/core'
import { type Bound, boundsOf } from './bounds.ts'

/**
 * Refuses a policy that asks for what no corpus could mean: a measure that does not exist, a bound in the wrong direction or outside
 * the measure's range, a rule that bounds nothing. Rules that are switched off are read too, but need no bound.
 *
 * @param known  every measure the program has, also those that this audit leaves out
 * @param rules  every rule of findings; when left out, rules on findings and waivers are taken as they are
 * @throws ConfigError for the first rule, in the policy's order, that cannot stand
 */
export function checkPolicy(policy: Policy, known: readonly Measure[], rules?: readonly Pick<Rule, 'id'>[]): void {
  const byId = new Map(known.map((measure) => [measure.id, measure]))
  const measureOf = (id: string, where: string): Measure => {
    const measure = byId.get(id)
    if (measure) return measure
    throw new ConfigError(`gate.${where}: no such measure.${suggestion(id, byId.keys())} Run "corpuscope list measures" for all of them.`)
  }
  for (const [id, rule] of Object.entries(policy.measures)) {
    const measure = measureOf(rule.measure ?? id, `measures.${id}${rule.measure === undefined ? '' : '.measure'}`)
    const problem = problemOf(rule, measure)
    if (problem) throw new ConfigError(`gate.measures.${id}${problem}`)
  }
  policy.required.forEach((id, i) => {
    measureOf(id, `required.${i}`)
  })
  const ids = rules?.map(({ id }) => id)
  for (const [key, rule] of Object.entries(policy.findings)) {
    if (ids && ![...ids, ...severities].includes(key))
      throw new ConfigError(
        `gate.findings.${key}: no such rule.${suggestion(key, [...ids, ...severities])} Run "corpuscope list rules" for all of them, or name a severity: ${severities.join(', ')}.`,
      )
    if (rule.severity !== 'off' && rule.max === undefined && rule.maxNew === undefined)
      throw new ConfigError(`gate.findings.${key}: the rule bounds nothing. Give it max or maxNew, or remove it.`)
  }
  policy.waivers.forEach(({ rule, fingerprint, document }, i) => {
    if (ids && !ids.includes(rule))
      throw new ConfigError(`gate.waivers.${i}.rule: no such rule.${suggestion(rule, ids)} Run "corpuscope list rules" for all of them.`)
    if ((fingerprint === undefined) === (document === undefined))
      throw new ConfigError(
        `gate.waivers.${i}: names ${fingerprint === undefined ? 'no finding' : 'a finding and a document'}. Give fingerprint or document, one of them.`,
      )
  })
}

function problemOf(rule: PolicyRule, measure: Measure): string | undefined {
  const bounds = boundsOf(rule)
  if (rule.within && rule.within.of === 'reference' && bounds.some(({ key }) => key === 'equals'))
    return ': equals leaves nothing for within to say. Keep one of them.'
  if (bounds.length === 0 && rule.within) return undefined
  if (bounds.length === 0)
    return rule.severity === 'off' ? undefined : ': the rule bounds nothing. Give it min, max, equals or within, or remove it.'
  const outside = bounds.find(({ value }) => !within(value, measure.range))
  if (outside) return `.${outside.key}: ${outside.value} lies outside what the measure can be (${rangeText(measure.range)}).`
  const min = bounds.find(({ key }) => key === 'min')
  const max = bounds.find(({ key }) => key === 'max')
  if (bounds.some(({ key }) => key === 'equals'))
    return bounds.length > 1 ? ': equals leaves nothing for min and max to say. Keep equals alone, or remove it.' : undefined
  if (min && max) return min.value > max.value ? `: min ${min.value} is above max ${max.value}, so nothing could pass.` : undefined
  // A band beside it makes one bound of a descriptive measure two.
  return rule.within && measure.direction === 'descriptive' ? undefined : wrongDirection(bounds[0]!, measure)
}

/** One open bound, min or max, must point the way in which the measure gets worse. */
function wrongDirection({ key, value }: Bound, { direction }: Measure): string | undefined {
  if (direction === 'descriptive')
    return `.${key}: the measure has no better and no worse, so ${value} alone says nothing of quality. Give both min and max, or equals.`
  if (direction === 'higher' && key === 'max')
    return `.max: higher is better for this measure, so max alone would fail a good corpus. Use min.`
  if (direction === 'lower' && key === 'min')
    return `.min: lower is better for this measure, so min alone would fail a good corpus. Use max.`
  return undefined
}

const within = (value: number, [least, greatest]: Measure['range']): boolean =>
  Number.isFinite(value) && value >= (least ?? -Infinity) && value <= (greatest ?? Infinity)

function rangeText([least, greatest]: Measure['range']): string {
  if (least !== null && greatest !== null) return `${least} to ${greatest}`
  if (least !== null) return `${least} or more`
  return greatest !== null ? `${greatest} or less` : 'any finite number'
}
