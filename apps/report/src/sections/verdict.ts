import { type Audit, expectedOf, type Verdict, wholeEstimate } from '@corpuscope/core'
import { count, intervalText, quantity } from '@corpuscope/core/number-text'
import { scrolling } from '../data-table.ts'
import { type Html, html, quoted } from '../html.ts'

type Rule = Verdict['rules'][number]

const order: readonly Rule['outcome'][] = ['error', 'failed', 'not applicable', 'passed']
const said: Record<Rule['outcome'], string> = {
  error: 'not measured',
  failed: 'failed',
  'not applicable': 'not applicable',
  passed: 'passed',
}

/** Broken rules that stand open: what the corpus is like should be on the first screen too. */
const openRules = 4

/** What the policy said: the outcome in a sentence, then its rules, broken ones first. */
export function verdictSection(verdict: Verdict, audit: Audit): Html {
  const { rules, exit } = verdict
  const broken = rules.filter(({ outcome }) => outcome === 'failed' || outcome === 'error')
  const sentence =
    exit === 3
      ? 'Undecided: something that the policy requires could not be measured.'
      : verdict.passed
        ? broken.length > 0
          ? `Passed, with ${count(broken.length)} ${broken.length === 1 ? 'warning' : 'warnings'}.`
          : `Passed: all ${count(rules.length)} rules of the policy hold.`
        : `Failed: ${count(broken.length)} of ${count(rules.length)} rules of the policy ${broken.length === 1 ? 'is' : 'are'} broken.`
  const sorted = [...rules].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  const rest = sorted.slice(broken.length)
  // One alone is no reason to click.
  const open = broken.length > openRules + 1 ? openRules : broken.length
  return html`<section id="verdict" class="verdict ${verdict.passed && exit === 0 ? 'good' : 'bad'}" aria-labelledby="verdict-title">
<h2 id="verdict-title">Verdict</h2><p class="sentence">${sentence}</p>
${broken.length > 0 && rulesTable('Rules that do not hold', sorted.slice(0, open), audit)}${
  open < broken.length &&
  html`<details><summary>${count(broken.length - open)} more that do not hold</summary>${rulesTable('More rules that do not hold', sorted.slice(open, broken.length), audit)}</details>`
}${
  rest.length > 0 &&
  html`<details><summary>${broken.length > 0 ? `${count(rest.length)} other ${rest.length === 1 ? 'rule' : 'rules'}` : 'Rules of the policy'}</summary>${rulesTable('Rules that hold or do not apply', rest, audit)}</details>`
}${baselineText(verdict)}${waiversTable(verdict.waivers ?? [])}</section>`
}

function baselineText({ baseline }: Verdict): Html | undefined {
  if (!baseline) return undefined
  const { documents, newFindings, goneFindings } = baseline
  const moved = newFindings === null || goneFindings === null ? '' : `: ${count(newFindings)} new findings, ${count(goneFindings)} gone`
  return html`<p class="aside">Held against a baseline of ${count(documents)} documents${moved}.</p>`
}

/** Findings that a person answers for, all of them: what is waived is not hidden. */
function waiversTable(waivers: NonNullable<Verdict['waivers']>): Html | undefined {
  if (waivers.length === 0) return undefined
  const title = `${count(waivers.length)} ${waivers.length === 1 ? 'waiver' : 'waivers'}`
  const tones = { used: 'plain', unused: 'far', expired: 'bad' } as const
  return html`<details><summary>${title}</summary>${scrolling(
    'Waivers',
    html`<table><caption>Findings that a person answers for, until the day given.</caption><thead><tr><th scope="col">rule</th><th scope="col">document or finding</th><th scope="col">state</th><th scope="col" class="number">findings</th><th scope="col">reason</th><th scope="col">owner</th><th scope="col">until</th></tr></thead><tbody>${waivers.map(
      ({ rule, document, fingerprint, state, findings, reason, owner, expires }) =>
        html`<tr><th scope="row">${quoted(rule)}</th><td>${document === undefined ? html`<code>${fingerprint}</code>` : quoted(document)}</td><td><span class="status ${tones[state]}">${state}</span></td><td class="number">${count(findings)}</td><td>${quoted(reason)}</td><td>${quoted(owner)}</td><td>${expires}</td></tr>`,
    )}</tbody></table>`,
  )}</details>`
}

const rulesTable = (caption: string, rules: readonly Rule[], audit: Audit): Html =>
  scrolling(
    caption,
    html`<table><caption>${caption}.</caption><thead><tr><th scope="col">rule</th><th scope="col">outcome</th><th scope="col">asked for</th><th scope="col">found</th><th scope="col">where and why</th></tr></thead><tbody>${rules.map((rule) => ruleRow(rule, audit))}</tbody></table>`,
  )

function ruleRow(rule: Rule, audit: Audit): Html {
  const { id, measure, finding, severity, outcome, reason, look } = rule
  const title = [...audit.measures, ...audit.rules].find((each) => each.id === (measure ?? finding))?.title
  const word = outcome === 'failed' && severity === 'warning' ? 'warning' : said[outcome]
  const tone = outcome === 'passed' ? 'good' : outcome === 'not applicable' ? 'absent' : 'bad'
  return html`<tr><th scope="row">${title === undefined ? quoted(id) : html`${title}<small><code>${id}</code></small>`}</th><td><span class="status ${tone}">${word}</span></td><td>${expectedOf(
    rule,
    audit.measures.find((each) => each.id === measure),
  )}</td><td>${foundText(rule, audit)}</td><td>${reason}${
    look !== undefined &&
    look.length > 0 &&
    html`<details><summary>${count(look.length)} to look at</summary><ul>${look.map(
      (finding) => html`<li>${quoted(finding.document ?? 'no document')}: ${finding.message} <code>${finding.fingerprint}</code></li>`,
    )}</ul></details>`
  }</td></tr>`
}

/** The number as the rest of the page shows it, where the rule was about that of the whole corpus; else in the gate's words. */
function foundText({ id, measure, actual }: Rule, { measures, estimates }: Audit): string {
  const own = measures.find((each) => each.id === measure)
  const estimate = id === measure ? wholeEstimate(estimates, id) : undefined
  if (!own || !estimate || estimate.value === null) return actual
  const { value, interval } = estimate
  return `${quantity(value, own.unit, interval ?? [])}${interval ? ` (${intervalText(value, interval, own.unit)})` : ''}`
}
