import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactSum, sumOf } from '../src/index.ts'

const twoTo53 = 2 ** 53

// The cases of CPython's own test of math.fsum (Lib/test/test_math.py, testFsum).
test.each([
  ['nothing', [], 0],
  ['a zero', [0], 0],
  ['small among large', [1e100, 1, -1e100, 1e-100, 1e50, -1, -1e50], 1e-100],
  ['half of a unit, beside it', [2 ** 53, -0.5, -(2 ** -54)], 2 ** 53 - 1],
  ['a unit and what breaks the tie', [2 ** 53, 1, 2 ** -100], 2 ** 53 + 2],
  ['a tie beyond the last place', [2 ** 53 + 10, 1, 2 ** -100], 2 ** 53 + 12],
  ['a tie below', [2 ** 53 - 4, 0.5, 2 ** -54], 2 ** 53 - 3],
  ['tenths', new Array<number>(10).fill(0.1), 1],
  ['negative zero', [-0], 0],
])('%s', (_, values, expected) => expect(sumOf(values)).toBe(expected))

test('a thousand reciprocals give the digits of math.fsum', () => {
  expect(sumOf(Array.from({ length: 1000 }, (_, i) => 1 / (i + 1)))).toBe(7.485470860550345)
  expect(sumOf(Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? -1 : 1) / (i + 1)))).toBe(-0.6926474305598203)
})

const magnitudes = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e290, max: 1e290 })

test('any order and any cut, merged, gives the same bits', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(magnitudes, fc.nat(3), fc.nat())), (items) => {
      const inOrder = sumOf(items.map(([value]) => value))
      const shards = [exactSum.create(), exactSum.create(), exactSum.create(), exactSum.create()]
      for (const [value, shard] of [...items].sort((a, b) => a[2] - b[2])) exactSum.add(shards[shard]!, value)
      const whole = exactSum.create()
      for (const shard of shards.reverse()) exactSum.merge(whole, shard)
      expect(Object.is(exactSum.value(whole), inOrder)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('agrees with whole-number arithmetic of any length', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.maxSafeInteger(), fc.nat(60))), (items) => {
      const exact = items.reduce((sum, [integer, shift]) => sum + (BigInt(integer) << BigInt(shift)), 0n)
      expect(sumOf(items.map(([integer, shift]) => integer * 2 ** shift))).toBe(Number(exact))
    }),
    { numRuns: 2000 },
  )
})

test('subtracting everything again leaves nothing, not even parts', () => {
  const sum = exactSum.create()
  for (const value of [0.1, 1e30, 3e-200, -7]) exactSum.add(sum, value)
  for (const value of [1e30, 0.1, -7, 3e-200]) exactSum.add(sum, -value)
  expect(sum).toEqual([])
})

test('what is not a number, or leaves the range, is refused', () => {
  expect(() => sumOf([1, Number.NaN])).toThrow(RangeError)
  expect(() => sumOf([1, Infinity])).toThrow(RangeError)
  expect(() => sumOf([1.7e308, 1.7e308])).toThrow('range of a double')
  expect(sumOf([twoTo53, 1, 1])).toBe(twoTo53 + 2)
})
