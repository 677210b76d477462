import { type Audit, type FindingsRule, severities, type Verdict } from '@corpuscope/core'
import type { JudgedFinding } from './findings.ts'

type RuleVerdict = Verdict['rules'][number]

/** Findings shown with a failure; all of them are in findings.parquet. */
export const shown = 5

export const lookAt = (findings: readonly JudgedFinding[]): NonNullable<RuleVerdict['look']> =>
  findings.slice(0, shown).map(({ finding: { rule, document, fingerprint, message } }) => ({ rule, document, fingerprint, message }))

export interface FindingsAtHand {
  readonly judged: readonly JudgedFinding[]
  /** Findings that are not at hand, of this audit and of the baseline; undefined without a baseline. */
  readonly missing: number
  readonly missingBefore: number | undefined
}

/** What a bound on the number of findings says: of a rule's id, or of a severity. */
export function judgeFindingsRule(key: string, rule: FindingsRule, audit: Audit, at: FindingsAtHand): RuleVerdict | undefined {
  if (rule.severity === 'off') return undefined
  const bySeverity = (severities as readonly string[]).includes(key)
  const base = {
    id: `findings/${key}`,
    ...(!bySeverity && { finding: key }),
    severity: rule.severity,
    expected: [
      ...(rule.max === undefined ? [] : [`at most ${counted(rule.max)}`]),
      ...(rule.maxNew === undefined ? [] : [`at most ${rule.maxNew} new`]),
    ].join(' and '),
  }
  if (!bySeverity && !audit.rules.some(({ id }) => id === key)) {
    const reason = 'this audit does not look for it'
    return rule.required
      ? { ...base, outcome: 'error', actual: 'not looked for', reason: `${reason}; the rule requires it` }
      : { ...base, outcome: 'not applicable', actual: 'not looked for', reason }
  }
  // A note, such as an address at example.org, is told and not held against the corpus, unless notes are what the rule gives.
  const isNote = audit.rules.find(({ id }) => id === key)?.severity === 'note'
  const counts = (each: { readonly rule: string; readonly severity: string }): boolean =>
    bySeverity ? each.severity === key : each.rule === key && (isNote || each.severity !== 'note')
  const ours = at.judged.filter(({ finding }) => counts(finding))
  const counting = ours.filter(({ waiver }) => waiver === undefined)
  const waived = ours.length - counting.length
  const all = audit.findingCounts.filter(counts)
  const number = all.reduce((sum, { findings }) => sum + findings, 0) - waived
  const news = counting.filter(({ isNew }) => isNew)
  const wantsNew = rule.maxNew !== undefined
  const actual = `${counted(number)}${wantsNew && at.missingBefore !== undefined ? `, ${news.length} new` : ''}${waived > 0 ? `, ${waived} waived` : ''}`
  if (wantsNew && at.missingBefore === undefined) {
    const reason = 'there is no baseline to tell new from known'
    if (rule.required) return { ...base, outcome: 'error', actual, reason: `${reason}; the rule requires one` }
    if (rule.max === undefined) return { ...base, outcome: 'not applicable', actual, reason }
  }
  if (wantsNew && at.missingBefore !== undefined && at.missing + at.missingBefore > 0)
    return { ...base, outcome: 'error', actual, reason: notAllAtHand }
  const tooMany = rule.max !== undefined && number > rule.max
  const tooManyNew = wantsNew && at.missingBefore !== undefined && news.length > rule.maxNew!
  if (!tooMany && !tooManyNew) return { ...base, outcome: 'passed', actual }
  return { ...base, outcome: 'failed', actual, look: lookAt(tooManyNew ? news : counting) }
}

export const notAllAtHand = 'audit.json holds only the first 1,000 findings: give the whole audit folder, with findings.parquet'

const counted = (n: number): string => (n === 0 ? 'no finding' : n === 1 ? '1 finding' : `${n} findings`)
