import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { mostCategories } from './drawn.ts'
import { categoryAxis, emptySpec, frame, type Look } from './frame.ts'
import { distinctLabels, labelRoom, textWidth, unitTitle } from './labels.ts'

type Heatmap = Extract<Chart, { form: 'heatmap' }>

const rowHeight = 22
/** Text stays readable on this. */
const fullest = 0.6
/** A cell narrower than this has no room for its number; the table behind the chart has it. */
const narrowest = 38

/** A cell a number: blue above the centre, orange below, the fuller the further; the number stands in it, where there is room, so that no one has to tell colours apart. */
export function heatmapSpec(chart: Heatmap, look: Look): TopLevelSpec {
  const rows = distinctLabels(chart.row.slice(0, mostCategories), labelRoom(look.width))
  const { length: across } = chart.column
  if (rows.length === 0 || across === 0) return emptySpec(look)
  const room = look.width - labelRoom(look.width)
  const columns = distinctLabels(chart.column, Math.max(24, room / across - 6))
  const cells = rows.flatMap((row, i) =>
    columns.flatMap((column, j) => {
      const value = chart.value[i * across + j] ?? null
      return value === null ? [] : [{ row, column, value, away: Math.abs(value - chart.centre), text: shortNumber(value) }]
    }),
  )
  if (cells.length === 0) return emptySpec(look)
  const furthest = Math.max(...cells.map(({ away }) => away)) || 1
  const position = {
    y: { field: 'row', type: 'nominal', scale: { domain: rows }, axis: categoryAxis(Math.max(...rows.map(textWidth)) + 8) },
    x: {
      field: 'column',
      type: 'nominal',
      scale: { domain: columns },
      title: unitTitle(chart.unit),
      axis: { orient: 'top', labelAngle: 0, ticks: false, domain: false, grid: false, labelOverlap: false },
    },
  } as const
  const sides = [
    { from: cells.filter(({ value }) => value >= chart.centre), colour: look.theme.value },
    { from: cells.filter(({ value }) => value < chart.centre), colour: look.theme.reference },
  ].filter(({ from }) => from.length > 0)
  return {
    ...frame(look),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: rows.length * rowHeight,
    layer: [
      ...sides.map(
        ({ from, colour }) =>
          ({
            data: { values: from },
            mark: { type: 'rect', color: colour, stroke: look.theme.surface, strokeWidth: 1 },
            encoding: {
              ...position,
              fillOpacity: { field: 'away', type: 'quantitative', scale: { domain: [0, furthest], range: [0, fullest] }, legend: null },
            },
          }) as const,
      ),
      ...(room / across < narrowest
        ? []
        : [
            {
              data: { values: cells },
              mark: { type: 'text', color: look.theme.ink },
              encoding: { ...position, text: { field: 'text', type: 'nominal' } },
            } as const,
          ]),
    ],
  }
}

/** Three digits and a true minus sign. */
const shortNumber = (value: number): string => {
  const size = Math.abs(value)
  const text = size >= 100 ? size.toFixed(0) : size >= 10 ? size.toFixed(1) : size.toFixed(2)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}
