import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { axisFormat, emptySpec, frame, type Look, numberRoom } from './frame.ts'
import { distinctLabels, legendColumns, legendMargin, unitTitle } from './labels.ts'

type Histogram = Extract<Chart, { form: 'histogram' }>

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
]

/** Documents per interval of a value; marks (a mean, a limit) are upright lines named in the legend, a reference is a line of steps. */
export function histogramSpec(chart: Histogram, look: Look): TopLevelSpec {
  const { theme, width } = look
  const bins = chart.counts.map((count, i) => {
    const [from, to] = [chart.edges[i]!, chart.edges[i + 1]!]
    // All documents alike make one interval without width: half a unit to each side lets it be seen.
    return from === to ? { from: from - 0.5, to: to + 0.5, count } : { from, to, count }
  })
  if (bins.length === 0) return emptySpec(look)
  const room = width - numberRoom
  const titles = distinctLabels(
    [...chart.marks.map((mark) => mark.title), ...(chart.reference ? [chart.reference.title] : [])],
    Math.min(400, room - legendMargin),
  )
  const lines = chart.marks.map(({ value }, i) => ({ title: titles[i]!, value }))
  const steps = chart.reference ? [...chart.reference.counts, chart.reference.counts.at(-1)!] : []
  const axis = { tickCount: 6, labelOverlap: true, grid: false, ...axisFormat(chart.unit) } as const
  const x = (field: string) => ({ field, type: 'quantitative', title: unitTitle(chart.unit), scale: { zero: false }, axis }) as const
  const y = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: chart.counted ?? 'documents',
      scale: { zero: true },
      axis: { tickCount: 4, tickMinStep: 1, domain: false },
    }) as const
  const named = {
    color: {
      field: 'title',
      type: 'nominal',
      scale: { domain: titles, range: titles.map((_, i) => (i % 2 ? theme.ink : theme.reference)) },
    },
    strokeDash: {
      field: 'title',
      type: 'nominal',
      scale: { domain: titles, range: titles.map((_, i) => dashes[i % dashes.length]!) },
    },
  } as const
  return {
    ...frame(look, legendColumns(titles, room)),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: 180,
    layer: [
      {
        data: { values: bins },
        mark: { type: 'rect', color: theme.value, stroke: theme.surface, strokeWidth: 1 },
        encoding: { x: x('from'), x2: { field: 'to' }, y: y('count'), y2: { datum: 0 } },
      },
      ...(lines.length === 0
        ? []
        : [
            {
              // A rim of the surface's colour keeps the line apart from the bars behind it.
              data: { values: lines },
              mark: { type: 'rule', strokeWidth: 5, color: theme.surface },
              encoding: { x: x('value') },
            } as const,
            { data: { values: lines }, mark: { type: 'rule', strokeWidth: 2 }, encoding: { x: x('value'), ...named } } as const,
          ]),
      ...(steps.length === 0
        ? []
        : [
            {
              data: { values: steps.map((count, i) => ({ from: chart.edges[i]!, count, title: titles.at(-1)! })) },
              mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
              encoding: { x: x('from'), y: y('count'), ...named },
            } as const,
          ]),
    ],
  }
}
