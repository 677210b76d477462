import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Document } from '@corpuscope/core'
import { onTestFinished } from 'vitest'
import { type InputPlan, planInput, type ReadOptions, readShard } from '../src/index.ts'

/** Writes files below a new temporary folder that goes when the test is over, and returns the folder. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-corpus-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export interface Read {
  readonly plan: InputPlan
  readonly documents: Document[]
  /** `[what, file, line]`, or `[what, file]` where there is no line. */
  readonly unread: (string | number)[][]
  readonly matched: string[]
  readonly bytes: number
}

export async function readPlan(plan: InputPlan): Promise<Read> {
  const documents: Document[] = []
  const unread: (string | number)[][] = []
  const matched: string[] = []
  let bytes = 0
  for (const shard of plan.shards) {
    bytes += await readShard(plan, shard, {
      document: (document) => void documents.push(document),
      unread: (what, file, line) => unread.push(line === undefined ? [what, file] : [what, file, line]),
      matched: (key) => matched.push(key),
    })
  }
  return { plan, documents, unread, matched, bytes }
}

export async function readAll(
  inputs: string | readonly string[],
  options: ReadOptions = {},
  limits: { shardBytes?: number; recordBytes?: number } = {},
): Promise<Read> {
  return readPlan(await planInput(typeof inputs === 'string' ? [inputs] : inputs, options, limits))
}

/** One file of that content, read. */
export const readFile = (name: string, content: string | Uint8Array, options: ReadOptions = {}, limits = {}): Promise<Read> =>
  readAll(join(folderOf({ [name]: content }), name), options, limits)

export const lines = (...records: unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')

const pipeMaker = 'mkfifo'
/** A named pipe: opening it waits for a writer that never comes. */
export const makePipe = (path: string): Buffer => execFileSync(pipeMaker, [path])
