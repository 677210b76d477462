import type { Audit, Baseline, Finding, Policy, Waiver } from '@corpuscope/core'

/** A finding as the gate sees it. */
export interface JudgedFinding {
  readonly finding: Finding
  /** Whether the baseline has it not, or not as often; absent without a baseline. */
  readonly isNew?: boolean
  readonly waiver?: Waiver
}

/** Last day on which a waiver holds is its own. */
export const isExpired = ({ expires }: Waiver, today: string): boolean => today > expires

export const covers = (waiver: Waiver, { rule, fingerprint, document }: Finding): boolean =>
  waiver.rule === rule &&
  (waiver.fingerprint !== undefined || waiver.document !== undefined) &&
  (waiver.fingerprint === undefined || waiver.fingerprint === fingerprint) &&
  (waiver.document === undefined || waiver.document === document)

/**
 * Every finding with what baseline and waivers say of it. A fingerprint that is seen more often than in the baseline is new as often
 * as it is seen more.
 */
export function judgeFindings(
  policy: Pick<Policy, 'waivers'>,
  findings: readonly Finding[],
  baseline: Baseline | undefined,
  today: string,
): readonly JudgedFinding[] {
  const known = new Map<string, number>()
  for (const { rule, fingerprint, count } of baseline?.findings ?? []) {
    const key = `${rule} ${fingerprint}`
    known.set(key, (known.get(key) ?? 0) + count)
  }
  const valid = policy.waivers.filter((waiver) => !isExpired(waiver, today))
  return findings.map((finding) => {
    const waiver = valid.find((each) => covers(each, finding))
    if (baseline === undefined) return { finding, ...(waiver && { waiver }) }
    const key = `${finding.rule} ${finding.fingerprint}`
    const left = known.get(key) ?? 0
    known.set(key, left - 1)
    return { finding, isNew: left <= 0, ...(waiver && { waiver }) }
  })
}

/** Findings of the audit that are not among those at hand: audit.json holds the first 1,000. */
export const missingFindings = (audit: Pick<Audit, 'findingCounts'>, findings: readonly Finding[]): number =>
  Math.max(0, audit.findingCounts.reduce((sum, each) => sum + each.findings, 0) - findings.length)

/** Findings of the baseline that are gone, errors and warnings. */
export function goneFindings(baseline: Baseline, findings: readonly Finding[]): number {
  const seen = new Map<string, number>()
  for (const { rule, fingerprint } of findings) {
    const key = `${rule} ${fingerprint}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return baseline.findings
    .filter(({ severity }) => severity !== 'note')
    .reduce((gone, { rule, fingerprint, count }) => gone + Math.max(0, count - (seen.get(`${rule} ${fingerprint}`) ?? 0)), 0)
}
