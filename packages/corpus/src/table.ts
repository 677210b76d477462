import { CorpusError, type Scalar } from '@corpuscope/core'
import { FileError, withFile } from './bytes.ts'
import { readTable } from './csv.ts'
import { createSurvey, surveyBytes, surveyRecord, surveyRecords } from './fields.ts'
import type { Reader } from './readers.ts'
import { recordOptions } from './record-options.ts'
import { cellValue, documentMaker, name } from './records.ts'
import { noFile, noHeader, noText } from './unread-reasons.ts'

/** A header row, then a document a row. */
const tableReader = (prefer: string): Reader => ({
  survey(files, recordBytes, where) {
    const survey = createSurvey()
    const looked = files.slice(0, surveyRecords)
    const share = Math.ceil(surveyRecords / looked.length)
    let headers = 0
    for (const { file } of looked) {
      const enough = survey.records + share
      let columns: readonly string[] = []
      let length = 0
      try {
        withFile(file, (fd, size) =>
          readTable(
            fd,
            size,
            { prefer, limit: recordBytes },
            {
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
              unread: () => {},
            },
          ),
        )
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

  shards: (files) => files.map(({ file, relative }) => ({ file, relative })),

  read(plan, { file, relative }, to) {
    const { fields, options } = plan
    const make = documentMaker(recordOptions(plan), to)
    let columns: readonly string[] = []
    const column: Record<'text' | 'id' | 'label' | 'language', number> = { text: -1, id: -1, label: -1, language: -1 }
    try {
      return withFile(file, (fd, size) => {
        readTable(
          fd,
          size,
          { prefer, limit: options.recordBytes },
          {
            header(header) {
              if (!header) {
                to.unread(noHeader, relative, 1)
                return false
              }
              columns = header.columns
              for (const role of ['text', 'id', 'label', 'language'] as const) {
                const field = fields[role]
                column[role] = field === undefined ? -1 : columns.indexOf(field)
              }
              return true
            },
            row(cells, line) {
              const text = cells[column.text]
              if (text === undefined) {
                to.unread(noText, relative, line())
                return true
              }
              const metadata = new Map<string, Scalar>()
              for (let i = 0; i < columns.length; i++) {
                if (i !== column.text && i !== column.id) metadata.set(columns[i]!, cellValue(cells[i]!))
              }
              const entry = {
                text,
                id: name(cells[column.id]),
                file: relative,
                metadata,
                label: cells[column.label],
                language: cells[column.language],
              }
              to.document(make(entry), plan.format)
              return true
            },
            unread: (what, line) => to.unread(what, relative, line),
          },
        )
        return size
      })
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      to.unread(noFile, relative)
      return 0
    }
  },
})

export const csvReader = tableReader(',')
export const tsvReader = tableReader('\t')
