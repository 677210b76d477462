import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { mostCategories } from './drawn.ts'
import { axisFormat, categoryAxis, emptySpec, frame, type Look } from './frame.ts'
import { distinctLabels, labelRoom, textWidth, unitTitle } from './labels.ts'

type Intervals = Extract<Chart, { form: 'intervals' }>

/** Characters of a name below an axis: longer ones would run into each other. */
const shortName = 14

/** A point with its interval a row; in a course of time a point a column, joined by a line that breaks where a value is missing. */
export function intervalsSpec(chart: Intervals, look: Look): TopLevelSpec {
  if (chart.value.every((value) => value === null)) return emptySpec(look)
  return chart.joined ? course(chart, look) : list(chart, look)
}

function rowsOf({ value, low, high }: Intervals, labels: readonly string[]) {
  const rows = labels.map((label, i) => ({ label, value: value[i]!, low: low[i]!, high: high[i]! }))
  return { rows, ranged: rows.filter((row) => row.low !== null && row.high !== null) }
}

function list(chart: Intervals, look: Look): TopLevelSpec {
  const { theme, width } = look
  const labels = distinctLabels(chart.category.slice(0, mostCategories), labelRoom(width))
  const { rows, ranged } = rowsOf(chart, labels)
  const extent = Math.max(...labels.map(textWidth)) + 8
  const y = { field: 'label', type: 'nominal', scale: { domain: labels }, axis: { ...categoryAxis(extent), grid: true } } as const
  const x = numbers(chart.unit)
  return {
    ...frame(look),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: labels.length * 24,
    layer: [
      {
        data: { values: ranged },
        mark: { type: 'rule', color: theme.value, strokeWidth: 3, opacity: 0.55, strokeCap: 'round' },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        data: { values: rows },
        mark: { type: 'point', filled: true, size: 56, opacity: 1, color: theme.value },
        encoding: { y, x: x('value') },
      },
    ],
  }
}

function course(chart: Intervals, look: Look): TopLevelSpec {
  const { theme } = look
  const labels = distinctLabels(chart.category.slice(-mostCategories), shortName * 7)
  const { rows, ranged } = rowsOf(
    { ...chart, value: chart.value.slice(-mostCategories), low: chart.low.slice(-mostCategories), high: chart.high.slice(-mostCategories) },
    labels,
  )
  const x = {
    field: 'label',
    type: 'ordinal',
    scale: { domain: labels },
    title: null,
    axis: { labelAngle: 0, labelOverlap: 'parity', grid: false },
  } as const
  const y = numbers(chart.unit)
  return {
    ...frame(look),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: 160,
    layer: [
      {
        data: { values: ranged },
        mark: { type: 'rule', color: theme.value, strokeWidth: 3, opacity: 0.45, strokeCap: 'round' },
        encoding: { x, y: y('low'), y2: { field: 'high' } },
      },
      {
        data: { values: rows },
        mark: { type: 'line', color: theme.value, strokeWidth: 1.5, invalid: 'break-paths-filter-domains' },
        encoding: { x, y: y('value') },
      },
      {
        data: { values: rows },
        mark: { type: 'point', filled: true, size: 56, opacity: 1, color: theme.value },
        encoding: { x, y: y('value') },
      },
    ],
  }
}

const numbers = (unit: string) => (field: string) =>
  ({
    field,
    type: 'quantitative',
    title: unitTitle(unit),
    scale: { zero: false },
    axis: { tickCount: 5, labelOverlap: true, ...axisFormat(unit) },
  }) as const
