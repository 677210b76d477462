import { Worker } from 'node:worker_threads'
import { CorpusError, type SuiteOptions, type UsageError } from '@corpuscope/core'
import type { InputPlan, Shard } from '@corpuscope/corpus'

/** What a worker is started with: plain data. */
export interface WorkerTask {
  readonly suiteUrl: string
  readonly suite: SuiteOptions
  readonly plan: InputPlan
  readonly wanted?: ReadonlySet<string>
  /** Number of the next shard that nobody has taken, in memory that all threads share. */
  readonly next: Int32Array
}

/** Takes the next shard of the input; undefined when there is none left. */
export const takeShard = (plan: InputPlan, next: Int32Array): Shard | undefined => plan.shards[Atomics.add(next, 0, 1)]

export type Reply =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'state'; readonly state: readonly Uint8Array[]; readonly matched: readonly string[] }

/** What a worker says. */
export type WorkerMessage = Reply | { readonly kind: 'failed'; readonly usage: boolean; readonly message: string; readonly stack: string }

export interface Pool {
  /** What the workers say, until each has handed its state over. */
  replies(): AsyncIterable<Reply>
  /** Ends them: `replies` throws this. */
  stop(reason: unknown): void
}

/**
 * Worker threads that each take shards into a state of their own and hand it over when there are none left. Which worker took which
 * shard never shows in the result: that is what the laws are for.
 */
export function startPool(task: WorkerTask, threads: number, signal?: AbortSignal): Pool {
  const replies: Reply[] = []
  let wake = (): void => undefined
  let failure: unknown
  let running = threads
  const stop = (reason: unknown): void => {
    failure ??= reason
    wake()
  }
  const workers = Array.from({ length: threads }, () => {
    // Room for young objects: views of documents die young, and collecting them often costs a tenth of the pass.
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    })
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'failed') return stop(revive(message))
      replies.push(message)
      if (message.kind === 'state') running--
      wake()
    })
    worker.on('error', stop)
    worker.on('exit', (code) => {
      if (code !== 0) stop(new Error(`a worker thread ended with code ${code}`))
    })
    return worker
  })
  return {
    stop,
    async *replies() {
      const aborted = (): void => stop(signal?.reason)
      signal?.addEventListener('abort', aborted)
      try {
        while (running > 0 || replies.length > 0) {
          if (failure) throw failure
          const reply = replies.shift()
          if (reply) yield reply
          else await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        signal?.removeEventListener('abort', aborted)
        await Promise.all(workers.map((worker) => worker.terminate()))
      }
    },
  }
}

function revive({ usage, message, stack }: { usage: boolean; message: string; stack: string }): Error {
  const error: UsageError | Error = usage ? new CorpusError(message) : new Error(message)
  error.stack = stack
  return error
}
