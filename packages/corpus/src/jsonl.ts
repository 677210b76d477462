import { CorpusError, type Scalar } from '@corpuscope/core'
import { bomLength, decode, FileError, lineCounter, withFile } from './bytes.ts'
import { createSurvey, fieldReader, isRecord, surveyBytes, surveyRecord, surveyRecords } from './fields.ts'
import { readLines } from './lines.ts'
import type { Shard } from './plan.ts'
import type { Reader } from './readers.ts'
import { recordOptions } from './record-options.ts'
import { documentMaker, name } from './records.ts'
import { noFile, noText, notAnObject, notJson, notUtf8, tooLong } from './unread-reasons.ts'

const surveyChunk = 1 << 18

/** One JSON object a line. */
export const jsonlReader: Reader = {
  survey(files, recordBytes, where) {
    const survey = createSurvey()
    const looked = files.slice(0, surveyRecords)
    const share = Math.ceil(surveyRecords / looked.length)
    let lines = 0
    for (const { file } of looked) {
      const enough = survey.records + share
      let bytes = 0
      const look = (fd: number, size: number): unknown =>
        readLines(
          fd,
          size,
          { start: 0, end: size, limit: recordBytes, chunk: surveyChunk },
          {
            line(buffer, from, to, offset, encoding) {
              const at = contentStart(buffer, from, to, offset)
              if (at === to) return true
              lines++
              bytes += to - from
              const text = decode(buffer, at, to, encoding)
              const record = text === undefined ? undefined : parse(text)
              if (isRecord(record)) surveyRecord(survey, Object.entries(record))
              return survey.records < enough && bytes < surveyBytes
            },
            tooLong: () => lines++,
          },
        )
      try {
        withFile(file, look)
      } catch (error) {
        // Said when its shard is read.
        if (!(error instanceof FileError)) throw error
      }
    }
    if (survey.records > 0) return survey
    throw new CorpusError(
      lines === 0
        ? `${where}: there are no records. JSON lines have one object a line.`
        : `${where}: none of the first lines is a JSON object. JSON lines have one object a line; say what it is with --format.`,
    )
  },

  shards(files, shardBytes) {
    const shards: Shard[] = []
    for (const { file, relative, bytes } of files) {
      for (let start = 0; start < bytes; start += shardBytes)
        shards.push({ file, relative, start, end: Math.min(start + shardBytes, bytes) })
    }
    return shards
  },

  read(plan, shard, to) {
    const { relative, start = 0, end = Number.POSITIVE_INFINITY } = shard
    const { fields, options } = plan
    const limit = options.recordBytes
    const textOf = fieldReader(fields.text ?? 'text')
    const idOf = fields.id === undefined ? undefined : fieldReader(fields.id)
    const labelOf = fields.label === undefined ? undefined : fieldReader(fields.label)
    const languageOf = fields.language === undefined ? undefined : fieldReader(fields.language)
    const make = documentMaker(recordOptions(plan), to)
    const read = (fd: number, size: number): number => {
      const lineAt = lineCounter(fd)
      const bad = (what: string, offset: number): true => {
        to.unread(what, relative, lineAt(offset))
        return true
      }
      return readLines(
        fd,
        size,
        { start, end, limit },
        {
          line(buffer, from, until, offset, encoding) {
            const at = contentStart(buffer, from, until, offset)
            if (at === until) return true
            const line = decode(buffer, at, until, encoding)
            if (line === undefined) return bad(notUtf8, offset)
            const record = parse(line)
            if (record === undefined) return bad(notJson, offset)
            if (!isRecord(record)) return bad(notAnObject, offset)
            const text = textOf(record)
            if (typeof text !== 'string') return bad(noText, offset)
            const metadata = new Map<string, Scalar>()
            for (const key of Object.keys(record)) {
              if (key === fields.text || key === fields.id) continue
              const value = record[key]
              // A number beyond the range of doubles reads as infinite; it was not measured, so it is nothing.
              if (typeof value === 'number') metadata.set(key, Number.isFinite(value) ? value : null)
              else if (typeof value === 'string' || typeof value === 'boolean' || value === null) metadata.set(key, value)
            }
            const entry = {
              text,
              id: name(idOf?.(record)),
              file: relative,
              metadata,
              label: labelOf?.(record),
              language: languageOf?.(record),
            }
            to.document(make(entry), plan.format)
            return true
          },
          tooLong: (offset) => bad(tooLong(limit), offset),
        },
      )
    }
    try {
      return withFile(shard.file, read)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      to.unread(noFile, relative)
      return 0
    }
  },
}

/** Where a line's content begins; its end for a blank line. The first line of a file may have a byte order mark. */
function contentStart(buffer: Buffer, from: number, to: number, offset: number): number {
  let at = from + (offset === 0 ? bomLength(buffer.subarray(from, to)) : 0)
  while (at < to && (buffer[at] === 32 || buffer[at] === 9 || buffer[at] === 13)) at++
  return at
}

/** The value of a line; undefined when it is not JSON. The parser's own message quotes the line, so it is not passed on. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
