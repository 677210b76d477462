/** Entry of a worker thread: loads the suite by its module's URL and observes shards until there are no more. */
import { parentPort, workerData } from 'node:worker_threads'
import { createState, observer, type Suite, type SuiteOptions, UsageError, writeState } from '@corpuscope/core'
import { observeShard } from './observe.ts'
import { takeShard, type WorkerMessage, type WorkerTask } from './pool.ts'

const port = parentPort!
const { suiteUrl, suite: options, plan, wanted, next } = workerData as WorkerTask
const say = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, [...transfer])

const failed = (error: unknown): void => {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  say({ kind: 'failed', usage: error instanceof UsageError, message, stack })
}

/** Buffers that are one piece alone go over as they are; one that several pieces share is copied. */
function buffersOf(pieces: readonly Uint8Array[]): ArrayBuffer[] {
  const seen = new Map<ArrayBufferLike, number>()
  for (const { buffer } of pieces) seen.set(buffer, (seen.get(buffer) ?? 0) + 1)
  return pieces
    .filter(({ buffer, byteLength }) => seen.get(buffer) === 1 && byteLength === buffer.byteLength)
    .map(({ buffer }) => buffer as ArrayBuffer)
}

async function start(): Promise<void> {
  const { createSuite } = (await import(suiteUrl)) as { createSuite: (options: SuiteOptions) => Suite }
  const suite = createSuite(options)
  const state = createState(suite)
  const observe = observer(suite, state)
  const matched = new Set<string>()
  for (let shard = takeShard(plan, next); shard; shard = takeShard(plan, next))
    say({ kind: 'progress', bytes: await observeShard(suite, plan, shard, state, observe, wanted, matched) })
  const pieces = writeState(state)
  say({ kind: 'state', state: pieces, matched: [...matched] }, buffersOf(pieces))
}

start().catch(failed)
