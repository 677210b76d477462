import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { onTestFinished } from 'vitest'

/** A folder that lives as long as the test that asks for it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-tables-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A new folder with these Parquet files. */
export function auditFolder(files: Readonly<Record<string, ColumnSource[]>>): string {
  const folder = temporaryFolder()
  for (const [name, columnData] of Object.entries(files)) writeFileSync(join(folder, name), Buffer.from(parquetWriteBuffer({ columnData })))
  return folder
}
