import type { Audit, Category, Verdict } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import { dataTable } from '../data-table.ts'
import { type Html, html } from '../html.ts'
import { figure } from './figures.ts'
import { measuresTable } from './measures.ts'
import { notesList, sectionId } from './summary.ts'

/** Rows of a table that stand open on the page; longer tables are a click away. */
const openRows = 12

/** Measures that stand open: headlines, what the policy judges, and the first of the others. */
const openMeasures = 8

/** All that the analyses of a category found. `figures` numbers the charts through the page. */
export async function categorySection(audit: Audit, category: Category, figures: () => number, verdict?: Verdict): Promise<Html> {
  const analyses = new Set(category.analyses)
  const ids = new Set(category.measures)
  const measures = audit.measures.filter((measure) => ids.has(measure.id))
  const judged = new Set(verdict?.rules.map(({ measure }) => measure))
  const first = measures.filter((measure) => category.headlines.includes(measure.id) || judged.has(measure.id))
  const rest = measures.filter((measure) => !first.includes(measure))
  const others = rest.slice(Math.max(0, openMeasures - first.length))
  const open = measures.filter((measure) => !others.includes(measure))
  const id = sectionId(category.id)
  const drawn: Html[] = []
  for (const chart of audit.charts) if (analyses.has(chart.analysis)) drawn.push(await figure(chart, figures()))
  const tables = audit.tables.filter((table) => analyses.has(table.analysis))
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${category.title}</h2><p class="question">${category.question}</p>
${notesList(audit.notes.filter((note) => note.analysis !== null && analyses.has(note.analysis)))}
<h3>Measures</h3>${measuresTable(category.title, open, audit.estimates, verdict)}${
    others.length > 0 &&
    html`<details class="long"><summary>${count(others.length)} more measures</summary>${measuresTable(`${category.title}, the others`, others, audit.estimates, verdict)}</details>`
  }
${drawn.length > 0 && html`<h3>Charts</h3>${drawn}`}
${
  tables.length > 0 &&
  html`<h3>Tables</h3>${tables.map((table) => {
    const shown = dataTable({ caption: table.title, columns: table.columns, rows: table.rows })
    return table.rows.length > openRows ? html`<details class="long"><summary>${table.title}</summary>${shown}</details>` : shown
  })}`
}</section>`
}
