import { expressionInterpreter, parse, type Spec, View } from '@corpuscope/charts/browser'
import { onTheme, withColours } from './theme.ts'

interface MapData {
  readonly document: readonly string[]
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly fields: readonly {
    readonly name: string | null
    readonly labels: readonly string[]
    readonly full: readonly string[]
    readonly codes: readonly number[]
    readonly spec: Spec
  }[]
}

/** Puts a live map in the place of each still one, once the reader comes near it. */
export function startMaps(): void {
  const waiting = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        waiting.unobserve(target)
        startMap(target as HTMLElement)
      }
    },
    { rootMargin: '600px' },
  )
  for (const picture of document.querySelectorAll('.picture:has(.live)')) waiting.observe(picture)
}

function startMap(picture: HTMLElement): void {
  const live = picture.querySelector<HTMLElement>('.live')!
  const select = live.querySelector('select')!
  const room = live.querySelector<HTMLElement>('.canvas')!
  const pointed = live.querySelector('.pointed')!
  const data = JSON.parse(document.getElementById(live.dataset['map']!)!.textContent!) as MapData
  const hint = pointed.textContent
  let view: View | undefined
  let width = 0

  const draw = (): void => {
    view?.finalize()
    room.replaceChildren()
    width = Math.floor(Math.min(picture.clientWidth, 600))
    const field = data.fields[Number(select.value)] ?? data.fields[0]!
    view = new View(parse(filled(field, data, width), undefined, { ast: true }), {
      renderer: 'canvas',
      container: room,
      hover: true,
      expr: expressionInterpreter,
    })
    view.addEventListener('mousemove', (_, item) => {
      const at = (item?.datum as { at?: unknown } | undefined)?.at
      pointed.textContent = typeof at === 'number' ? told(field, data, at) : hint
    })
    void view.runAsync().then(() => {
      const canvas = room.querySelector('canvas')
      canvas?.setAttribute('role', 'img')
      canvas?.setAttribute('aria-label', live.dataset['summary'] ?? '')
    })
  }

  live.hidden = false
  picture.classList.add('alive')
  draw()
  select.addEventListener('change', draw)
  live.querySelector('button')!.addEventListener('click', draw)
  onTheme(draw)
  new ResizeObserver(() => {
    if (picture.clientWidth > 0 && Math.floor(Math.min(picture.clientWidth, 600)) !== width) draw()
  }).observe(picture)
}

type Field = MapData['fields'][number]

function told({ name, full, codes }: Field, data: MapData, at: number): string {
  const value = full[codes[at] ?? -1]
  return value === undefined || name === null ? data.document[at]! : `${data.document[at]}: ${name} ${value}`
}

function filled({ spec, labels, codes }: Field, { x, y }: MapData, width: number): Spec {
  const own = withColours(spec)
  const rows = x.map((_, at) => ({ x: x[at], y: y[at], at, group: labels[codes[at] ?? -1] }))
  return {
    ...own,
    width,
    height: Math.round(Math.min(width * 0.8, 460)),
    data: (own.data ?? []).map((set) => (set.name === 'points' ? { name: 'points', values: rows } : set)),
    ...(own.legends && { legends: own.legends.map((legend) => ({ ...legend, columns: width < 420 ? 2 : 3 })) }),
  } as Spec
}
