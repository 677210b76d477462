import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Analysis, createDocument, type Document } from '@corpuscope/core'
import {
  abbreviations,
  documentLength,
  lexicalRichness,
  mattr,
  misspellings,
  readability,
  register,
  rhythm,
  roleAsymmetry,
  structure,
  templates,
  vocabularyGrowth,
  voices,
  wordClasses,
} from '@corpuscope/stylometry'

/** Every style measure of single documents; tagging of word classes is a thing of its own. */
const analyses = (): readonly Analysis[] =>
  [
    documentLength(),
    mattr({ window: 25 }),
    mattr({ window: 50 }),
    mattr({ window: 100 }),
    lexicalRichness(),
    vocabularyGrowth(),
    register(),
    abbreviations(),
    readability(),
    misspellings(),
    rhythm(),
    roleAsymmetry(),
    structure(),
    templates(),
    voices(),
  ] as readonly Analysis[]

interface StyleRow {
  readonly name: string
  readonly median: number
  readonly unit: string
  readonly rate?: number
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/**
 * All style measures of single documents on one core, against lexicalrichness and textstat on the same texts in the same run, turn by turn.
 *
 * @param peers  folder with `lexical_lexicalrichness.py` and `readability_textstat.py`, and a Python that has both packages; without it no ratio
 */
export function style(texts: readonly string[], peers?: { readonly scripts: string; readonly python: string }): StyleRow[] {
  const copies = Math.max(1, Math.ceil(2e6 / texts.reduce((sum, text) => sum + text.length, 0)))
  const corpus = Array.from({ length: copies }, () => texts).flat()
  const megabytes = corpus.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const pass = (each = analyses()): { readonly cpu: number; readonly wall: number } => {
    const documents: (Document | undefined)[] = corpus.map((text, i) => createDocument({ id: String(i), text }))
    const partials = each.map((analysis) => analysis.create())
    const cpu = process.cpuUsage()
    const wall = performance.now()
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i]!
      // As in an audit, a document is let go when it was observed.
      documents[i] = undefined
      each.forEach((analysis, a) => void analysis.observe(partials[a]!, document))
    }
    const { user, system } = process.cpuUsage(cpu)
    return { cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1000 }
  }
  for (let warm = 0; warm < 3; warm++) pass()
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-style-'))
  const file = join(folder, 'corpus.jsonl')
  writeFileSync(file, corpus.map((text, i) => `${JSON.stringify({ id: String(i), text })}\n`).join(''))
  const scripts = ['lexical_lexicalrichness.py', 'readability_textstat.py']
  const rounds = Array.from({ length: 3 }, () => ({
    ours: [pass(), pass(), pass()],
    theirs: peers ? scripts.map((script) => secondsOf(peers.python, join(peers.scripts, script), file)) : [],
  }))
  rmSync(folder, { recursive: true })
  const cpu = middle(rounds.flatMap(({ ours }) => ours.map((one) => one.cpu)))
  const tagging = middle([0, 1, 2, 3, 4].map(() => pass([wordClasses()] as readonly Analysis[]).cpu))
  const rows: StyleRow[] = [
    { name: 'style: all measures of single documents, one core', median: cpu, unit: 's', rate: megabytes / cpu },
    { name: 'style: word classes of up to 2,000 documents, apart', median: tagging, unit: 's', rate: megabytes / tagging },
    ...memory.map((n) => ({ name: `style: peak memory of ${n.toLocaleString('en')} documents`, median: peakMegabytes(n), unit: 'MB' })),
  ]
  if (!peers) return rows
  const wall = middle(rounds.flatMap(({ ours }) => ours.map((one) => one.wall)))
  const theirs = scripts.map((_, s) => middle(rounds.map((round) => round.theirs[s]!)))
  scripts.forEach((script, s) => {
    rows.push({ name: `peer: ${script.replace(/^.*_|\.py$/g, '')}`, median: theirs[s]!, unit: 's', rate: megabytes / theirs[s]! })
  })
  rows.push({ name: 'style: times as fast as the two peers together', median: theirs.reduce((sum, one) => sum + one, 0) / wall, unit: 'x' })
  return rows
}

function secondsOf(python: string, script: string, file: string): number {
  return JSON.parse(execFileSync(python, [script, file], { encoding: 'utf8' }).trim().split('\n').at(-1)!).seconds
}

/** `main.js style-memory n`: all measures of n documents that stream past, and how much memory the process ever held. */
export const memoryMode = 'style-memory'
/** The lower one is past the first growth of the heap; ten times as many with CORPUSCOPE_FULL, else three. */
const memory = [10_000, process.env['CORPUSCOPE_FULL'] === undefined ? 30_000 : 100_000] as const

const peakMegabytes = (n: number): number =>
  JSON.parse(execFileSync(process.execPath, [process.argv[1]!, memoryMode, String(n)], { encoding: 'utf8' }))

/** Peak memory in MB after n documents, of the given texts with other numbers, whose words are as many as they are: what grows with documents would show. */
export function memoryOf(texts: readonly string[], n: number): number {
  const each = analyses()
  const partials = each.map((analysis) => analysis.create())
  for (let i = 0; i < n; i++) {
    let number = i
    const text = texts[i % texts.length]!.replace(/\d+/g, () => String((number = (number * 7919 + 12_345) % 997)))
    const document = createDocument({ id: String(i), text })
    each.forEach((analysis, a) => void analysis.observe(partials[a]!, document))
  }
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
