import type { Measure } from '@corpuscope/core'
import {
  hellinger,
  jensenShannonDistance,
  jensenShannonDivergence,
  kendallTauB,
  kullbackLeibler,
  populationStabilityIndex,
  spearman,
  totalVariation,
} from '@corpuscope/statistics'
import type { Distance } from './distance-interval.ts'

/** A distance of shares from the reference's, as a measure. */
export interface CaseMixDistance {
  readonly measure: Measure
  /** In a table and in a sentence. */
  readonly name: string
  readonly scale: Distance['scale']
  readonly most: number
  /** Whether the number of documents from which on it shows is looked for. */
  readonly sized?: true
  /** What a category adds to it, where it is a sum over categories: its mean by chance is then known exactly. */
  readonly term?: (drawn: number, share: number) => number
  /** From the shares of the corpus and of the reference, two arrays of one length that sum to 1; null where it is infinite or undefined. */
  readonly of: (shares: Float64Array, reference: Float64Array) => number | null
}

const common =
  'Documents without a label are left out; a label that is no category is an error. The floor is the mean for as many documents drawn from the reference itself.'

/** Sum of (p - q)^2 / q: Pearson's chi-square over n. */
export function chiSquareShare(p: ArrayLike<number>, q: ArrayLike<number>): number | null {
  let sum = 0
  for (let i = 0; i < p.length; i++) {
    if (q[i]! > 0) sum += (p[i]! - q[i]!) ** 2 / q[i]!
    else if (p[i]! > 0) return null
  }
  return sum
}

const cohenW = (p: ArrayLike<number>, q: ArrayLike<number>): number | null => {
  const squared = chiSquareShare(p, q)
  return squared === null ? null : Math.sqrt(squared)
}

const jensenShannonTerm = (p: number, q: number): number =>
  ((p > 0 ? p * Math.log2((2 * p) / (p + q)) : 0) + (q > 0 ? q * Math.log2((2 * q) / (p + q)) : 0)) / 2

const stabilityTerm = (p: number, q: number): number => {
  const [actual, expected] = [Math.max(1e-4, p), Math.max(1e-4, q)]
  return (actual - expected) * Math.log(actual / expected)
}

const totalVariationSource = {
  text: 'Gibbs & Su 2002, On Choosing and Bounding Probability Metrics',
  url: 'https://doi.org/10.1111/j.1751-5823.2002.tb00178.x',
}

/** Distances over all categories, the remainder too. */
export const caseMixDistances: readonly CaseMixDistance[] = [
  {
    measure: {
      id: 'case-mix-total-variation',
      title: 'Case mix: total variation from the reference',
      unit: 'ratio',
      range: [0, 1],
      direction: 'lower',
      definition: `Half the sum over categories of |share of labelled documents - share in the reference|: the share of documents that would need another category. ${common}`,
      source: totalVariationSource,
    },
    name: 'total variation',
    term: (p, q) => Math.abs(p - q) / 2,
    sized: true,
    scale: 'square',
    most: 1,
    of: totalVariation,
  },
  {
    measure: {
      id: 'case-mix-jensen-shannon',
      title: 'Case mix: Jensen-Shannon divergence from the reference',
      unit: 'bits',
      range: [0, 1],
      direction: 'lower',
      definition: `Mean Kullback-Leibler divergence, to base 2, of the shares of labelled documents and of the reference from the mean of both; the divergence, not its root. ${common}`,
      source: { text: 'Lin 1991, Divergence Measures Based on the Shannon Entropy', url: 'https://doi.org/10.1109/18.61115' },
    },
    name: 'Jensen-Shannon divergence',
    term: jensenShannonTerm,
    sized: true,
    scale: 'plain',
    most: 1,
    of: jensenShannonDivergence,
  },
  {
    measure: {
      id: 'case-mix-jensen-shannon-distance',
      title: 'Case mix: Jensen-Shannon distance from the reference',
      unit: 'ratio',
      range: [0, 1],
      direction: 'lower',
      definition: `Square root of the Jensen-Shannon divergence in bits: a metric, and what SciPy's jensenshannon with base 2 gives. ${common}`,
      source: {
        text: 'Endres & Schindelin 2003, A New Metric for Probability Distributions',
        url: 'https://doi.org/10.1109/TIT.2003.813506',
      },
    },
    name: 'Jensen-Shannon distance',
    scale: 'square',
    most: 1,
    of: jensenShannonDistance,
  },
  {
    measure: {
      id: 'case-mix-hellinger',
      title: 'Case mix: Hellinger distance from the reference',
      unit: 'ratio',
      range: [0, 1],
      direction: 'lower',
      definition: `Square root of half the sum over categories of (root of the share - root of the share in the reference) squared; rare categories weigh more than in total variation. ${common}`,
      source: totalVariationSource,
    },
    name: 'Hellinger distance',
    scale: 'square',
    most: 1,
    of: hellinger,
  },
  {
    measure: {
      id: 'case-mix-kullback-leibler',
      title: 'Case mix: Kullback-Leibler divergence from the reference',
      unit: 'nats',
      range: [0, null],
      direction: 'lower',
      definition: `Sum over categories of share ln(share / share in the reference), unsmoothed: a category without documents adds nothing, one that the reference gives a share of 0 makes it infinite, and then there is no value (the table gives both directions with 0.5 added to each count). ${common}`,
      source: { text: 'Kullback & Leibler 1951, On Information and Sufficiency', url: 'https://doi.org/10.1214/aoms/1177729694' },
    },
    name: 'Kullback-Leibler divergence',
    term: (p, q) => (p > 0 && q > 0 ? p * Math.log(p / q) : 0),
    scale: 'plain',
    most: Infinity,
    of: kullbackLeibler,
  },
  {
    measure: {
      id: 'case-mix-population-stability',
      title: 'Case mix: population stability index',
      unit: 'nats',
      range: [0, null],
      direction: 'lower',
      definition: `Sum over categories of (share - share in the reference) ln(share / share in the reference); shares under 0.0001 count as 0.0001, not renormalised. The bands 0.1 and 0.25 are a custom of credit scoring, not a test. ${common}`,
      source: { text: 'Siddiqi 2006, Credit Risk Scorecards' },
    },
    name: 'population stability index',
    term: stabilityTerm,
    scale: 'plain',
    most: Infinity,
    of: (shares, reference) => populationStabilityIndex(reference, shares),
  },
  {
    measure: {
      id: 'case-mix-cohen-w',
      title: "Case mix: Cohen's w",
      unit: 'ratio',
      range: [0, null],
      direction: 'lower',
      definition: `Square root of Pearson's chi-square over n: 0.1 is called small, 0.3 medium, 0.5 large. No value where a document has a category that the reference gives a share of 0. ${common}`,
      source: { text: 'Cohen 1988, Statistical Power Analysis for the Behavioral Sciences' },
    },
    name: "Cohen's w",
    scale: 'square',
    most: Infinity,
    of: cohenW,
  },
]

/** Total variation of the named categories alone. */
export const namedTotalVariation: CaseMixDistance = {
  measure: {
    id: 'case-mix-total-variation-named',
    title: 'Case mix: total variation of the named categories',
    unit: 'ratio',
    range: [0, 1],
    direction: 'lower',
    definition: `Total variation without the remainder ("Other") of the reference, the shares of both sides divided by their sums; no value for a reference without a remainder. ${common}`,
    source: totalVariationSource,
  },
  name: 'total variation, named',
  term: (p, q) => Math.abs(p - q) / 2,
  sized: true,
  scale: 'square',
  most: 1,
  of: totalVariation,
}

/** Correlations of ranks, over the named categories; as a distance, 1 less the correlation. */
export const rankCorrelations: readonly CaseMixDistance[] = [
  {
    measure: {
      id: 'case-mix-spearman',
      title: "Case mix: Spearman's rank correlation with the reference",
      unit: 'ratio',
      range: [-1, 1],
      direction: 'higher',
      definition: `Correlation of the ranks of the named categories, ties sharing their mean rank; the remainder is no category and left out. No value where all shares of one side are equal. ${common}`,
      source: {
        text: 'Spearman 1904, The Proof and Measurement of Association between Two Things',
        url: 'https://doi.org/10.2307/1412159',
      },
    },
    name: 'Spearman',
    scale: 'plain',
    most: 2,
    of: correlationDistance(spearman),
  },
  {
    measure: {
      id: 'case-mix-kendall',
      title: "Case mix: Kendall's rank correlation with the reference",
      unit: 'ratio',
      range: [-1, 1],
      direction: 'higher',
      definition: `Tau-b: pairs of named categories in the same order less pairs in the opposite order, over the pairs tied in neither; the remainder is left out. No value where all shares of one side are equal. ${common}`,
      source: { text: 'Kendall 1945, The Treatment of Ties in Ranking Problems', url: 'https://doi.org/10.1093/biomet/33.3.239' },
    },
    name: 'Kendall',
    scale: 'plain',
    most: 2,
    of: correlationDistance(kendallTauB),
  },
]

function correlationDistance(correlation: (x: ArrayLike<number>, y: ArrayLike<number>) => number | null) {
  return (shares: Float64Array, reference: Float64Array): number | null => {
    const value = correlation(shares, reference)
    return value === null ? null : 1 - value
  }
}
