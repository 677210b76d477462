import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { readAudit } from '@corpuscope/engine'
import { baselineOf, compare as compareAudits, comparisonText, digestOf, evaluate, verdictText } from '@corpuscope/gate'
import type { ComparisonInput } from '@corpuscope/report'
import { auditTables, inFolder } from '../audit-tables.ts'
import { pageAssets } from '../page.ts'
import { colors, print, width } from '../terminal.ts'
import { groundsOf, policyFor } from './gate.ts'

/** `corpuscope compare`: what differs, and the exit code that the policy gives the second audit with the first as its baseline. */
export async function compare(
  [first, second]: readonly [string, string],
  { policy: file, preset, json, out }: { policy?: string; preset: string[]; json?: boolean; out?: string },
): Promise<number> {
  const [{ audit: before }, { audit: after }] = [await readAudit(first), await readAudit(second)]
  const [old, now] = [await auditTables(inFolder(first)), await auditTables(inFolder(second))]
  const documents = old.documents && now.documents && { before: old.documents.map(digestOf), after: now.documents.map(digestOf) }
  const comparison = compareAudits(before, after, documents)
  if (out !== undefined) await writeComparison(out, { comparison, before, after, names: namesOf(first, second) })
  const policy = await policyFor(after, { preset, ...(file !== undefined && { policy: file }) }, 'allow')
  // Without a policy a difference is news, not a fault.
  const isJudged = file !== undefined || preset.length > 0 || Object.keys(policy.measures).length + Object.keys(policy.findings).length > 0
  const verdict = isJudged
    ? evaluate(policy, after, { ...groundsOf(now), baseline: baselineOf(before, old.findings ?? before.findings, documents?.before) })
    : undefined
  if (json) print(JSON.stringify({ ...comparison, ...(verdict && { verdict }) }, null, 1))
  else {
    print(comparisonText(comparison))
    if (verdict) print(verdictText(verdict, { color: colors.isColorSupported, width: width() }))
  }
  return verdict?.exit ?? 0
}

async function writeComparison(out: string, input: ComparisonInput): Promise<void> {
  const { renderComparison } = await import('@corpuscope/report')
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, await renderComparison(input, await pageAssets()))
}

/** The folders' own names, or their paths where those are alike. */
function namesOf(first: string, second: string): readonly [string, string] {
  const [before, after] = [basename(resolve(first)), basename(resolve(second))]
  return before === after ? [first, second] : [before, after]
}
