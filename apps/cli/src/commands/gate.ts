import { existsSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Audit, ConfigError, type Policy, policySchema } from '@corpuscope/core'
import { files, readAudit } from '@corpuscope/engine'
import {
  calibrate,
  calibrationText,
  checkFormat,
  checkPolicy,
  digestOf,
  evaluate,
  extendedPolicy,
  formatted,
  judgeFindings,
  type Reported,
  verdictText,
  worstExit,
} from '@corpuscope/gate'
import { type AuditTables, auditTables, inFolder } from '../audit-tables.ts'
import { defaultBaseline, readBaseline, writeBaseline } from '../baseline-file.ts'
import { loadConfig, loadPolicy } from '../config-file.ts'
import { appendHistory, readHistory } from '../history.ts'
import { knownMeasures, knownRules } from '../known.ts'
import { writePage } from '../page.ts'
import { colors, print, say, width } from '../terminal.ts'
import { version } from '../version.ts'

export interface GateOptions {
  policy?: string
  preset: string[]
  baseline?: string[]
  updateBaseline?: boolean
  format?: string
  output: string[]
  corpusPath?: string
  history?: string
  calibrate?: boolean
  json?: boolean
  quiet?: boolean
}

/** An audit that was judged, and all that outputs are made from. */
type Judged = Reported & { readonly folder: string }

/** `corpuscope gate`: an audit, or several, such as one a language, by one policy; the worst exit code counts. */
export async function gate([folders]: readonly [readonly string[]], options: GateOptions): Promise<number> {
  const { json, quiet, format = json ? 'json' : 'text' } = options
  checkFormat(format)
  const outputs = options.output.map(outputOf)
  const names = folders.length === 1 ? [undefined] : namesOf(folders)
  if (options.calibrate) {
    for (const [i, folder] of folders.entries()) await printCalibration(folder, options, names[i])
    return 0
  }
  const all: Judged[] = []
  for (const [i, folder] of folders.entries()) all.push(await judged(folder, options, names[i]))
  for (const { as, path } of outputs) await writeFile(path, formatted(as, all))
  const summary = process.env['GITHUB_STEP_SUMMARY']
  if (format === 'github' && summary) await appendFile(summary, formatted('markdown', all))
  if (!quiet) {
    if (format !== 'text') process.stdout.write(formatted(format, all))
    else
      for (const { name, verdict } of all)
        print(
          `${name === undefined ? '' : `${colors.bold(name)}\n`}${verdictText(verdict, { color: colors.isColorSupported, width: width() })}`,
        )
  }
  return worstExit(all)
}

/** Judges one audit: the verdict goes beside it, onto its page and into the history. */
async function judged(folder: string, options: GateOptions, name: string | undefined): Promise<Judged> {
  const { audit } = await readAudit(folder)
  // With a baseline the ratchet is there to judge by, whatever else the policy says.
  const empty = options.baseline !== undefined || options.updateBaseline ? 'allow' : 'refuse'
  const policy = await policyFor(audit, { ...options, name: basename(resolve(folder)) }, empty)
  const tables = await auditTables(inFolder(folder))
  const spec = baselineFor(options.baseline, name)
  const target = spec ?? (name === undefined ? defaultBaseline : join(defaultBaselines, `${name}.json`))
  const baseline = options.updateBaseline
    ? await writeBaseline(target, audit, folder)
    : spec === undefined
      ? undefined
      : await readBaseline(spec)
  if (options.updateBaseline && !options.quiet) say(`baseline written: ${target}`)
  if (!baseline) refuseWithout(policy)
  const today = new Date().toISOString().slice(0, 10)
  const grounds = { ...groundsOf(tables), ...(baseline && { baseline }), today }
  const verdict = evaluate(policy, audit, grounds)
  if (options.history !== undefined) await appendHistory(options.history, audit, verdict, name)
  const history = options.history === undefined ? undefined : await readHistory(options.history, name)
  await writeFile(join(folder, files.verdict), `${JSON.stringify(verdict, null, 1)}\n`)
  const page = join(folder, files.report)
  const before = existsSync(page) ? await readFile(page, 'utf8') : undefined
  await writePage(page, folder, { audit, verdict, ...(history && { history }), ...(before !== undefined && { before }) })
  return {
    folder,
    verdict,
    audit,
    findings: judgeFindings(policy, grounds.findings ?? audit.findings, baseline, today),
    version,
    ...(name !== undefined && { name }),
    ...(options.corpusPath !== undefined && { corpusPath: options.corpusPath }),
  }
}

async function printCalibration(folder: string, options: GateOptions, name: string | undefined): Promise<void> {
  const { audit } = await readAudit(folder)
  const policy = await policyFor(audit, { ...options, name: basename(resolve(folder)) })
  const calibration = calibrate(policy, audit, { columns: (await auditTables(inFolder(folder))).columns })
  if (options.json) print(JSON.stringify({ ...(name !== undefined && { name }), ...calibration }, null, 1))
  else print(`${name === undefined ? '' : `${colors.bold(name)}\n`}${calibrationText(calibration).trimEnd()}`)
}

/** What several folders are called in outputs: their own names, which have to differ. */
function namesOf(folders: readonly string[]): string[] {
  const names = folders.map((folder) => basename(resolve(folder)))
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined)
    throw new ConfigError(`gate: two of the audits are called "${twice}". Folders that are judged together need names of their own.`)
  return names
}

/** Where `--update-baseline` writes those of several audits. */
const defaultBaselines = 'corpuscope-baselines'

/** The baseline of one audit: the one given under its name, or in a folder of them the one that is called like it. */
function baselineFor(given: readonly string[] | undefined, name: string | undefined): string | undefined {
  if (given === undefined || given.length === 0) return undefined
  if (name === undefined) return given.at(-1)
  const own = given.find((each) => each.startsWith(`${name}=`))
  if (own !== undefined) return own.slice(name.length + 1)
  const all = given.find((each) => !each.includes('='))
  if (all === undefined)
    throw new ConfigError(`--baseline: there is none for ${name}. Give it as ${name}=<baseline>, or a folder that holds ${name}.json.`)
  const inside = `${all.replace(/\/+$/, '')}/${name}`
  return existsSync(inside) ? inside : `${inside}.json`
}

/** The policy of `--policy` or the nearest corpuscope.yaml and of `--preset`, with all that it extends, checked. */
export async function policyFor(
  audit: Audit,
  { policy: file, preset, name }: Pick<GateOptions, 'policy' | 'preset'> & { readonly name?: string },
  empty: 'refuse' | 'allow' = 'refuse',
): Promise<Policy> {
  const { gate: own, file: found, locate } = await loadConfig(file)
  const given = typeof own.extends === 'string' ? [own.extends] : (own.extends ?? [])
  try {
    const beside = (path: string) => loadPolicy(resolve(dirname(found ?? '.'), path))
    const policy = await extendedPolicy({ ...own, extends: [...preset, ...given] }, beside, name)
    if (empty === 'refuse' && Object.keys(policy.measures).length + Object.keys(policy.findings).length + policy.required.length === 0)
      throw new ConfigError(
        `${found ?? 'no corpuscope.yaml found'}: no rule to judge by. Write some under "gate: measures:", such as "near-duplicate-share: { max: 0.01 }", or give --preset release-minimum.`,
      )
    checkPolicy(policy, [...knownMeasures(), ...audit.measures], [...knownRules(), ...audit.rules])
    return policySchema.parse(policy)
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(locate(error.message)) : error
  }
}

export function groundsOf({ findings, documents }: AuditTables) {
  return { ...(findings && { findings }), ...(documents && { documents: documents.map(digestOf) }) }
}

// What can only be judged by a baseline would otherwise end as "could not be measured", which is not what is wrong.
function refuseWithout({ measures, findings }: Policy): void {
  const wants = [
    ...Object.entries(measures).filter(([, rule]) => rule.severity !== 'off' && rule.required && rule.within?.of === 'baseline'),
    ...Object.entries(findings).filter(([, rule]) => rule.severity !== 'off' && rule.required && rule.maxNew !== undefined),
  ].map(([id]) => id)
  if (wants.length > 0)
    throw new ConfigError(
      `--baseline is missing: ${wants.join(', ')} ${wants.length === 1 ? 'is' : 'are'} held against one. Give an audit folder, audit.json or a git revision as main:path.`,
    )
}

function outputOf(text: string): { as: string; path: string } {
  const [as, path] = [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]
  if (!text.includes('=') || path === '') throw new ConfigError(`--output ${text}: write it as format=path, such as junit=gate.xml.`)
  checkFormat(as)
  return { as, path }
}
