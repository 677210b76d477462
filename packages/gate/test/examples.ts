import { type Audit, auditVersion, type Estimate, type Measure, type Policy, policySchema } from '@corpuscope/core'

/** A measure of each direction, with nothing else to it. */
export const measures: readonly Measure[] = [
  measure('near-duplicate-share', 'lower', [0, 1]),
  measure('vendi-score', 'higher', [1, null]),
  measure('mattr-50', 'descriptive', [0, 1]),
  measure('mattr-25', 'descriptive', [0, 1]),
  measure('case-mix-jensen-shannon', 'near', [0, 1]),
  measure('log-likelihood', 'higher', [null, 0]),
  measure('constructor', 'higher', [null, null]),
]

function measure(id: string, direction: Measure['direction'], range: Measure['range']): Measure {
  return { id, title: id, unit: 'ratio', range, direction, definition: 'an example', source: { text: 'none' } }
}

/** A policy as the configuration file's reader gives it: defaults filled in. */
export const policy = (rules: Record<string, unknown>): Policy => policySchema.parse({ measures: rules })

export const measured = (id: string, value: number, more: Partial<Estimate> = {}): Estimate => ({
  measure: id,
  value,
  interval: null,
  n: 200,
  left: 0,
  status: 'measured',
  ...more,
})

export const unmeasured = (id: string, status: 'not applicable' | 'error', reason: string): Estimate => ({
  measure: id,
  value: null,
  interval: null,
  n: 0,
  left: 0,
  status,
  reason,
})

/** An audit that holds these estimates and otherwise nothing. */
export const audit = (...estimates: readonly Estimate[]): Audit => ({
  schema: auditVersion,
  corpus: { hash: 'c0ffee', documents: 200, characters: 0, languages: [], fields: [], labelled: 0, unread: [] },
  suite: { id: 'example', title: 'Example' },
  categories: [],
  measures: [...measures],
  rules: [],
  estimates: [...estimates],
  findings: [],
  findingCounts: [],
  charts: [],
  tables: [],
  notes: [],
  provenance: { version: '0', options: {}, seed: 1, formats: [], instruments: [], references: [] },
})
