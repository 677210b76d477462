import type { Chart } from '@corpuscope/core'
import { compacted } from './compact.ts'
import { mostCategories } from './drawn.ts'
import { distinctLabels, labelRoom } from './labels.ts'
import { specOf } from './spec.ts'
import { lightTheme, type Theme } from './theme.ts'

/**
 * A chart as static SVG, drawn without a browser or canvas: the same bytes each time, no scripts, no inline styles, no ids. It carries
 * no name of its own: whoever shows it gives it one (`role="img"`, the chart's summary).
 *
 * @param width  in pixels, labels included
 */
export async function svgOf(chart: Chart, theme: Theme = lightTheme, width = 560): Promise<string> {
  const [{ compile }, { parse, View }, { expressionInterpreter }] = await Promise.all([
    import('vega-lite'),
    import('vega'),
    import('vega-interpreter'),
  ])
  const { spec } = compile(specOf(chart, theme, width))
  const view = new View(parse(spec, undefined, { ast: true }), { renderer: 'none', expr: expressionInterpreter })
  try {
    return withFullLabels(compacted(slim(await view.toSVG())), chart, width)
  } finally {
    view.finalize()
  }
}

/** A chart as a file of its own: named for screen readers, on the page's ground, so that it reads on any. */
export async function svgFile(chart: Chart, theme: Theme = lightTheme, width = 720): Promise<string> {
  const svg = await svgOf(chart, theme, width)
  const name = `<title>${escaped(chart.title)}</title><desc>${escaped(chart.summary)}</desc><rect width="100%" height="100%" fill="${theme.surface}"/>`
  return `${svg.replace(/^<svg/, '<svg role="img"').replace(/^(<svg[^>]*>)/, (open) => open + name)}\n`
}

/** Leaves out of Vega's markup what a still picture has no use for: about a third of the bytes. */
function slim(svg: string): string {
  return svg.replace(/<path class="(?:background|foreground)"[^>]*?(?:d=""|d="M0,0h0v0h0Z")[^>]*?\/>/g, '').replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/ (?:pointer-events|role|aria-[a-z]+|class|xmlns:xlink|version)="[^"]*"/g, '')
      .replace(/ (?:opacity|fill-opacity|stroke-opacity)="1"/g, '')
      .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
  )
}

// XML has no place for control characters, not even escaped ones.
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

/** The names that stand beside a chart, one a row. */
function namesBeside(chart: Chart): readonly string[] | undefined {
  if (chart.form === 'bars' || chart.form === 'dumbbell' || chart.form === 'intervals') return chart.category
  if (chart.form === 'ridgeline') return chart.group
  return chart.form === 'heatmap' ? chart.row : undefined
}

/** A category name that had to be cut keeps its full text as a tooltip. */
function withFullLabels(svg: string, chart: Chart, width: number): string {
  const all = namesBeside(chart)
  if (!all) return svg
  const full = new Map<string, string>()
  const names = all.slice(0, mostCategories)
  distinctLabels(names, labelRoom(width)).forEach((label, i) => {
    if (label !== names[i]) full.set(escaped(label), escaped(names[i]!))
  })
  return svg.replace(/(<text [^>]*>)([^<]*)(<\/text>)/g, (whole, open: string, text: string, close: string) => {
    const name = full.get(text)
    return name === undefined ? whole : `${open}${text}<title>${name}</title>${close}`
  })
}
