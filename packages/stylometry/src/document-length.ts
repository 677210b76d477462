import { type Analysis, perDocument } from '@corpuscope/core'
import { words } from '@corpuscope/text'

/** Words a document: the first thing a synthetic corpus gets wrong is that all its documents are equally long. */
export const documentLength = (): Analysis<null> =>
  perDocument({
    id: 'document-length',
    title: 'Document length',
    unit: 'words',
    range: [0, null],
    direction: 'descriptive',
    definition: 'Mean over documents of the number of words; an empty document counts as 0. The CV beside it tells how much lengths vary.',
    source: { text: 'Running words (tokens) as in Baayen 2001, Word Frequency Distributions' },
    of: (document) => words(document).count,
    leftOut: 'no document is',
  })
