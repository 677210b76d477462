import { type Audit, type Chart, type Estimate, headlines, type Measure, meaningOf, type Verdict, wholeEstimate } from '@corpuscope/core'
import { count, quantity } from '@corpuscope/core/number-text'
import type { Assets } from './assets.ts'
import { scrolling } from './data-table.ts'
import { drawings } from './drawings.ts'
import { type Html, html, quoted } from './html.ts'
import { figuresOf } from './sections/figures.ts'
import { sectionId } from './sections/summary.ts'
import { bar, inShell } from './shell.ts'

/** An audit of a site, and where its own page is. */
export interface SiteEntry {
  readonly name: string
  /** Of its page, beside the index. */
  readonly href: string
  readonly audit: Audit
  readonly verdict?: Verdict
}

/**
 * The index over several audits. Releases of one dataset are a course of time, in the order given, and each headline number is a line;
 * other corpora stand beside each other.
 */
export async function renderSite(entries: readonly SiteEntry[], releases: boolean, assets?: Assets): Promise<string> {
  const last = entries.at(-1)!.audit
  const figures = figuresOf(drawings(last.provenance.version))
  const sections: Html[] = []
  for (const { id, title, question } of categoriesOf(entries)) {
    const drawn: Html[] = []
    for (const chart of chartsOf(entries, id, releases)) drawn.push(await figures(chart))
    if (drawn.length > 0)
      sections.push(
        html`<section id="${sectionId(id)}" aria-labelledby="${sectionId(id)}-title"><h2 id="${sectionId(id)}-title">${title}</h2><p class="question">${question}</p>${drawn}</section>`,
      )
  }
  const what = releases ? 'releases' : 'corpora'
  return inShell(
    {
      title: `${count(entries.length)} ${what}: corpuscope`,
      version: last.provenance.version,
      header: html`<header>${bar}<h1>${count(entries.length)} ${what}</h1><p class="facts">${
        releases ? 'Releases of one dataset, in the order given, the newest last.' : 'Different corpora, measured alike.'
      }</p></header>`,
      main: html`${overview(entries)}${sections}`,
    },
    assets,
  )
}

function categoriesOf(entries: readonly SiteEntry[]): Audit['categories'] {
  const byId = new Map(entries.flatMap(({ audit }) => audit.categories.map((category) => [category.id, category] as const)))
  return [...byId.values()]
}

function overview(entries: readonly SiteEntry[]): Html {
  const categories = categoriesOf(entries)
  return html`<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">At a glance</h2>${scrolling(
    'All audits',
    html`<table><caption>Each audit with its most telling number of each category.</caption><thead><tr><th scope="col">audit</th><th scope="col" class="number">documents</th><th scope="col">verdict</th>${categories.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${entries.map(
      (entry) => overviewRow(entry, categories),
    )}</tbody></table>`,
  )}</section>`
}

function overviewRow({ name, href, audit, verdict }: SiteEntry, categories: Audit['categories']): Html {
  const telling = new Map(headlines(audit).map((headline) => [headline.category.id, headline]))
  return html`<tr><th scope="row"><a href="${href}">${quoted(name)}</a><small><code>${audit.corpus.hash.slice(0, 8)}</code></small></th><td class="number">${count(audit.corpus.documents)}</td><td>${verdictCell(verdict)}</td>${categories.map(
    ({ id }) => {
      const { estimate, measure, reason } = telling.get(id) ?? {}
      if (!estimate || !measure || estimate.value === null) return html`<td class="because">not measured${reason && `: ${reason}`}</td>`
      const { status, tone } = meaningOf(measure, estimate, verdict)
      return html`<td>${quantity(estimate.value, measure.unit, estimate.interval ?? [])}<small>${measure.title}</small>${tone !== 'plain' && html`<span class="status ${tone}">${status}</span>`}</td>`
    },
  )}</tr>`
}

function verdictCell(verdict: Verdict | undefined): Html {
  if (!verdict) return html`<span class="none">none</span>`
  const word = verdict.exit === 3 ? 'undecided' : verdict.passed ? 'passed' : 'failed'
  return html`<span class="status ${word === 'passed' ? 'good' : 'bad'}">${word}</span>`
}

/** A chart for each headline measure of a category that at least two of the audits have. */
function chartsOf(entries: readonly SiteEntry[], category: string, releases: boolean): Chart[] {
  const ids = new Set(entries.flatMap(({ audit }) => audit.categories.find(({ id }) => id === category)?.headlines ?? []))
  return [...ids].flatMap((id) => {
    const measure = entries.flatMap(({ audit }) => audit.measures).find((each) => each.id === id)
    const estimates = entries.map(({ audit }) => wholeEstimate(audit.estimates, id))
    if (!measure || estimates.filter((estimate) => estimate?.value != null).length < 2) return []
    return [chartOf(measure, entries, estimates, releases)]
  })
}

function chartOf(
  { id, title, unit }: Measure,
  entries: readonly SiteEntry[],
  estimates: readonly (Estimate | undefined)[],
  releases: boolean,
): Chart {
  const instruments = new Set(estimates.flatMap((estimate) => (estimate?.value == null ? [] : [estimate.instrument])))
  const measured = estimates.flatMap((estimate, i) => (estimate?.value == null ? [] : [{ name: entries[i]!.name, value: estimate.value }]))
  const [least, most] = [measured.reduce((a, b) => (b.value < a.value ? b : a)), measured.reduce((a, b) => (b.value > a.value ? b : a))]
  return {
    id,
    analysis: id,
    title,
    summary: `From ${quantity(least.value, unit)} (${least.name}) to ${quantity(most.value, unit)} (${most.name}), with 95\u202f% intervals.${
      instruments.size > 1 ? ' They were not all measured with the same instrument, and cannot be contrasted.' : ''
    }`,
    form: 'intervals',
    unit,
    category: entries.map(({ name }) => name),
    value: estimates.map((estimate) => estimate?.value ?? null),
    low: estimates.map((estimate) => estimate?.interval?.[0] ?? null),
    high: estimates.map((estimate) => estimate?.interval?.[1] ?? null),
    joined: releases && instruments.size === 1,
  }
}
