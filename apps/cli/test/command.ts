import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Audit } from '@corpuscope/core'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
export const main = join(root, 'apps/cli/dist/main.js')
export const library = join(root, 'apps/cli/dist/index.js')
export const clinic = join(root, 'fixtures/clinic')
/** Corpora beside the project; tests that read them say so when they are not there. */
export const shared = join(root, '../shared')
export const hasShared = existsSync(join(shared, 'corpora'))

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command as a person would. */
export function corpuscope(args: readonly string[], { cwd = root, env = {}, node = [] as readonly string[] } = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, main, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 1 << 28,
  })
  return { code: status, stdout, stderr }
}

/** Runs it and expects it to go well. */
export function audited(args: readonly string[], options: Parameters<typeof corpuscope>[1] = {}): Outcome {
  const outcome = corpuscope(args, options)
  if (outcome.code !== 0) throw new Error(`corpuscope ${args.join(' ')} ended with ${outcome.code}: ${outcome.stderr}`)
  return outcome
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'corpuscope-'))

export const auditText = (folder: string): Promise<string> => readFile(join(folder, 'audit.json'), 'utf8')
export const auditOf = async (folder: string): Promise<Audit> => JSON.parse(await auditText(folder)) as Audit

export function estimateOf(audit: Audit, measure: string): Audit['estimates'][number] {
  const found = audit.estimates.find((estimate) => estimate.measure === measure && !estimate.facet)
  if (!found) throw new Error(`no estimate of ${measure}`)
  return found
}

export async function rowsOf(folder: string, table: 'documents' | 'findings' | 'pairs' | 'texts'): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(join(folder, `${table}.parquet`)) })
}
