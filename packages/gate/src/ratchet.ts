import { type Audit, type Baseline, type Estimate, isWhole, type Measure, type Policy, type Verdict, wholeEstimate } from '@corpuscope/core'
import { holm } from '@corpuscope/statistics'
import { type Contrast, contrast, oneSided } from './contrast.ts'
import { type FindingsAtHand, lookAt, notAllAtHand, shown } from './judge-findings.ts'
import { shortened } from './wording.ts'

type RuleVerdict = Verdict['rules'][number]

/** A document's id, the beginning of its text's hash, and of its label's. */
export type DocumentDigest = NonNullable<Baseline['documents']>[number]

/** What is held against a baseline whatever the corpus: new findings by rule, measures that got worse, labels that moved. */
export function ratchet(
  { ratchet: wanted }: Pick<Policy, 'ratchet'>,
  audit: Audit,
  baseline: Baseline,
  at: FindingsAtHand,
  documents: readonly DocumentDigest[] | undefined,
): RuleVerdict[] {
  return [
    ...(wanted.newFindings === 'off' ? [] : newFindings(audit, at, wanted.newFindings)),
    ...(wanted.measures === 'off' ? [] : notWorse(audit, baseline, wanted.measures, wanted.falseAlarms)),
    ...(wanted.labels === 'off' ? [] : labels(baseline, documents, wanted.labels)),
  ]
}

function newFindings(audit: Audit, at: FindingsAtHand, severity: RuleVerdict['severity']): RuleVerdict[] {
  return audit.rules
    .filter((rule) => rule.severity !== 'note')
    .map(({ id }): RuleVerdict => {
      const base = { id: `new/${id}`, finding: id, severity, expected: 'none that the baseline does not have' }
      if (at.missing + (at.missingBefore ?? 0) > 0) return { ...base, outcome: 'error', actual: 'unknown', reason: notAllAtHand }
      const news = at.judged.filter(
        ({ finding, isNew, waiver }) => finding.rule === id && finding.severity !== 'note' && isNew && waiver === undefined,
      )
      return news.length === 0
        ? { ...base, outcome: 'passed', actual: 'none' }
        : { ...base, outcome: 'failed', actual: `${news.length} new`, look: lookAt(news) }
    })
}

function notWorse(audit: Audit, baseline: Baseline, severity: RuleVerdict['severity'], falseAlarms: number): RuleVerdict[] {
  const before = new Map(baseline.measures.flatMap(({ id, estimate }) => (isWhole(estimate) ? [[id, estimate] as const] : [])))
  const held: { base: Pick<RuleVerdict, 'id' | 'measure' | 'severity' | 'expected'>; found: Contrast; p: number }[] = []
  const rules: RuleVerdict[] = []
  for (const [id, old] of before) {
    const measure = audit.measures.find((each) => each.id === id)
    if (old.value === null || measure?.direction === 'descriptive') continue
    const now = wholeEstimate(audit.estimates, id)
    const base = { id: `not-worse/${id}`, measure: id, severity, expected: `not worse than the baseline, ${shortened(old.value, [])}` }
    if (!measure || !now || now.value === null) {
      rules.push({
        ...base,
        outcome: 'error',
        actual: 'not measured',
        reason: `the baseline has it; ${now?.reason ?? 'not part of this audit'}`,
      })
      continue
    }
    const found = worsening(old, now, measure)
    const p = typeof found === 'string' ? null : oneSided(found, 1)
    if (typeof found === 'string') rules.push({ ...base, outcome: 'not applicable', actual: shortened(now.value, []), reason: found })
    else if (p === null)
      rules.push({ ...base, outcome: 'not applicable', actual: shortened(now.value, []), reason: 'no interval, so chance cannot be told' })
    else held.push({ base, found, p })
  }
  const adjusted = holm(held.map(({ p }) => p))
  held.forEach(({ base, found }, i) => {
    const failed = adjusted[i]! <= falseAlarms
    rules.push({
      ...base,
      outcome: failed ? 'failed' : 'passed',
      actual: `${shortened(found.after, [found.before])}${failed ? ` (adjusted p ${adjusted[i]! < 0.001 ? '< 0.001' : adjusted[i]!.toPrecision(2)})` : ''}`,
    })
  })
  const order = [...before.keys()]
  return rules.sort((a, b) => order.indexOf(a.measure!) - order.indexOf(b.measure!))
}

/** The contrast turned so that above zero is worse. */
function worsening(old: Estimate, now: Estimate, measure: Measure): Contrast | string {
  if (measure.direction === 'near') {
    if (old.reference === undefined || now.reference === undefined) return 'it is best near a reference, and there is none'
    return contrast(apart(old, old.reference), apart(now, now.reference), measure)
  }
  const found = contrast(old, now, measure)
  if (typeof found === 'string' || measure.direction === 'lower') return found
  return { ...found, difference: -found.difference, interval: found.interval && [-found.interval[1], -found.interval[0]] }
}

function apart(estimate: Estimate, reference: number): Estimate {
  const { value, interval } = estimate
  if (value === null) return estimate
  const sign = value >= reference ? 1 : -1
  const ends = interval?.map((end) => (end - reference) * sign).sort((a, b) => a - b)
  return { ...estimate, value: Math.abs(value - reference), interval: ends ? [ends[0]!, ends[1]!] : null }
}

function labels(baseline: Baseline, documents: readonly DocumentDigest[] | undefined, severity: RuleVerdict['severity']): RuleVerdict[] {
  if (!baseline.documents || !documents || !baseline.documents.some(([, , label]) => label !== null)) return []
  const before = new Map(baseline.documents.map(([id, text, label]) => [id, { text, label }]))
  const moved = documents.filter(([id, text, label]) => {
    const old = before.get(id)
    return old !== undefined && old.text === text && old.label !== label
  })
  const base = { id: 'labels', severity, expected: 'no document of the same text with another label' }
  if (moved.length === 0) return [{ ...base, outcome: 'passed', actual: 'none' }]
  const first = moved.slice(0, shown).map(([id]) => id)
  return [
    {
      ...base,
      outcome: 'failed',
      actual: `${moved.length} of ${documents.length} documents`,
      reason: `the first are ${first.join(', ')}`,
    },
  ]
}
