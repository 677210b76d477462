import { execFile } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import {
  type Audit,
  AuditError,
  auditSchema,
  auditVersion,
  type Baseline,
  baselineSchema,
  baselineVersion,
  ConfigError,
} from '@corpuscope/core'
import { files } from '@corpuscope/engine'
import { baselineOf, baselineText, digestOf } from '@corpuscope/gate'
import { auditTables, inFolder, type ReadFile } from './audit-tables.ts'

/** Where `--update-baseline` writes unless told otherwise. */
export const defaultBaseline = 'corpuscope-baseline.json'
const largestBlob = 1 << 28

/**
 * A baseline: an audit folder, its audit.json, a file that `--update-baseline` wrote, or any of these at a git revision as `ref:path`.
 *
 * @throws ConfigError when there is none: a missing baseline is no pass
 */
export async function readBaseline(spec: string): Promise<Baseline> {
  const { read, name } = source(spec)
  const bytes = await read(name)
  if (!bytes)
    throw new ConfigError(
      `--baseline ${spec}: there is no baseline. Give an audit folder, audit.json or a git revision as main:path, or write one with --update-baseline.`,
    )
  const value = parsed(bytes, spec)
  const schema = (value as { schema?: unknown } | null)?.schema
  if (schema === baselineVersion) {
    const checked = baselineSchema.safeParse(value)
    if (checked.success) return checked.data
    throw new AuditError(
      `${spec}: not a whole baseline (${checked.error.issues[0]!.path.join('.')}). Write it anew with --update-baseline.`,
    )
  }
  const checked = schema === auditVersion ? auditSchema.safeParse(value) : undefined
  if (!checked?.success) throw new AuditError(`${spec}: neither an audit nor a baseline of this version. Write one with --update-baseline.`)
  const { findings, documents } = name === files.audit ? await auditTables(read) : {}
  return baselineOf(checked.data, findings ?? checked.data.findings, documents?.map(digestOf))
}

function source(spec: string): { read: ReadFile; name: string } {
  if (existsSync(spec))
    return statSync(spec).isDirectory()
      ? { read: inFolder(spec), name: files.audit }
      : { read: inFolder(dirname(spec)), name: basename(spec) }
  const [, ref, path] = /^([A-Za-z0-9_][\w./@^~{}-]*):(.+)$/.exec(spec) ?? []
  if (ref === undefined || path === undefined) return { read: async () => undefined, name: '' }
  const isFile = path.endsWith('.json')
  const folder = isFile ? path.slice(0, -basename(path).length) : `${path.replace(/\/+$/, '')}/`
  return { read: (name) => blob(`${ref}:${folder}${name}`), name: isFile ? basename(path) : files.audit }
}

async function blob(object: string): Promise<Uint8Array | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['cat-file', 'blob', object], { encoding: 'buffer', maxBuffer: largestBlob })
    return new Uint8Array(stdout)
  } catch {
    return undefined
  }
}

function parsed(bytes: Uint8Array, spec: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new AuditError(`${spec}: not valid JSON. Audit the corpus again, or write the baseline anew with --update-baseline.`)
  }
}

/** Writes the baseline of an audit; an existing file is only replaced when it is one. */
export async function writeBaseline(path: string, audit: Audit, folder: string): Promise<Baseline> {
  const old = existsSync(path) ? (statSync(path).isDirectory() ? '' : await readFile(path, 'utf8')) : undefined
  if (old !== undefined && !old.slice(0, 200).includes(`"${baselineVersion.slice(0, -2)}`))
    throw new ConfigError(`${path}: holds something else and is not replaced. Name a file for the baseline with --baseline.`)
  const { findings, documents } = await auditTables(inFolder(folder))
  const baseline = baselineOf(audit, findings ?? audit.findings, documents?.map(digestOf))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, baselineText(baseline))
  return baseline
}
