import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '@corpuscope/statistics'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { audited, newFolder } from './command.ts'

/** `npm run test:full` takes a million documents, a gigabyte; the rest of the test is the same. */
const full = process.env['CORPUSCOPE_FULL'] !== undefined
const n = full ? 1_000_000 : 3000

/** Notes of 100 to 200 words, one in five with a paragraph that many have, one in fifty a copy of an earlier one with a word changed. */
function writeCorpus(file: string, documents: number): ReadonlyMap<string, string> {
  const random = seededRandom(`pairs at scale, ${documents}`)
  const below = (limit: number): number => Math.floor(random() * limit)
  // The product of two draws: some words are frequent, most are rare.
  const words = (count: number): string[] => Array.from({ length: count }, () => `w${below(200) * below(200)}`)
  const paragraphs = Array.from({ length: 12 }, () => words(40))
  const copies = new Map<string, string>()
  const originals: { readonly id: string; readonly words: readonly string[] }[] = []
  const fd = openSync(file, 'w')
  for (let from = 0; from < documents; from += 1000) {
    const lines: string[] = []
    for (let i = from; i < Math.min(documents, from + 1000); i++) {
      const id = `n${i}`
      let text = words(100 + below(100))
      const original = i % 50 === 49 ? originals.pop() : undefined
      if (original) {
        text = original.words.map((word, at) => (at === 50 ? 'changed' : word))
        copies.set(id, original.id)
      } else if (i % 5 === 0) text.push(...paragraphs[below(paragraphs.length)]!)
      else if (originals.length < 100) originals.push({ id, words: text })
      lines.push(`${JSON.stringify({ id, text: text.join(' ') })}\n`)
    }
    writeSync(fd, lines.join(''))
  }
  closeSync(fd)
  return copies
}

const usage = "process.on('exit', () => console.error(JSON.stringify({ ...process.cpuUsage(), ...process.resourceUsage() })))"

/** Finds the pairs of a file, and what that took. */
function pairsOf(folder: string, documents: number) {
  const file = join(folder, `${documents}.jsonl`)
  const copies = writeCorpus(file, documents)
  const out = join(folder, `${documents}.parquet`)
  const { stderr } = audited(['pairs', file, '-o', out], { node: ['--import', `data:text/javascript,${usage}`] })
  const { user, system, maxRSS } = JSON.parse(stderr.trim().split('\n').at(-1)!)
  return { copies, out, microseconds: (user + system) / documents, gigabytes: maxRSS / 2 ** 20 }
}

test(`${n} documents: every planted copy is found, and none besides; memory and the cost of a document are bounded`, async () => {
  const folder = newFolder()
  const { copies, out, microseconds, gigabytes } = pairsOf(folder, n)
  const pairs = await parquetReadObjects({ file: await asyncBufferFromFile(out) })
  const found = new Set(pairs.filter(({ kind }) => kind !== 'shared form').map(({ a, b }) => `${a} ${b}`))
  expect(copies.size).toBeGreaterThan(n / 60)
  expect(found.size).toBe(copies.size)
  for (const [copy, original] of copies) expect(found.has(`${copy} ${original}`) || found.has(`${original} ${copy}`)).toBe(true)
  expect(gigabytes).toBeLessThan(6)
  if (full) expect(microseconds).toBeLessThan(1.5 * pairsOf(folder, 10_000).microseconds)
}, 900_000)
