import { type Analysis, type Measure, type Rule, shareEstimate } from '@corpuscope/core'

const measure: Measure = {
  id: 'empty-document-share',
  title: 'Empty documents',
  unit: 'share',
  range: [0, 1],
  direction: 'lower',
  definition: 'Documents without a character that can be seen (white space, controls and format characters are none) / documents.',
  source: { text: 'White space, Cc and Cf of the Unicode Standard, version 15' },
}

const rule: Rule = {
  id: 'empty-document',
  title: 'Empty document',
  severity: 'warning',
  measure: measure.id,
  definition: 'The document has no character that can be seen.',
}

interface EmptyCounts {
  documents: number
  empty: number
}

const visible = /[^\s\p{Cc}\p{Cf}]/u

/** Documents with nothing to read in them: a failed export, a field that was not filled in. */
export const emptyDocuments = (): Analysis<EmptyCounts> => ({
  id: 'empty-documents',
  measures: [measure],
  rules: [rule],
  create: () => ({ documents: 0, empty: 0 }),
  observe(partial, { text }) {
    partial.documents++
    if (visible.test(text)) return undefined
    partial.empty++
    const message = text === '' ? 'has no text' : 'has nothing but white space and marks that cannot be seen'
    return { findings: [{ rule: rule.id, severity: rule.severity, message, identity: '' }] }
  },
  merge(partial, other) {
    partial.documents += other.documents
    partial.empty += other.empty
  },
  conclude: ({ documents, empty }) => ({ estimates: [shareEstimate(measure, empty, documents)] }),
})
