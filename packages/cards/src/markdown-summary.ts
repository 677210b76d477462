import { type Audit, headlines, markdownText, meaningOf, severities, type Verdict } from '@corpuscope/core'
import { count, intervalText, quantity } from '@corpuscope/core/number-text'
import { markdownTable } from './markdown-table.ts'

/** An audit in Markdown, short enough for a pull request: a line a category, then the findings by rule. */
export function markdownSummary(audit: Audit, verdict?: Verdict): string {
  const { documents, characters, languages, hash } = audit.corpus
  const said = languages.map(({ language, documents: n }) => `${markdownText(language)} ${count(n)}`).join(', ')
  return paragraphs([
    `### Audit of ${count(documents)} ${documents === 1 ? 'document' : 'documents'}`,
    `${count(characters)} characters (${said}); corpus \`${hash.slice(0, 12)}\`, corpuscope ${audit.provenance.version}.${verdict ? ` **${verdictWord(verdict)}**` : ''}`,
    categoryTable(audit, verdict),
    findingTable(audit),
  ])
}

export const paragraphs = (parts: readonly (string | undefined)[]): string => `${parts.filter((part) => part !== undefined).join('\n\n')}\n`

const verdictWord = ({ exit, passed }: Verdict): string =>
  exit === 3 ? 'The policy is undecided: something required was not measured.' : passed ? 'The policy is met.' : 'The policy is not met.'

/** A line a category: its most telling number and what it means. */
export function categoryTable(audit: Audit, verdict?: Verdict): string {
  const rows = headlines(audit).map(({ category, estimate, measure, reason = '' }) => {
    if (!estimate || !measure || estimate.value === null) return [category.title, 'not measured', '', '', reason]
    const { status, words } = meaningOf(measure, estimate, verdict)
    const { value, interval } = estimate
    return [
      category.title,
      measure.title,
      quantity(value, measure.unit, interval ?? []),
      interval ? intervalText(value, interval, measure.unit) : 'none',
      `${status}. ${words}`,
    ]
  })
  return markdownTable(['category', 'most telling number', 'value', '95 % interval', 'what it means'], rows)
}

/** Findings by rule, the gravest first; absent when there are none. */
export function findingTable({ findingCounts, rules }: Audit): string | undefined {
  if (findingCounts.length === 0) return undefined
  const titles = new Map(rules.map(({ id, title }) => [id, title]))
  const rank = (severity: string): number => severities.indexOf(severity as (typeof severities)[number])
  const rows = [...findingCounts]
    .sort((a, b) => rank(a.severity) - rank(b.severity))
    .map(({ rule, severity, findings, documents }) => [titles.get(rule) ?? rule, severity, count(findings), count(documents)])
  return markdownTable(['finding', 'severity', 'times', 'documents'], rows)
}
