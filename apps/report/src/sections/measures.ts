import { type Estimate, type Measure, meaningOf, type Verdict } from '@corpuscope/core'
import { amount, count, intervalText, quantity } from '@corpuscope/core/number-text'
import { scrolling } from '../data-table.ts'
import { type Html, html, quoted } from '../html.ts'
import { languageName } from '../languages.ts'

/** Of a descriptive measure the last column says it. */
const better: Record<Measure['direction'], string> = {
  higher: 'Higher is better.',
  lower: 'Lower is better.',
  near: 'Best near its reference.',
  descriptive: '',
}

/** Every estimate of the given measures; one of a facet, a part or the other corpus stands under its measure. */
export function measuresTable(caption: string, measures: readonly Measure[], estimates: readonly Estimate[], verdict?: Verdict): Html {
  const own = measures.map((measure) => estimates.filter((estimate) => estimate.measure === measure.id))
  const all = own.flat()
  if (all.length === 0) return html`<p>Nothing of it is part of this audit.</p>`
  // A column that says nothing in any row is left out.
  const columns = { spread: all.some(({ spread }) => spread), left: all.some(({ left }) => left > 0) }
  const rows = measures.flatMap((measure, m) => own[m]!.map((estimate, i) => row(measure, estimate, own[m]![i - 1], columns, verdict)))
  return scrolling(
    `Measures: ${caption}`,
    html`<table class="measures"><caption>${caption}: every number, with its 95 % interval.</caption><thead><tr><th scope="col">measure</th><th scope="col" class="number">value</th><th scope="col" class="number">95 % interval</th>${columns.spread && html`<th scope="col" class="number">spread</th>`}<th scope="col" class="number">documents</th>${columns.left && html`<th scope="col" class="number">left out</th>`}<th scope="col">read against</th></tr></thead><tbody>${rows}</tbody></table>`,
  )
}

interface Columns {
  readonly spread: boolean
  readonly left: boolean
}

/** `above` is the estimate of the same measure in the row above: what that says is not said again. */
function row(measure: Measure, estimate: Estimate, above: Estimate | undefined, columns: Columns, verdict?: Verdict): Html {
  const first = !above
  const { value, interval, spread, n, left, reason } = estimate
  const { unit } = measure
  const variant = variantOf(estimate)
  const name = html`${first && html`<span class="title">${measure.title}</span>`}${variant && html`<span class="variant">${!first && html`<span class="unseen">${measure.title}: </span>`}${variant}</span>`}${first && definition(measure, estimate.intervalMethod)}`
  if (value === null)
    return html`<tr><th scope="row">${name}</th><td colspan="${columns.spread ? 3 : 2}" class="because">not measured: ${reason}</td><td class="number">${count(n)}</td>${columns.left && html`<td class="number">${count(left)}</td>`}<td></td></tr>`
  const meaning = meaningOf(measure, estimate, variant ? undefined : verdict)
  return html`<tr><th scope="row">${name}</th><td class="number value">${valueCell(value, unit, interval ?? [])}</td><td class="number">${
    interval ? html`${intervalText(value, interval, unit)}` : html`<span class="none">none</span>`
  }</td>${
    columns.spread &&
    html`<td class="number">${
      spread
        ? html`<abbr title="standard deviation over documents">SD</abbr> ${unit === 'share' ? quantity(spread.sd, unit) : amount(spread.sd, unit)}${spread.cv !== null && html`<small><abbr title="coefficient of variation: standard deviation over mean">CV</abbr> ${quantity(spread.cv, 'ratio')}</small>`}`
        : html`<span class="none">none</span>`
    }</td>`
  }<td class="number">${count(n)}</td>${columns.left && html`<td class="number">${count(left)}</td>`}<td>${
    // What a description means is said once a measure, not once a facet.
    meaning.tone === 'plain'
      ? first && html`<small>${meaning.words}</small>`
      : html`<span class="status ${meaning.tone}">${meaning.status}</span><small>${meaning.words}</small>`
  }${reason && html`<small>${reason}</small>`}</td></tr>`
}

/** Units this long stand below their number: a wide column would push the others out of sight. */
const longUnit = 10

function valueCell(value: number, unit: string, beside: readonly number[]): Html {
  return unit.length <= longUnit ? html`${quantity(value, unit, beside)}` : html`${amount(value, unit, beside)}<small>${unit}</small>`
}

function variantOf({ facet, part, corpus }: Estimate): Html | undefined {
  if (!facet && part === undefined && !corpus) return undefined
  return html`${part !== undefined && quoted(part)}${facet && html`${part !== undefined && ', '}${quoted(facet.field)} = ${quoted(facet.value)}`}${
    corpus && html`${(part !== undefined || facet) && ', '}the other corpus`
  }`
}

function definition(
  { id, definition, direction, range: [least, greatest], source, languages }: Measure,
  intervalMethod: string | undefined,
): Html {
  const bounds =
    least !== null && greatest !== null
      ? `Between ${least} and ${greatest}.`
      : least !== null
        ? `${least} or more.`
        : greatest !== null
          ? `${greatest} or less.`
          : ''
  const spoken = languages === 'any' ? 'any language' : languages?.map(languageName).join(', ')
  const facts = [
    bounds,
    better[direction],
    spoken === undefined ? '' : `For documents in ${spoken}.`,
    intervalMethod === undefined ? '' : `Interval: ${intervalMethod}.`,
  ]
    .filter((fact) => fact !== '')
    .join(' ')
  return html`<details class="definition"><summary>definition<span class="unseen"> of ${id}</span></summary><p>${definition}</p>${facts !== '' && html`<p>${facts}</p>`}<p>Source: ${source.text}${source.url !== undefined && html` (${source.url})`}</p><p><code>${id}</code></p></details>`
}
