import type { Estimate } from './measure.ts'

/** Whether an estimate is of the whole corpus of an audit: no facet, no part, and not of the corpus that stands beside it. */
export const isWhole = ({ facet, part, corpus }: Estimate): boolean => facet === undefined && part === undefined && corpus === undefined

/** The estimate of a measure over the whole corpus of an audit. */
export const wholeEstimate = (estimates: readonly Estimate[], measure: string): Estimate | undefined =>
  estimates.find((estimate) => estimate.measure === measure && isWhole(estimate))
