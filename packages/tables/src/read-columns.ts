import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AuditError } from '@corpuscope/core'
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet'
import type { Cell, Columns } from './frame.ts'

const numericTypes: ReadonlySet<string | undefined> = new Set(['INT32', 'INT64', 'FLOAT', 'DOUBLE'])

/**
 * A Parquet file of an audit folder.
 *
 * @throws AuditError when the folder has no such file, or the file cannot be read
 */
export async function readColumns(folder: string, file: string): Promise<Columns> {
  const path = join(folder, file)
  if (!existsSync(path)) throw new AuditError(`${path}: no such file. Give the folder that "corpuscope audit" wrote.`)
  try {
    const buffer = await asyncBufferFromFile(path)
    const metadata = await parquetMetadataAsync(buffer)
    const fields = parquetSchema(metadata).children.map(({ element }) => element)
    const names = fields.map(({ name }) => name)
    let rows: readonly (readonly unknown[])[] = []
    // Rows as arrays: as objects they would lose a column called __proto__.
    await parquetRead({
      file: buffer,
      metadata,
      onComplete: (read) => {
        rows = read
      },
    })
    return {
      names,
      cells: names.map((_, i) => rows.map((row) => cellOf(row[i]))),
      numeric: new Set(fields.filter(({ type, logical_type }) => numericTypes.has(type) && !logical_type).map(({ name }) => name)),
      rows: rows.length,
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
