import { type Audit, type Finding, type Rule, severities } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { scrolling } from '../data-table.ts'
import { type Html, html, quoted } from '../html.ts'

/** Findings a rule that the page lists. */
const listed = 25

const rank = (severity: string): number => severities.indexOf(severity as Finding['severity'])

/** Counts by rule, the gravest first, then the first of each. Evidence is as the audit holds it, which is masked by default. */
export function findingsSection({ findings, findingCounts, rules }: Audit): Html {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const counted = [...findingCounts].sort((a, b) => rank(a.severity) - rank(b.severity))
  return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2>${
    findingCounts.length === 0
      ? html`<p>No rule found anything in any document.</p>`
      : html`<p>What rules saw in single documents. All of them are in <code>findings.parquet</code>.</p>${counts(counted, byId)}${counted.map(
          ({ rule, severity, findings: all }) =>
            first(
              byId.get(rule)?.title ?? rule,
              findings.filter((finding) => finding.rule === rule && finding.severity === severity),
              all,
            ),
        )}`
  }</section>`
}

const counts = (findingCounts: Audit['findingCounts'], byId: ReadonlyMap<string, Rule>): Html =>
  scrolling(
    'Findings by rule',
    html`<table><caption>Findings by rule.</caption><thead><tr><th scope="col">rule</th><th scope="col">severity</th><th scope="col" class="number">findings</th><th scope="col" class="number">documents</th><th scope="col">what it looks for</th></tr></thead><tbody>${findingCounts.map(
      ({ rule, severity, findings, documents }) =>
        html`<tr><th scope="row">${byId.get(rule)?.title ?? rule}<small><code>${rule}</code></small></th><td><span class="status ${severity === 'error' ? 'bad' : severity === 'warning' ? 'far' : 'plain'}">${severity}</span></td><td class="number">${count(findings)}</td><td class="number">${count(documents)}</td><td>${byId.get(rule)?.definition}</td></tr>`,
    )}</tbody></table>`,
  )

function first(title: string, findings: readonly Finding[], all: number): Html | undefined {
  if (findings.length === 0) return undefined
  const shown = findings.slice(0, listed)
  const caption = `${title}: ${shown.length < all ? `the first ${count(shown.length)} of ${count(all)}` : `all ${count(all)}`}`
  return html`<details class="long"><summary>${caption}</summary>${scrolling(
    caption,
    html`<table><caption>${caption}.</caption><thead><tr><th scope="col">document</th><th scope="col">place</th><th scope="col">evidence</th><th scope="col">what</th><th scope="col">fingerprint</th></tr></thead><tbody>${shown.map(
      (finding) =>
        html`<tr><th scope="row">${finding.document === null ? html`<span class="none">no document</span>` : quoted(finding.document)}</th><td>${place(finding)}</td><td>${
          finding.evidence === undefined ? html`<span class="none">none kept</span>` : html`<code>${quoted(finding.evidence)}</code>`
        }</td><td>${finding.message}</td><td><code>${finding.fingerprint}</code></td></tr>`,
    )}</tbody></table>`,
  )}</details>`
}

const place = ({ file, line, span }: Finding): Html =>
  html`${file !== undefined && html`${quoted(file)} `}${line !== undefined && `line ${line} `}${span && `${span.start}–${span.end}`}`
