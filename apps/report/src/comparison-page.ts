import type { Audit, Measure } from '@corpuscope/core'
import { amount, count, intervalText, quantity } from '@corpuscope/core/number-text'
import type { Comparison } from '@corpuscope/gate'
import type { Assets } from './assets.ts'
import { scrolling } from './data-table.ts'
import { type Html, html, quoted } from './html.ts'
import { bar, inShell } from './shell.ts'

type Difference = Comparison['measures'][number]

export interface ComparisonInput {
  readonly comparison: Comparison
  readonly before: Audit
  readonly after: Audit
  /** What the two are called: folder names, releases. */
  readonly names: readonly [string, string]
}

/** Adjusted p at or below this moved beyond chance: of such differences at most 5 % are expected to be false. */
const level = 0.05
/** Ids that a list of documents shows. */
const listed = 50

/** Two audits side by side: what moved beyond chance first, then what did not, then the documents that came and went. */
export async function renderComparison({ comparison, before, after, names }: ComparisonInput, assets?: Assets): Promise<string> {
  const measures = new Map([...before.measures, ...after.measures].map((measure) => [measure.id, measure]))
  const moved = comparison.measures.filter(hasMoved).sort((a, b) => gravity(a) - gravity(b))
  const same = comparison.measures.filter((each) => !hasMoved(each))
  const categories = after.categories.map(({ id, title, measures: ids }) => ({ id, title, ids: new Set(ids) }))
  const table = (caption: string, rows: readonly Difference[]): Html => differences(caption, rows, measures, names)
  return inShell(
    {
      title: `From ${names[0]} to ${names[1]}: corpuscope comparison`,
      version: after.provenance.version,
      header: html`<header>${bar}<h1>From ${quoted(names[0])} to ${quoted(names[1])}</h1><p class="facts">${documentsText(comparison)}</p></header>`,
      main: html`<section id="moved" aria-labelledby="moved-title"><h2 id="moved-title">Moved beyond chance</h2>
<p class="question">${
        moved.length === 0
          ? 'No measure moved by more than the intervals of the two audits allow for.'
          : `${count(moved.length)} of ${count(comparison.measures.length)} numbers moved; of these about 5 % are false (Benjamini-Hochberg).`
      }</p>${moved.length > 0 && table('Moved beyond chance', moved)}</section>
${changesSection(comparison)}
<section id="same" aria-labelledby="same-title"><h2 id="same-title">Within chance, or without an interval</h2>${categories.map(
        ({ title, ids }) => {
          const rows = same.filter(({ measure }) => ids.has(measure))
          return (
            rows.length > 0 && html`<details class="long"><summary>${title}: ${count(rows.length)}</summary>${table(title, rows)}</details>`
          )
        },
      )}</section>
${leftSection(comparison, measures)}`,
    },
    assets,
  )
}

// What got worse is what the reader came for.
const gravity = ({ better }: Difference): number => (better === false ? 0 : better === null ? 1 : 2)

const hasMoved = ({ adjusted }: Difference): boolean => adjusted !== null && adjusted <= level

const documentsText = ({ before, after }: Comparison): string =>
  `${count(before.documents)} documents, then ${count(after.documents)}${before.hash === after.hash ? ': the same corpus' : ''}.`

function differences(
  caption: string,
  rows: readonly Difference[],
  measures: ReadonlyMap<string, Measure>,
  [first, second]: readonly [string, string],
): Html {
  return scrolling(
    caption,
    html`<table class="measures"><caption>${caption}: each number in both audits, and the 95 % interval of the difference.</caption><thead><tr><th scope="col">measure</th><th scope="col" class="number">${quoted(first)}</th><th scope="col" class="number">${quoted(second)}</th><th scope="col" class="number">difference</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">effect</th><th scope="col">what it means</th></tr></thead><tbody>${rows.map(
      (row) => differenceRow(row, measures.get(row.measure)!),
    )}</tbody></table>`,
  )
}

function differenceRow(row: Difference, { title, unit }: Measure): Html {
  const { before, after, difference, interval, effect, adjusted, better, facet, part } = row
  const where = html`${facet && html`<span class="variant">${quoted(facet.field)} = ${quoted(facet.value)}</span>`}${part !== undefined && html`<span class="variant">${quoted(part)}</span>`}`
  const sign = difference > 0 ? '+' : ''
  const word = !hasMoved(row) ? 'within chance' : better === null ? 'moved' : better ? 'better' : 'worse'
  const tone = !hasMoved(row) ? 'plain' : better === null ? 'far' : better ? 'good' : 'bad'
  return html`<tr><th scope="row"><span class="title">${title}</span>${where}<small><code>${row.measure}</code></small></th><td class="number">${numberCell(before, unit, after)}</td><td class="number">${numberCell(after, unit, before)}</td><td class="number value">${sign}${amount(difference, unit)}${unit === 'share' && html`<small>points</small>`}</td><td class="number">${
    interval ? intervalText(difference, interval, unit) : html`<span class="none">none</span>`
  }</td><td class="number">${effect ? html`${amount(effect.value, 'ratio')}<small>${effect.name}</small>` : html`<span class="none">none</span>`}</td><td><span class="status ${tone}">${word}</span>${
    adjusted !== null && html`<small>adjusted p ${adjusted < 0.001 ? '< 0.001' : adjusted.toPrecision(2)}</small>`
  }</td></tr>`
}

/** A unit of words stands below its number: side by side two of them would push the rest out of sight. */
const numberCell = (value: number, unit: string, beside: number): Html =>
  unit === 'share' || unit === 'ratio'
    ? html`${quantity(value, unit, [beside])}`
    : html`${amount(value, unit, [beside])}<small>${unit}</small>`

function changesSection({ documents }: Comparison): Html | undefined {
  if (!documents) return undefined
  const ways = [
    ['New', documents.added],
    ['Gone', documents.removed],
    ['With another text', documents.changed],
    ['With another label', documents.relabelled],
  ] as const
  const none = ways.every(([, ids]) => ids.length === 0)
  return html`<section id="documents" aria-labelledby="documents-title"><h2 id="documents-title">Documents</h2>${
    none
      ? html`<p>None came, went or changed.</p>`
      : ways.map(
          ([title, ids]) =>
            ids.length > 0 &&
            html`<details class="long"><summary>${title}: ${count(ids.length)}</summary><ul>${ids.slice(0, listed).map((id) => html`<li>${quoted(id)}</li>`)}</ul>${
              ids.length > listed && html`<p class="aside">and ${count(ids.length - listed)} more.</p>`
            }</details>`,
        )
  }</section>`
}

function leftSection({ left }: Comparison, measures: ReadonlyMap<string, Measure>): Html | undefined {
  if (left.length === 0) return undefined
  return html`<section id="left" aria-labelledby="left-title"><h2 id="left-title">Not contrasted</h2><details class="long"><summary>${count(left.length)} measures, and why</summary><ul>${left.map(
    ({ measure, reason }) => html`<li>${measures.get(measure)?.title ?? measure}: ${reason}</li>`,
  )}</ul></details></section>`
}
