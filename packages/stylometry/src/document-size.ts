import type { Analysis, Document } from '@corpuscope/core'
import { sentences, trimmedLines } from '@corpuscope/text'
import { type GroupedMeasure, perDocumentGroup } from './grouped.ts'

const measure = (id: string, title: string, unit: string, definition: string): GroupedMeasure => ({
  id,
  title,
  unit,
  range: [0, null],
  direction: 'descriptive',
  definition: `Mean over documents of ${definition}; an empty document counts as 0. The CV beside it tells how much lengths vary.`,
  source: { text: 'Definition of this project; beside words as in Baayen 2001, Word Frequency Distributions' },
  leftOut: 'no document is',
})

const measures: readonly GroupedMeasure[] = [
  measure(
    'document-sentences',
    'Sentences a document',
    'sentences',
    'the number of sentences; a line break ends a sentence, unless the line is wrapped prose',
  ),
  measure('document-lines', 'Lines a document', 'lines', 'the number of lines with text'),
  measure('document-characters', 'Characters a document', 'characters', 'the number of characters (UTF-16 units), white space included'),
]

/** How long one document is, by measure id. */
export function documentSizeOf(document: Document): Record<string, number> {
  const { starts, ends, count } = trimmedLines(document)
  let lines = 0
  for (let i = 0; i < count; i++) if (ends[i]! > starts[i]!) lines++
  return {
    'document-sentences': sentences(document).count,
    'document-lines': lines,
    'document-characters': document.text.length,
  }
}

/** Sentences, lines and characters a document, beside its words (`document-length`). */
export const documentSize = (): Analysis<null> =>
  perDocumentGroup({ id: 'document-size', title: 'Length over documents', measures, of: documentSizeOf })
