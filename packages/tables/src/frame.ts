import type { DataFrame } from 'danfojs-node'

export type Cell = string | number | boolean | null

/** A table by columns, as it was read: all columns of one length, null where a value is missing. */
export interface Columns {
  readonly names: readonly string[]
  readonly cells: readonly (readonly Cell[])[]
  /** Columns that hold numbers even where every value is missing. */
  readonly numeric: ReadonlySet<string>
  readonly rows: number
}

/** Told of each column that had to take another name in the frame. */
export type OnRename = (from: string, to: string) => void

/**
 * A frame with the types of its columns stated, instead of guessed from the first rows. A missing number is NaN and not null: danfojs
 * counts null as 0 in the means of a groupby, and NaN only makes them NaN.
 *
 * @param index  unique labels of the rows; 0, 1, 2 … without it
 */
export async function frameOf(columns: Columns, onRename: OnRename, index?: readonly string[]): Promise<DataFrame> {
  const { DataFrame } = await import('./danfojs.ts')
  const names = columnNames(columns.names, new DataFrame([]))
  columns.names.forEach((name, i) => {
    if (names[i] !== name) onRename(name, names[i]!)
  })
  const dtypes = columns.cells.map((cells, i) => dtypeOf(cells, columns.numeric.has(columns.names[i]!)))
  const rows = Array.from({ length: columns.rows }, (_, row) =>
    columns.cells.map((cells, i) => (cells[row] === null && dtypes[i] === 'float32' ? Number.NaN : cells[row]!)),
  )
  return new DataFrame(rows, { columns: names, dtypes: rows.length > 0 ? dtypes : [], ...(index && { index: [...index] }) })
}

/**
 * Names that columns can have beside the frame's own members. A frame keeps each column as a property of itself, so that a column
 * called `values`, `shape`, `columns` or `dtypes` breaks it, and one called `count` or `mean` hides the function of that name; such a
 * name takes a trailing underscore, more than one if that is taken.
 */
function columnNames(names: readonly string[], frame: object): string[] {
  const taken = new Set(names)
  return names.map((name) => {
    if (!(name in frame)) return name
    let free = `${name}_`
    while (taken.has(free) || free in frame) free += '_'
    taken.add(free)
    return free
  })
}

// danfojs calls every column of fractions float32; the numbers stay doubles.
function dtypeOf(cells: readonly Cell[], numeric: boolean): string {
  const present = cells.filter((cell) => cell !== null)
  if (present.length === 0) return numeric ? 'float32' : 'string'
  if (present.every((cell) => typeof cell === 'number'))
    return present.length === cells.length && present.every(Number.isInteger) ? 'int32' : 'float32'
  return present.every((cell) => typeof cell === 'boolean') ? 'boolean' : 'string'
}
