/** Entry of a worker thread: loads the suite by its module's URL and observes shards until there are no more. */
import { parentPort, workerData } from 'node:worker_threads'
import { createState, observer, type Suite, type SuiteOptions, UsageError, writeState } from '@corpuscope/core'
import type { Shard } from '@corpuscope/corpus'
import { observeShard } from './observe.ts'
import type { WorkerMessage, WorkerTask } from './pool.ts'

const port = parentPort!
const { suiteUrl, suite: options, plan, wanted } = workerData as WorkerTask
const say = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, [...transfer])

const failed = (error: unknown): void => {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  say({ kind: 'failed', usage: error instanceof UsageError, message, stack })
}

async function start(): Promise<void> {
  const { createSuite } = (await import(suiteUrl)) as { createSuite: (options: SuiteOptions) => Suite }
  const suite = createSuite(options)
  const state = createState(suite)
  const observe = observer(suite, state)
  const matched = new Set<string>()
  const take = async (shard: Shard | null): Promise<void> => {
    if (shard === null) {
      const bytes = new Uint8Array(writeState(state))
      say({ kind: 'state', state: bytes, matched: [...matched] }, [bytes.buffer])
      return
    }
    say({ kind: 'progress', bytes: await observeShard(plan, shard, state, observe, wanted, matched) })
    say({ kind: 'ready' })
  }
  port.on('message', (shard: Shard | null) => take(shard).catch(failed))
  say({ kind: 'ready' })
}

start().catch(failed)
