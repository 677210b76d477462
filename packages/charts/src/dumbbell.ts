import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { mostCategories } from './drawn.ts'
import { axisFormat, categoryAxis, emptySpec, frame, type Look } from './frame.ts'
import { distinctLabels, labelRoom, legendColumns, legendMargin, textWidth, unitTitle } from './labels.ts'

type Dumbbell = Extract<Chart, { form: 'dumbbell' }>

/** Per category the corpus's value with its interval, joined to the reference's; shape tells the two apart where colour does not. */
export function dumbbellSpec(chart: Dumbbell, look: Look): TopLevelSpec {
  const { theme, width } = look
  const labels = distinctLabels(chart.category.slice(0, mostCategories), labelRoom(width))
  if (labels.length === 0) return emptySpec(look)
  const extent = Math.max(...labels.map(textWidth)) + 8
  const room = width - extent - 24
  const series = distinctLabels(['this corpus', chart.referenceTitle], room - legendMargin)
  const [ours, theirs] = series as [string, string]
  const rows = labels.map((label, i) => ({
    label,
    value: chart.value[i]!,
    reference: chart.reference[i]!,
    low: chart.low[i]!,
    high: chart.high[i]!,
  }))
  const y = {
    field: 'label',
    type: 'nominal',
    scale: { domain: labels },
    axis: { ...categoryAxis(extent), grid: true },
  } as const
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: unitTitle(chart.unit),
      axis: { tickCount: 5, labelOverlap: true, ...axisFormat(chart.unit) },
    }) as const
  return {
    ...frame(look, legendColumns(series, room)),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: labels.length * 24,
    layer: [
      {
        data: { values: rows },
        mark: { type: 'rule', color: theme.faint, strokeWidth: 1, strokeDash: [2, 2] },
        encoding: { y, x: x('reference'), x2: { field: 'value' } },
      },
      {
        data: { values: rows.filter(({ low, high }) => low !== null && high !== null) },
        mark: { type: 'rule', color: theme.value, strokeWidth: 3, opacity: 0.55, strokeCap: 'round' },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        data: {
          values: rows.flatMap(({ label, value, reference }) => [
            { label, series: theirs, value: reference, size: 120 },
            { label, series: ours, value, size: 56 },
          ]),
        },
        mark: { type: 'point', filled: true, opacity: 1 },
        encoding: {
          y,
          x: x('value'),
          color: { field: 'series', type: 'nominal', scale: { domain: [ours, theirs], range: [theme.value, theme.reference] } },
          // The reference's corners stay in sight where the two values are equal.
          size: { field: 'size', type: 'quantitative', scale: null, legend: null },
          shape: { field: 'series', type: 'nominal', scale: { domain: [ours, theirs], range: ['circle', 'diamond'] } },
        },
      },
    ],
  }
}
