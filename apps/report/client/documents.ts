interface Column {
  readonly title: string
  readonly unit?: string
  readonly values: readonly (string | number | null)[]
}

interface Data {
  readonly ids: readonly string[]
  readonly columns: readonly Column[]
}

/** Height of a row in pixels; the style sheet holds rows to it. */
const rowHeight = 33
/** Rows drawn above and below what is seen. */
const margin = 10

/** Makes the still table of documents one that can be sorted and searched, drawing only the rows that are seen. */
export function startDocuments(): void {
  const room = document.querySelector<HTMLElement>('.documents')
  const source = room && document.getElementById(room.dataset['source'] ?? '')
  if (!room || !source) return
  const { ids, columns } = JSON.parse(source.textContent!) as Data
  let order = ids.map((_, i) => i)
  let sorted = { column: -2, down: false }

  const search = element('input', { type: 'search', id: 'documents-search' })
  const label = element('label', { for: 'documents-search' })
  label.textContent = 'Find documents whose name or category holds '
  label.append(search)
  const told = element('p', { class: 'told', role: 'status' })
  const scroller = element('div', { class: 'scroll window', role: 'region', tabindex: '0', 'aria-label': 'Table of documents' })
  const table = element('table', {})
  const head = element('thead', {})
  const body = element('tbody', {})
  table.append(head, body)
  scroller.append(table)
  const titles = ['document', ...columns.map(({ title }) => title)]
  const headings = titles.map((title, i) => {
    const heading = element('th', { scope: 'col', ...(i > 0 && isNumeric(columns[i - 1]!) && { class: 'number' }) })
    const button = element('button', { type: 'button' })
    button.textContent = title
    const unit = columns[i - 1]?.unit
    if (unit && unit !== 'ratio' && unit !== title) button.append(small(unit === 'share' ? '%' : unit))
    button.addEventListener('click', () => sortBy(i - 1))
    heading.append(button)
    return heading
  })
  const headRow = element('tr', {})
  headRow.append(...headings)
  head.append(headRow)

  const matching = (): number[] => {
    const wanted = search.value.trim().toLowerCase()
    const all = ids.map((_, i) => i)
    if (wanted === '') return all
    return all.filter(
      (i) =>
        ids[i]!.toLowerCase().includes(wanted) ||
        columns.some(({ values }) => typeof values[i] === 'string' && (values[i] as string).toLowerCase().includes(wanted)),
    )
  }
  const valueAt = (column: number, i: number): string | number | null => (column < 0 ? ids[i]! : columns[column]!.values[i]!)

  function refresh(): void {
    order = matching()
    if (sorted.column > -2) order.sort((a, b) => compare(valueAt(sorted.column, a), valueAt(sorted.column, b), sorted.down) || a - b)
    headings.forEach((heading, i) => {
      heading.setAttribute('aria-sort', i - 1 !== sorted.column ? 'none' : sorted.down ? 'descending' : 'ascending')
    })
    told.textContent = `${order.length.toLocaleString('en-US')} of ${ids.length.toLocaleString('en-US')} documents`
    table.setAttribute('aria-rowcount', String(order.length + 1))
    scroller.scrollTop = 0
    draw()
  }

  function sortBy(column: number): void {
    sorted = { column, down: sorted.column === column ? !sorted.down : column >= 0 && isNumeric(columns[column]!) }
    refresh()
  }

  function draw(): void {
    const from = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - margin)
    const to = Math.min(order.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + margin)
    const rows: HTMLElement[] = [spacer(from)]
    for (let at = from; at < to; at++) {
      const i = order[at]!
      const row = element('tr', { 'aria-rowindex': String(at + 2) })
      const name = element('th', { scope: 'row' })
      const isolated = document.createElement('bdi')
      isolated.textContent = ids[i]!
      name.append(isolated)
      name.title = ids[i]!
      row.append(name)
      for (const column of columns) row.append(cell(column, column.values[i]!))
      rows.push(row)
    }
    rows.push(spacer(order.length - to))
    body.replaceChildren(...rows)
  }

  function spacer(rows: number): HTMLElement {
    const row = element('tr', { 'aria-hidden': 'true', class: 'spacer' })
    const filler = element('td', { colspan: String(titles.length) })
    filler.style.height = `${rows * rowHeight}px`
    row.append(filler)
    return row
  }

  search.addEventListener('input', refresh)
  scroller.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true })
  room.replaceChildren(label, told, scroller)
  refresh()
}

function cell({ unit, values }: Column, value: string | number | null): HTMLElement {
  const isNumber = typeof value === 'number' || (value === null && values.some((each) => typeof each === 'number'))
  const made = element('td', isNumber ? { class: 'number' } : {})
  if (value === null) made.append(none())
  else if (typeof value === 'number') made.textContent = shown(unit === 'share' ? value * 100 : value)
  else {
    const isolated = document.createElement('bdi')
    isolated.textContent = value
    made.append(isolated)
  }
  return made
}

const isNumeric = ({ values }: Column): boolean => values.some((value) => typeof value === 'number')

/** Missing values last, whichever way it is sorted. */
function compare(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const way = a < b ? -1 : a > b ? 1 : 0
  return down ? -way : way
}

const shown = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en-US') : String(Number(value.toPrecision(3))))

function none(): HTMLElement {
  const made = element('span', { class: 'none' })
  made.textContent = 'none'
  return made
}

function small(text: string): HTMLElement {
  const made = document.createElement('small')
  made.textContent = text
  return made
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
