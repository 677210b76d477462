import type { Column, Documents } from './documents-data.ts'
import { element, none, quoted, shown } from './elements.ts'

/** All that the page knows of one document: its values and their place among the others, its findings, documents like it, its text. */
export function profileOf(documents: Documents, i: number, open: (id: string) => void, close: () => void): HTMLElement {
  const { columns, rules, pairs, texts } = documents
  const heading = element('h3', { tabindex: '-1', id: 'profile-title' }, quoted(documents.ids[i]!))
  const shut = element('button', { type: 'button' }, 'Close')
  shut.addEventListener('click', close)
  const groups = [...new Set(columns.map(({ group }) => group))]
  return element(
    'section',
    { class: 'profile', 'aria-labelledby': 'profile-title' },
    element('div', { class: 'bar' }, heading, shut),
    findingsOf(rules, i),
    likeIt(documents, pairs, i, open),
    texts !== undefined && textOf(texts[i] ?? null),
    ...groups.map((group, g) =>
      valuesOf(
        group,
        columns.filter((column) => column.group === group),
        documents.ids.length,
        i,
        g < 2,
      ),
    ),
  )
}

function findingsOf(rules: Documents['rules'], i: number): HTMLElement {
  const found = rules.filter(({ counts }) => counts[i]! > 0)
  if (found.length === 0) return element('p', {}, 'No rule found anything in it.')
  return element(
    'p',
    {},
    'Found in it: ',
    found.map(({ title, severity, counts }) => `${title} (${severity}) ${counts[i]!}`).join(', '),
    '.',
  )
}

const mostPairs = 10

function likeIt({ ids }: Documents, pairs: Documents['pairs'], i: number, open: (id: string) => void): HTMLElement | undefined {
  const own = pairs.filter(({ a, b }) => a === i || b === i)
  if (own.length === 0) return undefined
  const list = element('ul')
  for (const { a, b, kind, similarity } of own.slice(0, mostPairs)) {
    const other = ids[a === i ? b : a]!
    const link = element('button', { type: 'button', class: 'link' }, quoted(other))
    link.addEventListener('click', () => open(other))
    list.append(element('li', {}, link, ` ${kind}, similarity ${shown(similarity)}`))
  }
  const more = own.length > mostPairs && element('li', {}, `and ${own.length - mostPairs} more`)
  list.append(...(more ? [more] : []))
  return element('div', {}, element('h4', {}, 'Documents like it'), list)
}

const textOf = (text: string | null): HTMLElement =>
  element(
    'div',
    {},
    element('h4', {}, 'Its text'),
    text === null ? none() : element('pre', { class: 'text', tabindex: '0', dir: 'auto' }, text),
  )

function valuesOf(group: string, columns: readonly Column[], n: number, i: number, isOpen: boolean): HTMLElement {
  const body = element('tbody')
  for (const column of columns) {
    const value = column.at(i)
    // A field that the document does not have is no news; a measure is.
    if (value === null && !column.isNumeric) continue
    body.append(
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, column.title),
        value === null
          ? element('td', {}, none())
          : typeof value === 'string'
            ? element('td', {}, quoted(value))
            : element('td', { class: 'number' }, `${shown(value, column.unit)}${column.unit === 'share' ? ' %' : ''}`),
        element('td', {}, typeof value === 'number' ? placeOf(column, value, n) : ''),
      ),
    )
  }
  const head = element(
    'thead',
    {},
    element(
      'tr',
      {},
      ...['measure', 'value', 'among the documents here'].map((title, c) =>
        element('th', { scope: 'col', ...(c === 1 && { class: 'number' }) }, title),
      ),
    ),
  )
  const table = element('table', {}, head, body)
  const box = element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': group }, table)
  return element('details', isOpen ? { open: '' } : {}, element('summary', {}, group), box)
}

/** "higher than 83 %": ties count as neither higher nor lower. */
function placeOf(column: Column, value: number, n: number): string {
  let present = 0
  let below = 0
  let above = 0
  for (let i = 0; i < n; i++) {
    const other = column.at(i)
    if (typeof other !== 'number') continue
    present++
    if (other < value) below++
    else if (other > value) above++
  }
  if (present < 2) return ''
  if (below === 0 && above === 0) return 'as all others'
  if (above === 0) return 'the highest'
  if (below === 0) return 'the lowest'
  return `higher than ${Math.round((100 * below) / (present - 1))} %`
}
