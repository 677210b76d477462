import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { bandRows, bands, eachCandidate, missProbability, missText } from '../src/index.ts'

const all = { whole: Number.POSITIVE_INFINITY, part: 0 }
const candidates = (signatures: readonly Uint32Array[], options = all): { pairs: string[]; limit: number } => {
  const keys = new Uint32Array(bands * signatures.length)
  // A band's three values in one number: equal exactly when all three are, near enough for random ones.
  signatures.forEach((one, i) => {
    for (let band = 0; band < bands; band++)
      keys[band * signatures.length + i] = one
        .subarray(band * bandRows, (band + 1) * bandRows)
        .reduce((key, value) => Math.imul(key, 31) + value, band)
  })
  const pairs: string[] = []
  const limit = eachCandidate(keys, signatures.length, options, (a, b) => pairs.push(`${a} ${b}`))
  return { pairs, limit }
}
const random = seededRandom('lsh')
const signature = (): Uint32Array => Uint32Array.from({ length: bands * bandRows }, () => Math.floor(random() * 2 ** 32))

test('one band in common is enough, values scattered over bands are not', () => {
  const [a, b, c] = [signature(), signature(), signature()]
  b.set(a.subarray(3, 6), 3)
  for (let band = 0; band < bands; band++) c.set(a.subarray(band * 3, band * 3 + 2), band * 3)
  expect(candidates([a, b, c]).pairs).toEqual(['0 1'])
})

test('each pair comes once, in order, however many bands it shares', () => {
  const a = signature()
  const { pairs, limit } = candidates([a, a, signature(), a])
  expect(pairs).toEqual(['0 1', '0 3', '1 3'])
  expect(limit).toBe(Number.POSITIVE_INFINITY)
})

test('no document, and one', () => {
  expect(candidates([]).pairs).toEqual([])
  expect(candidates([signature()]).pairs).toEqual([])
})

test('over budget, each document of a large bucket still meets the first and its neighbours, once', () => {
  const a = signature()
  const { pairs, limit } = candidates(Array<Uint32Array>(1000).fill(a), { whole: 1e6, part: 500_000 })
  expect(limit).toBe(8)
  expect(new Set(pairs).size).toBe(pairs.length)
  for (let i = 1; i < 1000; i++) expect(pairs).toContain(`0 ${i}`)
  for (let i = 1; i < 999; i++) expect(pairs).toContain(`${i} ${i + 1}`)
})

test('the chance to miss a pair is that of 42 bands of 3', () => {
  expect(missProbability(1)).toBe(0)
  expect(missProbability(0)).toBe(1)
  expect(missProbability(0.8)).toBeCloseTo((1 - 0.512) ** 42, 15)
})

test.each([
  [0.8, 'less than 1 in a billion'],
  // 0.875 ** 42 = 0.00367.
  [0.5, '0.004'],
  // 0.784 ** 42 = 0.0000364.
  [0.6, '0.00004'],
  [0.1, '1'],
])('the chance to miss a pair at %f, in words', (similarity, text) => expect(missText(similarity)).toBe(text))
