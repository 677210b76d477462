import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Audit, AuditError, auditVersion, type Run, UsageError, type Verdict } from '@corpuscope/core'

/** Files of an audit folder. */
export const files = {
  audit: 'audit.json',
  run: 'run.json',
  verdict: 'verdict.json',
  documents: 'documents.parquet',
  findings: 'findings.parquet',
  pairs: 'pairs.parquet',
  report: 'report.html',
  /** Only when they were asked for. */
  texts: 'texts.parquet',
} as const

/** Written last into `<out>.new`: with it the folder is whole. */
const seal = '.whole'
const owner = '.writer'

/**
 * Writes a folder so that at every moment either the old one or the new one is whole under its name: everything goes to
 * `<out>.new`, the old folder is renamed to `<out>.old`, the new one renamed in, the old one removed. Whoever comes next finishes
 * or undoes what an interrupted run left (`settle`).
 */
export async function replaceFolder(
  out: string,
  isOurs: (folder: string) => Promise<boolean>,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const target = resolve(out)
  await settle(target)
  await refuseForeign(target, out, isOurs)
  const next = `${target}.new`
  await refuseBusy(next, out)
  await rm(next, { recursive: true, force: true })
  await mkdir(dirname(target), { recursive: true })
  await mkdir(next)
  await writeFile(join(next, owner), String(process.pid))
  try {
    await fill(next)
  } catch (error) {
    await rm(next, { recursive: true, force: true })
    throw error
  }
  await rm(join(next, owner))
  await writeFile(join(next, seal), '')
  if (existsSync(target)) await rename(target, `${target}.old`)
  await rename(next, target).catch((error: NodeJS.ErrnoException) => {
    // A reader that came between the two renames has finished the swap for us.
    if (error.code !== 'ENOENT' || !existsSync(target)) throw error
  })
  await finish(target)
}

/** Finishes or undoes an interrupted swap. Safe to call before every read. */
export async function settle(folder: string): Promise<void> {
  const target = resolve(folder)
  const [next, old] = [`${target}.new`, `${target}.old`]
  if (!existsSync(target)) {
    if (existsSync(join(next, seal))) await rename(next, target)
    else if (existsSync(old)) await rename(old, target)
  }
  if (existsSync(join(target, seal))) await finish(target)
}

async function finish(target: string): Promise<void> {
  await rm(`${target}.old`, { recursive: true, force: true })
  await rm(join(target, seal), { force: true })
}

async function refuseForeign(target: string, out: string, isOurs: (folder: string) => Promise<boolean>): Promise<void> {
  if (!existsSync(target)) return
  if (!(await stat(target)).isDirectory()) throw new UsageError(`${out}: is a file. Name a folder for the result with -o.`)
  if ((await readdir(target)).length > 0 && !(await isOurs(target)))
    throw new UsageError(`${out}: the folder holds something else and is not replaced. Name another with -o, or empty it.`)
}

async function refuseBusy(next: string, out: string): Promise<void> {
  const pid = Number(await readFile(join(next, owner), 'utf8').catch(() => ''))
  if (pid > 0 && pid !== process.pid && isAlive(pid))
    throw new UsageError(`${out}: another run (process ${pid}) is writing there. Wait for it, or name another folder with -o.`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a folder holds an audit, of whatever version. */
export async function isAuditFolder(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, files.audit), 'utf8').catch(() => '')
  return /^\s*\{\s*"schema":\s*"corpuscope\/audit\//.test(text.slice(0, 200))
}

export interface AuditFolder {
  readonly folder: string
  readonly audit: Audit
  readonly run?: Run
  readonly verdict?: Verdict
}

/**
 * Reads an audit folder, finishing an interrupted write first.
 *
 * @throws AuditError when it is none, is broken or of another version
 */
export async function readAudit(folder: string): Promise<AuditFolder> {
  await settle(folder)
  const at = join(folder, files.audit)
  const text = await readFile(at, 'utf8').catch(() => {
    throw new AuditError(`${folder}: no audit there (${files.audit} is missing). Make one with "corpuscope audit <input> -o ${folder}".`)
  })
  const audit = parsed(text, at) as Audit
  if (audit.schema !== auditVersion)
    throw new AuditError(
      `${at}: written as "${String(audit.schema).slice(0, 40)}", but this version reads "${auditVersion}". Audit the corpus again.`,
    )
  const { auditSchema } = await import('@corpuscope/core')
  const checked = auditSchema.safeParse(audit)
  if (!checked.success) {
    const issue = checked.error.issues[0]!
    throw new AuditError(`${at}: not a whole audit (${issue.path.join('.')}: ${issue.message}). Audit the corpus again.`)
  }
  const run = await optional<Run>(join(folder, files.run))
  const verdict = await optional<Verdict>(join(folder, files.verdict))
  return { folder, audit: checked.data, ...(run && { run }), ...(verdict && { verdict }) }
}

async function optional<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (parsed(text, path) as T)
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AuditError(`${path}: not valid JSON. Audit the corpus again.`)
  }
}
