import { availableParallelism, totalmem } from 'node:os'
import { suiteIds } from '@corpuscope/suites'
import { knownMeasures } from '../known.ts'
import { print } from '../terminal.ts'
import { version } from '../version.ts'

/** Optional packages and what they add. */
const optional = [{ name: 'onnxruntime-node', use: 'local sentence-embedding models' }] as const

/** `corpuscope doctor`. */
export async function doctor(_: readonly [], { json }: { json?: boolean }): Promise<number> {
  const facts = {
    corpuscope: version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    threads: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    icu: process.versions['icu'] ?? 'none',
    suites: suiteIds.join(', '),
    measures: knownMeasures().length,
    network: 'never used',
  }
  const parts: { name: string; use: string; version: string }[] = []
  for (const part of optional) parts.push({ ...part, version: await installedVersion(part.name) })
  if (json) print(JSON.stringify({ ...facts, optional: parts }, null, 1))
  else {
    for (const [name, value] of Object.entries(facts)) print(`${name.padEnd(18)}${value}`)
    for (const { name, use, version: installed } of parts) print(`${name.padEnd(18)}${installed} (optional: ${use})`)
  }
  return Number(process.versions.node.split('.')[0]) >= 20 ? 0 : 2
}

async function installedVersion(name: string): Promise<string> {
  try {
    const { createRequire } = await import('node:module')
    return (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version
  } catch {
    return 'not installed'
  }
}
