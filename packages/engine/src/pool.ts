import { Worker } from 'node:worker_threads'
import { CorpusError, type SuiteOptions, type UsageError } from '@corpuscope/core'
import type { InputPlan, Shard } from '@corpuscope/corpus'

/** What a worker is started with: plain data. */
export interface WorkerTask {
  readonly suiteUrl: string
  readonly suite: SuiteOptions
  readonly plan: InputPlan
  readonly wanted?: ReadonlySet<string>
}

export type Reply =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'state'; readonly state: readonly Uint8Array[]; readonly matched: readonly string[] }

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | Reply
  | { readonly kind: 'failed'; readonly usage: boolean; readonly message: string; readonly stack: string }

export interface Pool {
  run(shards: readonly Shard[]): AsyncIterable<Reply>
}

/**
 * Worker threads that each take shards from one queue into a state of their own and hand it over when the queue is empty. Which
 * worker took which shard never shows in the result: that is what the laws are for.
 */
export function startPool(task: WorkerTask, threads: number, signal?: AbortSignal): Pool {
  return {
    async *run(shards) {
      const queue = [...shards]
      const replies: Reply[] = []
      let wake = (): void => undefined
      let failure: unknown
      let running = threads
      const workers = Array.from({ length: threads }, () => {
        // Room for young objects: views of documents die young, and collecting them often costs a tenth of the pass.
        const worker = new Worker(new URL('./worker.js', import.meta.url), {
          workerData: task,
          resourceLimits: { maxYoungGenerationSizeMb: 64 },
        })
        worker.on('message', (message: WorkerMessage) => {
          if (message.kind === 'ready') worker.postMessage(queue.shift() ?? null)
          else if (message.kind === 'failed') failure ??= revive(message)
          else {
            replies.push(message)
            if (message.kind === 'state') running--
          }
          wake()
        })
        worker.on('error', (error) => {
          failure ??= error
          wake()
        })
        worker.on('exit', (code) => {
          if (code !== 0) failure ??= new Error(`a worker thread ended with code ${code}`)
          wake()
        })
        return worker
      })
      const stop = (): void => {
        failure ??= signal?.reason
        wake()
      }
      signal?.addEventListener('abort', stop)
      try {
        while (running > 0 || replies.length > 0) {
          if (failure) throw failure
          const reply = replies.shift()
          if (reply) yield reply
          else await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        signal?.removeEventListener('abort', stop)
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
