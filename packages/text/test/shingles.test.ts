import { createDocument } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampledRuns, scanWords, shinglesOf, wordShingles } from '../src/index.ts'
import { hasCorpora, type Note, readRecords } from './corpora.ts'

const shingles = (text: string, size: number) => [...shinglesOf(scanWords(text), size)]
const jaccard = (a: readonly number[], b: readonly number[]) => {
  const inB = new Set(b)
  const both = a.filter((shingle) => inB.has(shingle)).length
  return both / (a.length + b.length - both)
}

test('one per run, distinct, sorted', () => {
  expect(shingles('no pain no pain no', 2)).toHaveLength(2)
  const found = shingles('a b c d e f g', 3)
  expect(found).toHaveLength(5)
  expect(found).toEqual([...found].sort((a, b) => a - b))
})

test('order of words matters, case and punctuation do not', () => {
  expect(shingles('chest pain', 2)).not.toEqual(shingles('pain chest', 2))
  expect(shingles('a a b', 3)).not.toEqual(shingles('a b a', 3))
  expect(shingles('Chest: PAIN!', 2)).toEqual(shingles('chest pain', 2))
})

test('fewer words than a run: none', () => {
  expect(shingles('four words are too', 5)).toEqual([])
  expect(shingles('', 1)).toEqual([])
})

test('a run is at least one word', () => expect(() => shingles('a', 0)).toThrow(RangeError))

test('the set of shingles is the set of runs', () => {
  const text = fc.array(fc.constantFrom('no', 'pain', 'fever', 'nil', 'on'), { maxLength: 40 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 6 }), (sample, size) => {
      const runs = new Set(sample.slice(size - 1).map((_, i) => sample.slice(i, i + size).join(' ')))
      expect(shingles(sample.join(' '), size)).toHaveLength(runs.size)
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('integers below 2^53, kept per document for the size of 5', () => {
  const document = createDocument({ text: 'one two three four five six' })
  for (const shingle of wordShingles(document, 5)) expect(Number.isSafeInteger(shingle)).toBe(true)
  expect(wordShingles(document, 5)).toBe(wordShingles(document, 5))
  expect([...wordShingles(document, 5)]).toEqual(shingles(document.text, 5))
})

test.skipIf(!hasCorpora)('no two runs of SynGP500 share a hash, and its closest notes are as close as published', () => {
  const notes = readRecords<Note>('corpora/syngp500/syngp500.jsonl')
  const runs = new Set<string>()
  const hashes = new Set<number>()
  const sets = notes.map(({ text }) => {
    const found = scanWords(text, 'oracle-1')
    const list = Array.from(found.types, (type) => found.vocabulary[type]!)
    for (let i = 0; i + 5 <= list.length; i++) runs.add(list.slice(i, i + 5).join(' '))
    const set = [...shinglesOf(found, 5)]
    for (const shingle of set) hashes.add(shingle)
    return set
  })
  expect(hashes.size).toBe(runs.size)
  // Largest Jaccard of 5-word runs over all pairs, from an independent implementation.
  const byShingle = new Map<number, number[]>()
  for (const [note, set] of sets.entries()) for (const shingle of set) byShingle.set(shingle, [...(byShingle.get(shingle) ?? []), note])
  const pairs = new Set<string>()
  for (const holders of byShingle.values()) for (const a of holders) for (const b of holders) if (a < b) pairs.add(`${a} ${b}`)
  let largest = 0
  for (const pair of pairs) {
    const [a, b] = pair.split(' ').map(Number)
    largest = Math.max(largest, jaccard(sets[a!]!, sets[b!]!))
  }
  expect(largest.toFixed(4)).toBe('0.0154')
})

test('a sample of runs is drawn by the runs alone: what two texts share, they share in the sample', () => {
  const text = fc.array(fc.constantFrom('no', 'pain', 'fever', 'nil', 'on', 'rest', 'cough', 'daily'), { minLength: 5, maxLength: 60 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const all = (sample: readonly string[], oneIn: number) => new Set(sampledRuns(scanWords(sample.join(' ')), 5, oneIn))
      const runs = new Set(one.slice(4).map((_, i) => one.slice(i, i + 5).join(' ')))
      expect(all(one, 1).size).toBe(runs.size)
      const [drawn, behind] = [all(one, 4), all([...other, ...one], 4)]
      for (const run of drawn) expect(behind.has(run)).toBe(true)
      for (const run of drawn) expect(all(one, 1).has(run)).toBe(true)
    }),
  )
  expect([...sampledRuns(scanWords('four words are too'), 5, 8)]).toEqual([])
})

test('about one run in eight is drawn', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `word${(i * 7919) % 3571}`).join(' ')
  const share = sampledRuns(scanWords(many), 5, 8).length / sampledRuns(scanWords(many), 5, 1).length
  expect(Math.abs(share - 1 / 8)).toBeLessThan(0.02)
})
