import type { Config, TopLevelSpec } from 'vega-lite'
import { fontSize } from './labels.ts'
import type { Theme } from './theme.ts'

/** What every form needs to draw. Width in pixels. */
export interface Look {
  readonly theme: Theme
  readonly width: number
}

/** The part of a spec that all charts share. The page names the chart for screen readers, so marks carry no labels of their own. */
export function frame({ theme, width }: Look, columns = 3) {
  const text = { labelFontSize: fontSize, titleFontSize: fontSize, labelColor: theme.faint, titleColor: theme.faint }
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    background: null as unknown as string,
    padding: 4,
    config: {
      aria: false,
      font: 'system-ui, sans-serif',
      view: { stroke: null },
      axis: {
        ...text,
        titleFontWeight: 'normal',
        titlePadding: 8,
        domainColor: theme.line,
        tickColor: theme.line,
        gridColor: theme.line,
        labelLimit: 0,
        titleLimit: width,
      },
      legend: {
        ...text,
        title: null,
        orient: 'top',
        direction: 'horizontal',
        columns,
        columnPadding: 18,
        labelLimit: 0,
        labelColor: theme.ink,
        symbolOpacity: 1,
        symbolStrokeWidth: 2,
      },
      text: { fontSize, color: theme.ink },
    } satisfies Config,
  }
}

/** Numbers of a share read as per cent, all others as they are. */
export const axisFormat = (unit: string): { format?: string } => (unit === 'share' ? { format: '~%' } : {})

/** About what a numeric axis takes at the left, in pixels: beside it stand plot and legend. */
export const numberRoom = 70

/** A chart that has nothing to show says so. */
export function emptySpec(look: Look): TopLevelSpec {
  return {
    ...frame(look),
    height: 48,
    data: { values: [{ text: 'There is nothing to draw.' }] },
    mark: { type: 'text', color: look.theme.faint, align: 'center' },
    encoding: { text: { field: 'text', type: 'nominal' } },
  }
}

/** A category axis with exactly the room its labels need. */
export const categoryAxis = (extent: number) => ({
  title: null,
  ticks: false,
  domain: false,
  grid: false,
  labelPadding: 6,
  minExtent: extent,
  maxExtent: extent,
})
