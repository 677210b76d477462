import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the page carries besides its content; both are inlined and named by their hash in its Content-Security-Policy. */
export interface Assets {
  readonly script: string
  readonly style: string
}

const names = { script: 'report-client.js', style: 'report.css' }

/**
 * Reads `report-client.js` and `report.css`, as `scripts/build.mjs` writes them.
 *
 * @param directory  where they are; when left out, beside this module (a bundled command) or in this package's `dist`
 */
export async function loadAssets(directory?: string): Promise<Assets> {
  const places = directory === undefined ? ['./', '../dist/'].map((path) => fileURLToPath(new URL(path, import.meta.url))) : [directory]
  const found = places.find((place) => existsSync(join(place, names.script)))
  if (found === undefined)
    throw new Error(`the report's script is not built: there is no ${names.script}. Build it with "pnpm run build" in apps/report.`)
  const [script, style] = await Promise.all([readFile(join(found, names.script), 'utf8'), readFile(join(found, names.style), 'utf8')])
  return { script, style }
}
