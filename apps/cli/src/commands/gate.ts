import { appendFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Audit, ConfigError, type Policy, policySchema, type Verdict } from '@corpuscope/core'
import { files, readAudit } from '@corpuscope/engine'
import {
  calibrate,
  calibrationText,
  checkPolicy,
  digestOf,
  evaluate,
  extendedPolicy,
  formats,
  formatted,
  judgeFindings,
  verdictText,
} from '@corpuscope/gate'
import { type AuditTables, auditTables, inFolder } from '../audit-tables.ts'
import { defaultBaseline, readBaseline, writeBaseline } from '../baseline-file.ts'
import { loadConfig, loadPolicy } from '../config-file.ts'
import { knownMeasures, knownRules } from '../known.ts'
import { writePage } from '../page.ts'
import { colors, print, say, width } from '../terminal.ts'
import { version } from '../version.ts'

export interface GateOptions {
  policy?: string
  preset: string[]
  baseline?: string
  updateBaseline?: boolean
  format?: string
  output: string[]
  corpusPath?: string
  history?: string
  calibrate?: boolean
  json?: boolean
  quiet?: boolean
}

/** `corpuscope gate`: several audits, such as one a language, are each judged by the same policy; the worst exit code counts. */
export async function gate([folders]: readonly [readonly string[]], options: GateOptions): Promise<number> {
  if (folders.length === 1) return gateOne(folders[0]!, options)
  const { output, baseline, updateBaseline, calibrate: calibrating, json, format = 'text' } = options
  if (output.length > 0 || baseline !== undefined || updateBaseline || calibrating || json || !['text', 'github'].includes(format))
    throw new ConfigError(
      'gate: several audits are judged by the policy alone and printed as text or github. Judge them one by one for a baseline, files or JSON.',
    )
  const exits: number[] = []
  for (const folder of folders) {
    if (!options.quiet && format === 'text') print(`${colors.bold(folder)}\n`)
    exits.push(await gateOne(folder, options))
  }
  return exits.includes(3) ? 3 : Math.max(...exits)
}

/** The verdict on one audit goes to stdout and files, beside the audit, and onto its page. */
async function gateOne(folder: string, options: GateOptions): Promise<number> {
  const { json, quiet, format = json ? 'json' : 'text' } = options
  const outputs = options.output.map(outputOf)
  if (!formats.includes(format)) formatted(format, {} as never)
  const { audit } = await readAudit(folder)
  const policy = await policyFor(audit, options)
  const tables = await auditTables(inFolder(folder))
  if (options.calibrate) {
    const calibration = calibrate(policy, audit, { columns: tables.columns })
    print(json ? JSON.stringify(calibration, null, 1) : calibrationText(calibration).trimEnd())
    return 0
  }
  const baseline = options.updateBaseline
    ? await writeBaseline(options.baseline ?? defaultBaseline, audit, folder)
    : options.baseline === undefined
      ? undefined
      : await readBaseline(options.baseline)
  if (!baseline) refuseWithout(policy)
  const today = new Date().toISOString().slice(0, 10)
  const grounds = { ...groundsOf(tables), ...(baseline && { baseline }), today }
  const verdict = evaluate(policy, audit, grounds)
  await writeFile(join(folder, files.verdict), `${JSON.stringify(verdict, null, 1)}\n`)
  await writePage(join(folder, files.report), folder, { audit, verdict })
  const findings = judgeFindings(policy, grounds.findings ?? audit.findings, baseline, today)
  const reported = { verdict, audit, findings, version, ...(options.corpusPath !== undefined && { corpusPath: options.corpusPath }) }
  for (const { as, path } of outputs) await writeFile(path, formatted(as, reported))
  const summary = process.env['GITHUB_STEP_SUMMARY']
  if (format === 'github' && summary) await appendFile(summary, formatted('markdown', reported))
  if (options.history !== undefined) await appendFile(options.history, historyLine(audit, verdict))
  if (options.updateBaseline && !quiet) say(`baseline written: ${options.baseline ?? defaultBaseline}`)
  if (!quiet) {
    if (format === 'text') print(verdictText(verdict, { color: colors.isColorSupported, width: width() }))
    else process.stdout.write(formatted(format, reported))
  }
  return verdict.exit
}

/** The policy of `--policy` or the nearest corpuscope.yaml and of `--preset`, with all that it extends, checked. */
export async function policyFor(
  audit: Audit,
  { policy: file, preset }: Pick<GateOptions, 'policy' | 'preset'>,
  empty: 'refuse' | 'allow' = 'refuse',
): Promise<Policy> {
  const { gate: own, file: found, locate } = await loadConfig(file)
  const given = typeof own.extends === 'string' ? [own.extends] : (own.extends ?? [])
  try {
    const beside = (path: string) => loadPolicy(resolve(dirname(found ?? '.'), path))
    const policy = await extendedPolicy({ ...own, extends: [...preset, ...given] }, beside)
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
  if (!formats.includes(as)) formatted(as, {} as never)
  return { as, path }
}

function historyLine(audit: Audit, verdict: Verdict): string {
  const measures = audit.estimates
    .filter(({ facet, part, corpus, value }) => value !== null && !facet && part === undefined && corpus === undefined)
    .map(({ measure, value, interval }) => ({ measure, value, interval }))
  return `${JSON.stringify({ time: new Date().toISOString(), hash: audit.corpus.hash, documents: audit.corpus.documents, version: audit.provenance.version, exit: verdict.exit, measures })}\n`
}
