import { CorpusError, type Scalar } from '@corpuscope/core'
import { FileError, withFile } from './bytes.ts'
import { readTable } from './csv.ts'
import { likeNamed } from './fields.ts'
import { cellValue } from './records.ts'
import { nameList, plain, quoted } from './say.ts'

/** A table joined to the documents; plain data. */
export interface LabelTable {
  /** The column whose values name documents. */
  readonly key: string
  /** The other columns. */
  readonly columns: readonly string[]
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Scalar>>
  readonly size: number
}

const keyNames = ['file', 'filename', 'path', 'id', 'doc_id', 'name']

/** Reads a labels table. It is small and was made by hand or by a program, so what is wrong in it stops the run. */
export function readLabels(file: string, idField: string | undefined, limit: number): LabelTable {
  const where = plain(file)
  let key: string | undefined
  let columns: readonly string[] = []
  let at = -1
  const rows = new Map<string, ReadonlyMap<string, Scalar>>()
  const read = (fd: number, size: number): void =>
    readTable(
      fd,
      size,
      { prefer: /\.(?:tsv|tab)$/i.test(file) ? '\t' : ',', limit },
      {
        header(header) {
          if (!header) throw new CorpusError(`${where} has no readable header row. The labels are a CSV or TSV table in UTF-8.`)
          columns = header.columns
          key = [idField, ...keyNames].flatMap((name) => (name === undefined ? [] : (likeNamed(columns, name) ?? [])))[0]
          if (key === undefined) {
            throw new CorpusError(
              `${where} has no column that names documents; it has ${nameList(columns)}. Call one "file" or "id", or name it with --id-field.`,
            )
          }
          at = columns.indexOf(key)
          return true
        },
        row(cells, line) {
          const name = cells[at]!
          if (name === '') throw new CorpusError(`${where} line ${line()}: ${quoted(key!)} is empty. Each row has to name a document.`)
          if (rows.has(name)) {
            throw new CorpusError(`${where} line ${line()}: ${quoted(key!)} repeats one of an earlier row. Each document may have one row.`)
          }
          const values = new Map<string, Scalar>()
          for (const [i, column] of columns.entries()) if (i !== at) values.set(column, cellValue(cells[i]!))
          rows.set(name, values)
          return true
        },
        unread(what, line) {
          throw new CorpusError(`${where} line ${line}: ${what}. Mend the table.`)
        },
      },
    )
  try {
    withFile(file, read)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new CorpusError(`The labels table ${where} cannot be opened. Check the path and that you may read it.`)
  }
  if (rows.size === 0) throw new CorpusError(`The labels table ${where} has no rows. Give one with a row for each document.`)
  return { key: key!, columns: columns.filter((column) => column !== key), rows, size: rows.size }
}
