import { type Analysis, concludeState, createState, type Document, type Feature, observer, type State, type Suite } from '@corpuscope/core'

/** What one analysis concludes of some documents, as an audit would. */
export async function audited(
  analysis: Analysis,
  documents: readonly Document[],
  language = 'en',
  { against, features = [] }: { readonly against?: readonly Document[]; readonly features?: readonly Feature[] } = {},
) {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'style', title: 'Style', question: '?', analyses: [analysis], headlines: [] }],
    features,
    references: [],
    language: (document) => document.language ?? language,
  }
  const observed = (each: readonly Document[]): State => {
    const state = createState(suite)
    const observe = observer(suite, state)
    for (const document of each) observe(document, 'text')
    return state
  }
  const companions = against ? { against: observed(against) } : {}
  const { audit, documentValues, rows } = await concludeState(suite, observed(documents), {
    version: '0',
    seed: 1,
    options: {},
    companions,
  })
  return { audit, documentValues, rows, estimate: (id: string) => audit.estimates.find(({ measure }) => measure === id) }
}
