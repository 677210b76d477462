import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { UsageError } from '@corpuscope/core'
import { readAudit } from '@corpuscope/engine'
import { plural } from '../format.ts'
import { pageAssets, writePage } from '../page.ts'
import { shareDocuments } from '../releases.ts'
import { print } from '../terminal.ts'

/** `corpuscope report`: the page of an audit, or a site over several. */
export async function report(
  [folders]: readonly [readonly string[]],
  { out, releases }: { out?: string; releases?: boolean },
): Promise<number> {
  if (folders.length > 1) return site(folders, out, releases)
  const folder = folders[0]!
  const { audit, verdict } = await readAudit(folder)
  const path = out ?? join(folder, 'report.html')
  await writePage(path, folder, { audit, ...(verdict && { verdict }) })
  print(path)
  return 0
}

async function site(folders: readonly string[], out: string | undefined, asked: boolean | undefined): Promise<number> {
  if (out === undefined) throw new UsageError('report: several audits make a site. Say where with -o <folder>.')
  const { renderSite } = await import('@corpuscope/report')
  await mkdir(out, { recursive: true })
  const names = namesOf(folders)
  const entries = []
  for (const [i, folder] of folders.entries()) {
    const { audit, verdict } = await readAudit(folder)
    const href = `${safe(names[i]!)}.html`
    await writePage(join(out, href), folder, { audit, ...(verdict && { verdict }) })
    entries.push({ name: names[i]!, href, audit, ...(verdict && { verdict }) })
  }
  const releases = asked ?? (await shareDocuments(folders))
  await writeFile(join(out, 'index.html'), await renderSite(entries, releases, await pageAssets()))
  print(`${plural(entries.length + 1, 'page')} written: ${join(out, 'index.html')}`)
  return 0
}

/** What each folder is called, told apart where two are called alike; `index` is the site's own page. */
function namesOf(folders: readonly string[]): string[] {
  const taken = new Set(['index'])
  return folders.map((folder) => {
    const base = basename(resolve(folder))
    let name = base
    for (let number = 2; taken.has(safe(name).toLowerCase()); number++) name = `${base}-${number}`
    taken.add(safe(name).toLowerCase())
    return name
  })
}

const safe = (name: string): string => name.replace(/[^\p{L}\p{N}.-]/gu, '_').replace(/^\.+/, '_')
