import { CorpusError } from '@corpuscope/core'
import { bomLength, decode, type Encoding, FileError, lineCounter, withFile } from './bytes.ts'
import { feed, isPlain } from './feed.ts'
import { createSurvey, isRecord, type Survey, surveyBytes, surveyRecord, surveyRecords } from './fields.ts'
import { lineSplitter, readLines } from './lines.ts'
import type { Shard } from './plan.ts'
import type { Reader } from './readers.ts'
import { recordTaker } from './record-taker.ts'
import { rewriteJson } from './rewrite-json.ts'
import type { Change } from './rewriting.ts'
import { noFile, notAnObject, notJson, notUtf8, tooLong } from './unread-reasons.ts'

const surveyChunk = 1 << 18

/** One JSON object a line. */
export const jsonlReader: Reader = {
  async survey(files, recordBytes, where) {
    const survey = createSurvey()
    const looked = files.slice(0, surveyRecords)
    const share = Math.ceil(surveyRecords / looked.length)
    let lines = 0
    for (const file of looked) {
      const enough = survey.records + share
      let bytes = 0
      const legacy = file.charset === 'windows-1252'
      const look = (buffer: Buffer, from: number, to: number, first: boolean, encoding: Encoding): boolean => {
        const at = contentStart(buffer, from, to, first)
        if (at === to) return true
        lines++
        bytes += to - from
        const text = decode(buffer, at, to, encoding, legacy)
        const record = text === undefined ? undefined : parseJson(text)
        if (isRecord(record)) surveyRecord(survey, Object.entries(record))
        return survey.records < enough && bytes < surveyBytes
      }
      try {
        if (isPlain(file)) {
          withFile(file.file, (fd, size) =>
            readLines(
              fd,
              size,
              { start: 0, end: size, limit: recordBytes, chunk: surveyChunk },
              { line: (buffer, from, to, offset, encoding) => look(buffer, from, to, offset === 0, encoding), tooLong: () => lines++ },
            ),
          )
        } else {
          const splitter = lineSplitter(recordBytes, {
            line: (buffer, from, to, line, encoding) => look(buffer, from, to, line === 1, encoding),
            tooLong: () => lines++,
          })
          await feed(file, splitter.push)
          splitter.end()
        }
      } catch (error) {
        // Said when its shard is read.
        if (!(error instanceof FileError)) throw error
      }
    }
    return surveyed(survey, lines, where)
  },

  shards(files, shardBytes) {
    const shards: Shard[] = []
    for (const { bytes, ...file } of files) {
      if (!isPlain(file)) shards.push({ ...file, bytes })
      else for (let start = 0; start < bytes; start += shardBytes) shards.push({ ...file, start, end: Math.min(start + shardBytes, bytes) })
    }
    return shards
  },

  async read(plan, shard, to) {
    const { relative, start = 0, end = Number.POSITIVE_INFINITY } = shard
    const limit = plan.options.recordBytes
    const take = recordTaker(plan, shard, to)
    const legacy = shard.charset === 'windows-1252'
    const takeLine = (buffer: Buffer, from: number, until: number, first: boolean, encoding: Encoding, line: () => number): true => {
      const at = contentStart(buffer, from, until, first)
      if (at === until) return true
      const text = decode(buffer, at, until, encoding, legacy)
      const record = text === undefined ? undefined : parseJson(text)
      if (isRecord(record)) take(record, line, (changes) => rawJson(buffer.subarray(from, until), changes, legacy))
      else to.unread(text === undefined ? notUtf8 : record === undefined ? notJson : notAnObject, relative, line())
      return true
    }
    try {
      if (!isPlain(shard)) {
        const splitter = lineSplitter(limit, {
          line: (buffer, from, until, line, encoding) => takeLine(buffer, from, until, line === 1, encoding, () => line),
          tooLong: (line) => to.unread(tooLong(limit), relative, line),
        })
        const cut = await feed(shard, splitter.push)
        // The line that the cut goes through is no record.
        if (cut === undefined) splitter.end()
        else to.unread(cut, relative)
        return shard.bytes ?? 0
      }
      return withFile(shard.file, (fd, size) => {
        const lineAt = lineCounter(fd)
        return readLines(
          fd,
          size,
          { start, end, limit },
          {
            line: (buffer, from, until, offset, encoding) => takeLine(buffer, from, until, offset === 0, encoding, () => lineAt(offset)),
            tooLong: (offset) => to.unread(tooLong(limit), relative, lineAt(offset)),
          },
        )
      })
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      to.unread(noFile, relative)
      return 0
    }
  },
}

/** The bytes of a record, with changes if there are any. */
export const rawJson = (bytes: Buffer, changes: readonly Change[] | undefined, legacy: boolean): Buffer =>
  changes === undefined || changes.length === 0 ? bytes : rewriteJson(bytes, changes, legacy)

/** The survey, unless no record was found. */
function surveyed(survey: Survey, lines: number, where: string): Survey {
  if (survey.records > 0) return survey
  throw new CorpusError(
    lines === 0
      ? `${where}: there are no records. JSON lines have one object a line.`
      : `${where}: none of the first lines is a JSON object. JSON lines have one object a line; say what it is with --format.`,
  )
}

/** Where a line's content begins; its end for a blank line. The first line of a file may have a byte order mark. */
function contentStart(buffer: Buffer, from: number, to: number, first: boolean): number {
  let at = from + (first ? bomLength(buffer.subarray(from, to)) : 0)
  while (at < to && (buffer[at] === 32 || buffer[at] === 9 || buffer[at] === 13)) at++
  return at
}

/** The value of a text; undefined when it is not JSON. The parser's own message quotes the text, so it is not passed on. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
