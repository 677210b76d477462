import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
/** What the peer reads; ours reads it often enough to be timed. */
const peerBytes = 400_000
const rounds = 3

/**
 * All detectors of direct identifiers on one core, against Presidio's pattern recognisers on the same texts in the same run, turn by turn.
 *
 * @param peers  folder with `pii_presidio.py`, and a Python that has presidio-analyzer; without it no ratio
 */
export function identifiers(texts: readonly string[], peers?: { readonly scripts: string; readonly python: string }): IdentifierRow[] {
  const bytes = (each: readonly string[]): number => each.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const copies = Math.max(1, Math.ceil(4e6 / bytes(texts)))
  const corpus = Array.from({ length: copies }, () => texts).flat()
  const megabytes = bytes(corpus) / 1e6
  const pass = (): number => {
    const start = process.cpuUsage()
    for (const text of corpus) scanIdentifiers(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e6
  }
  for (let warm = 0; warm < 3; warm++) pass()
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
    { name: 'peer: Presidio, pattern recognisers', median: bytes(some) / 1e6 / rate, unit: 's', rate },
    { name: 'identifiers: times as fast as Presidio', median: megabytes / seconds / rate, unit: 'x' },
  ]
}

function peerRate({ scripts, python }: { readonly scripts: string; readonly python: string }, file: string): number {
  const said = execFileSync(python, [join(scripts, 'pii_presidio.py'), file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return (JSON.parse(said) as { MB_per_s: number }).MB_per_s
}
