import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arch, platform } from 'node:process'
import {
  type Audit,
  analysesOf,
  type Companions,
  type Conclusion,
  ConfigError,
  CorpusError,
  concludeState,
  drawnKey,
  keyFrom,
  mergeStates,
  type PartialEnvelope,
  type Rows,
  type Run,
  runVersion,
  type State,
  type Suite,
  shownPath,
  tableCsv,
  UsageError,
  unread,
} from '@corpuscope/core'
import { type InputPlan, planInput } from '@corpuscope/corpus'
import { files, isAuditFolder, replaceFolder } from './folder.ts'
import { drawKeys } from './limit.ts'
import { defaultThreads, type Observed, observeAll, type Progress } from './observe.ts'
import { assertSameRecipe, type PartialFolder, readPartial, writePartial } from './partials.ts'
import { type CompanionInput, provenanceOptions, type Recipe, type SuiteSource } from './plan.ts'
import type { KeptTexts } from './texts.ts'

/** Bytes a shard: small enough that two threads share a corpus of notes, large enough that messages cost nothing. */
export const shardBytes = 1 << 20
/** With `--shard k/n` the input is cut finer, so that n machines get even parts of a small corpus too. */
const fineShardBytes = 1 << 16

const companionRoles = ['against', 'holdout'] as const
type CompanionRole = (typeof companionRoles)[number]

export interface Hooks {
  /** The input was looked at: what it was taken for. */
  readonly onPlan?: (plan: InputPlan) => void
  /** So was a corpus that stands beside it. */
  readonly onCompanion?: (role: CompanionRole, plan: InputPlan) => void
  readonly onRead?: Progress
  readonly onStep?: (id: string, done: number, of: number) => void
  readonly signal?: AbortSignal
}

export interface RunOptions extends Hooks {
  readonly inputs: readonly string[]
  readonly recipe: Recipe
  readonly suite: SuiteSource
  readonly version: string
  readonly threads?: number
}

/** A phase's name and how long it took, for `run.json`. */
type Phase = Run['phases'][number]

export interface AuditResult {
  readonly audit: Audit
  readonly run: Run
  readonly plan?: InputPlan
}

/** Adds what is made from a finished audit, such as the page, to its folder before it is swapped in. */
export type Extra = (folder: string, audit: Audit) => Promise<void>

/**
 * Audits a corpus and writes the audit folder.
 *
 * @throws CorpusError | ConfigError for what the person can mend; nothing is written then and the previous audit stays
 */
export async function auditCorpus(
  options: RunOptions & { readonly out: string; readonly extra?: Extra /** The folder holds the texts too. */; readonly texts?: KeptTexts },
): Promise<AuditResult> {
  const clock = startClock()
  const given = options.recipe
  const recipe: Recipe = { ...given, suite: { ...given.suite, key: given.suite.key ?? drawnKey() } }
  const suite = options.suite.create(recipe.suite)
  const plan = await planInput(options.inputs, recipe.read, { shardBytes })
  options.onPlan?.(plan)
  clock.lap('plan')
  const { state, matched } = await observeInput({ ...options, recipe }, suite, plan)
  const companions: Companions = {}
  for (const role of companionRoles) {
    const input = recipe[role]
    if (input) companions[role] = await observeCompanion({ ...options, recipe }, suite, role, input)
  }
  if (plan.labels && matched.size === 0)
    throw new CorpusError(
      `${recipe.read.labels}: no row belongs to a document of the input. Its key column has to hold document ids or file names.`,
    )
  clock.lap('observe')
  const { audit, run } = await concludeInto(
    options.out,
    suite,
    recipe,
    { state, companions },
    options,
    clock,
    options.inputs,
    options.threads ?? defaultThreads(plan.bytes),
    async (folder, made, rows) => {
      if (options.texts) await (await import('./texts.ts')).writeTexts(join(folder, files.texts), plan, rows, options.texts)
      await options.extra?.(folder, made)
    },
  )
  return { audit, run, plan }
}

/** Observes a corpus, or part k of n of it, and writes the partial. */
export async function observeCorpus(
  options: RunOptions & { readonly out: string; readonly part?: { readonly k: number; readonly n: number }; readonly secret?: string },
): Promise<PartialEnvelope> {
  const suite = options.suite.create(options.recipe.suite)
  const { part } = options
  const whole = await planInput(options.inputs, options.recipe.read, { shardBytes: part ? fineShardBytes : shardBytes })
  const plan = part ? { ...whole, shards: whole.shards.filter((_, i) => i % part.n === part.k - 1) } : whole
  options.onPlan?.(plan)
  if (options.recipe.limit !== undefined)
    throw new ConfigError('--limit draws from the whole corpus and cannot be used with observe. Audit without shards, or drop --limit.')
  const { state } = await observeInput(options, suite, plan)
  return writePartial(options.out, suite, options.recipe, options.version, state, options.secret)
}

/** Merges partials into one. */
export async function mergePartials(
  folders: readonly string[],
  out: string,
  source: SuiteSource,
  version: string,
  secret?: string,
): Promise<PartialEnvelope> {
  const { suite, recipe, state } = await mergedState(folders, source, version, secret)
  return writePartial(out, suite, recipe, version, state, secret)
}

/** Concludes partials to an audit folder: the same bytes of `audit.json` as one audit of the whole. */
export async function concludePartials(
  folders: readonly string[],
  options: {
    readonly out: string
    readonly suite: SuiteSource
    readonly version: string
    readonly extra?: Extra
    /** Partials of the corpora that stand beside, for parts that were observed to be compared. */
    readonly companions?: { readonly [role in CompanionRole]?: readonly string[] }
    /** What the parts were encrypted with. */
    readonly secret?: string
  } & Hooks,
): Promise<AuditResult> {
  const clock = startClock()
  const { suite, recipe, state } = await mergedState(folders, options.suite, options.version, options.secret)
  const companions: Companions = {}
  for (const role of companionRoles) {
    const parts = options.companions?.[role] ?? []
    if (parts.length > 0 !== Boolean(recipe.suite[role]))
      throw new UsageError(
        parts.length > 0
          ? `--${role}: the parts of the corpus were not observed to be compared. Observe all parts with "--comparing ${role}".`
          : `The parts were observed to be compared: give the parts of the other corpus with --${role}.`,
      )
    if (parts.length === 0) continue
    const theirs = await mergedState(parts, options.suite, options.version, options.secret)
    if (JSON.stringify(theirs.recipe.suite) !== JSON.stringify(recipe.suite))
      throw new UsageError(`${parts[0]}: was observed with another suite than ${folders[0]}. Observe both corpora with the same options.`)
    companions[role] = theirs.state
  }
  clock.lap('merge')
  return concludeInto(options.out, suite, recipe, { state, companions }, options, clock, folders, 1, options.extra)
}

async function mergedState(
  folders: readonly string[],
  source: SuiteSource,
  version: string,
  secret: string | undefined,
): Promise<{ suite: Suite; recipe: Recipe; state: State }> {
  const parts: (PartialFolder & { folder: string })[] = []
  for (const folder of folders) parts.push({ folder, ...(await readPartial(folder, version, secret)) })
  assertSameRecipe(parts)
  const { recipe: written, state } = parts[0]!
  const key = secret === undefined ? undefined : keyFrom(secret)
  const recipe: Recipe = { ...written, suite: { ...written.suite, ...(key && { key }) } }
  const suite = source.create(recipe.suite)
  for (const part of parts.slice(1)) mergeStates(suite, state, part.state)
  return { suite, recipe, state }
}

/** Observes the input of a run. */
export async function observeInput(options: RunOptions, suite: Suite, plan: InputPlan): Promise<Observed> {
  if (analysesOf(suite).length === 0) throw new ConfigError('There is nothing to measure: the suite has no analysis left.')
  const { recipe, threads = defaultThreads(plan.bytes), onRead: onProgress, signal } = options
  const wanted = recipe.limit === undefined ? undefined : await drawKeys(plan, recipe.limit)
  return observeAll(options.suite, suite, recipe, plan, { threads, wanted, onProgress, signal })
}

async function observeCompanion(
  { suite: source, recipe, threads, signal, onCompanion }: RunOptions,
  suite: Suite,
  role: CompanionRole,
  { paths, read }: CompanionInput,
): Promise<State> {
  const plan = await planInput(paths, read, { shardBytes })
  onCompanion?.(role, plan)
  const { state } = await observeAll(source, suite, recipe, plan, {
    threads: threads ?? defaultThreads(plan.bytes),
    wanted: undefined,
    signal,
  })
  refuseBadShare(state, recipe.maxBad)
  return state
}

async function concludeInto(
  out: string,
  suite: Suite,
  recipe: Recipe,
  { state, companions }: { readonly state: State; readonly companions: Companions },
  { version, onStep, signal }: { readonly version: string } & Hooks,
  clock: Clock,
  inputs: readonly string[],
  threads: number,
  extra: ((folder: string, audit: Audit, rows: Rows) => Promise<void>) | undefined,
): Promise<AuditResult> {
  refuseBadShare(state, recipe.maxBad)
  const conclusion: Conclusion = await concludeState(suite, state, {
    version,
    seed: recipe.seed,
    options: provenanceOptions(recipe),
    keepFields: recipe.keepFields,
    dropFields: recipe.dropFields,
    ...(recipe.read.labelField !== undefined && { labelField: recipe.read.labelField }),
    companions,
    ...(recipe.limit !== undefined && { limit: recipe.limit }),
    onStep(id, done, of) {
      signal?.throwIfAborted()
      onStep?.(id, done, of)
    },
  })
  clock.lap('conclude')
  let run: Run | undefined
  await replaceFolder(out, isAuditFolder, async (folder) => {
    await writeFile(join(folder, files.audit), `${JSON.stringify(conclusion.audit, null, 1)}\n`)
    // Loaded now, not at the start: the first words of a run should not wait for a Parquet writer.
    const { writeTables } = await import('./parquet.ts')
    await writeTables(folder, conclusion)
    for (const [name, bytes] of conclusion.kept) await writeFile(join(folder, name), bytes)
    for (const table of conclusion.audit.tables) if (table.file !== undefined) await writeFile(join(folder, table.file), tableCsv(table))
    clock.lap('write')
    await extra?.(folder, conclusion.audit, conclusion.rows)
    if (extra) clock.lap('report')
    signal?.throwIfAborted()
    run = {
      schema: runVersion,
      started: clock.started,
      seconds: clock.seconds(),
      phases: clock.phases,
      threads,
      node: process.version,
      platform: `${platform} ${arch}`,
      inputs: inputs.map((input) => shownPath(input, (part) => suite.reveals?.('', part) ?? suite.namesPerson?.(part, '') ?? false)),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    }
    await writeFile(join(folder, files.run), `${JSON.stringify(run, null, 1)}\n`)
  })
  return { audit: conclusion.audit, run: run! }
}

export function refuseBadShare(state: State, maxBad: number): void {
  const bad = unread.total(state.unread)
  const all = bad + state.run.keys.length
  if (bad === 0 || bad / all <= maxBad) return
  const [what, { count, places }] = [...state.unread].sort((a, b) => b[1].count - a[1].count)[0]!
  const first = places[0]!
  const where = first.line > 0 ? `${first.file} line ${first.line}` : first.file
  throw new CorpusError(
    `${bad} of ${all} records cannot be read, more than input.maxBad (${maxBad}) allows: ${count} times "${what}", first at ${where}. Mend them, or allow more with --max-bad.`,
  )
}

interface Clock {
  readonly started: string
  readonly phases: Phase[]
  lap(name: string): void
  seconds(): number
}

function startClock(): Clock {
  const start = performance.now()
  let last = start
  const phases: Phase[] = []
  const seconds = (from: number): number => Math.round(performance.now() - from) / 1000
  return {
    started: new Date().toISOString(),
    phases,
    lap(name) {
      phases.push({ name, seconds: seconds(last) })
      last = performance.now()
    },
    seconds: () => seconds(start),
  }
}
