import { type Analysis, concludeState, createState, type Document, observer, type Suite } from '@corpuscope/core'

/** What one analysis concludes of some documents, as an audit would. */
export async function audited(analysis: Analysis, documents: readonly Document[], language = 'en') {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'style', title: 'Style', question: '?', analyses: [analysis], headlines: [] }],
    features: [],
    references: [],
    language: (document) => document.language ?? language,
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const document of documents) observe(document, 'text')
  const { audit, documentValues, rows } = await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  return { audit, documentValues, rows, estimate: (id: string) => audit.estimates.find(({ measure }) => measure === id) }
}
