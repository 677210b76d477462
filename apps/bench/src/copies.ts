import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetRecords } from '@corpuscope/corpus'
import { type PlantedRow, planted, readTruth, scored } from './planted.ts'

/** A program that finds near duplicates, from JSON lines to pairs, as a whole process. */
interface CopiesRow {
  readonly name: string
  readonly documents: number
  readonly seconds: number
  readonly megabytes: number
  /** Of planted pairs at 0.7 or more; of a program that gives no pairs, of copies that it removed. */
  readonly recall: number
}

const rounds = 3
/** Where the peers are set. */
const threshold = 0.7
const scripts = ['neardup_rensa.py', 'neardup_datasketch.py', 'neardup_textdedup.py']

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** Where the peers' scripts are, and a Python that has their packages. */
interface Peers {
  readonly scripts: string
  readonly python: string
}

/**
 * What audits find of planted copies, and `corpuscope pairs` beside the peers that are installed, turn by turn on the same corpus.
 *
 * @param folders  each as `planted` takes it
 * @returns        also as lines to print
 */
export async function plantedCopies(main: string, folders: readonly string[], peers: Peers | undefined) {
  const found: PlantedRow[] = []
  const programs: CopiesRow[] = []
  for (const folder of folders) {
    found.push(...(await planted(main, folder)))
    programs.push(...(await inTurn(main, folder, peers)))
  }
  const lines = [
    ...(found.length > 0 ? ['', 'planted copies   documents  threshold  recall  precision  purity of groups  seconds    MB'] : []),
    ...found.map(
      ({ documents, threshold: from, recall, precision, purity, seconds, megabytes }) =>
        `${String(documents).padStart(26)}${String(from).padStart(11)}${recall.toFixed(4).padStart(8)}${precision.toFixed(4).padStart(11)}${purity.toFixed(4).padStart(18)}${seconds.toFixed(1).padStart(9)}${String(megabytes).padStart(6)}`,
    ),
    ...(programs.length > 0 ? ['', 'from JSON lines to pairs  documents  recall at 0.7  seconds    MB'] : []),
    ...programs.map(
      ({ name, documents, recall, seconds, megabytes }) =>
        `${name.padEnd(26)}${String(documents).padStart(9)}${recall.toFixed(4).padStart(15)}${seconds.toFixed(2).padStart(9)}${String(megabytes).padStart(6)}`,
    ),
  ]
  return { lines, found, programs }
}

async function inTurn(main: string, folder: string, peers: Peers | undefined): Promise<CopiesRow[]> {
  const turns = new Map<string, CopiesRow[]>()
  for (let round = 0; round < rounds; round++) {
    const theirs = peers ? scripts.map((script) => peerOf(peers, script, folder)) : []
    for (const row of [await pairsOf(main, folder), ...theirs]) if (row) turns.set(row.name, [...(turns.get(row.name) ?? []), row])
  }
  return [...turns.values()].map((rows) => ({
    ...rows[0]!,
    seconds: middle(rows.map(({ seconds }) => seconds)),
    megabytes: middle(rows.map(({ megabytes }) => megabytes)),
  }))
}

async function pairsOf(main: string, folder: string): Promise<CopiesRow> {
  const out = join(tmpdir(), `corpuscope-copies-${process.pid}.parquet`)
  try {
    // In worker threads too, which have no peak of their own: the main one says it last.
    const peak = "process.on('exit', () => console.error(process.resourceUsage().maxRSS))"
    const start = performance.now()
    const args = ['--import', `data:text/javascript,${peak}`, main, 'pairs', join(folder, 'corpus.jsonl'), '-o', out]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    const seconds = (performance.now() - start) / 1000
    if (status !== 0) throw new Error(`corpuscope pairs ended with ${status}: ${stderr}`)
    const documents = Number(/ of ([\d,]+) documents/.exec(stdout)![1]!.replaceAll(',', ''))
    const { recall } = scored(await parquetRecords(out), readTruth(folder), threshold)
    return { name: 'corpuscope pairs', documents, seconds, megabytes: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024), recall }
  } finally {
    rmSync(out, { force: true })
  }
}

/** Undefined where a peer is not installed. */
function peerOf({ scripts: from, python }: Peers, script: string, folder: string): CopiesRow | undefined {
  const args = [join(from, script), join(folder, 'corpus.jsonl'), '--truth', join(folder, 'truth')]
  const { status, stdout } = spawnSync(python, args, { encoding: 'utf8' })
  if (status !== 0) return undefined
  const said = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number>
  const name = script.replace(/^.*_|\.py$/g, '')
  const { docs: documents, process_seconds: seconds, peak_rss_MB: megabytes, recall = said['recall_docs'] } = said
  return { name, documents: documents!, seconds: seconds!, megabytes: Math.round(megabytes!), recall: recall! }
}
