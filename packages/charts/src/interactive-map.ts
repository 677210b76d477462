import type { Spec } from 'vega'
import { mostLivePoints, spread } from './drawn.ts'
import { distinctLabels } from './labels.ts'
import { firstField, type MapChart, pointsSpec } from './map.ts'
import { groupsOf } from './map-groups.ts'
import { pageTheme } from './theme.ts'

/** What a page keeps to let a reader move and colour the map: columns once, and a small compiled spec a field. Plain JSON. */
export interface InteractiveMap {
  readonly document: readonly string[]
  /** Whole numbers from 0 to 10,000 along each direction. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** The first is shown first. `codes` point into `labels` and `full`; the spec's data set `points` is for the page to fill. */
  readonly fields: readonly {
    readonly name: string | null
    readonly labels: readonly string[]
    readonly full: readonly string[]
    readonly codes: readonly number[]
    readonly spec: Spec
  }[]
}

const mostFields = 12

/** The map of at most `mostLivePoints` documents, its specs compiled, its colours names of custom properties. */
export async function interactiveMap(chart: MapChart, width = 560): Promise<InteractiveMap> {
  const { compile } = await import('vega-lite')
  const places = spread(chart.document.length, mostLivePoints)
  const look = { theme: pageTheme, width }
  const first = firstField(chart)?.name
  const fields = chart.fields
    .flatMap(({ name, values }) => {
      const groups = groupsOf(places.map((i) => values[i]!))
      return groups ? [{ name, groups }] : []
    })
    .sort((a, b) => Number(b.name === first) - Number(a.name === first))
    .slice(0, mostFields)
  const compiled = (colouring?: (typeof fields)[number]): Spec =>
    compile({
      ...pointsSpec(look, places.length, colouring && { title: colouring.name, groups: colouring.groups }),
      data: { name: 'points' },
      params: [{ name: 'view', select: { type: 'interval', zoom: 'wheel![event.ctrlKey || event.metaKey]' }, bind: 'scales' }],
    }).spec
  return {
    document: places.map((i) => chart.document[i]!),
    x: scaled(places.map((i) => chart.x[i]!)),
    y: scaled(places.map((i) => chart.y[i]!)),
    fields: [
      ...fields.map((field) => ({
        name: field.name,
        labels: distinctLabels(field.groups.labels, 124),
        full: field.groups.labels,
        codes: field.groups.codes,
        spec: compiled(field),
      })),
      ...(fields.length === 0 ? [{ name: null, labels: [], full: [], codes: [], spec: compiled() }] : []),
    ],
  }
}

function scaled(values: readonly number[]): number[] {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const extent = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - least
  return values.map((value) => (extent > 0 ? Math.round(((value - least) / extent) * 10_000) : 5000))
}
