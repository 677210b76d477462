import { type Audit, type Category, isWhole, markdownText, summaryOf } from '@corpuscope/core'
import { count, intervalText, quantity } from '@corpuscope/core/number-text'
import { categoryTable, findingTable, paragraphs } from './markdown-summary.ts'
import { markdownTable } from './markdown-table.ts'

/** A section for the README.md of a dataset: what was measured, what could not be, and how to measure it again. */
export function datasetCard(audit: Audit): string {
  const { corpus, provenance, suite } = audit
  return paragraphs([
    '## Measured quality',
    `Measured over ${count(corpus.documents)} documents with [corpuscope](https://www.npmjs.com/package/corpuscope) ${provenance.version}, suite ${markdownText(suite.title)}, seed ${provenance.seed}. Intervals are 95 %. The corpus is the one whose sorted document keys have the SHA-256 \`${corpus.hash}\`.`,
    categoryTable(audit),
    ...audit.categories.map((category) => numbersOf(audit, category)),
    '### Findings',
    findingTable(audit) ?? 'No rule found anything in any document.',
    limits(audit),
    sources(audit),
  ])
}

function numbersOf(audit: Audit, category: Category): string | undefined {
  const shown = summaryOf(audit, category)
  if (shown.length === 0) return undefined
  const rows = shown.map(({ measure: id, value, interval, n }) => {
    const { title, unit } = audit.measures.find((measure) => measure.id === id)!
    return [title, quantity(value!, unit, interval ?? []), interval ? intervalText(value!, interval, unit) : 'none', count(n)]
  })
  return `### ${markdownText(category.title)}\n\n${markdownText(category.question)}\n\n${markdownTable(['measure', 'value', '95 % interval', 'documents'], rows)}`
}

/** What a reader must not take for measured. */
function limits({ estimates, categories, corpus }: Audit): string | undefined {
  const absent = categories.flatMap(({ title, headlines }) =>
    estimates
      .filter((estimate) => isWhole(estimate) && estimate.value === null && headlines.includes(estimate.measure))
      .map(({ measure, reason = '' }) => `- ${markdownText(title)}: \`${measure}\` was not measured: ${markdownText(reason)}`),
  )
  const unread = corpus.unread.map(({ what, count: n }) => `- ${count(n)} records were not read: ${markdownText(what)}`)
  const lines = [...absent, ...unread]
  return lines.length === 0 ? undefined : `### Not measured\n\n${lines.join('\n')}`
}

function sources({ provenance: { references } }: Audit): string | undefined {
  if (references.length === 0) return undefined
  const lines = references.map(
    ({ title, edition, licence }) => `- ${markdownText(title)} (${markdownText(edition)}; ${markdownText(licence)})`,
  )
  return `### Read against\n\n${lines.join('\n')}`
}
