import type { Audit, Estimate } from '@corpuscope/core'

const nasty = 'a | b <script> [x](y) `c` @team'

const estimate = (measure: string, rest: Partial<Estimate> = {}): Estimate => ({
  measure,
  value: 0.5,
  interval: [0.4, 0.6],
  n: 20,
  left: 0,
  status: 'measured',
  ...rest,
})

const measure = (id: string): Audit['measures'][number] => ({
  id,
  title: `The ${id}`,
  unit: 'ratio',
  range: [0, 1],
  direction: 'higher',
  definition: `What ${id} is.`,
  source: { text: 'Someone 2001' },
})

/** An audit of invented families, whose texts try to break out of a table. */
export const orchard: Audit = {
  schema: 'corpuscope/audit/1',
  corpus: {
    hash: 'ab'.repeat(32),
    documents: 20,
    characters: 4000,
    languages: [{ language: 'en', documents: 20 }],
    fields: [],
    labelled: 0,
    unread: [{ what: 'line is no JSON', count: 3, examples: ['a.jsonl line 2'] }],
  },
  suite: { id: 'orchard', title: nasty },
  categories: [
    {
      id: 'apples',
      title: nasty,
      question: 'Are they ripe?',
      analyses: ['ripeness'],
      measures: ['ripeness', 'sugar', 'worms'],
      rules: [],
      headlines: ['ripeness'],
    },
    {
      id: 'privacy',
      title: 'Privacy',
      question: 'Whose are they?',
      analyses: ['owner'],
      measures: ['owner-rate'],
      rules: ['owner-name'],
      headlines: ['owner-rate'],
    },
  ],
  measures: ['ripeness', 'sugar', 'worms', 'owner-rate'].map(measure),
  rules: [{ id: 'owner-name', title: 'Name of an owner', severity: 'error', definition: 'A name.' } as Audit['rules'][number]],
  estimates: [
    estimate('ripeness', { reference: 0.9 }),
    estimate('sugar'),
    estimate('ripeness', { value: 0.1, interval: null, facet: { field: 'row', value: 'north' } }),
    estimate('ripeness', { value: 0.2, interval: null, corpus: 'against' }),
    estimate('worms', { value: null, interval: null, n: 0, status: 'not applicable', reason: 'nobody looked' }),
    estimate('owner-rate', { value: null, interval: null, n: 0, status: 'not applicable', reason: 'no orchard book' }),
  ],
  findings: [],
  findingCounts: [{ rule: 'owner-name', severity: 'error', findings: 4, documents: 2 }],
  charts: [],
  tables: [],
  notes: [],
  provenance: { version: '0.1.0', options: {}, seed: 1, formats: [], instruments: [], references: [] },
}
