import type { Estimate } from '@corpuscope/core'

/** The estimate of a measure over the whole corpus of an audit. */
export const wholeEstimate = (estimates: readonly Estimate[], measure: string): Estimate | undefined =>
  estimates.find(
    ({ measure: id, facet, part, corpus }) => id === measure && facet === undefined && part === undefined && corpus === undefined,
  )
