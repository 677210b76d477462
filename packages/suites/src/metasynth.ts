import { type Analysis, type Measure, notApplicable, type Suite, type SuiteOptions } from '@corpuscope/core'
import {
  compressionRatioAnalysis,
  meanInverseFrequencyAnalysis,
  nearestNeighboursAnalysis,
  pairwiseCosine,
  wording,
} from '@corpuscope/diversity'
import { wordSequences } from '@corpuscope/features'
import { identification, namesPerson, reveals } from '@corpuscope/privacy'
import { language } from '@corpuscope/text'
import { embeddingFor } from './embedding-for.ts'
import { knownValues } from './known-values.ts'

const task2vec: Measure = {
  id: 'task2vec-diversity',
  title: 'Task2Vec diversity coefficient',
  unit: 'cosine distance',
  range: [0, 1],
  direction: 'higher',
  definition:
    'Mean cosine distance between the Task2Vec embeddings of random batches: the diagonals of the Fisher information of a fixed probe network whose last layer is fitted to each batch. Not measured: there is no probe network here.',
  source: {
    text: 'Lee, Miranda & Koyejo 2023, Beyond Scale: the Diversity Coefficient as a Data Quality Metric',
    url: 'https://arxiv.org/abs/2306.13840',
  },
}

const task2vecAnalysis = (): Analysis<null> => ({
  id: task2vec.id,
  measures: [task2vec],
  create: () => null,
  observe: () => undefined,
  merge: () => undefined,
  conclude: (_, { rows }) => ({
    estimates: [notApplicable(task2vec.id, 'needs a probe network (a language model), and none is carried along', rows.n)],
  }),
})

/**
 * The seven measures by which MetaSynth's authors compare synthetic corpora, and nothing else in the summary: Task2Vec, compression ratio, 1-gram and 4-gram diversity,
 * remote clique, Chamfer distance, mean inverse frequency. Where the paper gives no formula the definition says which one is used.
 *
 * @see Riaz, Bhabesh, Arannil, Ballesteros & Horwood 2025, MetaSynth, Findings of ACL 18770
 */
export function metasynth(options: SuiteOptions): Suite {
  const identified = identification(options.privacy)
  return {
    id: 'metasynth',
    title: 'Diversity as MetaSynth measures it',
    categories: [
      {
        id: 'diversity',
        title: 'Diversity',
        question: 'Is it as diverse as the corpora that MetaSynth reports?',
        analyses: [
          task2vecAnalysis(),
          compressionRatioAnalysis(),
          wording(),
          pairwiseCosine(),
          nearestNeighboursAnalysis(),
          meanInverseFrequencyAnalysis(),
        ],
        headlines: ['compression-ratio', 'remote-clique'],
        summary: [
          'task2vec-diversity',
          'compression-ratio',
          'distinct-1',
          'distinct-4',
          'remote-clique',
          'nearest-neighbour-distance',
          'mean-inverse-frequency',
        ],
      },
    ],
    features: [embeddingFor(options, identified), wordSequences(), ...(identified.feature ? [identified.feature] : [])],
    references: [],
    language: (document) => language(document).language,
    namesPerson,
    reveals,
    knows: knownValues(options.reference),
  }
}
