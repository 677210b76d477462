import { type Audit, type Headline, headlines, type Meaning, meaningOf, type Note, type Verdict } from '@corpuscope/core'
import { count, intervalText, quantity } from '@corpuscope/core/number-text'
import { type Html, html } from '../html.ts'

const order: readonly Meaning['tone'][] = ['bad', 'far', 'good', 'plain', 'absent']
const rank = (tone: Meaning['tone']): number => (tone === 'plain' ? order.indexOf('good') : order.indexOf(tone))

/** One line a category: its question, its most telling number and what that means. Broken and surprising ones come first. */
export function summarySection(audit: Audit, verdict?: Verdict): Html {
  const lines = headlines(audit)
    .map((headline) => ({ headline, meaning: withErrors(audit, headline, meaning(headline, verdict)) }))
    .sort((a, b) => rank(a.meaning.tone) - rank(b.meaning.tone))
  const notes = audit.notes.filter((note) => note.analysis === null)
  return html`<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">At a glance</h2>
<ol class="answers">${lines.map(({ headline, meaning }) => line(headline, meaning))}</ol>${notesList(notes)}</section>`
}

function meaning({ estimate, measure, reason }: Headline, verdict?: Verdict): Meaning {
  if (estimate && measure) return meaningOf(measure, estimate, verdict)
  return { status: 'not measured', tone: 'absent', words: reason ?? '' }
}

/** What rules found to be an error is said on the first screen too, and no calm word stands beside it. */
function withErrors({ findingCounts }: Audit, { category }: Headline, read: Meaning): Meaning {
  const own = findingCounts.filter(({ rule, severity }) => severity === 'error' && category.rules.includes(rule))
  const errors = own.reduce((sum, { findings }) => sum + findings, 0)
  if (errors === 0 || read.tone === 'absent') return read
  const words = `Rules found ${count(errors)} ${errors === 1 ? 'error' : 'errors'} in it, listed below under Findings. ${read.words}`
  return read.tone === 'bad' || read.tone === 'far' ? { ...read, words } : { status: 'errors found', tone: 'far', words }
}

function line({ category, estimate, measure }: Headline, meaning: Meaning): Html {
  const heading = html`<h3><a href="#${sectionId(category.id)}">${category.title}</a></h3><p class="question">${category.question}</p>`
  if (!estimate || !measure || estimate.value === null)
    return html`<li class="absent"><div>${heading}</div><p class="because">Not measured, because ${meaning.words.replace(/\.$/, '')}.</p></li>`
  const { value, interval, n, left } = estimate
  return html`<li class="${meaning.tone}"><div>${heading}</div><div><p class="telling"><span class="value">${quantity(value, measure.unit, interval ?? [])}</span>${
    interval && html` <span class="interval">(${intervalText(value, interval, measure.unit)})</span>`
  }</p><p class="named">${measure.title}, over ${count(n)} ${n === 1 ? 'document' : 'documents'}${left > 0 && `; ${count(left)} left out`}</p></div><div><p><span class="status ${
    meaning.tone
  }">${meaning.status}</span></p><p class="meaning">${meaning.words}</p></div></li>`
}

/** The id of a category's section; ids are ours or a suite's, yet any text is possible. */
export const sectionId = (category: string): string => `category-${category.replace(/[^A-Za-z0-9-]/g, '_')}`

/** Notes that stand open; the further ones are a click away. */
const openNotes = 3

export function notesList(notes: readonly Note[]): Html | undefined {
  if (notes.length === 0) return undefined
  // One alone is no reason to click.
  const open = notes.length > openNotes + 1 ? openNotes : notes.length
  const items = notes.map((note) => html`<li>${note.text}</li>`)
  return html`<div class="notes"><ul>${items.slice(0, open)}</ul>${
    open < items.length && html`<details><summary>${count(items.length - open)} more notes</summary><ul>${items.slice(open)}</ul></details>`
  }</div>`
}
