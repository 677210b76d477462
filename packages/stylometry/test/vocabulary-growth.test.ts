import { obeysTheLaws } from '@corpuscope/core'
import { bottomK, seededRandom } from '@corpuscope/statistics'
import { scanWords } from '@corpuscope/text'
import { expect, test } from 'vitest'
import { expectedGrowth, heapsFit, spectrumOf, vocabularyGrowth, zipfExponent } from '../src/index.ts'
import { sampled } from '../src/sampled.ts'
import { hasPeers, type Note, peers, readRecords, readShared, typesOf } from './peers.ts'

test('obeys the laws', () => obeysTheLaws(vocabularyGrowth()))

test('words as frequent as the law says give its exponent', () => {
  for (const s of [0.5, 1, 1.4]) {
    const frequencies = Array.from({ length: 2000 }, (_, r) => 1e9 * (r + 1) ** -s)
    expect(zipfExponent(frequencies)).toBeCloseTo(s, 9)
  }
})

test('all words equally frequent: exponent 0; fewer than two: none', () => {
  expect(zipfExponent([3, 3, 3, 3])).toBeCloseTo(0, 9)
  expect(zipfExponent([7])).toBeNull()
  expect(zipfExponent([])).toBeNull()
})

test('the expected growth ends at the whole vocabulary, and a power law is found again', () => {
  const { words, types } = expectedGrowth(spectrumOf([3, 1, 1]))
  expect(words.at(-1)).toBe(5)
  expect(types.at(-1)).toBe(3)
  // Of 5 words, 1 drawn: always one different word.
  expect(types[words.indexOf(1)]).toBeCloseTo(3 - (0.8 ** 3 + 0.8 + 0.8), 12)
  const n = [10, 100, 1000]
  const fit = heapsFit(
    n,
    n.map((x) => 3 * x ** 0.6),
  )!
  expect(fit.beta).toBeCloseTo(0.6, 12)
  expect(fit.k).toBeCloseTo(3, 11)
  expect(heapsFit([1], [1])).toBeNull()
})

test.skipIf(!hasPeers)('agrees with the published vectors', () => {
  const { zipf_B: b, zipf_toy: toy, heaps_B: heaps, tokens_B: tokens } = JSON.parse(readShared('references/stylometry-vectors.json'))
  expect(zipfExponent(b.frequencies_desc)).toBeCloseTo(b.rank_frequency_mle_s, 5)
  expect(zipfExponent(toy.frequencies_desc)).toBeCloseTo(toy.rank_frequency_mle_s, 5)
  expect(typesOf(tokens).frequencies.length).toBe(heaps.vocabulary_growth.at(-1))
  const every = heaps.vocabulary_growth.map((_: number, i: number) => i + 1)
  const fit = heapsFit(every, heaps.vocabulary_growth)!
  expect(fit.beta).toBeCloseTo(heaps.beta, 11)
  expect(fit.k).toBeCloseTo(heaps.K, 10)
})

test.skipIf(!hasPeers).each(peers)('agrees with the oracle of %s on the corpus', (name, file, pick) => {
  const { corpus } = JSON.parse(readShared(`oracles/${name}.lexical.json`))
  const counts = new Map<string, number>()
  const growth: number[] = []
  for (const { text } of pick(readRecords<Note>(`corpora/${file}`))) {
    const { types, vocabulary } = scanWords(text, 'oracle-1')
    for (const type of types) {
      const word = vocabulary[type]!
      counts.set(word, (counts.get(word) ?? 0) + 1)
      growth.push(counts.size)
    }
  }
  expect([growth.length, counts.size]).toEqual([corpus.tokens, corpus.types])
  const descending = Float64Array.from(counts.values()).sort().reverse()
  expect(Math.abs(zipfExponent(descending)! - corpus.zipf_mle_s)).toBeLessThan(1e-5)
  // The oracle reads in the order of the file; our measure does not depend on an order.
  const checkpoints = Array.from({ length: 50 }, (_, k) => Math.floor((growth.length * (k + 1)) / 50))
  const fit = heapsFit(
    checkpoints,
    checkpoints.map((n) => growth[n - 1]!),
  )!
  expect(fit.beta).toBeCloseTo(corpus.heaps_beta, 9)
  expect(fit.k / corpus.heaps_K).toBeCloseTo(1, 9)
})

test('every document of the final sample was taken as it passed, in any order and on any thread', () => {
  const random = seededRandom(1)
  const keys = Array.from({ length: 3000 }, (_, i) => `${i} ${random()}`)
  const final = bottomK.create<null>(100)
  for (const key of keys) bottomK.add(final, key, null)
  const threads = [sampled.create(100), sampled.create(100)]
  const taken = new Set(keys.filter((key, i) => sampled.takes(threads[i % 2]!, key)))
  for (const [key] of bottomK.entries(final)) expect(taken).toContain(key)
  expect(taken.size).toBeLessThan(1200)
})
