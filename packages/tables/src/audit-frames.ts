import { AuditError } from '@corpuscope/core'
import type { DataFrame } from 'danfojs-node'
import { frameOf, type OnRename } from './frame.ts'
import { readColumns } from './read-columns.ts'

export interface FrameOptions {
  /** Told of each column that had to take another name, such as `values`, which becomes `values_`. */
  readonly onRename?: OnRename
}

/**
 * The documents of an audit as a danfojs frame: a row a document in the audit's order, its id as the index and as the column `id`,
 * then its metadata and measures. A missing number is NaN, any other missing value null.
 *
 * For looking and exporting. Audit numbers are not to be computed with it: its `groupby` on two keys takes ("a-b", "c") and ("a", "b-c")
 * for one group, and its `concat` spoils its first input. A single text label in `loc` wants quotes of its own: `loc({ rows: ['"note-1"'] })`.
 *
 * @param folder  what `corpuscope audit` wrote
 * @throws AuditError when it is no such folder
 */
export async function documentsFrame(folder: string, { onRename = ignore }: FrameOptions = {}): Promise<DataFrame> {
  const columns = await readColumns(folder, 'documents.parquet')
  const ids = columns.cells[columns.names.indexOf('id')]?.map(String)
  if (!ids || new Set(ids).size < ids.length)
    throw new AuditError(
      `${folder}: documents.parquet has no column "id" that names each document once. Give a folder that "corpuscope audit" wrote.`,
    )
  return frameOf(columns, onRename, ids)
}

/** The findings of an audit, all of them, as a danfojs frame: a row a finding, in the order of the documents. Absence as in `documentsFrame`. */
export const findingsFrame = async (folder: string, { onRename = ignore }: FrameOptions = {}): Promise<DataFrame> =>
  frameOf(await readColumns(folder, 'findings.parquet'), onRename)

/** Pairs of documents that an analysis held against each other, as a danfojs frame: a row a pair. */
export const pairsFrame = async (folder: string, { onRename = ignore }: FrameOptions = {}): Promise<DataFrame> =>
  frameOf(await readColumns(folder, 'pairs.parquet'), onRename)

const ignore = (): void => undefined
