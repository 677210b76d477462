import type { Audit, Category, Estimate, Measure, Verdict } from '@corpuscope/core'
import { amount, count, intervalText, quantity } from '@corpuscope/core/number-text'
import { scrolling } from '../data-table.ts'
import { type Html, html, quoted } from '../html.ts'
import { measuresTable } from './measures.ts'

/** Measures that stand open: headlines, what the policy judges, and the first of the others. */
const openMeasures = 8

/** Values of a field whose estimates the page shows, those of the most documents. */
const mostValues = 12

/** The measures of a category: what speaks for it open; the others, the values of fields and what has no value a click away. */
export function categoryMeasures({ measures: all, estimates }: Audit, category: Category, verdict?: Verdict): Html {
  const ids = new Set(category.measures)
  const own = estimates.filter(({ measure }) => ids.has(measure))
  const whole = own.filter(({ facet }) => !facet)
  const measures = all.filter(({ id }) => ids.has(id))
  const withValue = new Set(whole.flatMap(({ measure, value }) => (value === null ? [] : measure)))
  const measured = measures.filter(({ id }) => withValue.has(id))
  const absent = measures.filter(({ id }) => !withValue.has(id))
  const judged = new Set(verdict?.rules.map(({ measure }) => measure))
  const first = measured.filter(({ id }) => category.headlines.includes(id) || judged.has(id))
  const others = measured.filter((measure) => !first.includes(measure)).slice(Math.max(0, openMeasures - first.length))
  const open = measured.filter((measure) => !others.includes(measure))
  const more = (what: string, rows: readonly Measure[]): Html | false =>
    rows.length > 0 &&
    html`<details class="long"><summary>${what}</summary>${measuresTable(`${category.title}: ${what}`, rows, whole, verdict)}</details>`
  return html`<h3>Measures</h3>${open.length > 0 ? measuresTable(category.title, open, whole, verdict) : html`<p>Nothing of it was measured.</p>`}${more(
    many(others.length, 'more measure'),
    others,
  )}${fieldsOf(own).map((field) => byField(category, field, measures, own))}${more(
    `${many(absent.length, 'measure')} without a value, and why`,
    absent,
  )}`
}

const fieldsOf = (estimates: readonly Estimate[]): string[] => [...new Set(estimates.flatMap(({ facet }) => facet?.field ?? []))]

/** A row a measure, a column a value of the field: what is to be compared stands side by side. */
function byField(category: Category, field: string, measures: readonly Measure[], estimates: readonly Estimate[]): Html {
  const own = estimates.filter(({ facet, value, part }) => facet?.field === field && value !== null && part === undefined)
  const documents = new Map<string, number>()
  for (const { facet, n } of own) documents.set(facet!.value, Math.max(n, documents.get(facet!.value) ?? 0))
  const values = [...documents].sort((a, b) => b[1] - a[1])
  const shown = values.slice(0, mostValues)
  const cells = new Map(own.map((estimate) => [`${estimate.measure}\n${estimate.facet!.value}`, estimate]))
  const withCells = new Set(own.map(({ measure }) => measure))
  const part =
    shown.length < values.length
      ? ` The ${count(shown.length)} values of most documents; "corpuscope export" gives the measures of all ${count(values.length)}.`
      : ''
  const caption = `${category.title} by ${field}`
  return html`<details class="long"><summary>By ${quoted(field)}: ${many(values.length, 'value')}</summary>${scrolling(
    caption,
    html`<table class="by-field"><caption>${caption}, with 95 % intervals.${part}</caption><thead><tr><th scope="col">measure</th>${shown.map(
      ([value, n]) => html`<th scope="col" class="number">${quoted(value)}<small>${many(n, 'document')}</small></th>`,
    )}</tr></thead><tbody>${measures
      .filter(({ id }) => withCells.has(id))
      .map(
        ({ id, title, unit }) =>
          html`<tr><th scope="row">${title}${!bare.has(unit) && html`<small>${unit}</small>`}</th>${shown.map(([value]) => valueCell(cells.get(`${id}\n${value}`), unit))}</tr>`,
      )}</tbody></table>`,
  )}</details>`
}

/** Units that stand with each number, or need no word. */
const bare: ReadonlySet<string> = new Set(['share', 'ratio'])

function valueCell(estimate: Estimate | undefined, unit: string): Html {
  if (!estimate || estimate.value === null) return html`<td class="none">none</td>`
  const { value, interval } = estimate
  const text = bare.has(unit) ? quantity(value, unit, interval ?? []) : amount(value, unit, interval ?? [])
  return html`<td>${text}${interval && html`<small>${intervalText(value, interval, unit)}</small>`}</td>`
}

const many = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`
