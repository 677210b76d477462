import {
  type Audit,
  type Baseline,
  ConfigError,
  type Estimate,
  type Finding,
  outcomes,
  type Policy,
  type PolicyInput,
  type PolicyRule,
  policySchema,
  type Verdict,
  verdictVersion,
  wholeEstimate,
} from '@corpuscope/core'
import { placeOf } from './baseline.ts'
import { activeRules, type Bound, boundsOf } from './bounds.ts'
import { covers, goneFindings, isExpired, judgeFindings, missingFindings } from './findings.ts'
import { type FindingsAtHand, judgeFindingsRule, lookAt } from './judge-findings.ts'
import { type DocumentDigest, ratchet } from './ratchet.ts'
import { judgeWithin, withinText } from './within.ts'
import { actualText, expectedText } from './wording.ts'

type RuleVerdict = Verdict['rules'][number]
type Judgement = Pick<RuleVerdict, 'outcome' | 'actual' | 'reason'> & { readonly expected?: string }

/** What a verdict may be based on beside the audit. */
export interface Grounds {
  /** What was accepted before; without it, nothing is new and nothing worse. */
  readonly baseline?: Baseline
  /** All findings, from findings.parquet; otherwise those that audit.json holds. */
  readonly findings?: readonly Finding[]
  /** The documents, from documents.parquet, in any order. */
  readonly documents?: readonly DocumentDigest[]
  /** Day by which waivers expire, as 2026-12-31; today unless given. */
  readonly today?: string
}

/**
 * What a policy says of an audit. Pure but for the date that waivers expire by: the same always gives the same verdict, in whatever
 * order estimates, findings and documents stand.
 *
 * A rule judges the estimate of the whole corpus; where a measure exists only by facet or by part, each of them, and the worst decides.
 * What was not measured never passes: an error when the estimate is one or the rule requires it, otherwise not applicable.
 *
 * @param given   checked by `checkPolicy` beforehand
 * @returns       rules in the policy's order: measures, required ones, findings, then what is held against the baseline; `exit` is 3
 *                when a rule of severity error ended in error, else 1 when one failed, else 0
 */
export function evaluate(given: PolicyInput, audit: Audit, grounds: Grounds = {}): Verdict {
  const policy = parsed(given)
  const { baseline, documents, today = new Date().toISOString().slice(0, 10) } = grounds
  const findings = sorted(grounds.findings ?? audit.findings)
  const judged = judgeFindings(policy, findings, baseline, today)
  const at: FindingsAtHand = {
    judged,
    missing: missingFindings(audit, findings),
    missingBefore: baseline && (baseline.missingFindings ?? 0),
  }
  const rules: RuleVerdict[] = [
    ...activeRules(policy).map((rule) => judgeRule(rule, audit, baseline, at)),
    ...policy.required.map((measure) => requiredRule(measure, audit)),
    ...Object.entries(policy.findings).flatMap(([key, rule]) => judgeFindingsRule(key, rule, audit, at) ?? []),
    ...(baseline ? ratchet(policy, audit, baseline, at, documents && [...documents].sort((a, b) => compare(a[0], b[0]))) : []),
  ]
  const exit = exitCode(rules)
  const whole = at.missing + (at.missingBefore ?? 0) === 0
  return {
    schema: verdictVersion,
    exit,
    passed: exit === 0,
    audit: { hash: audit.corpus.hash, documents: audit.corpus.documents },
    rules,
    ...(baseline && {
      baseline: {
        ...baseline.audit,
        newFindings: whole ? judged.filter(({ isNew, finding }) => isNew && finding.severity !== 'note').length : null,
        goneFindings: whole ? goneFindings(baseline, findings) : null,
      },
    }),
    ...(policy.waivers.length > 0 && { waivers: policy.waivers.map((waiver) => waiverState(waiver, findings, today)) }),
  }
}

function parsed(policy: PolicyInput): Policy {
  const result = policySchema.safeParse(policy)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new ConfigError(`gate.${issue.path.join('.')}: ${issue.message}.`)
}

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) => compare(a.document ?? '', b.document ?? '') || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
  )

function waiverState(waiver: Policy['waivers'][number], findings: readonly Finding[], today: string) {
  const n = findings.filter((finding) => covers(waiver, finding)).length
  const state = isExpired(waiver, today) ? ('expired' as const) : n > 0 ? ('used' as const) : ('unused' as const)
  return { ...waiver, state, findings: n }
}

type ActiveRule = ReturnType<typeof activeRules>[number]

function judgeRule(
  { id, measure, rule, severity }: ActiveRule,
  audit: Audit,
  baseline: Baseline | undefined,
  at: FindingsAtHand,
): RuleVerdict {
  const bounds = boundsOf(rule)
  // A part or facet is held against itself, not against the whole.
  const before = new Map(baseline?.measures.map((each) => [placeOf(each.estimate), each.estimate]))
  const unit = audit.measures.find((each) => each.id === measure)?.unit ?? ''
  const judged = estimatesOf(measure, rule, audit.estimates).map((estimate) =>
    judge(estimate, rule, bounds, unit, baseline && (before.get(placeOf(estimate)) ?? null)),
  )
  const worst = judged.sort(byOutcome)[0] ?? unmeasured(rule, 'not part of this audit')
  const counted = new Set(audit.rules.filter((each) => each.measure === measure).map((each) => each.id))
  const relevant = ({ finding, waiver }: FindingsAtHand['judged'][number]) =>
    counted.has(finding.rule) && finding.severity !== 'note' && waiver === undefined
  const look = worst.outcome === 'failed' ? lookAt(at.judged.filter(relevant)) : []
  const { expected, ...said } = worst
  return {
    id,
    measure,
    severity,
    expected: [...(bounds.length > 0 ? [expectedText(bounds)] : []), ...(rule.within ? [expected ?? withinText(rule.within)] : [])].join(
      ' and ',
    ),
    ...said,
    ...(look.length > 0 && { look }),
  }
}

function requiredRule(measure: string, audit: Audit): RuleVerdict {
  // A measure of parts alone, such as turns by role, is measured when each of them is.
  const own = audit.estimates.filter((each) => each.measure === measure && each.corpus === undefined)
  const estimate = wholeEstimate(audit.estimates, measure) ?? own.find(({ status }) => status !== 'measured') ?? own[0]
  const base = { id: `required/${measure}`, measure, severity: 'error' as const, expected: 'measured' }
  return estimate?.status === 'measured'
    ? { ...base, outcome: 'passed', actual: 'measured' }
    : { ...base, outcome: 'error', actual: 'not measured', reason: estimate?.reason ?? 'not part of this audit' }
}

function estimatesOf(measure: string, { facet, part }: PolicyRule, estimates: readonly Estimate[]): readonly Estimate[] {
  // The other corpus of `--against` is what ours is read by; it is not on trial.
  const ours = estimates.filter((estimate) => estimate.measure === measure && estimate.corpus === undefined)
  if (facet !== undefined || part !== undefined)
    return ours.filter(
      (estimate) =>
        estimate.part === part &&
        estimate.facet?.field === facet?.field &&
        (facet?.value === undefined || estimate.facet?.value === facet.value),
    )
  const overall = ours.filter((estimate) => estimate.facet === undefined && estimate.part === undefined)
  return overall.length > 0 ? overall : ours
}

/** @param old  undefined without a baseline, null when the baseline does not have the measure */
function judge(estimate: Estimate, rule: PolicyRule, bounds: readonly Bound[], unit: string, old: Estimate | null | undefined): Judgement {
  const { value, interval, status } = estimate
  const of = whereText(estimate)
  if (status === 'error') return { outcome: 'error', actual: `not measured${of}`, reason: estimate.reason ?? 'the analysis failed' }
  if (status === 'not applicable' || value === null) return unmeasured(rule, estimate.reason ?? 'not applicable', of)
  if (![value, ...(interval ?? [])].every(Number.isFinite))
    return { outcome: 'error', actual: `no finite number${of}`, reason: 'the audit holds a value that is no finite number' }
  const actual = `${actualText(value, interval, bounds)}${of}`
  if (interval === null && bounds.some(({ on }) => on === 'interval'))
    return { outcome: 'error', actual, reason: 'the rule is on the interval, and this estimate has none' }
  const known = estimate.reason === undefined ? {} : { reason: estimate.reason }
  const held = bounds.every((bound) => holds(bound, value, interval ?? [value, value]))
  if (!rule.within) return { outcome: bounds.length > 0 && held ? 'passed' : 'failed', actual, ...known }
  if (rule.within.of === 'baseline' && (old === undefined || old === null)) {
    if (!held) return { outcome: 'failed', actual, ...known }
    const reason = old === undefined ? 'there is no baseline' : 'the baseline does not have it'
    return { ...unmeasured(rule, reason), actual }
  }
  const within = judgeWithin(rule.within, estimate, unit, old ?? undefined)
  const reason = within.reason ?? estimate.reason
  // What cannot be contrasted, such as values of two embedders, is no fault of the corpus when the rule does not require it.
  const outcome = within.outcome === 'error' && !rule.required ? 'not applicable' : within.outcome
  return { outcome: held ? outcome : 'failed', actual, expected: within.expected, ...(reason !== undefined && { reason }) }
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
