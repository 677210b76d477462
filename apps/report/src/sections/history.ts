import type { Audit, Chart } from '@corpuscope/core'
import { quantity } from '@corpuscope/core/number-text'
import { type Html, html } from '../html.ts'
import type { Figures } from './figures.ts'

/** The numbers of one run of the gate. */
export interface RunNumbers {
  readonly time: string
  readonly measures: readonly {
    readonly measure: string
    readonly value: number
    readonly interval: readonly [number, number] | null
    readonly instrument?: string | undefined
  }[]
}

/** Headline measures over the runs of the gate, a chart each; nothing when there is but one run. */
export async function historySection(audit: Audit, runs: readonly RunNumbers[], figures: Figures): Promise<Html | undefined> {
  if (runs.length < 2) return undefined
  const drawn: Html[] = []
  for (const { id, title, unit } of audit.measures) {
    if (!audit.categories.some(({ headlines }) => headlines.includes(id))) continue
    const chart = chartOf(id, title, unit, runs)
    if (chart) drawn.push(await figures(chart))
  }
  if (drawn.length === 0) return undefined
  return html`<section id="history" aria-labelledby="history-title"><h2 id="history-title">Over time</h2><p class="question">The headline numbers of the last ${runs.length} runs of the gate, the newest last.</p>${drawn}</section>`
}

function chartOf(id: string, title: string, unit: string, runs: readonly RunNumbers[]): Chart | undefined {
  const found = runs.map((run) => run.measures.find(({ measure }) => measure === id))
  const values = found.flatMap((each) => (each ? [each.value] : []))
  if (values.length < 2) return undefined
  const instruments = new Set(found.flatMap((each) => (each ? [each.instrument] : [])))
  const [first, last] = [values[0]!, values.at(-1)!]
  const hint = instruments.size > 1 ? ' They were not all measured with the same instrument, and cannot be contrasted.' : ''
  return {
    id,
    analysis: id,
    title,
    summary: `${quantity(first, unit)} at first, ${quantity(last, unit)} now, with 95 % intervals.${hint}`,
    form: 'intervals',
    unit,
    category: labelsOf(runs),
    value: found.map((each) => each?.value ?? null),
    low: found.map((each) => each?.interval?.[0] ?? null),
    high: found.map((each) => each?.interval?.[1] ?? null),
    joined: instruments.size === 1,
  }
}

/** Days, or where a day has several runs their times, no finer than tells them apart. */
function labelsOf(runs: readonly RunNumbers[]): string[] {
  const forms = [
    (time: string) => time.slice(0, 10),
    (time: string) => time.slice(5, 16).replace('T', ' '),
    (time: string) => time.slice(11, 19),
  ]
  const form = forms.find((of) => new Set(runs.map(({ time }) => of(time))).size === runs.length) ?? forms.at(-1)!
  return runs.map(({ time }) => form(time))
}
