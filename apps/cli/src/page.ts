import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadAssets, type ReportInput, renderReport } from '@corpuscope/report'
import { pageDocuments } from './page-documents.ts'

/** The page's script and style: beside the bundled command, or where apps/report built them. */
function assetsFolder(): string {
  const bundled = fileURLToPath(new URL('./report', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../report/dist', import.meta.url))
}

/** Script and style for a page of ours. */
export const pageAssets = () => loadAssets(assetsFolder())

/** Writes the page of an audit folder: its audit, its verdict if there is one, and its documents. */
export async function writePage(path: string, folder: string, input: Omit<ReportInput, 'documents'>): Promise<void> {
  const documents = await pageDocuments(folder)
  await writeFile(path, await renderReport({ ...input, documents }, await pageAssets()))
}
