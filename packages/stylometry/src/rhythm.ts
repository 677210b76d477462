import type { Analysis, Document } from '@corpuscope/core'
import { meanAndCv } from '@corpuscope/statistics'
import { column, sentenceWords, words } from '@corpuscope/text'
import { type GroupedMeasure, perDocumentGroup } from './grouped.ts'

const fewest = 5
const openingWords = 2

const measures: readonly GroupedMeasure[] = [
  {
    id: 'sentence-burstiness',
    title: 'Burstiness of sentence length',
    unit: 'index',
    range: [-1, 1],
    direction: 'descriptive',
    definition:
      'Mean over documents of (s - m) / (s + m), m the mean and s the standard deviation (n - 1) of words a sentence: -1 where all are alike, 0 as for a Poisson process, towards 1 where long ones stand among many short ones. Machine-written text is often more even.',
    source: { text: 'Goh & Barabási 2008, EPL 81:48002', url: 'https://doi.org/10.1209/0295-5075/81/48002' },
    leftOut: `fewer than ${fewest} sentences`,
  },
  {
    id: 'repeated-opening-share',
    title: 'Sentences that open alike',
    unit: 'share',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Mean over documents of sentences whose first ${openingWords} words opened an earlier sentence of the document / sentences of ${openingWords} words or more; letter case does not count.`,
    source: { text: 'Definition of this project' },
    leftOut: `fewer than ${fewest} sentences of ${openingWords} words`,
  },
]

/** The rhythm of one document's sentences, by measure id. */
export function rhythmOf(document: Document): Record<string, number | null> {
  const { types, frequencies } = words(document)
  const firsts = sentenceWords(document)
  const n = firsts.length - 1
  const lengths = column.u32(n)
  const openings = new Set<number>()
  let opened = 0
  for (let s = 0; s < n; s++) {
    const first = firsts[s]!
    lengths[s] = firsts[s + 1]! - first
    if (lengths[s]! < openingWords) continue
    opened++
    openings.add(types[first]! * frequencies.length + types[first + 1]!)
  }
  const cv = n < fewest ? null : (meanAndCv(lengths)?.cv ?? null)
  return {
    'sentence-burstiness': cv === null ? null : (cv - 1) / (cv + 1),
    'repeated-opening-share': opened < fewest ? null : 1 - openings.size / opened,
  }
}

/** How sentences follow each other: even or in bursts, opening alike or each its own way. */
export const rhythm = (): Analysis<null> => perDocumentGroup({ id: 'rhythm', title: 'Rhythm over documents', measures, of: rhythmOf })
