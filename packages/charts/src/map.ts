import type { Chart } from '@corpuscope/core'
import type { TopLevelSpec } from 'vega-lite'
import { coloursOf, legendRoom, shapes } from './colours.ts'
import { mostStaticPoints, spread } from './drawn.ts'
import { emptySpec, frame, type Look } from './frame.ts'
import { distinctLabels, fontSize } from './labels.ts'
import { type Groups, groupsOf } from './map-groups.ts'
import { labelsWithRoom } from './map-labels.ts'

export type MapChart = Extract<Chart, { form: 'map' }>

/** A field that colours well without being asked for: few named groups; else any that tells documents apart. */
export function firstField(chart: MapChart): { readonly name: string; readonly groups: Groups } | undefined {
  const able = chart.fields.flatMap(({ name, values }) => {
    const groups = groupsOf(values)
    return groups ? [{ name, groups }] : []
  })
  return able.find(({ groups }) => groups.kind === 'named' && groups.rest < 0) ?? able[0]
}

/** A point per document, coloured by one field. Directions mean nothing on it, so it has no axes. */
export function mapSpec(chart: MapChart, look: Look): TopLevelSpec {
  if (chart.document.length === 0) return emptySpec(look)
  const field = firstField(chart)
  const labels = field && distinctLabels(field.groups.labels, legendRoom)
  const rows = spread(chart.document.length, mostStaticPoints).map((i) => ({
    x: chart.x[i]!,
    y: chart.y[i]!,
    ...(field && labels && { group: labels[field.groups.codes[i]!]! }),
  }))
  const { mark, encoding, ...whole } = pointsSpec(look, rows.length, field && { title: field.name, groups: field.groups })
  const places = labelsWithRoom(chart, look.width, whole.height)
  if (places.length === 0) return { ...whole, data: { values: rows }, mark, encoding }
  const names = { data: { values: places }, encoding: { x: encoding.x, y: encoding.y, text: { field: 'text', type: 'nominal' } } } as const
  return {
    ...whole,
    layer: [
      { data: { values: rows }, mark, encoding },
      // A rim of the surface's colour keeps the name apart from the points behind it.
      { ...names, mark: { type: 'text', fontSize, color: look.theme.surface, stroke: look.theme.surface, strokeWidth: 4 } },
      { ...names, mark: { type: 'text', fontSize, color: look.theme.ink } },
    ],
  }
}

/** The map without its rows, which are `{ x, y, group }` (`group` as `distinctLabels(groups.labels)`), in a data set named `points`. */
export function pointsSpec(look: Look, n: number, colouring?: { readonly title: string; readonly groups: Groups }) {
  const hidden = { axis: null, scale: { zero: false, nice: false, padding: 8 }, type: 'quantitative' } as const
  const size = n <= 600 ? 34 : n <= 3000 ? 18 : 8
  return {
    ...frame(look),
    autosize: { type: 'fit', contains: 'padding' },
    height: Math.round(Math.min(look.width * 0.8, 460)),
    view: { stroke: look.theme.line },
    mark: { type: 'point', filled: true, size, opacity: n <= 3000 ? 0.85 : 0.6, ...(!colouring && { color: look.theme.value }) },
    encoding: {
      x: { field: 'x', ...hidden },
      y: { field: 'y', ...hidden },
      ...(colouring && channels(look, colouring.groups)),
    },
  } as const
}

function channels({ theme, width }: Look, groups: Groups) {
  const domain = distinctLabels(groups.labels, legendRoom)
  const legend = { columns: width < 420 ? 2 : 3, symbolSize: 70 }
  return {
    color: { field: 'group', type: 'nominal', scale: { domain, range: coloursOf(theme, groups) }, legend },
    // Above six groups shapes are told apart no better than colours, and slower.
    ...(domain.length <= shapes.length &&
      groups.kind === 'named' && {
        shape: { field: 'group', type: 'nominal' as const, scale: { domain, range: shapes.slice(0, domain.length) }, legend },
      }),
  } as const
}
