import { type Audit, type Estimate, outcomes, type Policy, type PolicyRule, type Verdict, verdictVersion } from '@corpuscope/core'
import { activeRules, type Bound, boundsOf } from './bounds.ts'
import { actualText, expectedText } from './wording.ts'

/** Findings shown with a failure; all of them are in findings.parquet. */
const shown = 5

type RuleVerdict = Verdict['rules'][number]
type Judgement = Pick<RuleVerdict, 'outcome' | 'actual' | 'reason'>

/**
 * What a policy says of an audit. Pure: the same two always give the same verdict, in whatever order the estimates stand.
 *
 * A rule judges the estimate of the whole corpus; where a measure exists only by facet or by part, each of them, and the worst decides.
 * What was not measured never passes: an error when the estimate is one or the rule requires it, otherwise not applicable.
 *
 * @param policy  checked by `checkPolicy` beforehand
 * @returns       a rule each for the policy's rules that are not off, in the policy's order; `exit` is 3 when a rule of severity error
 *                ended in error, else 1 when one failed, else 0
 */
export function evaluate(policy: Policy, audit: Audit): Verdict {
  const rules = activeRules(policy).map(({ measure, rule, severity }): RuleVerdict => {
    const bounds = boundsOf(rule)
    const judged = estimatesOf(measure, audit.estimates).map((estimate) => judge(estimate, rule, bounds))
    const worst = judged.sort(byOutcome)[0] ?? unmeasured(rule, 'not part of this audit')
    const look = worst.outcome === 'failed' ? findingsOf(measure, audit) : []
    return { id: measure, measure, severity, expected: expectedText(bounds), ...worst, ...(look.length > 0 && { look }) }
  })
  const exit = exitCode(rules)
  return {
    schema: verdictVersion,
    exit,
    passed: exit === 0,
    audit: { hash: audit.corpus.hash, documents: audit.corpus.documents },
    rules,
  }
}

/** Findings that a measure counts, so that a failure can say which documents. */
function findingsOf(measure: string, { rules, findings }: Audit): NonNullable<RuleVerdict['look']> {
  const counted = new Set(rules.filter((rule) => rule.measure === measure).map(({ id }) => id))
  return findings
    .filter(({ rule, severity }) => counted.has(rule) && severity !== 'note')
    .slice(0, shown)
    .map(({ rule, document, fingerprint, message }) => ({ rule, document, fingerprint, message }))
}

function estimatesOf(measure: string, estimates: readonly Estimate[]): readonly Estimate[] {
  // The other corpus of `--against` is what ours is read by; it is not on trial.
  const ours = estimates.filter((estimate) => estimate.measure === measure && estimate.corpus === undefined)
  const overall = ours.filter(({ facet, part }) => facet === undefined && part === undefined)
  return overall.length > 0 ? overall : ours
}

function judge(estimate: Estimate, rule: PolicyRule, bounds: readonly Bound[]): Judgement {
  const { value, interval, status } = estimate
  const of = whereText(estimate)
  if (status === 'error') return { outcome: 'error', actual: `not measured${of}`, reason: estimate.reason ?? 'the analysis failed' }
  if (status === 'not applicable' || value === null) return unmeasured(rule, estimate.reason ?? 'not applicable', of)
  if (![value, ...(interval ?? [])].every(Number.isFinite))
    return { outcome: 'error', actual: `no finite number${of}`, reason: 'the audit holds a value that is no finite number' }
  const actual = `${actualText(value, interval, bounds)}${of}`
  if (interval === null && bounds.some(({ on }) => on === 'interval'))
    return { outcome: 'error', actual, reason: 'the rule is on the interval, and this estimate has none' }
  const outcome = bounds.length > 0 && bounds.every((bound) => holds(bound, value, interval ?? [value, value])) ? 'passed' : 'failed'
  return { outcome, actual, ...(estimate.reason !== undefined && { reason: estimate.reason }) }
}

// Asks what holds, not what is broken: a comparison with NaN is false, and so can never pass.
function holds(bound: Bound, value: number, [low, high]: readonly [number, number]): boolean {
  if (bound.key === 'equals') return value === bound.value
  if (bound.key === 'min') return (bound.on === 'value' ? value : low) >= bound.value
  return (bound.on === 'value' ? value : high) <= bound.value
}

const unmeasured = (rule: PolicyRule, reason: string, of = ''): Judgement => ({
  outcome: rule.required ? 'error' : 'not applicable',
  actual: `not measured${of}`,
  reason: rule.required ? `${reason}; the rule requires it` : reason,
})

function whereText({ facet, part }: Estimate): string {
  return `${facet ? ` where ${facet.field} is ${facet.value}` : ''}${part === undefined ? '' : ` in ${part}`}`
}

const rank = (outcome: RuleVerdict['outcome']): number => outcomes.indexOf(outcome)

// Outcome first; the text breaks ties, so that the order of estimates does not reach the verdict.
const byOutcome = (a: Judgement, b: Judgement): number =>
  rank(a.outcome) - rank(b.outcome) || compare(a.actual, b.actual) || compare(a.reason ?? '', b.reason ?? '')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function exitCode(rules: readonly RuleVerdict[]): Verdict['exit'] {
  const grave = rules.filter(({ severity }) => severity === 'error')
  if (grave.some(({ outcome }) => outcome === 'error')) return 3
  return grave.some(({ outcome }) => outcome === 'failed') ? 1 : 0
}
