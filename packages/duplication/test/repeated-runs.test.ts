import { auditSchema, findingSchema, obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { words } from '@corpuscope/text'
import { expect, test } from 'vitest'
import { eachWinnowed, repeatedRuns, runMatches } from '../src/index.ts'
import { absent, concluded, corpusOf, documentsOf, oracleCorpora, oracleOf } from './corpora.ts'

const conclude = (texts: Readonly<Record<string, string>>) => concluded(repeatedRuns(), corpusOf(texts))
const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')

test('obeys the laws', () => obeysTheLaws(repeatedRuns(), { features: [wordSequences()] }))

test('the arithmetic of a small case', async () => {
  const texts = { a: `${run(0, 100)}.`, b: `Seen today: ${run(30, 90)}. Plan: ${run(200, 238)}`, c: run(30, 79) }
  const { audit, findings, documentValues } = await conclude(texts)
  auditSchema.parse(audit)
  // b shares 60 words with a; the 49 of c are one too few. 100 + 101 + 49 words.
  expect(audit.estimates[0]).toMatchObject({ value: 120 / 250, interval: null, n: 3, left: 0 })
  expect([...documentValues.get('repeated-run-share')!]).toEqual([0.6, 60 / 101, 0])
  expect(findings.map((finding) => findingSchema.parse(finding))).toMatchObject([
    { rule: 'repeated-run', document: 'b', message: '60 words on end stand word for word in a' },
  ])
  const { start, end } = findings[0]!.span!
  expect(texts.b.slice(start, end)).toBe(run(30, 90))
  expect(audit.tables[0]!.rows).toEqual([['b', 'a', 60, 2]])
})

test('a passage twice in one document', async () => {
  const { audit, findings } = await conclude({ a: `${run(0, 50)} and again ${run(0, 50)}` })
  expect(audit.estimates[0]!.value).toBe(100 / 102)
  expect(findings.map(({ message }) => message)).toEqual(['50 words on end stand earlier in it too'])
})

test('copies of whole documents count, and are left to the other analyses to report', async () => {
  const { audit, findings } = await conclude({ a: run(0, 60), b: run(0, 60).toUpperCase() })
  expect(audit.estimates[0]!.value).toBe(1)
  expect(findings).toEqual([])
})

test('boilerplate counts and is not reported document by document', async () => {
  const { audit, findings } = await conclude(
    Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}`, `${run(0, 60)} ${run(100 * i + 100, 100 * i + 160)}`])),
  )
  expect(audit.estimates[0]!.value).toBe(0.5)
  expect(findings).toEqual([])
})

test('no words at all: not applicable; documents without words are left out', async () => {
  expect((await conclude({ a: '', b: '...' })).audit.estimates[0]).toMatchObject({ value: null, status: 'not applicable', left: 2 })
  expect((await conclude({ a: '', b: run(0, 60) })).audit.estimates[0]).toMatchObject({ value: 0, n: 1, left: 1 })
})

test('one document 10,000 times, and one word a million times: linear', () => {
  const random = seededRandom('run')
  const note = Uint32Array.from({ length: 200 }, () => Math.floor(random() * 2 ** 32))
  const copies = runMatches(10_000, () => note, 50)
  expect(copies.covered.every((covered) => covered === 200)).toBe(true)
  expect(copies.length).toHaveLength(9999)
  const pain = new Uint32Array(1_000_000).fill(7)
  const same = runMatches(1, () => pain, 50)
  expect(same.covered[0]).toBe(1_000_000)
})

test('every window of 50 words chooses the last of the least of its own fingerprints', () => {
  const random = seededRandom('winnow')
  // Few words, so that fingerprints are equal now and then.
  const sequence = Array.from({ length: 3000 }, (_, i) => (i % 500 < 80 ? 3 : Math.floor(random() * 9)))
  const fingerprints = new Map<number, number>()
  for (let i = 0; i + 16 <= sequence.length; i++)
    eachWinnowed(sequence.slice(i, i + 16), 16, (_, __, fingerprint) => fingerprints.set(i, fingerprint))
  let visited = 0
  eachWinnowed(sequence, 50, (start, at, fingerprint) => {
    expect(start).toBe(visited++)
    let least = start
    for (let i = start; i <= start + 34; i++) if (fingerprints.get(i)! <= fingerprints.get(least)!) least = i
    expect([at, fingerprint]).toEqual([least, fingerprints.get(least)])
  })
  expect(visited).toBe(2951)
})

test('equals comparing all windows by value, on texts that repeat themselves', () => {
  const random = seededRandom('windows')
  const pool = Array.from({ length: 30 }, () => Array.from({ length: 40 }, () => Math.floor(random() * 5)))
  const texts = Array.from({ length: 60 }, () =>
    Array.from({ length: 6 }, () => pool[Math.floor(random() * 30)]!.slice(Math.floor(random() * 9))).flat(),
  )
  for (const size of [20, 50]) {
    const { covered } = runMatches(texts.length, (i) => texts[i]!, size)
    expect([...covered]).toEqual(coverage(texts, size))
  }
})

function coverage(texts: readonly (readonly number[])[], size: number): number[] {
  const counts = new Map<string, number>()
  const key = (text: readonly number[], at: number): string => text.slice(at, at + size).join(' ')
  const windows = (text: readonly number[]): number[] => Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => i)
  for (const text of texts) for (const at of windows(text)) counts.set(key(text, at), (counts.get(key(text, at)) ?? 0) + 1)
  return texts.map((text) => {
    const marked = new Set<number>()
    for (const at of windows(text)) if (counts.get(key(text, at))! > 1) for (let i = at; i < at + size; i++) marked.add(i)
    return marked.size
  })
}

for (const corpus of oracleCorpora)
  test.skipIf(absent(corpus))(`${corpus.name}: the coverage of each document that brute force finds, for runs of 20 and 50`, () => {
    const oracle = oracleOf(corpus)
    const documents = documentsOf(corpus)
    const sequences = documents.map((document) => {
      const { types, hashes } = words(document)
      return Uint32Array.from(types, (type) => hashes[type]! % 4294967296)
    })
    for (const [size, expected] of [
      [20, oracle.repeated20],
      [50, oracle.repeated50],
    ] as const) {
      const { covered } = runMatches(documents.length, (i) => sequences[i]!, size)
      const found = Object.fromEntries(documents.flatMap(({ id }, i) => (covered[i]! > 0 ? [[id, covered[i]!]] : [])))
      const wrong = Object.keys({ ...found, ...expected.perdoc }).filter((id) => found[id] !== expected.perdoc[id])
      expect(wrong).toEqual([])
    }
  })
