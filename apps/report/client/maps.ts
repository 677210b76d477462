import {
  coloursOf,
  distinctLabels,
  expressionInterpreter,
  type Groups,
  groupsOf,
  legendRoom,
  pageTheme,
  parse,
  type Spec,
  shapes,
  View,
} from '@corpuscope/charts/browser'
import { loadDocuments } from './documents-data.ts'
import { element } from './elements.ts'
import { pressed, type Rectangle } from './keyboard-brush.ts'
import { onSelection, openDocument, select } from './selection.ts'
import { onTheme, withColours } from './theme.ts'
import { unpack } from './unpack.ts'

interface Header {
  readonly document: readonly string[]
  readonly fields: readonly { readonly name: string; readonly groups: Omit<Groups, 'codes'> }[]
  readonly specs: { readonly plain: Spec; readonly coloured: Spec; readonly shaped: Spec }
}

interface Field {
  readonly name: string
  readonly groups: Groups
}

interface MapData {
  readonly document: readonly string[]
  readonly x: Int32Array
  readonly y: Int32Array
  readonly specs: Header['specs']
  /** Fields that may colour the map, the chart's own first; one of the documents' table is grouped when it is chosen. */
  readonly fields: readonly { readonly name: string; readonly group: string; readonly made: () => Field | undefined }[]
}

/** Puts a live map in the place of each still one, once the reader comes near it. */
export function startMaps(): void {
  const waiting = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        waiting.unobserve(target)
        void startMap(target as HTMLElement)
      }
    },
    { rootMargin: '600px' },
  )
  for (const picture of document.querySelectorAll('.picture:has(.live)')) waiting.observe(picture)
}

async function load(source: Element): Promise<MapData> {
  const { header, columns } = await unpack<Header>(source)
  const documents = await loadDocuments()
  const places = documents && header.document.map((id) => documents.place(id))
  const own = header.fields.map(({ name, groups }, i) => ({
    name,
    group: 'The map',
    made: () => ({ name, groups: { ...groups, codes: [...columns[2 + i]!] } }),
  }))
  const theirs = (documents?.columns ?? [])
    .filter(({ title }) => !own.some(({ name }) => name === title))
    .map(({ title: name, group, at }) => ({
      name,
      group,
      made: () => {
        const groups = groupsOf(places!.map((place) => (place === undefined ? null : at(place))))
        return groups && { name, groups }
      },
    }))
  return { document: header.document, x: columns[0]!, y: columns[1]!, specs: header.specs, fields: [...own, ...theirs] }
}

async function startMap(picture: HTMLElement): Promise<void> {
  const live = picture.querySelector<HTMLElement>('.live')!
  const picker = live.querySelector('select')!
  const room = live.querySelector<HTMLElement>('.canvas')!
  const pointed = live.querySelector('.pointed')!
  const data = await load(document.getElementById(live.dataset['map']!)!)
  const hint = pointed.textContent
  let view: View | undefined
  let width = 0
  let rectangle: Rectangle | undefined

  fillPicker(picker, data.fields)
  const draw = (): void => {
    view?.finalize()
    room.replaceChildren()
    rectangle = undefined
    width = Math.floor(Math.min(picture.clientWidth, 600))
    const field = data.fields[Number(picker.value)]?.made()
    view = new View(parse(filled(field, data, width), undefined, { ast: true }), {
      renderer: 'canvas',
      container: room,
      hover: true,
      expr: expressionInterpreter,
    })
    view.addEventListener('mousemove', (_, item) => {
      const at = placeOf(item)
      pointed.textContent = at === undefined ? hint : told(field, data, at)
    })
    view.addEventListener('click', (_, item) => {
      const at = placeOf(item)
      if (at !== undefined) openDocument(data.document[at]!)
    })
    view.addSignalListener('brush', (_, value) => brushed(data, value as Brush))
    void view.runAsync().then(() => {
      const canvas = room.querySelector('canvas')
      canvas?.setAttribute('role', 'img')
      canvas?.setAttribute('aria-label', live.dataset['summary'] ?? '')
    })
  }

  room.addEventListener('keydown', (event) => {
    const next = pressed(rectangle, event.key, event.shiftKey)
    if (next === undefined || !view) return
    event.preventDefault()
    rectangle = next === 'none' ? undefined : next
    if (!rectangle) return select(undefined)
    const { left, top } = rectangle
    // Vega-Lite's names: the fields are called x and y, so the signals in pixels are numbered.
    view.signal('brush_x_1', [left * view.width(), (left + rectangle.width) * view.width()])
    view.signal('brush_y_1', [top * view.height(), (top + rectangle.height) * view.height()])
    void view.runAsync()
  })
  live.hidden = false
  picture.classList.add('alive')
  draw()
  picker.addEventListener('change', draw)
  live.querySelector('button')!.addEventListener('click', () => select(undefined))
  onSelection((chosen) => {
    if (chosen === undefined) draw()
  })
  onTheme(draw)
  new ResizeObserver(() => {
    if (picture.clientWidth > 0 && Math.floor(Math.min(picture.clientWidth, 600)) !== width) draw()
  }).observe(picture)
}

function fillPicker(picker: HTMLSelectElement, fields: MapData['fields']): void {
  const groups = new Map<string, HTMLElement>()
  picker.replaceChildren()
  fields.forEach(({ name, group }, i) => {
    let of = groups.get(group)
    if (!of) {
      of = element('optgroup', { label: group })
      groups.set(group, of)
      picker.append(of)
    }
    of.append(element('option', { value: String(i) }, name))
  })
  picker.append(element('option', { value: '-1' }, 'nothing'))
}

interface Brush {
  readonly x?: readonly [number, number]
  readonly y?: readonly [number, number]
}

let waiting = 0

/** Tells the table which documents lie in the rectangle; an empty one means all. */
function brushed({ document: ids, x, y }: MapData, { x: across, y: up }: Brush): void {
  clearTimeout(waiting)
  waiting = window.setTimeout(() => {
    if (!across || !up) return
    const within = (value: number, [a, b]: readonly [number, number]): boolean => value >= Math.min(a, b) && value <= Math.max(a, b)
    const chosen = new Set(ids.filter((_, i) => within(x[i]!, across) && within(y[i]!, up)))
    if (chosen.size > 0) select(chosen)
  }, 120)
}

function placeOf(item: unknown): number | undefined {
  const at = (item as { datum?: { at?: unknown } } | null | undefined)?.datum?.at
  return typeof at === 'number' ? at : undefined
}

function told(field: Field | undefined, data: MapData, at: number): string {
  const value = field?.groups.labels[field.groups.codes[at] ?? -1]
  return value === undefined ? data.document[at]! : `${data.document[at]}: ${field!.name} ${value}`
}

function filled(field: Field | undefined, { x, y, specs }: MapData, width: number): Spec {
  const groups = field?.groups
  const labels = groups ? distinctLabels(groups.labels, legendRoom) : []
  const isShaped = groups?.kind === 'named' && labels.length <= shapes.length
  const spec = !groups ? specs.plain : isShaped ? specs.shaped : specs.coloured
  const rows = Array.from(x, (across, at) => ({ x: across, y: y[at], at, group: labels[groups?.codes[at] ?? -1] }))
  const ranges: Record<string, readonly string[]> = groups
    ? { color: coloursOf(pageTheme, groups), shape: shapes.slice(0, labels.length) }
    : {}
  const own = withColours({
    ...spec,
    scales: (spec.scales ?? []).map((scale) => (ranges[scale.name] ? { ...scale, domain: labels, range: ranges[scale.name] } : scale)),
  } as Spec)
  return {
    ...own,
    width,
    height: Math.round(Math.min(width * 0.8, 460)),
    data: (own.data ?? []).map((set) => (set.name === 'points' ? { ...set, values: rows } : set)),
    ...(own.legends && { legends: own.legends.map((legend) => ({ ...legend, columns: width < 420 ? 2 : 3 })) }),
  } as Spec
}
