import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocument } from '@corpuscope/core'
import { findConcepts, readVocabulary } from '@corpuscope/features'
import { integerBelow, seededRandom } from '@corpuscope/statistics'

interface ConceptRow {
  readonly name: string
  readonly median: number
  readonly unit: string
  readonly rate?: number
}

/** Names of the large vocabulary, and of the one that PhraseMatcher gets too: it takes 1.5 GB for four times as many. */
const [large, shared] = [1_000_000, 50_000]

/**
 * The vocabulary automaton: a million made-up names compiled, and the notes annotated with 50,000 of them, beside spaCy's PhraseMatcher in the same run on
 * the same files. Made-up names, since no vocabulary comes with the project; every tenth is made of words of the notes, so that something is found.
 *
 * @param python  with spaCy; without it there is no peer
 */
export function concepts(texts: readonly string[], python?: string): ConceptRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-concepts-'))
  const written = (names: number): string => {
    const file = join(folder, `names-${names}.csv`)
    writeFileSync(file, namesFile(names, texts))
    return file
  }
  const copies = Math.max(1, Math.ceil(4e6 / texts.reduce((sum, text) => sum + text.length, 0)))
  const corpus = Array.from({ length: copies }, () => texts).flat()
  const megabytes = corpus.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  try {
    const start = process.cpuUsage()
    const vocabulary = readVocabulary(written(large))
    const compiled = seconds(start)
    const few = readVocabulary(written(shared))
    const pass = (over: typeof vocabulary): number => {
      const documents = corpus.map((text, i) => createDocument({ id: String(i), text, language: 'en' }))
      const from = process.cpuUsage()
      for (const document of documents) findConcepts(over, document)
      return seconds(from)
    }
    const first = pass(vocabulary)
    const later = pass(vocabulary)
    pass(few)
    const ours = pass(few)
    const rows: ConceptRow[] = [
      { name: `concepts: ${large} names compiled`, median: compiled, unit: 's' },
      { name: `concepts: text with ${large} names, first pass`, median: first, unit: 's', rate: megabytes / first },
      { name: `concepts: text with ${large} names, words known`, median: later, unit: 's', rate: megabytes / later },
      { name: `concepts: text with ${shared} names`, median: ours, unit: 's', rate: megabytes / ours },
    ]
    if (python === undefined) return rows
    const file = join(folder, 'texts.json')
    writeFileSync(file, JSON.stringify(texts))
    const script = fileURLToPath(new URL('../scripts/phrase_matcher.py', import.meta.url))
    const peer = JSON.parse(execFileSync(python, [script, join(folder, `names-${shared}.csv`), file], { encoding: 'utf8' })) as {
      compile: number
      match: number
      megabytes: number
    }
    const theirs = peer.megabytes / peer.match
    return [
      ...rows,
      { name: `peer: PhraseMatcher, ${shared} names compiled`, median: peer.compile, unit: 's' },
      { name: `peer: PhraseMatcher, text with ${shared} names`, median: peer.match, unit: 's', rate: theirs },
      { name: 'concepts: times as fast as PhraseMatcher', median: megabytes / ours / theirs, unit: 'x' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function seconds(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

const syllables =
  'ba ce di fo gu ha je ki lo mu na pe qui ra se ti vo xa ye zo ther cort derm neph card glyc pulm osteo itis osis emia'.split(' ')

function namesFile(names: number, texts: readonly string[]): string {
  const random = seededRandom('names')
  const any = <T>(list: readonly T[]): T => list[integerBelow(random, list.length)]!
  const made = Array.from({ length: names / 4 }, () => Array.from({ length: 2 + integerBelow(random, 3) }, () => any(syllables)).join(''))
  const found = texts.flatMap((text) => text.match(/\p{L}{5,}/gu) ?? [])
  const lines = ['code,name']
  for (let i = 0; i < names; i++) {
    const words = Array.from({ length: 1 + integerBelow(random, 4) }, () => any(i % 10 === 0 ? found : made))
    lines.push(`C${Math.floor(i / 3)},${words.join(' ')}`)
  }
  return `${lines.join('\n')}\n`
}
