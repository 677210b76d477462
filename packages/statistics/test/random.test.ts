import { expect, test } from 'vitest'
import { chiSquareSurvival, hash32, integerBelow, seededRandom } from '../src/index.ts'

test('the same seed gives the same numbers, on every machine', () => {
  const first = (seed: number | string): number[] => {
    const random = seededRandom(seed)
    return [random(), random(), random()]
  }
  expect(first(1)).toEqual(first(1))
  expect(first(1)).toEqual(first('1'))
  expect(first(1)).not.toEqual(first(2))
  expect(first('mattr-50')).not.toEqual(first('mattr-51'))
})

test('agrees with sfc32 written in numbers of any length', () => {
  const word = 2n ** 32n
  let [a, b, c] = [1, 2, 3].map((salt) => BigInt(hash32('corpus', salt))) as [bigint, bigint, bigint]
  let counter = 0n
  const next = (): bigint => {
    const out = (a + b + ++counter) % word
    a = b ^ (b >> 9n)
    b = (c + (c << 3n)) % word
    c = (((c << 21n) % word) + (c >> 11n) + out) % word
    return out
  }
  for (let i = 0; i < 15; i++) next()
  const random = seededRandom('corpus')
  for (let i = 0; i < 1000; i++) expect(random() * 2 ** 53).toBe(Number(((next() >> 5n) << 26n) + (next() >> 6n)))
})

test('fills 0 to 1 evenly, without memory', () => {
  const random = seededRandom('evenly')
  const cells = new Array<number>(400).fill(0)
  for (let i = 0; i < 400_000; i++) cells[Math.floor(random() * 20) * 20 + Math.floor(random() * 20)]!++
  const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  const p = chiSquareSurvival(chiSquare, 399)
  expect(p > 0.001 && p < 0.999).toBe(true)
})

test('uses all 53 bits', () => {
  const random = seededRandom(3)
  let odd = 0
  for (let i = 0; i < 1000; i++) {
    const drawn = random()
    expect(drawn >= 0 && drawn < 1).toBe(true)
    if ((drawn * 2 ** 53) % 2 === 1) odd++
  }
  expect(Math.abs(odd - 500)).toBeLessThan(100)
})

test('integerBelow favours nobody, even where 2^53 has a large remainder', () => {
  const random = seededRandom('integers')
  const n = 3 * 2 ** 51
  let low = 0
  for (let i = 0; i < 30_000; i++) if (integerBelow(random, n) < 2 ** 51) low++
  // Without drawing again, the low third would come up half of the time.
  expect(Math.abs(low / 30_000 - 1 / 3)).toBeLessThan(0.015)
})

test('integerBelow reaches both ends', () => {
  const random = seededRandom(4)
  const seen = new Set(Array.from({ length: 200 }, () => integerBelow(random, 6)))
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5])
  expect(integerBelow(random, 1)).toBe(0)
  expect(() => integerBelow(random, 0)).toThrow(RangeError)
})
