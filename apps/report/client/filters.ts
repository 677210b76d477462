import type { Column, Documents } from './documents-data.ts'
import { element, quoted, shown } from './elements.ts'

/** Whether a document passes what the reader asked for. */
export type Test = (document: number) => boolean

export interface Filters {
  readonly elements: readonly HTMLElement[]
  /** What is asked for now. */
  test(): Test
}

/** A search in names and categories, and one filter by a column: a range of numbers, or one of its names. */
export function filtersOf({ ids, columns }: Documents, changed: () => void): Filters {
  const search = element('input', { type: 'search', id: 'documents-search' })
  const label = element('label', { for: 'documents-search' }, 'Find documents whose name or category holds ', search)
  search.addEventListener('input', changed)
  const names = columns.filter(({ isNumeric }) => !isNumeric)

  const by = element('select', { id: 'documents-filter' }, element('option', { value: '' }, 'nothing'))
  columns.forEach((column, i) => {
    if (column.isNumeric || column.names.length <= 200) by.append(element('option', { value: String(i) }, column.title))
  })
  const room = element('span', { class: 'filter' })
  let filter: Test | undefined
  by.addEventListener('change', () => {
    const column = by.value === '' ? undefined : columns[Number(by.value)]!
    filter = undefined
    room.replaceChildren()
    if (column?.isNumeric) rangeOf(column)
    else if (column) choiceOf(column)
    changed()
  })

  function rangeOf(column: Column): void {
    const factor = column.unit === 'share' ? 100 : 1
    const [low, high] = (['from', 'to'] as const).map((word) =>
      element('input', { type: 'number', step: 'any', 'aria-label': `${column.title}, ${word}` }),
    ) as [HTMLInputElement, HTMLInputElement]
    const update = (): void => {
      const [least, most] = [low, high].map((input) => (input.value === '' ? undefined : Number(input.value) / factor))
      filter = (i) => {
        const value = column.at(i)
        return typeof value === 'number' && (least === undefined || value >= least) && (most === undefined || value <= most)
      }
      changed()
    }
    for (const input of [low, high]) input.addEventListener('input', update)
    const [first, last] = extremes(column, ids.length)
    low.placeholder = shown(first, column.unit)
    high.placeholder = shown(last, column.unit)
    room.append(' from ', low, ' to ', high, column.unit === 'share' ? ' %' : '')
  }

  function choiceOf(column: Column): void {
    const choice = element('select', { 'aria-label': column.title })
    column.names.forEach((name, i) => {
      const option = element('option', { value: String(i) }, quoted(name).textContent!)
      choice.append(option)
    })
    const update = (): void => {
      const wanted = column.names[Number(choice.value)]
      filter = (i) => column.at(i) === wanted
      changed()
    }
    choice.addEventListener('change', update)
    room.append(' ', choice)
    update()
  }

  return {
    elements: [label, element('p', { class: 'controls' }, element('label', { for: 'documents-filter' }, 'Filter by'), by, room)],
    test() {
      const wanted = search.value.trim().toLowerCase()
      const holds = (i: number): boolean =>
        wanted === '' ||
        ids[i]!.toLowerCase().includes(wanted) ||
        names.some((column) =>
          String(column.at(i) ?? '')
            .toLowerCase()
            .includes(wanted),
        )
      return (i) => holds(i) && (filter === undefined || filter(i))
    },
  }
}

function extremes(column: Column, n: number): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < n; i++) {
    const value = column.at(i)
    if (typeof value !== 'number') continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}
