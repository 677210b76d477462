import { createHash } from 'node:crypto'
import { brokenRules, pathOf, type Reported, sentenceOf } from './reported.ts'

const severityOf = { error: 'critical', warning: 'minor', note: 'info' } as const
const mostFindings = 5000

/**
 * A verdict and its findings as GitLab's code quality report; waived findings are left out.
 *
 * @see GitLab, "Code Quality report format": description, check_name, fingerprint, severity, location.path, location.lines.begin
 */
export function gitlabCodeQuality(all: readonly Reported[]): string {
  const seen = new Map<string, number>()
  // GitLab drops an entry whose fingerprint it has seen.
  const unique = (text: string): string => {
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    return createHash('sha256').update(`${text} ${times}`).digest('hex').slice(0, 32)
  }
  const entries = all.flatMap((reported) => entriesOf(reported, unique))
  return `${JSON.stringify(entries, null, 1)}\n`
}

function entriesOf(reported: Reported, unique: (text: string) => string) {
  const { verdict, findings, name } = reported
  const own = name === undefined ? '' : `${name}: `
  return [
    ...brokenRules(verdict).map((rule) => ({
      description: `${own}${rule.id}: ${sentenceOf(rule)}`,
      check_name: `gate/${rule.id}`,
      fingerprint: unique(`${own}gate/${rule.id}`),
      severity: rule.severity === 'error' ? 'blocker' : 'major',
      location: { path: pathOf(rule.look?.[0]?.document ?? null, reported), lines: { begin: 1 } },
    })),
    ...findings
      .filter(({ waiver }) => waiver === undefined)
      .slice(0, mostFindings)
      .map(({ finding }) => ({
        description: `${own}${finding.message}`,
        check_name: finding.rule,
        fingerprint: unique(`${own}${finding.rule} ${finding.fingerprint}`),
        severity: severityOf[finding.severity],
        location: { path: pathOf(finding.document ?? finding.file ?? null, reported), lines: { begin: finding.line ?? 1 } },
      })),
  ]
}
