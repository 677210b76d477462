import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Assets, loadAssets } from '../src/index.ts'

/** Script and style as they are in the sources now, whether or not the package was built. */
export async function builtAssets(): Promise<Assets> {
  const directory = mkdtempSync(join(tmpdir(), 'corpuscope-report-'))
  try {
    execFileSync(process.execPath, [fileURLToPath(new URL('../scripts/build.mjs', import.meta.url)), directory])
    return await loadAssets(directory)
  } finally {
    rmSync(directory, { recursive: true })
  }
}
