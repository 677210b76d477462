import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AuditError } from '@corpuscope/core'
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet'
import type { Cell, Columns } from './frame.ts'

const numericTypes: ReadonlySet<string | undefined> = new Set(['INT32', 'INT64', 'FLOAT', 'DOUBLE'])

/** A part of a table: all of it unless told otherwise. */
export interface Part {
  /** Only the columns of these names. */
  readonly names?: (name: string) => boolean
  /** Only these rows, in ascending order. */
  readonly rows?: readonly number[]
}

/**
 * A Parquet file of an audit folder, read column by column: what is held is what is asked for, and one column.
 *
 * @throws AuditError when the folder has no such file, or the file cannot be read
 */
export async function readColumns(folder: string, file: string, { names: wanted = () => true, rows }: Part = {}): Promise<Columns> {
  const path = join(folder, file)
  if (!existsSync(path)) throw new AuditError(`${path}: no such file. Give the folder that "corpuscope audit" wrote.`)
  try {
    const buffer = await asyncBufferFromFile(path)
    const metadata = await parquetMetadataAsync(buffer)
    const fields = parquetSchema(metadata)
      .children.map(({ element }) => element)
      .filter(({ name }) => wanted(name))
    const n = Number(metadata.num_rows)
    const cells: Cell[][] = []
    for (const { name } of fields) {
      const column = new Array<Cell>(rows?.length ?? n).fill(null)
      let next = 0
      let start = 0
      // Group by group: the reader would hold all of a column at once, and of long texts only some rows are wanted.
      for (const { num_rows } of metadata.row_groups) {
        const end = start + Number(num_rows)
        if (!rows || (next < rows.length && rows[next]! < end))
          await parquetRead({
            file: buffer,
            metadata,
            columns: [name],
            rowStart: start,
            rowEnd: end,
            onChunk({ columnData, rowStart, rowEnd }) {
              if (!rows) for (let row = rowStart; row < rowEnd; row++) column[row] = cellOf(columnData[row - rowStart])
              else for (; next < rows.length && rows[next]! < rowEnd; next++) column[next] = cellOf(columnData[rows[next]! - rowStart])
            },
          })
        start = end
      }
      cells.push(column)
    }
    return {
      names: fields.map(({ name }) => name),
      cells,
      numeric: new Set(fields.filter(({ type, logical_type }) => numericTypes.has(type) && !logical_type).map(({ name }) => name)),
      rows: rows?.length ?? n,
    }
  } catch (cause) {
    throw new AuditError(`${path}: cannot be read as Parquet. Run "corpuscope audit" again to write the folder anew.`, { cause })
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isNaN(value) ? null : value
  if (typeof value === 'string' || typeof value === 'boolean') return value
  // Beyond 2^53 a number would be another number.
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner))
}
