import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { mostCategories } from './drawn.ts'
import { axisFormat, categoryAxis, emptySpec, frame, type Look } from './frame.ts'
import { distinctLabels, labelRoom, textWidth, unitTitle } from './labels.ts'

type Bars = Extract<Chart, { form: 'bars' }>

/** A horizontal bar per category, in the given order, from zero. */
export function barsSpec(chart: Bars, look: Look): TopLevelSpec {
  const labels = distinctLabels(chart.category.slice(0, mostCategories), labelRoom(look.width))
  if (labels.length === 0) return emptySpec(look)
  return {
    ...frame(look),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: labels.length * 22,
    data: { values: labels.map((label, i) => ({ label, value: chart.value[i]! })) },
    mark: { type: 'bar', color: look.theme.value, height: { band: 0.68 } },
    encoding: {
      y: { field: 'label', type: 'nominal', scale: { domain: labels }, axis: categoryAxis(Math.max(...labels.map(textWidth)) + 8) },
      x: {
        field: 'value',
        type: 'quantitative',
        title: unitTitle(chart.unit),
        axis: { tickCount: 5, labelOverlap: true, ...axisFormat(chart.unit) },
      },
    },
  }
}
