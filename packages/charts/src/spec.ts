import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { barsSpec } from './bars.ts'
import { curveSpec } from './curve.ts'
import { dumbbellSpec } from './dumbbell.ts'
import { heatmapSpec } from './heatmap.ts'
import { histogramSpec } from './histogram.ts'
import { intervalsSpec } from './intervals.ts'
import { mapSpec } from './map.ts'
import { pyramidSpec } from './pyramid.ts'
import { ridgelineSpec } from './ridgeline.ts'
import { lightTheme, type Theme } from './theme.ts'

/**
 * The Vega-Lite spec of a chart, with its data inside.
 *
 * @param width  of the whole picture in pixels, labels included
 */
export function specOf(chart: Chart, theme: Theme = lightTheme, width = 560): TopLevelSpec {
  const look = { theme, width }
  switch (chart.form) {
    case 'dumbbell':
      return dumbbellSpec(chart, look)
    case 'histogram':
      return histogramSpec(chart, look)
    case 'bars':
      return barsSpec(chart, look)
    case 'map':
      return mapSpec(chart, look)
    case 'pyramid':
      return pyramidSpec(chart, look)
    case 'ridgeline':
      return ridgelineSpec(chart, look)
    case 'heatmap':
      return heatmapSpec(chart, look)
    case 'curve':
      return curveSpec(chart, look)
    case 'intervals':
      return intervalsSpec(chart, look)
  }
}
