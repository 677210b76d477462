import { type Column, type Documents, loadDocuments, type Value } from './documents-data.ts'
import { element, none, quoted, shown } from './elements.ts'
import { filtersOf } from './filters.ts'
import { profileOf } from './profile.ts'
import { onOpen, onSelection, type Selection, select } from './selection.ts'

/** Height of a row in pixels; the style sheet holds rows to it. */
const rowHeight = 33
/** Rows drawn above and below what is seen. */
const margin = 10

/** Makes the still table of documents one that can be sorted, searched and filtered, drawing only the rows that are seen. */
export async function startDocuments(): Promise<void> {
  const room = document.querySelector<HTMLElement>('.documents')
  const documents = await loadDocuments()
  if (room && documents) tableOf(documents, room)
}

function tableOf(documents: Documents, room: HTMLElement): void {
  const { ids, columns } = documents
  const open = new Set(documents.open)
  let order = ids.map((_, i) => i)
  let sorted = { column: -2, down: false }
  let chosen: Selection

  const filters = filtersOf(documents, refresh)
  const told = element('p', { class: 'told', role: 'status' })
  const all = element('button', { type: 'button', hidden: '' }, 'Show all, not only those chosen on the map')
  all.addEventListener('click', () => select(undefined))
  const head = element('thead')
  const body = element('tbody')
  const table = element('table', {}, head, body)
  const scroller = element('div', { class: 'scroll window', role: 'region', tabindex: '0', 'aria-label': 'Table of documents' }, table)
  const profile = element('div', { class: 'profile-room' })
  let headings: readonly { readonly column: number; readonly cell: HTMLElement }[] = []

  const shownColumns = (): number[] => columns.flatMap((_, i) => (open.has(i) ? [i] : []))

  /** Columns keep the widths of their first rows: rows that come by scrolling neither move them nor cost a layout of the whole table. */
  function holdWidths(): void {
    if (scroller.clientWidth === 0) return
    table.style.tableLayout = 'auto'
    table.style.width = ''
    for (const { cell } of headings) cell.style.width = ''
    const widths = headings.map(({ cell }) => cell.offsetWidth)
    headings.forEach(({ cell }, i) => {
      cell.style.width = `${widths[i]}px`
    })
    table.style.width = `${table.offsetWidth}px`
    table.style.tableLayout = 'fixed'
  }

  function drawHead(): void {
    headings = [-1, ...shownColumns()].map((column) => {
      const own = columns[column]
      const button = element('button', { type: 'button' }, own?.title ?? 'document')
      const unit = own?.unit
      if (unit && unit !== 'ratio' && unit !== own.title) button.append(element('small', {}, unit === 'share' ? '%' : unit))
      button.addEventListener('click', () => sortBy(column))
      return { column, cell: element('th', { scope: 'col', ...(own?.isNumeric && { class: 'number' }) }, button) }
    })
    head.replaceChildren(element('tr', {}, ...headings.map(({ cell }) => cell)))
    markSorted()
  }

  function markSorted(): void {
    for (const { column, cell } of headings)
      cell.setAttribute('aria-sort', column !== sorted.column ? 'none' : sorted.down ? 'descending' : 'ascending')
  }

  const valueAt = (column: number, i: number): Value => (column < 0 ? ids[i]! : columns[column]!.at(i))

  function refresh(): void {
    const passes = filters.test()
    order = ids.flatMap((id, i) => ((!chosen || chosen.has(id)) && passes(i) ? [i] : []))
    if (sorted.column > -2) {
      const keys = new Map(order.map((i) => [i, valueAt(sorted.column, i)]))
      order.sort((a, b) => compare(keys.get(a)!, keys.get(b)!, sorted.down) || a - b)
    }
    markSorted()
    told.textContent = `${order.length.toLocaleString('en-US')} of ${ids.length.toLocaleString('en-US')} documents`
    all.hidden = !chosen
    table.setAttribute('aria-rowcount', String(order.length + 1))
    scroller.scrollTop = 0
    redraw()
  }

  function sortBy(column: number): void {
    sorted = { column, down: sorted.column === column ? !sorted.down : column >= 0 && columns[column]!.isNumeric }
    refresh()
  }

  /** Rows that stand in the table, by their place in `order`, between two that only keep room. */
  const drawn = new Map<number, HTMLElement>()
  const [above, below] = [spacer(), spacer()]

  /** Draws the rows that are seen; those that stand there already stay, and with them the keyboard's place. */
  function draw(): void {
    const from = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - margin)
    const to = Math.min(order.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + margin)
    for (const [at, row] of drawn)
      if (at < from || at >= to) {
        row.remove()
        drawn.delete(at)
      }
    const seen = shownColumns().map((i) => columns[i]!)
    let next = above.nextSibling
    for (let at = from; at < to; at++) {
      const there = drawn.get(at)
      if (there) next = there.nextSibling
      else {
        const made = rowOf(at, seen)
        drawn.set(at, made)
        body.insertBefore(made, next)
      }
    }
    keepRoom(above, from, seen.length)
    keepRoom(below, order.length - to, seen.length)
  }

  function rowOf(at: number, seen: readonly Column[]): HTMLElement {
    const i = order[at]!
    const name = element('button', { type: 'button', title: ids[i]! }, quoted(ids[i]!))
    name.addEventListener('click', () => show(i))
    return element(
      'tr',
      { 'aria-rowindex': String(at + 2) },
      element('th', { scope: 'row' }, name),
      ...seen.map((column) => cell(column, column.at(i))),
    )
  }

  function redraw(): void {
    drawn.clear()
    body.replaceChildren(above, below)
    draw()
  }

  function show(i: number): void {
    const openOther = (id: string): void => {
      const other = documents.place(id)
      if (other !== undefined) show(other)
    }
    const back = document.activeElement as HTMLElement | null
    const close = (): void => {
      profile.replaceChildren()
      if (back?.isConnected) back.focus()
      else scroller.focus()
    }
    const made = profileOf(documents, i, openOther, close)
    made.addEventListener('keydown', (event) => event.key === 'Escape' && close())
    profile.replaceChildren(made)
    made.querySelector<HTMLElement>('#profile-title')!.focus({ preventScroll: true })
    made.scrollIntoView({ block: 'nearest' })
  }

  scroller.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true })
  onSelection((wanted) => {
    chosen = wanted
    refresh()
  })
  onOpen((id) => {
    const i = documents.place(id)
    if (i !== undefined) show(i)
  })
  const chooser = chooserOf(columns, open, () => {
    drawHead()
    refresh()
    holdWidths()
  })
  room.replaceChildren(...filters.elements, chooser, told, all, scroller, profile)
  drawHead()
  refresh()
  // Also when it first comes near: until then it is not laid out.
  new ResizeObserver(holdWidths).observe(scroller)
}

/** A box for each column, those of a category together. */
function chooserOf(columns: readonly Column[], open: Set<number>, changed: () => void): HTMLElement {
  const groups = [...new Set(columns.map(({ group }) => group))]
  const summary = element('summary')
  const tell = (): void => {
    summary.textContent = `Columns: ${open.size} of ${columns.length} shown`
  }
  tell()
  return element(
    'details',
    { class: 'columns' },
    summary,
    ...groups.map((group) => {
      const boxes = columns.flatMap((column, i) => {
        if (column.group !== group) return []
        const box = element('input', { type: 'checkbox', ...(open.has(i) && { checked: '' }) })
        box.addEventListener('change', () => {
          if (box.checked) open.add(i)
          else open.delete(i)
          tell()
          changed()
        })
        return [element('label', {}, box, ` ${column.title}`)]
      })
      return element('fieldset', {}, element('legend', {}, group), ...boxes)
    }),
  )
}

const spacer = (): HTMLElement => element('tr', { 'aria-hidden': 'true', class: 'spacer' }, element('td'))

function keepRoom(row: HTMLElement, rows: number, columns: number): void {
  const filler = row.firstElementChild as HTMLTableCellElement
  filler.colSpan = columns + 1
  filler.style.height = `${rows * rowHeight}px`
}

function cell({ unit, isNumeric }: Column, value: Value): HTMLElement {
  const content = value === null ? none() : typeof value === 'number' ? shown(value, unit) : quoted(value)
  return element('td', isNumeric ? { class: 'number' } : {}, content)
}

/** Missing values last, whichever way it is sorted. */
function compare(a: Value, b: Value, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const way = a < b ? -1 : a > b ? 1 : 0
  return down ? -way : way
}
