import type { Estimate } from './measure.ts'

/** An estimate without a value. */
export const notApplicable = (measure: string, reason: string, left = 0): Estimate => ({
  measure,
  value: null,
  interval: null,
  n: 0,
  left,
  status: 'not applicable',
  reason,
})
