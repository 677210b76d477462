import { type Analysis, type Conclusion, concludeState, createDocument, createState, type Draft, observer } from '@corpuscope/core'

/** What one analysis makes of these documents. */
export async function concluded(analysis: Analysis<never>, drafts: readonly Draft[]): Promise<Conclusion> {
  const suite = {
    id: 's',
    title: 's',
    categories: [{ id: 'c', title: 'c', question: 'c?', analyses: [analysis as Analysis], headlines: [] }],
    features: [],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const draft of drafts) observe(createDocument(draft), 'test')
  return concludeState(suite, state, { version: '0', seed: 1, options: {} })
}
