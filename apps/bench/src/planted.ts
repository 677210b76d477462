import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetRecords } from '@corpuscope/corpus'

/** How the copies that an audit finds stand to those that were planted. */
export interface PlantedRow {
  readonly documents: number
  readonly threshold: number
  /** Planted pairs at or above the threshold that are found, copies of equal texts expanded. */
  readonly recall: number
  /** Listed pairs at or above the threshold, shared forms left out, that were planted: at whatever rate of edits. */
  readonly precision: number
  /** Of the whole process, and a document. */
  readonly seconds: number
  readonly megabytes: number
  /** Documents in groups of copies of which all members are of one planted family. */
  readonly purity: number
}

const thresholds = [0.5, 0.7, 0.8, 0.9]

/**
 * Audits a corpus with planted copies by the command and scores what it found.
 *
 * @param folder  `corpus.jsonl`, `truth/near_pairs.tsv` (a, b, rate of edits, kind, Jaccard similarity) and `truth/exact.jsonl`
 */
export async function planted(main: string, folder: string): Promise<readonly PlantedRow[]> {
  const out = join(tmpdir(), `corpuscope-planted-${process.pid}`)
  try {
    const only = 'exact-duplicates,near-duplicates'
    const { status } = spawnSync(process.execPath, [main, 'audit', join(folder, 'corpus.jsonl'), '--only', only, '-o', out, '--quiet'], {
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error(`the audit of ${folder} ended with ${status}`)
    const pairs = await parquetRecords(join(out, 'pairs.parquet'))
    const documents = await parquetRecords(join(out, 'documents.parquet'))
    const truth = readTruth(folder)
    const purity = purityOf(documents, truth)
    const { seconds, peakMegabytes } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as { seconds: number; peakMegabytes: number }
    return thresholds.map((threshold) => ({
      documents: documents.length,
      threshold,
      seconds,
      megabytes: peakMegabytes,
      ...scored(pairs, truth, threshold),
      purity,
    }))
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

interface Truth {
  /** Pair -> exact similarity; equal texts have 1. */
  readonly pairs: ReadonlyMap<string, number>
  /** The first of the planted family of a document. */
  family(id: string): string
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

export function readTruth(folder: string): Truth {
  const pairs = new Map<string, number>()
  for (const line of readFileSync(join(folder, 'truth/near_pairs.tsv'), 'utf8').trimEnd().split('\n').slice(1)) {
    const [a, b, , , similarity] = line.split('\t') as [string, string, string, string, string]
    pairs.set(pairOf(a, b), Number(similarity))
  }
  for (const line of readFileSync(join(folder, 'truth/exact.jsonl'), 'utf8').trimEnd().split('\n')) {
    const { group } = JSON.parse(line) as { group: string[] }
    for (const a of group) for (const b of group) if (a < b) pairs.set(pairOf(a, b), 1)
  }
  const leader = new Map<string, string>()
  const family = (id: string): string => {
    let at = id
    while (leader.has(at)) at = leader.get(at)!
    return at
  }
  for (const pair of pairs.keys()) {
    const [a, b] = pair.split(' ').map(family) as [string, string]
    if (a !== b) leader.set(b, a)
  }
  return { pairs, family }
}

type Records = Awaited<ReturnType<typeof parquetRecords>>

export function scored(pairs: Records, truth: Truth, threshold: number): { recall: number; precision: number } {
  const equals = new Map<string, Set<string>>()
  for (const { a, b, jaccard } of pairs)
    if (jaccard === 1)
      for (const [one, other] of [
        [String(a), String(b)],
        [String(b), String(a)],
      ] as const)
        equals.set(one, (equals.get(one) ?? new Set([one])).add(other))
  const found = new Set<string>()
  for (const { a, b, kind, jaccard } of pairs) {
    if (Number(jaccard) < threshold || kind === 'shared form') continue
    for (const one of equals.get(String(a)) ?? [String(a)])
      for (const other of equals.get(String(b)) ?? [String(b)]) if (one !== other) found.add(pairOf(one, other))
  }
  const wanted = [...truth.pairs].filter(([, similarity]) => similarity >= threshold)
  const hits = wanted.filter(([pair]) => found.has(pair)).length
  const right = [...found].filter((pair) => truth.pairs.has(pair)).length
  return { recall: hits / wanted.length, precision: right / found.size }
}

function purityOf(documents: Records, truth: Truth): number {
  const groups = new Map<unknown, string[]>()
  for (const { id, 'duplicate-group': group } of documents)
    if (group !== null && group !== undefined) groups.set(group, [...(groups.get(group) ?? []), String(id)])
  let grouped = 0
  let pure = 0
  for (const members of groups.values()) {
    grouped += members.length
    if (new Set(members.map(truth.family)).size === 1) pure += members.length
  }
  return pure / grouped
}
