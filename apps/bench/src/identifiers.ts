import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanIdentifiers } from '@corpuscope/privacy'

interface IdentifierRow {
  readonly name: string
  readonly median: number
  readonly unit: string
  readonly rate?: number
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
const bytesOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const timedBytes = 4e6
const warmPasses = 3

/** Texts, as often as it takes to be timed. */
function repeated(texts: readonly string[]): readonly string[] {
  const copies = Math.max(1, Math.ceil(timedBytes / bytesOf(texts)))
  return Array.from({ length: copies }, () => texts).flat()
}

/** Seconds of processor time that all detectors take. */
function scanSeconds(texts: readonly string[]): number {
  const start = process.cpuUsage()
  for (const text of texts) scanIdentifiers(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** What the peer reads; ours reads it often enough to be timed. */
const peerBytes = 400_000
const rounds = 3

/**
 * All detectors of direct identifiers on one core, against Presidio's pattern recognisers on the same texts in the same run, turn by turn.
 *
 * @param peers  folder with `pii_presidio.py`, and a Python that has presidio-analyzer; without it no ratio
 */
export function identifiers(texts: readonly string[], peers?: { readonly scripts: string; readonly python: string }): IdentifierRow[] {
  const corpus = repeated(texts)
  const megabytes = bytesOf(corpus) / 1e6
  const pass = (): number => scanSeconds(corpus)
  for (let warm = 0; warm < warmPasses; warm++) pass()
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-identifiers-'))
  const file = join(folder, 'corpus.jsonl')
  let written = 0
  const some = corpus.filter((text) => (written += Buffer.byteLength(text)) <= peerBytes)
  writeFileSync(file, some.map((text, i) => `${JSON.stringify({ id: String(i), text })}\n`).join(''))
  const turns = Array.from({ length: rounds }, () => ({ ours: [pass(), pass(), pass()], theirs: peers && peerRate(peers, file) }))
  rmSync(folder, { recursive: true })
  const seconds = middle(turns.flatMap(({ ours }) => ours))
  const rows: IdentifierRow[] = [{ name: 'identifiers: all detectors, one core', median: seconds, unit: 's', rate: megabytes / seconds }]
  const rates = turns.flatMap(({ theirs }) => theirs ?? [])
  if (rates.length === 0) return rows
  const rate = middle(rates)
  return [
    ...rows,
    { name: 'peer: Presidio, pattern recognisers', median: bytesOf(some) / 1e6 / rate, unit: 's', rate },
    { name: 'identifiers: times as fast as Presidio', median: megabytes / seconds / rate, unit: 'x' },
  ]
}

/** Longest stretch of a corpus that is timed. */
const mostBytes = 2e6

/**
 * All detectors on one core, corpus by corpus: dense letters and plain prose cost differently.
 *
 * @param corpora  a folder with a folder a corpus and JSON Lines in it, each line with a `text`
 */
export function identifiersByCorpus(corpora: string): IdentifierRow[] {
  if (!existsSync(corpora)) return []
  const files = readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.jsonl'))
  return files.sort().map((path) => {
    const texts: string[] = []
    let bytes = 0
    for (const line of readFileSync(join(corpora, path), 'utf8').trim().split('\n')) {
      const { text } = JSON.parse(line) as { text?: unknown }
      if (typeof text !== 'string' || bytes > mostBytes) continue
      texts.push(text)
      bytes += Buffer.byteLength(text)
    }
    const corpus = repeated(texts)
    // The first passes are compiled while they run.
    for (let warm = 0; warm < warmPasses; warm++) scanSeconds(corpus)
    const median = middle(Array.from({ length: rounds }, () => scanSeconds(corpus)))
    return { name: `identifiers: ${path}`, median, unit: 's', rate: bytesOf(corpus) / 1e6 / median }
  })
}

function peerRate({ scripts, python }: { readonly scripts: string; readonly python: string }, file: string): number {
  const said = execFileSync(python, [join(scripts, 'pii_presidio.py'), file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return (JSON.parse(said) as { MB_per_s: number }).MB_per_s
}
