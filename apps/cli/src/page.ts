import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Audit, Verdict } from '@corpuscope/core'
import { loadAssets, renderReport } from '@corpuscope/report'
import { readColumns } from '@corpuscope/tables'

/** The page's script and style: beside the bundled command, or where apps/report built them. */
function assetsFolder(): string {
  const bundled = fileURLToPath(new URL('./report', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../report/dist', import.meta.url))
}

/** Script and style for a page of ours. */
export const pageAssets = () => loadAssets(assetsFolder())

/** Columns of documents.parquet that the page does not show: they name a document, or place it on the map. */
const hidden = new Set(['id', 'text_sha256', 'map-x', 'map-y'])

/** Writes the page of an audit folder: its audit, its verdict if there is one, and its documents. */
export async function writePage(path: string, folder: string, input: { readonly audit: Audit; readonly verdict?: Verdict }): Promise<void> {
  const { names, cells } = await readColumns(folder, 'documents.parquet')
  const documents = {
    ids: (cells[names.indexOf('id')] ?? []).map(String),
    columns: names
      .map((name, i) => ({ name, values: cells[i]!.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)) }))
      .filter(({ name, values }) => !hidden.has(name) && values.some((value) => value !== null)),
  }
  await writeFile(path, await renderReport({ ...input, documents }, await pageAssets()))
}
