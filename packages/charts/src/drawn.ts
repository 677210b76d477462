import type { Chart } from '@corpuscope/core'

/** Categories that one chart shows; the table behind it has them all. */
export const mostCategories = 40
/** Points of a static map: beyond this an SVG is heavy and shows no more. */
export const mostStaticPoints = 1500
/** Points of the map that answers the reader. */
export const mostLivePoints = 20_000

/** How much of a chart's data a picture of it shows: `drawn` of `of` categories or documents. */
export function drawnOf(chart: Chart, mostPoints = mostStaticPoints): { readonly drawn: number; readonly of: number } {
  switch (chart.form) {
    case 'dumbbell':
    case 'bars':
    case 'intervals':
      return { drawn: Math.min(chart.category.length, mostCategories), of: chart.category.length }
    case 'map':
      return { drawn: Math.min(chart.document.length, mostPoints), of: chart.document.length }
    case 'histogram':
      return { drawn: chart.counts.length, of: chart.counts.length }
    case 'pyramid':
      return { drawn: chart.band.length, of: chart.band.length }
    case 'ridgeline':
      return { drawn: Math.min(chart.group.length, mostCategories), of: chart.group.length }
    case 'heatmap':
      return { drawn: Math.min(chart.row.length, mostCategories), of: chart.row.length }
    case 'curve':
      return { drawn: chart.series.length, of: chart.series.length }
  }
}

/** Indices of at most `most` of n things, evenly spread. Documents stand in key order, which knows nothing of their place. */
export function spread(n: number, most: number): number[] {
  if (n <= most) return Array.from({ length: n }, (_, i) => i)
  return Array.from({ length: most }, (_, i) => Math.floor((i * n) / most))
}
