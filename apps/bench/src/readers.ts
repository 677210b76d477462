import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { planInput, readShard } from '@corpuscope/corpus'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { peerReaders } from './peer-readers.ts'

/** What a reader row says: seconds, megabytes of text a second of processor time, and the memory of its own process at its peak. */
export interface ReaderRow {
  readonly name: string
  readonly median: number
  readonly unit: string
  readonly rate: number
  readonly peakMegabytes: number
}

/**
 * Whole passes over a corpus of notes in each format: read, decoded, keyed, counted, and let go. Parquet in groups of 10,000 rows, as
 * hubs write it.
 *
 * @param documents  how many; 1,000,000 is the promise, a tenth of it tells the speed
 */
export function readers(texts: readonly string[], documents: number): ReaderRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-readers-'))
  try {
    const content = writeJsonl(join(folder, 'notes.jsonl'), texts, documents)
    const rows = [
      pass('JSON lines', join(folder, 'notes.jsonl'), content, documents),
      ...peerReaders('jsonl', join(folder, 'notes.jsonl'), content, documents),
    ]
    const tenth = Math.ceil(documents / 10)
    const parts = Math.ceil(documents / tenth)
    for (let part = 0; part < parts; part++) writeParquet(join(folder, `part-${part}.parquet`), texts, tenth, part * tenth)
    rows.push(
      pass('Parquet', join(folder, 'part-*.parquet'), content, parts * tenth),
      ...peerReaders('parquet', join(folder, 'part-*.parquet'), content, parts * tenth),
    )
    const small = writeJsonl(join(folder, 'small.jsonl'), texts, tenth)
    writeFileSync(join(folder, 'small.jsonl.gz'), gzipSync(readFileSync(join(folder, 'small.jsonl')), { level: 6 }))
    rows.push(pass('JSON lines, gz', join(folder, 'small.jsonl.gz'), small, tenth))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The argument with which this program, started again, reads one input and prints how that went. */
export const readerMode = 'read'

interface Pass {
  readonly documents: number
  readonly seconds: number
  readonly cpu: number
  readonly peakMegabytes: number
}

/** Reads an input in a process that does nothing else, so that its peak of memory is its own. */
export async function readOnce(input: string): Promise<Pass> {
  const start = performance.now()
  const began = process.cpuUsage()
  const plan = await planInput([input], {})
  let documents = 0
  for (const shard of plan.shards) await readShard(plan, shard, { document: () => void documents++, unread: fail })
  const { user, system } = process.cpuUsage(began)
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  return { documents, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, peakMegabytes }
}

function pass(name: string, input: string, bytes: number, expected: number): ReaderRow {
  const answer = execFileSync(process.execPath, [process.argv[1]!, readerMode, input], { stdio: ['ignore', 'pipe', 'inherit'] })
  const { documents, seconds, cpu, peakMegabytes } = JSON.parse(answer.toString()) as Pass
  if (documents !== expected) fail(`${name}: ${documents} documents of ${expected}`)
  return {
    name: `reader: ${name}, ${expected} documents, peak ${peakMegabytes} MB, ${cpu.toFixed(1)} s of processor`,
    median: seconds,
    unit: 's',
    rate: bytes / 1e6 / cpu,
    peakMegabytes,
  }
}

function fail(what: string): never {
  throw new Error(what)
}

/** A text a document, about a kilobyte, none like another. */
const textOf = (texts: readonly string[], i: number): string => `${i} ${texts[i % texts.length]!.slice(0, 900)}`

function writeJsonl(file: string, texts: readonly string[], documents: number): number {
  const fd = openSync(file, 'w')
  for (let from = 0; from < documents; from += 1000) {
    const lines = Array.from(
      { length: Math.min(1000, documents - from) },
      (_, i) => `${JSON.stringify({ id: `n${from + i}`, text: textOf(texts, from + i) })}\n`,
    )
    writeSync(fd, lines.join(''))
  }
  closeSync(fd)
  return statSync(file).size
}

function writeParquet(file: string, texts: readonly string[], documents: number, from: number): void {
  const of = <T>(make: (i: number) => T): T[] => Array.from({ length: documents }, (_, i) => make(from + i))
  const columnData = [
    { name: 'id', data: of((i) => `n${i}`), type: 'STRING' as const },
    { name: 'text', data: of((i) => textOf(texts, i)), type: 'STRING' as const },
  ]
  writeFileSync(file, Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 10_000 })))
}
