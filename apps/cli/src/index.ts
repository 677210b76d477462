/** The library: the same functions that the commands call. */
export type { Audit, Config, Estimate, Finding, Measure, Policy, Verdict } from '@corpuscope/core'
export { readAudit } from '@corpuscope/engine'
export { compare, evaluate } from '@corpuscope/gate'
export { documentsFrame, findingsFrame, pairsFrame } from '@corpuscope/tables'
export { audit, renderReport } from './library.ts'
