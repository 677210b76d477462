import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string | undefined
let files = 0

/** A new file in a folder of its own that only this user may open, and that goes when the process ends. */
export async function spoolFile(fill: (write: (bytes: Uint8Array) => void) => Promise<void> | void): Promise<string> {
  if (folder === undefined) {
    const made = (folder = mkdtempSync(join(tmpdir(), 'corpuscope-spool-')))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  }
  const file = join(folder, String(files++))
  const fd = openSync(file, 'wx', 0o600)
  try {
    await fill((bytes) => {
      for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from)
    })
  } finally {
    closeSync(fd)
  }
  return file
}
