import { join } from 'node:path'
import { readAudit } from '@corpuscope/engine'
import { writePage } from '../page.ts'
import { print } from '../terminal.ts'

/** `corpuscope report`. */
export async function report([folder]: readonly [string], { out }: { out?: string }): Promise<number> {
  const { audit, verdict } = await readAudit(folder)
  const path = out ?? join(folder, 'report.html')
  await writePage(path, folder, { audit, ...(verdict && { verdict }) })
  print(path)
  return 0
}
