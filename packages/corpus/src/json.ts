import { CorpusError } from '@corpuscope/core'
import { decode, encodingOf, FileError } from './bytes.ts'
import { feed } from './feed.ts'
import { createSurvey, isRecord, surveyBytes, surveyRecord, surveyRecords } from './fields.ts'
import { jsonScanner } from './json-scanner.ts'
import { parseJson, rawJson } from './jsonl.ts'
import type { Reader } from './readers.ts'
import { recordTaker } from './record-taker.ts'
import { changedRecord } from './rewriting.ts'
import { noFile, notAnObject, notJson, notUtf8, restNotJson, tooLong } from './unread-reasons.ts'

/** JSON in one piece: an array of records, an object that holds one, or one object. A bare string is a record with a text. */
export const jsonReader: Reader = {
  async survey(files, recordBytes, where) {
    const survey = createSurvey()
    const looked = files.slice(0, surveyRecords)
    const share = Math.ceil(surveyRecords / looked.length)
    for (const file of looked) {
      const enough = survey.records + share
      let bytes = 0
      const scanner = jsonScanner(recordBytes, {
        record(buffer, from, to) {
          const record = recordIn(buffer, from, to, file.charset === 'windows-1252').value
          if (isRecord(record)) for (const each of byId(record) ?? [record]) surveyRecord(survey, Object.entries(each))
          bytes += to - from
          return survey.records < enough && bytes < surveyBytes
        },
        tooLong: () => undefined,
        broken: () => undefined,
      })
      try {
        await feed(file, scanner.push)
      } catch (error) {
        // Said when it is read.
        if (!(error instanceof FileError)) throw error
      }
    }
    if (survey.records > 0) return survey
    throw new CorpusError(`${where}: there is no JSON record. Give an array of objects, or JSON lines with one object a line (.jsonl).`)
  },

  shards: (files) => files.map((file) => ({ ...file })),

  async read(plan, shard, to) {
    const { relative } = shard
    const limit = plan.options.recordBytes
    const take = recordTaker(plan, shard, to)
    const scanner = jsonScanner(limit, {
      record(buffer, from, until, line) {
        const { text, value } = recordIn(buffer, from, until, shard.charset === 'windows-1252')
        const within = isRecord(value) ? byId(value) : undefined
        if (within) {
          for (const record of within)
            take(
              record,
              () => line,
              (changes) => (changes ? changedRecord(record, changes) : record),
            )
        } else if (isRecord(value))
          take(
            value,
            () => line,
            (changes) => rawJson(buffer.subarray(from, until), changes, shard.charset === 'windows-1252'),
          )
        else to.unread(text === undefined ? notUtf8 : value === undefined ? notJson : notAnObject, relative, line)
        return true
      },
      tooLong: (line) => to.unread(tooLong(limit), relative, line),
      broken: (line) => to.unread(restNotJson, relative, line),
    })
    try {
      const cut = await feed(shard, scanner.push)
      if (cut === undefined) scanner.end()
      else to.unread(cut, relative)
      return shard.bytes ?? 0
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      to.unread(noFile, relative)
      return 0
    }
  },
}

/** The records of an object that has them by id, `{"17": {"text": …}, "18": {…}}`, each with its id; undefined for what is one record. */
function byId(value: Record<string, unknown>): Record<string, unknown>[] | undefined {
  const entries = Object.entries(value)
  const [first] = entries
  const shape = first && isRecord(first[1]) ? Object.keys(first[1]).sort().join('\0') : ''
  if (entries.length < 2 || shape === '') return undefined
  const records = entries.map(([id, record]) =>
    isRecord(record) ? Object.assign(Object.create(null) as object, { id }, record) : undefined,
  )
  const alike = entries.slice(0, 20).every(([, record]) => isRecord(record) && Object.keys(record).sort().join('\0') === shape)
  return alike && records.every((record) => record !== undefined) ? (records as Record<string, unknown>[]) : undefined
}

function recordIn(bytes: Buffer, from: number, to: number, legacy: boolean): { text: string | undefined; value?: unknown } {
  const text = decode(bytes, from, to, encodingOf(bytes.subarray(from, to)), legacy)
  const value = text === undefined ? undefined : parseJson(text)
  return { text, value: typeof value === 'string' ? { text: value } : value }
}
