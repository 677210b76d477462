import { join } from 'node:path'
import { keyFrom, UsageError } from '@corpuscope/core'
import { concludePartials, mergePartials, observeCorpus } from '@corpuscope/engine'
import { plural } from '../format.ts'
import { interruptible } from '../interrupt.ts'
import { writePage } from '../page.ts'
import { type ReadingOptions, recipeFrom, suiteSource } from '../reading.ts'
import { keySecret } from '../secret.ts'
import { print, say } from '../terminal.ts'
import { version } from '../version.ts'
import { showResult } from './audit.ts'

interface ObserveOptions extends ReadingOptions {
  out: string
  shard?: string
  comparing?: string[]
  keyFile?: string
  quiet?: boolean
}

/** `corpuscope observe`. */
export async function observe(
  [inputs]: readonly [readonly string[]],
  { out, shard, comparing = [], keyFile, quiet, ...reading }: ObserveOptions,
): Promise<number> {
  if (reading.against || reading.holdout)
    throw new UsageError(
      'observe reads one corpus. Observe the other one by itself, both with "--comparing against", and give its parts to "conclude --against".',
    )
  const { recipe: asked, threads } = await recipeFrom(reading)
  const secret = keySecret(keyFile)
  const recipe = { ...asked, suite: { ...asked.suite, ...comparedTo(comparing), ...(secret !== undefined && { key: keyFrom(secret) }) } }
  const part = shard === undefined ? {} : { part: partOf(shard) }
  const envelope = await interruptible((signal) =>
    observeCorpus({
      inputs,
      recipe,
      suite: suiteSource,
      version,
      out,
      ...threads,
      ...part,
      ...(secret !== undefined && { secret }),
      signal,
      onPlan(plan) {
        if (!quiet) say(plan.said)
      },
    }),
  )
  if (!quiet) {
    print(`${plural(envelope.documents, 'document')} observed: ${out}`)
    if (secret === undefined)
      say(`${out} holds words of the corpus: keep it where the corpus is, or set CORPUSCOPE_KEY and it is encrypted.`)
  }
  return 0
}

function comparedTo(roles: readonly string[]): { against?: true; holdout?: true } {
  const stranger = roles.find((role) => role !== 'against' && role !== 'holdout')
  if (stranger !== undefined) throw new UsageError(`--comparing: "against" or "against,holdout" is wanted, but got "${stranger}".`)
  return Object.fromEntries(roles.map((role) => [role, true]))
}

function partOf(text: string): { k: number; n: number } {
  const [k, n] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).slice(1).map(Number)
  if (!k || !n || k > n) throw new UsageError(`--shard: k/n with k from 1 to n is wanted, such as 2/7, but got "${text}".`)
  return { k, n }
}

/** `corpuscope merge`. */
export async function merge(
  [folders]: readonly [readonly string[]],
  { out, keyFile, quiet }: { out: string; keyFile?: string; quiet?: boolean },
): Promise<number> {
  const envelope = await mergePartials(folders, out, suiteSource, version, keySecret(keyFile))
  if (!quiet) print(`${plural(envelope.documents, 'document')} merged: ${out}`)
  return 0
}

/** `corpuscope conclude`. */
export async function conclude(
  [folders]: readonly [readonly string[]],
  {
    out,
    json = false,
    quiet = false,
    keyFile,
    ...companions
  }: { out: string; keyFile?: string; json?: boolean; quiet?: boolean; against?: string[]; holdout?: string[] },
): Promise<number> {
  const secret = keySecret(keyFile)
  const result = await interruptible((signal) =>
    concludePartials(folders, {
      out,
      ...(secret !== undefined && { secret }),
      suite: suiteSource,
      version,
      signal,
      companions,
      extra: (folder, made) => writePage(join(folder, 'report.html'), folder, { audit: made }),
    }),
  )
  showResult(result, out, { json, quiet })
  return 0
}
