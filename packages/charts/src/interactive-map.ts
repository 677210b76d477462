import type { Spec } from 'vega'
import { mostLivePoints, spread } from './drawn.ts'
import { fontSize } from './labels.ts'
import { firstField, type MapChart, pointsSpec } from './map.ts'
import { type Groups, groupsOf } from './map-groups.ts'
import { labelsWithRoom } from './map-labels.ts'
import { pageTheme } from './theme.ts'

/** What a page keeps to let a reader move and colour the map: columns once, and a small compiled spec for each way of drawing. Plain JSON. */
export interface InteractiveMap {
  readonly document: readonly string[]
  /** Whole numbers from 0 to 10,000 along each direction. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** The first is shown first; there may be none. */
  readonly fields: readonly { readonly name: string; readonly groups: Groups }[]
  /** Specs whose data set `points` and whose scales `color` and `shape` are for the page to fill: in one colour, in colours, in colours and shapes. */
  readonly specs: { readonly plain: Spec; readonly coloured: Spec; readonly shaped: Spec }
}

const mostFields = 12
const drag = (keys: string): string => `[pointerdown[${keys}], window:pointerup] > window:pointermove!`

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
  const compiled = (kind?: Groups['kind']): Spec => {
    const groups = kind && { labels: ['one', 'two'], codes: [], kind, rest: -1, missing: -1 }
    const points = pointsSpec(look, places.length, groups && { title: 'field', groups })
    const { spec } = compile({
      ...points,
      data: { name: 'points' },
      params: [
        {
          name: 'view',
          select: { type: 'interval', translate: drag('event.shiftKey'), zoom: 'wheel![event.ctrlKey || event.metaKey]' },
          bind: 'scales',
        },
        { name: 'brush', select: { type: 'interval', on: drag('!event.shiftKey'), translate: drag('!event.shiftKey'), zoom: false } },
      ],
      encoding: {
        ...points.encoding,
        opacity: { condition: { param: 'brush', value: points.mark.opacity }, value: 0.12 },
      },
    })
    return named(spec)
  }
  const x = scaled(places.map((i) => chart.x[i]!))
  const y = scaled(places.map((i) => chart.y[i]!))
  /** Names of places as marks of their own, above the points and blind to the mouse. */
  const names = labelsWithRoom({ x: [0, 10_000], y: [0, 10_000], labels: labelsScaled(chart) }, width, Math.round(width * 0.75))
  function named(spec: Spec): Spec {
    if (names.length === 0) return spec
    const text = (update: Record<string, unknown>) =>
      ({
        type: 'text',
        from: { data: 'names' },
        interactive: false,
        clip: true,
        encode: {
          update: {
            x: { scale: 'x', field: 'x' },
            y: { scale: 'y', field: 'y' },
            text: { field: 'text' },
            align: { value: 'center' },
            baseline: { value: 'middle' },
            fontSize: { value: fontSize },
            ...update,
          },
        },
      }) as const
    const { ink, surface } = look.theme
    return {
      ...spec,
      data: [...(spec.data ?? []), { name: 'names', values: [...names] }],
      marks: [
        ...(spec.marks ?? []),
        text({ fill: { value: surface }, stroke: { value: surface }, strokeWidth: { value: 4 } }),
        text({ fill: { value: ink } }),
      ],
    } as Spec
  }
  return {
    document: places.map((i) => chart.document[i]!),
    x,
    y,
    fields,
    specs: { plain: compiled(), coloured: compiled('ordered'), shaped: compiled('named') },
  }
}

type Extent = readonly [least: number, greatest: number]

const extentOf = (values: readonly number[]): Extent => [
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
]
const scaledTo = (value: number, [least, greatest]: Extent): number =>
  greatest > least ? Math.round(((value - least) / (greatest - least)) * 10_000) : 5000

function scaled(values: readonly number[]): number[] {
  const extent = extentOf(values)
  return values.map((value) => scaledTo(value, extent))
}

/** The names where the points are drawn, from 0 to 10,000. */
function labelsScaled({ x, y, labels = [] }: MapChart) {
  const [across, up] = [extentOf(x), extentOf(y)]
  return labels.map((label) => ({ text: label.text, x: scaledTo(label.x, across), y: scaledTo(label.y, up) }))
}
