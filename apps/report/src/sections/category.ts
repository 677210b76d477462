import type { Audit, Category, Chart, Verdict } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { dataTable } from '../data-table.ts'
import { type Html, html } from '../html.ts'
import { categoryMeasures } from './category-measures.ts'
import type { Figures } from './figures.ts'

import { notesList, sectionId } from './summary.ts'

/** Rows of a table that stand open on the page; longer tables are a click away. */
const openRows = 12

/** Charts of one form that stand open in a category: each form is shown, and none fills the page. */
const openCharts = 2

/** All that the analyses of a category found. */
export async function categorySection(audit: Audit, category: Category, figures: Figures, verdict?: Verdict): Promise<Html> {
  const analyses = new Set(category.analyses)
  const id = sectionId(category.id)
  const drawn: { chart: Chart; picture: Html }[] = []
  for (const chart of audit.charts) if (analyses.has(chart.analysis)) drawn.push({ chart, picture: await figures(chart) })
  const seen = new Map<string, number>()
  const isOpen = drawn.map(({ chart: { form } }) => {
    const before = seen.get(form) ?? 0
    seen.set(form, before + 1)
    return before < openCharts
  })
  const closed = drawn.filter((_, i) => !isOpen[i])
  const tables = audit.tables.filter((table) => analyses.has(table.analysis))
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${category.title}</h2><p class="question">${category.question}</p>
${notesList(audit.notes.filter((note) => note.analysis !== null && analyses.has(note.analysis)))}
${categoryMeasures(audit, category, verdict)}
${
  drawn.length > 0 &&
  html`<h3>Charts</h3>${drawn.flatMap(({ picture }, i) => (isOpen[i] ? picture : []))}${
    closed.length > 0 &&
    html`<details class="long charts"><summary>${many(closed.length, 'more chart')}: ${closed.map(({ chart }) => chart.title).join('; ')}</summary>${closed.map(({ picture }) => picture)}</details>`
  }`
}
${
  tables.length > 0 &&
  html`<h3>Tables</h3>${tables.map((table) => {
    const shown = dataTable({ caption: table.title, columns: table.columns, rows: table.rows })
    return table.rows.length > openRows ? html`<details class="long"><summary>${table.title}</summary>${shown}</details>` : shown
  })}`
}</section>`
}

const many = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`
