import type { Rows, Table } from '@corpuscope/core'
import { comparableLabel } from '@corpuscope/references'
import { cramersV, mutualInformation } from '@corpuscope/statistics'

/** One side of a cross table: groups, and which of them a document is in; -1 where nothing says so. */
export interface Side {
  readonly title: string
  readonly names: readonly string[]
  readonly of: (document: number) => number
}

/** Rows and columns of labels beyond these would be a table nobody reads, and labels of few documents may name a person. */
const mostRows = 60
const leastDocuments = 5

/** Labels of five documents or more, the most frequent first: comparable spelling -> row, and what each is called. */
function shownLabels(rows: Rows): { readonly row: ReadonlyMap<string, number>; readonly names: readonly string[] } {
  const counts = new Map<string, { name: string; documents: number }>()
  for (const label of rows.labels) {
    if (label === null || label.trim() === '' || label.length > 64) continue
    const key = comparableLabel(label)
    const entry = counts.get(key)
    if (entry) {
      entry.documents++
      if (label < entry.name) entry.name = label
    } else counts.set(key, { name: label, documents: 1 })
  }
  const kept = [...counts]
    .filter(([, { documents }]) => documents >= leastDocuments)
    .sort((a, b) => b[1].documents - a[1].documents || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostRows)
  return { row: new Map(kept.map(([key], i) => [key, i])), names: kept.map(([, { name }]) => name) }
}

/** Labels by each side: counts with their empty cells, and how much the one says of the other. */
export function crossTables(analysis: string, sides: readonly Side[], rows: Rows): Table[] {
  const labels = shownLabels(rows)
  if (labels.names.length === 0) return []
  return sides.flatMap(({ title, names, of }) => {
    const table = labels.names.map(() => new Float64Array(names.length))
    let n = 0
    rows.labels.forEach((label, i) => {
      const at = label === null ? undefined : labels.row.get(comparableLabel(label))
      const column = of(i)
      if (at === undefined || column < 0) return
      table[at]![column]!++
      n++
    })
    if (n === 0) return []
    const strength = cramersV(table, { biasCorrected: true })
    const empty = table.reduce((sum, cells) => sum + cells.filter((count) => count === 0).length, 0)
    const said = strength === null ? '' : `, Cramer's V ${strength.toFixed(2)}`
    return [
      {
        id: `age-sex-label-by-${title.replace(' ', '-')}`,
        analysis,
        title: `Labels by ${title}: ${n} documents, ${empty} of ${table.length * names.length} cells are empty; they share ${bits(table)} bits (bias taken off)${said}`,
        columns: [{ title: 'Label' }, ...names.map((name) => ({ title: name, unit: 'documents' })), { title: 'Empty cells' }],
        rows: labels.names.map((label, i) => [label, ...table[i]!, names.filter((_, j) => table[i]![j] === 0).join(', ')]),
      },
    ]
  })
}

const bits = (table: readonly ArrayLike<number>[]): string => (mutualInformation(table)?.corrected ?? 0).toFixed(3)

/**
 * Setting by remoteness by label: a row for each pair of places, with its documents and the labels that have none there. Documents of which only one place is
 * known stand in no row.
 */
export function placeTable(analysis: string, setting: Side, remoteness: Side, rows: Rows): Table[] {
  const labels = shownLabels(rows)
  const wide = remoteness.names.length
  const places = setting.names.length * wide
  const cells = Array.from({ length: places }, () => new Float64Array(labels.names.length + 1))
  const pairs = setting.names.map(() => new Float64Array(wide))
  let n = 0
  for (let i = 0; i < rows.n; i++) {
    const [a, b] = [setting.of(i), remoteness.of(i)]
    if (a < 0 || b < 0) continue
    const label = rows.labels[i]
    const at = label === null || label === undefined ? undefined : labels.row.get(comparableLabel(label))
    cells[a * wide + b]![at ?? labels.names.length]!++
    pairs[a]![b]!++
    n++
  }
  if (n === 0) return []
  const labelled = cells.map((cell) => cell.subarray(0, labels.names.length))
  const empty = labelled.reduce((sum, cell) => sum + cell.filter((count) => count === 0).length, 0)
  const together =
    labels.names.length > 0
      ? `; ${empty} of ${places * labels.names.length} cells with a label are empty, and place and label share ${bits(labelled)} bits`
      : ''
  return [
    {
      id: 'age-sex-place',
      analysis,
      title: `Labels by ${setting.title} and ${remoteness.title}: ${n} documents say both, which share ${bits(pairs)} bits${together} (bias taken off)`,
      columns: [
        { title: 'Setting' },
        { title: 'Remoteness' },
        { title: 'Documents', unit: 'documents' },
        { title: 'Labels with documents' },
        { title: 'Labels without' },
      ],
      rows: cells.map((cell, place) => {
        const has = labels.names.flatMap((name, k) => (cell[k]! > 0 ? [`${name} ${cell[k]}`] : []))
        const lacks = labels.names.filter((_, k) => cell[k] === 0)
        return [
          setting.names[Math.floor(place / wide)]!,
          remoteness.names[place % wide]!,
          pairs[Math.floor(place / wide)]![place % wide]!,
          has.join(', '),
          has.length === 0 && lacks.length > 0 ? 'all' : lacks.join(', '),
        ]
      }),
    },
  ]
}
