import {
  type Analysis,
  type Conclusion,
  concludeState,
  createState,
  type Document,
  type Feature,
  observer,
  type Reference,
  type Suite,
} from '@corpuscope/core'

/** What an analysis, or several, conclude of some documents. */
export async function auditOf(
  analysis: Analysis | readonly Analysis[],
  documents: readonly Document[],
  reference: Reference,
  features: readonly Feature[] = [],
): Promise<Conclusion> {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'case-mix', title: 'Case mix', question: 'Whose?', analyses: [analysis].flat(), headlines: [] }],
    features,
    references: [reference],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const document of documents) observe(document, 'test')
  return concludeState(suite, state, { version: '0', seed: 1, options: {} })
}
