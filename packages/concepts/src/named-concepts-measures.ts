import type { Measure } from '@corpuscope/core'
import { type AssertionStatus, assertionStatuses } from '@corpuscope/features'
import type { DocumentTally } from './named-concepts-tally.ts'

const common = { direction: 'descriptive' } as const
const ours = { text: 'Ours' }

const perDocument: Measure = {
  ...common,
  id: 'concepts-per-document',
  title: 'Different concepts a document',
  unit: 'concepts',
  range: [0, null],
  definition:
    'Mean over documents of different concepts of the vocabulary that are named; an ambiguous name counts as the first concept it may stand for.',
  source: { text: 'Songsiritat 2025, SynGP500' },
}

const vocabularyShare: Measure = {
  ...common,
  id: 'concept-vocabulary-share',
  title: 'Part of the vocabulary that is named',
  unit: 'share',
  range: [0, 1],
  definition: 'Concepts named in the corpus / concepts of the vocabulary. It grows with the corpus.',
  source: ours,
}

const diversity: Measure = {
  ...common,
  id: 'concept-diversity',
  title: 'Effective number of concepts',
  unit: 'concepts',
  range: [1, null],
  definition:
    'exp of the entropy of concepts over their mentions: as many as this, equally common, would be as varied. It grows with the corpus.',
  source: { text: 'Hill 1973, Diversity and evenness: a unifying notation', url: 'https://doi.org/10.2307/1934352' },
}

/** A measure that is a ratio of sums over documents. */
interface RatioMeasure {
  readonly measure: Measure
  readonly of: (document: DocumentTally) => readonly [part: number, whole: number]
  /** Why there may be nothing to measure, where it is not that nothing was found. */
  readonly none?: string
}

const statusTitles: Readonly<Record<AssertionStatus, string>> = {
  present: 'Concepts that the notes say are there',
  absent: 'Concepts that are denied',
  possible: 'Concepts that are possible',
  conditional: 'Concepts that depend on a condition',
  historical: 'Concepts of the past',
  family: 'Concepts of the family',
  hypothetical: 'Concepts that may come',
}

const statusMeasure = (status: AssertionStatus, place: number): RatioMeasure => ({
  measure: {
    ...common,
    id: `concept-${status}-share`,
    title: statusTitles[status],
    unit: 'share',
    range: [0, 1],
    definition: `Mentions with the assertion "${status}" / mentions in documents of a language with assertion rules (English, Spanish, French, German, Portuguese). The rules are words before and behind a mention, and the section it stands in.`,
    source: { text: 'Chapman et al. 2001 (NegEx); Harkema et al. 2009 (ConText)', url: 'https://doi.org/10.1016/j.jbi.2009.05.002' },
  },
  of: ({ statuses, judged }) => [statuses[place]!, judged],
  none: 'no name of the vocabulary stands in a document of a language with assertion rules',
})

export const ratioMeasures: readonly RatioMeasure[] = [
  {
    measure: {
      ...common,
      id: 'concept-density',
      title: 'Concepts per 100 words',
      unit: 'concepts',
      range: [0, null],
      definition: '100 x mentions of concepts of the vocabulary / words.',
      source: ours,
    },
    of: ({ mentions, words }) => [100 * mentions, words],
    none: 'no document has a word',
  },
  {
    measure: {
      ...common,
      id: 'concept-word-share',
      title: 'Words that are part of a concept',
      unit: 'share',
      range: [0, 1],
      definition: 'Words inside mentions of concepts of the vocabulary / words: how much of the text the vocabulary covers.',
      source: ours,
    },
    of: ({ covered, words }) => [covered, words],
    none: 'no document has a word',
  },
  {
    measure: {
      ...common,
      id: 'concept-ambiguity-share',
      title: 'Mentions with an ambiguous name',
      unit: 'share',
      range: [0, 1],
      definition: 'Mentions whose name stands for several concepts of the vocabulary / mentions.',
      source: { text: 'Kraljevic et al. 2021, MedCAT', url: 'https://doi.org/10.1016/j.artmed.2021.102083' },
    },
    of: ({ ambiguous, mentions }) => [ambiguous, mentions],
  },
  ...assertionStatuses.map(statusMeasure),
]

export const conceptMeasures: readonly Measure[] = [perDocument, ...ratioMeasures.map(({ measure }) => measure), vocabularyShare, diversity]
