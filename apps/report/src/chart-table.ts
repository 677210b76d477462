import type { Chart } from '@corpuscope/core'
import { count } from '@corpuscope/core/number-text'
import type { DataTable } from './data-table.ts'

/** Rows of a chart's table on the page; "corpuscope export" gives them all. */
const mostNumbers = 60

/** A chart's table as the page shows it: of a long one, rows evenly chosen. */
export function briefChartTable(chart: Chart): DataTable {
  const table = chartTable(chart)
  const { rows, of = rows.length } = table
  if (rows.length <= mostNumbers) return table
  return {
    ...table,
    caption: `${table.caption}, ${mostNumbers} of ${count(of)} rows, evenly chosen`,
    rows: Array.from({ length: mostNumbers }, (_, i) => rows[Math.round((i * (rows.length - 1)) / (mostNumbers - 1))]!),
    of: mostNumbers,
  }
}

/** The numbers behind a chart, as a table for whoever cannot or would not look at the picture. */
export function chartTable(chart: Chart): DataTable {
  const caption = `${chart.title}: the numbers`
  switch (chart.form) {
    case 'dumbbell': {
      const { unit } = chart
      return {
        caption,
        columns: [
          { title: 'category' },
          { title: 'this corpus', unit },
          { title: 'low', unit },
          { title: 'high', unit },
          { title: chart.referenceTitle, unit },
        ],
        rows: chart.category.map((category, i) => [category, chart.value[i]!, chart.low[i]!, chart.high[i]!, chart.reference[i]!]),
      }
    }
    case 'histogram':
      return {
        caption,
        columns: [
          { title: 'from', unit: chart.unit },
          { title: 'to', unit: chart.unit },
          { title: chart.counted ?? 'documents' },
          ...(chart.reference ? [{ title: chart.reference.title }] : []),
        ],
        rows: chart.counts.map((count, i) => [
          chart.edges[i]!,
          chart.edges[i + 1]!,
          count,
          ...(chart.reference ? [chart.reference.counts[i]!] : []),
        ]),
      }
    case 'bars':
      return {
        caption,
        columns: [{ title: 'category' }, { title: 'value', unit: chart.unit }],
        rows: chart.category.map((category, i) => [category, chart.value[i]!]),
      }
    case 'map':
      return {
        caption,
        columns: [{ title: 'document' }, { title: 'across' }, { title: 'up' }, ...chart.fields.map(({ name }) => ({ title: name }))],
        rows: chart.document.map((document, i) => [
          document,
          chart.x[i]!,
          chart.y[i]!,
          ...chart.fields.map(({ values }) => values[i] ?? null),
        ]),
      }
    case 'pyramid':
      return {
        caption,
        columns: [
          { title: 'band' },
          { title: chart.leftTitle, unit: chart.unit },
          { title: chart.rightTitle, unit: chart.unit },
          ...(chart.leftReference ? [{ title: `${chart.leftTitle}, ${chart.referenceTitle ?? 'reference'}`, unit: chart.unit }] : []),
          ...(chart.rightReference ? [{ title: `${chart.rightTitle}, ${chart.referenceTitle ?? 'reference'}`, unit: chart.unit }] : []),
        ],
        rows: chart.band.map((band, i) => [
          band,
          chart.left[i]!,
          chart.right[i]!,
          ...(chart.leftReference ? [chart.leftReference[i]!] : []),
          ...(chart.rightReference ? [chart.rightReference[i]!] : []),
        ]),
      }
    case 'intervals': {
      const { unit } = chart
      return {
        caption,
        columns: [{ title: 'of' }, { title: 'value', unit }, { title: 'low', unit }, { title: 'high', unit }],
        rows: chart.category.map((category, i) => [category, chart.value[i]!, chart.low[i]!, chart.high[i]!]),
      }
    }
    case 'ridgeline':
      return {
        caption,
        columns: [
          { title: chart.groupTitle },
          { title: 'documents' },
          { title: 'median', unit: chart.unit },
          { title: 'densest at', unit: chart.unit },
        ],
        rows: chart.group.map((group, i) => [group, chart.n[i]!, chart.median[i]!, densestAt(chart.x, chart.density[i]!)]),
      }
    case 'heatmap':
      return {
        caption,
        columns: [{ title: chart.rowTitle }, ...chart.column.map((title) => ({ title, unit: chart.unit }))],
        rows: chart.row.map((row, i) => [row, ...chart.column.map((_, j) => chart.value[i * chart.column.length + j] ?? null)]),
      }
    case 'curve':
      return {
        caption,
        columns: [
          { title: 'series' },
          { title: chart.xUnit },
          { title: 'value', unit: chart.unit },
          { title: 'low', unit: chart.unit },
          { title: 'high', unit: chart.unit },
        ],
        rows: chart.series.flatMap(({ title, x, y, low, high }) =>
          x.map((at, i) => [title, at, y[i]!, low?.[i] ?? null, high?.[i] ?? null]),
        ),
      }
  }
}

const densestAt = (x: readonly number[], density: readonly number[]): number | null => x[density.indexOf(Math.max(...density))] ?? null
