import { CorpusError } from '@corpuscope/core'
import { FileError } from './bytes.ts'
import { type TableVisitor, tableParser } from './csv.ts'
import { feed } from './feed.ts'
import { createSurvey, surveyBytes, surveyRecord, surveyRecords } from './fields.ts'
import type { Reader } from './readers.ts'
import { recordTaker } from './record-taker.ts'
import { cellValue } from './records.ts'
import { type RowLayout, rewriteRow } from './rewrite-row.ts'
import { noFile, noHeader, noText } from './unread-reasons.ts'

/** A header row, then a document a row. */
const tableReader = (prefer: string): Reader => ({
  async survey(files, recordBytes, where) {
    const survey = createSurvey()
    const looked = files.slice(0, surveyRecords)
    const share = Math.ceil(surveyRecords / looked.length)
    let headers = 0
    for (const file of looked) {
      const enough = survey.records + share
      let columns: readonly string[] = []
      let length = 0
      const visitor: TableVisitor = {
        header(header) {
          if (header) headers++
          columns = header?.columns ?? []
          return true
        },
        row(cells) {
          surveyRecord(
            survey,
            columns.map((column, i) => [column, cells[i]!] as const),
          )
          length += cells.reduce((sum, cell) => sum + cell.length, 0)
          return survey.records < enough && length < surveyBytes
        },
        unread: () => undefined,
      }
      const parser = tableParser({ prefer, limit: recordBytes, legacy: file.charset === 'windows-1252' }, visitor)
      try {
        await feed(file, parser.push)
        parser.end()
      } catch (error) {
        // Said when it is read.
        if (!(error instanceof FileError)) throw error
      }
    }
    if (survey.records > 0) return survey
    throw new CorpusError(
      headers === 0
        ? `${where}: there is no readable header row. A table is UTF-8, with the names of its columns in the first row.`
        : `${where}: there is a header row, but no row after it can be read. A table has a document a row.`,
    )
  },

  shards: (files) => files.map((file) => ({ ...file })),

  async read(plan, shard, to) {
    const { relative } = shard
    const take = recordTaker(plan, shard, to, (cell) => (typeof cell === 'string' ? cellValue(cell) : undefined))
    let columns: readonly string[] = []
    let layout: RowLayout | undefined
    let hasText = false
    const legacy = shard.charset === 'windows-1252'
    const parser = tableParser(
      { prefer, limit: plan.options.recordBytes, legacy },
      {
        header(header, raw) {
          if (header) to.preamble?.(raw())
          else {
            to.unread(noHeader, relative, 1)
            return false
          }
          columns = header.columns
          layout = { ...header, legacy }
          const { text, shape } = plan.fields
          hasText = text === undefined ? (shape?.pieces.some(({ field }) => columns.includes(field)) ?? false) : columns.includes(text)
          return true
        },
        row(cells, line, raw) {
          if (!hasText) {
            to.unread(noText, relative, line())
            return true
          }
          // Without a prototype: a column may be called __proto__.
          const record = Object.create(null) as Record<string, unknown>
          for (let i = 0; i < columns.length; i++) record[columns[i]!] = cells[i]!
          take(record, line, (changes) => (changes && changes.length > 0 ? rewriteRow(raw(), cells, layout!, changes) : raw()))
          return true
        },
        unread: (what, line) => to.unread(what, relative, line),
      },
    )
    try {
      const cut = await feed(shard, parser.push)
      if (cut === undefined) parser.end()
      else to.unread(cut, relative)
      return shard.bytes ?? 0
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      to.unread(noFile, relative)
      return 0
    }
  },
})

export const csvReader = tableReader(',')
export const tsvReader = tableReader('\t')
