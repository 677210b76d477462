import { drawnOf, interactiveMap, mostLivePoints } from '@corpuscope/charts'
import type { Chart } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { briefChartTable } from '../chart-table.ts'
import { dataTable } from '../data-table.ts'
import type { Draw } from '../drawings.ts'
import { type Html, html } from '../html.ts'
import { packed } from '../packed.ts'

/** Two drawings of each chart, one for a wide window and one for a narrow: text in them keeps its size. In pixels. */
const widths = { wide: 600, narrow: 340 } as const

/** Puts a chart on a page; charts are numbered in the order in which they come. */
export type Figures = (chart: Chart) => Promise<Html>

export function figuresOf(draw: Draw): Figures {
  let number = 0
  return (chart) => figure(chart, ++number, draw)
}

/** A chart as a still picture that needs no script, its summary, and the numbers behind it. A map carries data for a live one. */
async function figure(chart: Chart, number: number, draw: Draw): Promise<Html> {
  const id = `figure-${number}`
  const drawings: Html[] = []
  for (const [name, width] of Object.entries(widths)) drawings.push(html`<div class="drawing ${name}">${await draw(chart, width)}</div>`)
  const { drawn, of } = drawnOf(chart)
  const part =
    drawn < of
      ? `Drawn here: ${chart.form === 'map' ? `${count(drawn)} of ${count(of)} documents, evenly chosen` : `the first ${count(drawn)} of ${count(of)}`}. `
      : ''
  return html`<figure id="${id}" class="${chart.form}"><figcaption><h4>${chart.title}</h4><p>${chart.summary}</p>${part && html`<p class="aside">${part}</p>`}<details><summary>the numbers behind it</summary>${dataTable(
    briefChartTable(chart),
  )}</details></figcaption><div class="picture"><div class="still">${drawings}</div>${
    chart.form === 'map' && chart.document.length > 0 && (await liveMap(chart, id))
  }</div></figure>`
}

async function liveMap(chart: Extract<Chart, { form: 'map' }>, id: string): Promise<Html> {
  const { x, y, fields, ...map } = await interactiveMap(chart, widths.wide)
  const { drawn, of } = drawnOf(chart, mostLivePoints)
  const named = fields.map(({ name, groups: { codes: _, ...groups } }) => ({ name, groups }))
  return html`<div class="live" hidden data-map="${id}-data" data-summary="${chart.summary}"><div class="controls"><label for="${id}-field">Colour by</label> <select id="${id}-field"></select><button type="button">Whole map</button></div><div class="canvas" tabindex="0" role="group" aria-label="Map: arrow keys choose documents"></div><p class="pointed" aria-live="polite">Point at a document to see its name, click to open it. Drag to choose documents for the table below. Shift and drag to move, Ctrl and the wheel to come closer. By keyboard: arrows move a rectangle, with Shift they size it, Escape takes it away.</p>${
    drawn < of && html`<p class="aside">Shown: ${count(drawn)} of ${count(of)} documents, evenly chosen.</p>`
  }</div>${packed(`${id}-data`, { header: { ...map, fields: named }, columns: [x, y, ...fields.map(({ groups }) => groups.codes)] })}`
}
