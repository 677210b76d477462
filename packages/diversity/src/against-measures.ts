import type { Measure } from '@corpuscope/core'
import { grouped } from './words-for.ts'

/** Documents of each corpus that are compared pair by pair. */
export const mostCompared = 1000
export const nearest = 5
export const permutations = 199
/** Documents of each corpus that the classifier learns from. */
export const mostLearned = 500

const sampled = `Of more than ${grouped(mostCompared)} documents of a corpus, ${grouped(mostCompared)} are drawn by the hash of their keys.`
const balls = `A document's ball reaches to its ${nearest}th nearest of its own corpus (Euclidean, unit vectors). ${sampled}`
const improved = { text: 'Kynkäänniemi et al. 2019, Improved precision and recall metric for assessing generative models, NeurIPS' }
const reliable = { text: 'Naeem et al. 2020, Reliable fidelity and diversity metrics for generative models, ICML' }

const share = { unit: 'share', range: [0, 1], direction: 'higher' } satisfies Partial<Measure>
const distance = { unit: 'distance', range: [0, null], direction: 'lower' } satisfies Partial<Measure>

export const measures = {
  precision: {
    ...share,
    id: 'against-precision',
    title: 'Documents that lie among those of the other corpus',
    definition: `Precision: share of the documents of this corpus that lie in the ball of a document of the other. ${balls}`,
    source: improved,
  },
  recall: {
    ...share,
    id: 'against-recall',
    title: 'Documents of the other corpus that lie among these',
    definition: `Recall: share of the documents of the other corpus that lie in the ball of a document of this one. One far outlier here has a ball that holds many: prefer coverage. ${balls}`,
    source: improved,
  },
  density: {
    unit: 'ratio',
    direction: 'higher',
    range: [0, null],
    id: 'against-density',
    title: 'Balls of the other corpus that hold a document',
    definition: `Density: mean number of balls of the other corpus that a document of this one lies in, divided by ${nearest}; about 1 where both are samples of one source. ${balls}`,
    source: reliable,
  },
  coverage: {
    ...share,
    id: 'against-coverage',
    title: 'Coverage of the other corpus',
    definition: `Coverage: share of the documents of the other corpus whose ball holds a document of this one. It grows with the size of this corpus. ${balls}`,
    source: reliable,
  },
  frechet: {
    ...distance,
    id: 'against-frechet-distance',
    title: 'Fréchet distance to the other corpus',
    definition:
      'Squared Fréchet distance of normal distributions with the means and covariances of the two corpora, over all documents. Biased upwards where documents are few: the floor is the distance between halves of the other corpus.',
    source: { text: 'Heusel et al. 2017, NeurIPS; Dowson & Landau 1982, Journal of Multivariate Analysis 12:450' },
  },
  mmd: {
    ...distance,
    range: [null, null],
    id: 'against-mmd',
    title: 'Maximum mean discrepancy to the other corpus',
    definition: `Squared maximum mean discrepancy, unbiased (it may be negative), with a Gaussian kernel as wide as the median distance of all pairs. Floor: the same after documents changed sides at random (${permutations} times). ${sampled}`,
    source: { text: 'Gretton et al. 2012, A kernel two-sample test, JMLR 13:723' },
  },
  permutation: {
    id: 'against-mmd-p',
    title: 'Chance that both corpora are samples of one source',
    unit: 'probability',
    range: [0, 1],
    direction: 'descriptive',
    definition: `Permutation p of against-mmd: how often documents that changed sides at random gave as large a discrepancy, out of ${permutations} times and the one seen.`,
    source: { text: 'Gretton et al. 2012, A kernel two-sample test, JMLR 13:723; Phipson & Smyth 2010 for the one that is added' },
  },
  energy: {
    ...distance,
    id: 'against-energy-distance',
    title: 'Energy distance to the other corpus',
    definition: `Twice the mean distance across the corpora less the mean distances within them (Euclidean, a document counted with itself). Floor as for against-mmd. ${sampled}`,
    source: { text: 'Székely & Rizzo 2013, Energy statistics, Journal of Statistical Planning and Inference 143:1249' },
  },
  mauve: {
    unit: 'ratio',
    range: [0, 1],
    direction: 'higher',
    id: 'against-mauve',
    title: 'MAUVE of both corpora',
    definition: `Area under the divergence curve of the two corpora over cells, 1 where they fill the same ones. Cells by k-means on the unit vectors of both, one for ten documents of the smaller corpus (no principal axes are taken first). Reference: the mean after documents changed sides at random. ${sampled}`,
    source: { text: 'Pillutla et al. 2021, MAUVE: measuring the gap between neural text and human text, NeurIPS' },
  },
  frontier: {
    unit: 'ratio',
    range: [0, 1],
    direction: 'lower',
    id: 'against-frontier-integral',
    title: 'Frontier integral of both corpora',
    definition: `Mean divergence (KL, in nats, doubled) of the two corpora from their mixtures over the cells of against-mauve: 0 where both fill the same cells, 1 where they share none. Reference: the mean after documents changed sides at random. ${sampled}`,
    source: {
      text: 'Liu et al. 2021, Divergence frontiers for generative models: sample complexity, quantization effects, and frontier integrals, NeurIPS',
    },
  },
  classifier: {
    id: 'against-classifier-auc',
    title: 'How well a classifier tells the corpora apart',
    unit: 'ratio',
    range: [0, 1],
    direction: 'near',
    definition: `Classifier two-sample test: area under the ROC curve of a logistic regression (C = 1) on the embedding, five-fold cross-validated, on as many documents of either corpus (at most ${mostLearned}). 0.5: it cannot tell. Interval by DeLong.`,
    source: { text: 'Lopez-Paz & Oquab 2017, Revisiting classifier two-sample tests, ICLR' },
  },
} as const satisfies Record<string, Measure>
