import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Audit, Verdict } from '@corpuscope/core'
import { loadAssets, renderReport } from '@corpuscope/report'

/** The page's script and style: beside the bundled command, or where apps/report built them. */
function assetsFolder(): string {
  const bundled = fileURLToPath(new URL('./report', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../report/dist', import.meta.url))
}

/** Writes the page of an audit. */
export async function writePage(path: string, input: { readonly audit: Audit; readonly verdict?: Verdict }): Promise<void> {
  await writeFile(path, await renderReport(input, await loadAssets(assetsFolder())))
}
