import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { categoryAxis, emptySpec, frame, type Look } from './frame.ts'
import { distinctLabels, labelRoom, textWidth, unitTitle } from './labels.ts'

type Pyramid = Extract<Chart, { form: 'pyramid' }>

/** Bars to the left and to the right of zero, a pair per band, the first band at the bottom. */
export function pyramidSpec(chart: Pyramid, look: Look): TopLevelSpec {
  const labels = distinctLabels(chart.band, labelRoom(look.width))
  if (labels.length === 0) return emptySpec(look)
  const groups = distinctLabels([chart.leftTitle, chart.rightTitle], labelRoom(look.width))
  const expected = [chart.leftReference, chart.rightReference]
  const most = Math.max(1, ...chart.left, ...chart.right, ...expected.flatMap((values) => values ?? []))
  const marks = labels.flatMap((label, i) => [
    ...(chart.leftReference ? [{ label, expected: -chart.leftReference[i]! }] : []),
    ...(chart.rightReference ? [{ label, expected: chart.rightReference[i]! }] : []),
  ])
  return {
    ...frame(look),
    autosize: { type: 'fit-x', contains: 'padding' },
    height: labels.length * 22,
    data: {
      values: labels.flatMap((label, i) => [
        { label, group: groups[0]!, value: -chart.left[i]! },
        { label, group: groups[1]!, value: chart.right[i]! },
      ]),
    },
    encoding: {
      y: {
        field: 'label',
        type: 'nominal',
        scale: { domain: [...labels].reverse() },
        axis: categoryAxis(Math.max(...labels.map(textWidth)) + 8),
      },
      x: {
        field: 'value',
        type: 'quantitative',
        stack: null,
        scale: { domain: [-most, most] },
        title: unitTitle(chart.unit),
        // Both sides count upwards from the middle.
        axis: { tickCount: 5, labelOverlap: true, labelExpr: 'format(abs(datum.value), "~")' },
      },
    },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.8 } },
        encoding: {
          color: { field: 'group', type: 'nominal', scale: { domain: groups, range: [look.theme.value, look.theme.reference] } },
        },
      },
      ...(marks.length > 0
        ? [
            {
              data: { values: marks },
              mark: { type: 'tick' as const, orient: 'vertical' as const, thickness: 2, size: 20, color: look.theme.ink },
              encoding: { x: { field: 'expected', type: 'quantitative' as const, stack: null } },
            },
          ]
        : []),
    ],
  }
}
