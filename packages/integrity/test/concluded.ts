import { type Analysis, concludeState, createState, type Document, observer } from '@corpuscope/core'

/** What an analysis makes of these documents. */
export async function concluded(analysis: Analysis, documents: readonly Document[]) {
  const suite = {
    ...{ id: 'one', title: 'One', features: [], references: [], language: () => 'en' },
    categories: [{ id: 'one', title: 'One', question: 'Which?', analyses: [analysis], headlines: [] }],
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const document of documents) observe(document, 'test')
  const { audit, findings } = await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  return {
    values: Object.fromEntries(audit.estimates.map(({ measure, value }) => [measure, value])),
    estimates: audit.estimates,
    tables: audit.tables,
    findings: findings.map(({ rule, document, message, span }) => ({ rule, document, message, ...(span && { span }) })),
  }
}
