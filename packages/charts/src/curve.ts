import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { axisFormat, emptySpec, frame, type Look, numberRoom } from './frame.ts'
import { distinctLabels, legendColumns, legendMargin, unitTitle } from './labels.ts'

type Curve = Extract<Chart, { form: 'curve' }>

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [12, 4],
  [4, 4, 1, 4],
  [1, 3],
]
/** Series this short show their points too: a single one would otherwise be a line without length. */
const fewPoints = 30

/** A line per series with its band; series differ in colour and in dash. */
export function curveSpec(chart: Curve, look: Look): TopLevelSpec {
  const { theme, width } = look
  const room = width - numberRoom
  const series = distinctLabels(
    chart.series.map(({ title }) => title),
    Math.min(230, room - legendMargin),
  )
  const rows = chart.series.flatMap((one, s) =>
    one.x.map((x, i) => ({ series: series[s]!, x, y: one.y[i]!, low: one.low?.[i] ?? null, high: one.high?.[i] ?? null })),
  )
  if (rows.length === 0) return emptySpec(look)
  const x = {
    field: 'x',
    type: 'quantitative',
    title: unitTitle(chart.xUnit),
    scale: { zero: false },
    axis: { tickCount: 6, labelOverlap: true, ...axisFormat(chart.xUnit) },
  } as const
  const y = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: unitTitle(chart.unit),
      axis: { tickCount: 5, domain: false, ...axisFormat(chart.unit) },
    }) as const
  const legend = { legend: series.length > 1 ? { symbolType: 'stroke', symbolSize: 400 } : null }
  const color = {
    field: 'series',
    type: 'nominal',
    scale: { domain: series, range: series.map((_, i) => theme.groups[i % theme.groups.length]!) },
    ...legend,
  } as const
  const strokeDash = {
    field: 'series',
    type: 'nominal',
    scale: { domain: series, range: series.map((_, i) => dashes[i % dashes.length]!) },
    ...legend,
  } as const
  const banded = rows.filter(({ low, high }) => low !== null && high !== null)
  const pointed = rows.filter(({ series: name }) => chart.series[series.indexOf(name)]!.x.length <= fewPoints)
  return {
    ...frame(look, legendColumns(series, room)),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: 200,
    layer: [
      ...(banded.length === 0
        ? []
        : [
            {
              data: { values: banded },
              mark: { type: 'area', opacity: 0.2 },
              encoding: { x, y: y('low'), y2: { field: 'high' }, color },
            } as const,
          ]),
      { data: { values: rows }, mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y: y('y'), color, strokeDash } },
      ...(pointed.length === 0
        ? []
        : [
            {
              data: { values: pointed },
              mark: { type: 'point', filled: true, size: 30, opacity: 1 },
              encoding: { x, y: y('y'), color },
            } as const,
          ]),
    ],
  }
}
