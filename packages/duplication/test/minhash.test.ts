import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { bins, minhash } from '../src/index.ts'

const random = seededRandom('minhash')
const element = (): number => Math.floor(random() * 2 ** 32)
const elements = (n: number): number[] => Array.from({ length: n }, element)
const sign = minhash(1)
const signature = (set: number[]): Uint32Array => {
  const into = new Uint32Array(bins)
  sign(set, set.length, into)
  return into
}
const agreement = (a: number[], b: number[]): number => {
  const [x, y] = [signature(a), signature(b)]
  return x.reduce((sum, value, i) => sum + (value === y[i] ? 1 : 0), 0) / bins
}

test('equal sets have equal signatures, whatever the order', () => {
  const set = elements(300)
  expect(signature([...set].reverse())).toEqual(signature(set))
})

test('one element fills every bin; none has no signature', () => {
  expect(new Set(signature([element()])).size).toBe(1)
  expect(() => signature([])).toThrow('empty set')
})

// Sets from 5 elements, where almost every bin is filled by densification, to 2,000, where none is.
test.each([
  [5, 0.6],
  [20, 0.8],
  [100, 0.5],
  [100, 0.8],
  [500, 0.8],
  [2000, 0.2],
])('the share of equal bins estimates the Jaccard similarity: %d elements at %d', (size, similarity) => {
  const shared = Math.round((2 * size * similarity) / (1 + similarity))
  const exact = shared / (2 * size - shared)
  const rounds = 400
  let sum = 0
  let squares = 0
  for (let i = 0; i < rounds; i++) {
    const common = elements(shared)
    const estimate = agreement([...common, ...elements(size - shared)], [...common, ...elements(size - shared)])
    sum += estimate
    squares += estimate * estimate
  }
  const mean = sum / rounds
  const error = Math.sqrt((squares / rounds - mean * mean) / rounds)
  expect(Math.abs(mean - exact)).toBeLessThan(4 * error)
})
