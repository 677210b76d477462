import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { mostCategories } from './drawn.ts'
import { axisFormat, emptySpec, frame, type Look } from './frame.ts'
import { distinctLabels, labelRoom, textWidth, unitTitle } from './labels.ts'

type Ridgeline = Extract<Chart, { form: 'ridgeline' }>

const rowHeight = 34
/** Few ridges have room to rise. */
const leastHeight = 120
/** How far a ridge may rise, in rows: into the one above it, but not over its line. */
const highest = 1.4

/** A ridge a group on its own line, the first at the top; an upright stroke marks the group's median. */
export function ridgelineSpec(chart: Ridgeline, look: Look): TopLevelSpec {
  const labels = distinctLabels(chart.group.slice(0, mostCategories), labelRoom(look.width))
  const { length: rows } = labels
  if (rows === 0 || chart.x.length === 0) return emptySpec(look)
  const most = Math.max(...chart.density.slice(0, rows).flat()) || 1
  const base = (i: number): number => rows - 1 - i
  const ridges = labels.map((group, i) => ({
    group,
    points: chart.x.map((x, at) => ({ group, x, foot: base(i), top: base(i) + (highest * chart.density[i]![at]!) / most })),
    median: { x: chart.median[i]!, foot: base(i), top: base(i) + 0.35 },
  }))
  const extent = Math.max(...labels.map(textWidth)) + 10
  const x = {
    field: 'x',
    type: 'quantitative',
    title: unitTitle(chart.unit),
    scale: { zero: false, nice: false },
    axis: { tickCount: 6, labelOverlap: true, grid: false, ...axisFormat(chart.unit) },
  } as const
  const y = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: null,
      scale: { domain: [0, rows - 1 + highest] as number[], nice: false },
      axis: {
        values: labels.map((_, i) => base(i)),
        labels: false,
        ticks: false,
        domain: false,
        grid: true,
        minExtent: extent,
        maxExtent: extent,
      },
    }) as const
  return {
    ...frame(look),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: Math.max(leastHeight, rows * rowHeight + 14),
    layer: [
      // From the top down, so that a ridge stands before the one above it.
      ...ridges.map(
        ({ points }) =>
          ({
            data: { values: points },
            mark: { type: 'area', color: look.theme.value, fillOpacity: 0.35, line: { color: look.theme.value, strokeWidth: 1.5 } },
            encoding: { x, y: y('top'), y2: { field: 'foot' } },
          }) as const,
      ),
      {
        data: { values: ridges.map(({ median }) => median) },
        mark: { type: 'rule', strokeWidth: 2, color: look.theme.ink },
        encoding: { x, y: y('foot'), y2: { field: 'top' } },
      },
      {
        data: { values: labels.map((label, i) => ({ label, foot: base(i) })) },
        mark: { type: 'text', align: 'right', baseline: 'middle', color: look.theme.faint },
        encoding: { x: { value: -8 }, y: y('foot'), text: { field: 'label', type: 'nominal' } },
      },
    ],
  }
}
