import { CorpusError } from '@corpuscope/core'
import type { AsyncBuffer, Compressors, FileMetaData, SchemaElement } from 'hyparquet'
import { FileError, fill, withFileAsync } from './bytes.ts'
import { classNamesIn } from './class-names.ts'
import { createSurvey, surveyRecord, surveyRecords } from './fields.ts'
import type { Shard } from './plan.ts'
import type { Reader } from './readers.ts'
import { recordTaker } from './record-taker.ts'
import { changedRecord } from './rewriting.ts'
import { isBelievable } from './unpacked-size.ts'
import { brokenParquet, noFile } from './unread-reasons.ts'

/** Bytes of a group of rows that are made into records at a time. */
const sliceBytes = 64 << 20
/** Bytes that one page may claim to hold: it is memory that a few bytes of header ask for. */
const largestPage = 1 << 30

/** Columns in groups of rows; nested columns are lists and objects, as in JSON. */
export const parquetReader: Reader = {
  async survey(files, _, where) {
    const survey = createSurvey()
    const looked = files.slice(0, surveyRecords)
    const share = Math.ceil(surveyRecords / looked.length)
    let last: unknown
    for (const { file } of looked) {
      try {
        await withParquet(file, async (open) => {
          for (const [field, names] of classNamesIn(open.huggingface)) survey.classNames.set(field, names)
          for (const { record } of await open.rows(0, Math.min(share, open.rowCount))) surveyRecord(survey, Object.entries(record))
        })
      } catch (error) {
        // Said when it is read.
        last = error
      }
    }
    if (survey.records > 0) return survey
    throw new CorpusError(
      last === undefined
        ? `${where}: there are no rows.`
        : `${where}: the Parquet data cannot be read; the file is damaged or cut short. Make it again.`,
    )
  },

  async shards(files) {
    const shards: Shard[] = []
    for (const { bytes, ...file } of files) {
      // What cannot be opened is one shard, whose reading says so.
      const groups = await withParquet(file.file, ({ slices }) => Promise.resolve(slices)).catch(() => [])
      if (groups.length === 0) shards.push({ ...file, bytes })
      const total = groups.reduce((sum, { rows }) => sum + rows[1] - rows[0], 0)
      let given = 0
      for (const { rows } of groups) {
        const share = Math.floor((bytes * rows[1]) / Math.max(1, total)) - given
        given += share
        shards.push({ ...file, rows, bytes: share })
      }
    }
    return shards
  },

  async read(plan, shard, to) {
    const { file, relative, rows } = shard
    const take = recordTaker(plan, shard, to)
    let records: readonly ParquetRow[]
    try {
      records = await withParquet(file, async (open) => open.rows(rows?.[0] ?? 0, rows?.[1] ?? open.rowCount))
    } catch (error) {
      to.unread(error instanceof FileError ? noFile : brokenParquet, relative)
      return shard.bytes ?? 0
    }
    for (const { record, stored } of records) take(record, undefined, (changes) => (changes ? changedRecord(stored(), changes) : stored()))
    return shard.bytes ?? 0
  },
}

/** All rows of a Parquet file of moderate size, such as a table of an audit. */
export const parquetRecords = (file: string): Promise<Record<string, unknown>[]> =>
  withParquet(file, async (open) => (await open.rows(0, open.rowCount)).map(({ record }) => record))

interface ParquetRow {
  readonly record: Record<string, unknown>
  /** Its values as the file's types have them, for writing them back. */
  stored(): Record<string, unknown>
}

interface OpenParquet {
  readonly schema: readonly SchemaElement[]
  readonly rowCount: number
  /** What the hub's library wrote about the columns. */
  readonly huggingface: string | undefined
  /** Ranges of rows that are read at a time. */
  readonly slices: readonly { readonly rows: readonly [number, number] }[]
  rows(from: number, to: number): Promise<ParquetRow[]>
}

/** The columns of a file as its schema has them; undefined when it cannot be read. */
export const parquetColumns = (file: string): Promise<readonly SchemaElement[] | undefined> =>
  withParquet(file, ({ schema }) => Promise.resolve(schema)).catch(() => undefined)

/** Opens a Parquet file and closes it after use. Throws a FileError, or whatever damaged data made of the parser. */
async function withParquet<T>(file: string, use: (open: OpenParquet) => Promise<T>): Promise<T> {
  const { parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  return withFileAsync(file, async (fd, size) => {
    const source: AsyncBuffer = {
      byteLength: size,
      slice(start, end = size) {
        if (!(start >= 0 && end >= start && end <= size)) throw new RangeError('a place outside the file')
        const bytes = new Uint8Array(end - start)
        fill(fd, bytes, 0, bytes.length, start)
        return bytes.buffer
      },
    }
    const metadata = await parquetMetadataAsync(source)
    checkClaims(metadata, size)
    const slices = slicesOf(metadata, size)
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name)
    return use({
      schema: metadata.schema,
      rowCount: Number(metadata.num_rows),
      huggingface: metadata.key_value_metadata?.find(({ key }) => key === 'huggingface')?.value,
      slices,
      async rows(from, to) {
        // As lists of values: an object made by the parser would lose a column called __proto__.
        let read: unknown[][] = []
        await parquetRead({
          file: source,
          metadata,
          rowStart: from,
          rowEnd: to,
          compressors: bounded(compressors),
          geoparquet: false,
          rowFormat: 'array',
          onComplete: (rows) => (read = rows),
        })
        return read.map((row) => ({ record: recordOf(columns, row.map(plainValue)), stored: () => recordOf(columns, row) }))
      },
    })
  })
}

/** Throws where groups claim more rows, values or bytes than the file can hold: each is memory and time that a few bytes ask for. */
function checkClaims({ row_groups: groups }: FileMetaData, size: number): void {
  let rows = 0
  let bytes = 0
  for (const group of groups) {
    let values = 0
    for (const { meta_data: column } of group.columns) {
      values += Number(column?.num_values ?? 0)
      bytes += Number(column?.total_compressed_size ?? 0)
    }
    rows += Number(group.num_rows)
    if (!(group.num_rows >= 0 && isBelievable(values, size))) throw new RangeError('a group of rows that claims too much')
  }
  // Columns may not share their bytes: a thousand of them would be the same megabytes a thousand times.
  if (!(isBelievable(rows, size) && bytes <= 2 * size)) throw new RangeError('a file that claims too much')
}

function slicesOf(metadata: FileMetaData, size: number): { rows: [number, number] }[] {
  const slices: { rows: [number, number] }[] = []
  let first = 0
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows)
    const bytes = Math.min(Number(group.total_byte_size), size * 250)
    const pieces = Math.max(1, Math.ceil(bytes / sliceBytes))
    const step = Math.max(1, Math.ceil(rows / pieces))
    for (let from = 0; from < rows; from += step) slices.push({ rows: [first + from, first + Math.min(rows, from + step)] })
    first += rows
  }
  return slices
}

const bounded = (compressors: Compressors): Compressors =>
  Object.fromEntries(
    Object.entries(compressors).map(([name, unpack]) => [
      name,
      (input: Uint8Array, length: number) => {
        if (length > largestPage) throw new RangeError('a page that claims too much')
        return unpack(input, length)
      },
    ]),
  )

function recordOf(columns: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const record = Object.create(null) as Record<string, unknown>
  for (let i = 0; i < columns.length; i++) record[columns[i]!] = row[i]
  return record
}

/** Values as JSON would have them: whole numbers of 64 bits, times, and bytes have no form there. */
function plainRecord(row: Record<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(row)) record[key] = plainValue(row[key])
  return record
}

export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (ArrayBuffer.isView(value)) return undefined
  if (Array.isArray(value)) return value.map(plainValue)
  if (typeof value === 'object' && value !== null) return plainRecord(value as Record<string, unknown>)
  return value
}
