import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AuditError, type Finding, findingSchema } from '@corpuscope/core'
import { files } from '@corpuscope/engine'
import type { DocumentRow } from '@corpuscope/gate'

type Row = Record<string, unknown>

/** Rows of a Parquet file of an audit; undefined when it is not there. */
async function rowsOf(bytes: Uint8Array | undefined, where: string): Promise<readonly Row[] | undefined> {
  if (!bytes) return undefined
  const { parquetReadObjects } = await import('hyparquet')
  try {
    return await parquetReadObjects({ file: bytes.slice().buffer })
  } catch {
    throw new AuditError(`${where}: cannot be read as Parquet. Audit the corpus again.`)
  }
}

export interface AuditTables {
  readonly findings?: readonly Finding[]
  readonly documents?: readonly DocumentRow[]
  /** Columns of numbers, a value a document, NaN where there is none. */
  readonly columns: ReadonlyMap<string, Float64Array>
}

/** Reads a file of an audit; undefined when there is none. */
export type ReadFile = (name: string) => Promise<Uint8Array | undefined>

export const inFolder =
  (folder: string): ReadFile =>
  async (name) => {
    const path = join(folder, name)
    return existsSync(path) ? new Uint8Array(await readFile(path)) : undefined
  }

/** All findings, documents and per-document numbers of an audit, as far as its tables are there. */
export async function auditTables(read: ReadFile): Promise<AuditTables> {
  const findings = await rowsOf(await read(files.findings), files.findings)
  const documents = await rowsOf(await read(files.documents), files.documents)
  const columns = new Map<string, Float64Array>()
  for (const name of Object.keys(documents?.[0] ?? {}))
    if (documents!.every((row) => row[name] === null || typeof row[name] === 'number'))
      columns.set(
        name,
        Float64Array.from(documents!, (row) => (row[name] as number | null) ?? Number.NaN),
      )
  return {
    columns,
    ...(findings && { findings: findings.map(findingOf) }),
    ...(documents && { documents: documents as unknown as DocumentRow[] }),
  }
}

function findingOf({ document, rule, severity, start, end, message, fingerprint }: Row): Finding {
  return findingSchema.parse({
    document,
    rule,
    severity,
    message,
    fingerprint,
    ...(typeof start === 'number' && typeof end === 'number' && { span: { start, end } }),
  })
}
