import type { Audit, Table } from '@corpuscope/core'

const columns = [
  'measure',
  'title',
  'unit',
  'part',
  'facet field',
  'facet value',
  'corpus',
  'value',
  'low',
  'high',
  'interval method',
  'standard deviation',
  'coefficient of variation',
  'documents',
  'left out',
  'reference',
  'noise floor',
  'status',
  'reason',
]

/** Every estimate of an audit, a row each; shares as numbers between 0 and 1, intervals at 95 %. */
export function measuresTable({ measures, estimates }: Audit): Table {
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  return {
    id: 'measures',
    analysis: 'measures',
    title: 'Every measure',
    columns: columns.map((title) => ({ title })),
    rows: estimates.map(
      ({ measure, part, facet, corpus, value, interval, intervalMethod, spread, n, left, reference, floor, status, reason }) =>
        [
          measure,
          byId.get(measure)?.title,
          byId.get(measure)?.unit,
          part,
          facet?.field,
          facet?.value,
          corpus,
          value,
          interval?.[0],
          interval?.[1],
          intervalMethod,
          spread?.sd,
          spread?.cv,
          n,
          left,
          reference,
          floor,
          status,
          reason,
        ].map((cell) => cell ?? null),
    ),
  }
}
