import { CorpusError } from '@corpuscope/core'
import { type ArrowColumn, type ArrowDictionaries, arrowColumns } from './arrow-columns.ts'
import { type ArrowBatch, type ArrowField, ArrowFormError, type ArrowMessage, type ArrowSchema, arrowMessage } from './arrow-schema.ts'
import { FileError, fill, head, withFile } from './bytes.ts'
import { classNamesIn } from './class-names.ts'
import { zstdWindow } from './expand.ts'
import { createSurvey, surveyRecord, surveyRecords } from './fields.ts'
import { lz4Frame } from './lz4.ts'
import type { Shard } from './plan.ts'
import type { Reader } from './readers.ts'
import { recordTaker } from './record-taker.ts'
import { brokenArrow, noFile, otherArrow } from './unread-reasons.ts'

const fileMagic = 'ARROW1'
/** Stands before the size of each message, since Arrow 0.15. */
const continuation = 0xffffffff
/** The message of a batch lists its columns and buffers; it is no place for a corpus. */
const largestMessage = 1 << 26
/** Bytes of a record batch, which is held as a whole. */
const largestBatch = 2 ** 30
const largestWindow = 1 << 27

/** Arrow IPC, as a file (Feather 2) or a stream: batches of columns; nested columns are lists and objects, as in JSON. */
export const arrowReader: Reader = {
  async survey(files, _, where) {
    const survey = createSurvey()
    const looked = files.slice(0, surveyRecords)
    const share = Math.ceil(surveyRecords / looked.length)
    const unpack = await unpacker()
    let last: unknown
    for (const { file } of looked) {
      let taken = 0
      try {
        withFile(file, (fd, size) => {
          const [first] = messages(fd, size, size)
          if (first?.message.kind === 'schema')
            for (const [field, names] of classNamesIn(first.message.schema.metadata.get('huggingface'))) survey.classNames.set(field, names)
          for (const record of arrowRecords(fd, size, 0, size, unpack)) {
            surveyRecord(survey, Object.entries(record))
            if (++taken === share) return
          }
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
        : last instanceof ArrowFormError
          ? `${where}: this Arrow data is not read: ${last.message}. Write it again as Arrow IPC or Parquet.`
          : `${where}: the Arrow data cannot be read; the file is damaged or cut short. Make it again.`,
    )
  },

  shards(files, shardBytes) {
    const shards: Shard[] = []
    for (const { bytes, ...file } of files) {
      let start = 0
      for (const end of batchEnds(file.file)) {
        if (end - start < shardBytes) continue
        shards.push({ ...file, start, end, bytes: end - start })
        start = end
      }
      // With what stands behind the last batch, or is no batch: its reading says so.
      if (start < bytes || bytes === 0) shards.push({ ...file, start, end: bytes, bytes: bytes - start })
    }
    return shards
  },

  async read(plan, shard, to) {
    const { file, relative, start = 0, end = Number.POSITIVE_INFINITY } = shard
    const take = recordTaker(plan, shard, to)
    const unpack = await unpacker()
    try {
      withFile(file, (fd, size) => {
        for (const record of arrowRecords(fd, size, start, Math.min(end, size), unpack)) take(record, undefined, () => record)
      })
    } catch (error) {
      if (error instanceof FileError) to.unread(noFile, relative)
      else if (error instanceof ArrowFormError) to.unread(otherArrow, relative)
      else if (error instanceof ArrowDamage) to.unread(brokenArrow, relative)
      else throw error
    }
    return shard.bytes ?? 0
  },
}

/** Told apart from what a caller throws while it takes what was read. */
class ArrowDamage extends Error {
  override name = 'ArrowDamage'
}

/** What damaged bytes make of a step: places outside the bytes, texts or objects too large. */
function attempt<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof FileError || error instanceof ArrowFormError) throw error
    throw new ArrowDamage('damaged', { cause: error })
  }
}

interface Placed {
  readonly message: ArrowMessage
  /** Where the message begins, its body, and where that ends. */
  readonly start: number
  readonly body: number
  readonly end: number
}

/** The messages that begin before `until`, in their order. A file has the same as a stream, between its magic and its footer. */
function* messages(fd: number, size: number, until: number): Generator<Placed> {
  const isFile = head(fd, fileMagic.length).toString('latin1') === fileMagic
  const prefix = Buffer.alloc(8)
  for (let start = isFile ? 8 : 0; start < until; ) {
    const got = fill(fd, prefix, 0, 8, start)
    const modern = got >= 8 && prefix.readUInt32LE(0) === continuation
    const length = modern ? prefix.readInt32LE(4) : got >= 4 ? prefix.readInt32LE(0) : -1
    // The end of a stream, and what a file has before its footer.
    if (length === 0 || got === 0) return
    const from = start + (modern ? 8 : 4)
    const found = attempt(() => {
      if (!(length > 0 && length <= largestMessage && from + length <= size)) throw new RangeError('a message outside the file')
      const bytes = Buffer.allocUnsafeSlow(length)
      fill(fd, bytes, 0, length, from)
      const message = arrowMessage(bytes)
      const end = from + length + message.body
      if (end > size) throw new RangeError('a body outside the file')
      return { message, start, body: from + length, end }
    })
    yield found
    start = found.end
  }
  if (isFile && until >= size) throw new ArrowDamage('a file without its end')
}

/** Where record batches end; up to the first damage. */
function batchEnds(file: string): number[] {
  const ends: number[] = []
  try {
    withFile(file, (fd, size) => {
      for (const { message, end } of messages(fd, size, size)) if (message.kind === 'batch') ends.push(end)
    })
  } catch {
    // Said when it is read.
  }
  return ends
}

/** The rows of the batches that begin in [start, end) of a file. Memory is one batch, and the dictionaries. */
function* arrowRecords(fd: number, size: number, start: number, end: number, unpack: Unpack): Generator<Record<string, unknown>> {
  let schema: ArrowSchema | undefined
  const dictionaries = new Map<number, ArrowColumn>()
  for (const { message, start: at, body, end: behind } of messages(fd, size, end)) {
    if (message.kind === 'schema') schema = message.schema
    if (message.kind === 'other' || message.kind === 'schema' || (message.kind === 'batch' && at < start)) continue
    if (behind - body > largestBatch) throw new ArrowFormError('a record batch holds more than 1 GB')
    const fields = attempt(() => {
      if (!schema) throw new RangeError('a batch before its schema')
      return schema.fields
    })
    const columnsOf = (of: readonly ArrowField[], batch: ArrowBatch, known: ArrowDictionaries): ArrowColumn[] =>
      attempt(() => {
        const bytes = Buffer.allocUnsafeSlow(behind - body)
        fill(fd, bytes, 0, bytes.length, body)
        return arrowColumns(of, batch, bytes, known, (packed, length) => unpack(packed, length, batch.codec === 'lz4'))
      })
    if (message.kind === 'dictionary') {
      const { id, isDelta, batch } = message
      const field = dictionaryField(fields, id)
      const before = isDelta ? dictionaries.get(id) : undefined
      const [added] = field ? columnsOf([field], batch, dictionaries) : []
      if (added) dictionaries.set(id, before ? joined(before, added) : added)
      continue
    }
    const columns = columnsOf(fields, message.batch, dictionaries)
    for (let row = 0; row < message.batch.rows; row++) {
      // Without a prototype: a column may be called __proto__.
      const record = Object.create(null) as Record<string, unknown>
      attempt(() => {
        for (let i = 0; i < fields.length; i++) record[fields[i]!.name] = columns[i]!.at(row)
      })
      yield record
    }
  }
}

/** The values a dictionary holds, as a column. */
function dictionaryField(fields: readonly ArrowField[], id: number): ArrowField | undefined {
  for (const { dictionary, ...field } of fields) {
    if (dictionary?.id === id) return field
    const inside = dictionaryField(field.children, id)
    if (inside) return inside
  }
  return undefined
}

const joined = (first: ArrowColumn, second: ArrowColumn): ArrowColumn => ({
  length: first.length + second.length,
  at: (row) => (row < first.length ? first.at(row) : second.at(row - first.length)),
})

type Unpack = (packed: Uint8Array, size: number, isLz4: boolean) => Uint8Array

async function unpacker(): Promise<Unpack> {
  const { decompress } = await import('fzstd')
  return (packed, size, isLz4) => {
    if (isLz4) return lz4Frame(packed, size)
    if (zstdWindow(packed) > largestWindow) throw new RangeError('a window of gigabytes')
    const bytes = decompress(packed, new Uint8Array(size))
    if (bytes.length !== size) throw new RangeError('a buffer of another size')
    return bytes
  }
}
