import { availableParallelism } from 'node:os'
import {
  createState,
  type Document,
  featuresFor,
  mergeStates,
  observer,
  readState,
  type State,
  type Suite,
  shownPath,
  unread,
} from '@corpuscope/core'
import { type InputPlan, readShard, type Shard } from '@corpuscope/corpus'
import type { Recipe, SuiteSource } from './plan.ts'
import { startPool, takeShard } from './pool.ts'
import { withoutNames } from './without-names.ts'

/** Called with the bytes of the input that are done, and how many there are. */
export type Progress = (done: number, of: number) => void

export interface Observed {
  readonly state: State
  /** Rows of the labels table that belong to a document. */
  readonly matched: ReadonlySet<string>
}

/**
 * Input that is worth a thread more. Each worker loads the analyses anew and compiles them as it goes, about three seconds of
 * processor time; notes of this size take one thread about as long. A thread for each whole piece of it.
 */
const bytesAThread = 2 << 20

/** Threads when the person names none: one a core, fewer for a corpus so small that starting them would cost more than they save. */
export const defaultThreads = (bytes: number): number => Math.min(availableParallelism(), Math.max(1, Math.floor(bytes / bytesAThread)))

/**
 * Takes one shard of the input into a state. Where a feature waits for a model or a service, the documents of the shard are collected
 * and given to it first; otherwise each is observed as it is read.
 */
export async function observeShard(
  suite: Suite,
  plan: InputPlan,
  shard: Shard,
  state: State,
  observe: (document: Document, format: string) => void,
  wanted: ReadonlySet<string> | undefined,
  matched: Set<string>,
): Promise<number> {
  const namesPerson = suite.namesPerson ?? (() => false)
  const attaching = featuresFor(suite).flatMap(({ attach }) => attach ?? [])
  const collected: { document: Document; format: string }[] = []
  const bytes = await readShard(plan, shard, {
    document(read, format) {
      if (wanted && !wanted.has(read.key)) return
      const document = withoutNames(read, namesPerson)
      const { encoding } = document.source
      // A guess about bytes is never silent: it is counted with the formats.
      const said = encoding === undefined ? format : `${format}, converted from ${encoding}`
      if (attaching.length > 0) collected.push({ document, format: said })
      else observe(document, said)
    },
    unread: (what, file, line) =>
      unread.add(
        state.unread,
        what,
        shownPath(file, (part) => namesPerson(part, '')),
        line,
      ),
    matched: (key) => matched.add(key),
  })
  for (const attach of attaching) await attach(collected.map(({ document }) => document))
  for (const { document, format } of collected) observe(document, format)
  return bytes
}

/** One pass over shards: in this thread, and on as many workers beside it as were asked for and there are shards for. */
export async function observeAll(
  source: SuiteSource,
  suite: Suite,
  recipe: Recipe,
  plan: InputPlan,
  options: {
    threads: number
    wanted: ReadonlySet<string> | undefined
    onProgress?: Progress | undefined
    signal?: AbortSignal | undefined
  },
): Promise<Observed> {
  const { wanted, onProgress, signal } = options
  const threads = Math.min(options.threads, plan.shards.length)
  const matched = new Set<string>()
  const state = createState(suite)
  const next = new Int32Array(new SharedArrayBuffer(4))
  let done = 0
  const advance = (bytes: number): void => onProgress?.((done += bytes), plan.bytes)
  let stopped = false
  const work = async (): Promise<void> => {
    const observe = observer(suite, state)
    for (let shard = takeShard(plan, next); shard && !stopped; shard = takeShard(plan, next)) {
      signal?.throwIfAborted()
      advance(await observeShard(suite, plan, shard, state, observe, wanted, matched))
      // Signals and what the workers say are heard between shards.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  if (threads <= 1) {
    await work()
    return { state, matched }
  }
  const task = { suiteUrl: source.url.href, suite: recipe.suite, plan, next, ...(wanted && { wanted }) }
  const pool = startPool(task, threads - 1, signal)
  let failure: { readonly reason: unknown } | undefined
  const working = work().catch((reason: unknown) => {
    failure = { reason }
    pool.stop(reason)
  })
  const parts: State[] = []
  try {
    for await (const reply of pool.replies()) {
      if (reply.kind === 'progress') advance(reply.bytes)
      else {
        for (const key of reply.matched) matched.add(key)
        parts.push(readState(reply.state))
      }
    }
  } finally {
    stopped = true
    await working
  }
  // The workers may have been done before this thread failed.
  if (failure) throw failure.reason
  for (const part of parts) mergeStates(suite, state, part)
  return { state, matched }
}
