import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bottomK, hash53 } from '../src/index.ts'

test('keeps the keys that hash lowest', () => {
  const keys = Array.from({ length: 100 }, (_, i) => `doc-${i}`)
  const sample = bottomK.create<number>(10)
  for (const [i, key] of keys.entries()) bottomK.add(sample, key, i)
  const lowest = [...keys].sort((a, b) => hash53(a) - hash53(b)).slice(0, 10)
  expect(bottomK.entries(sample)).toEqual(lowest.map((key) => [key, keys.indexOf(key)]))
})

test('any cut, any order: the same sample, and plain data', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.nat(2), fc.nat())), fc.nat(12), (items, size) => {
      const whole = bottomK.create<string>(size)
      for (const [key] of items) bottomK.add(whole, key, key.toUpperCase())
      const shards = [0, 1, 2].map(() => bottomK.create<string>(size))
      for (const [key, shard] of [...items].sort((a, b) => a[2] - b[2])) bottomK.add(shards[shard]!, key, key.toUpperCase())
      const merged = bottomK.create<string>(size)
      for (const shard of shards.reverse()) bottomK.merge(merged, structuredClone(shard))
      expect(merged).toEqual(whole)
    }),
    { numRuns: 500 },
  )
})

test('every key has the same chance', () => {
  const taken = new Array<number>(50).fill(0)
  for (let round = 0; round < 2000; round++) {
    const sample = bottomK.create<number>(10)
    for (let i = 0; i < 50; i++) bottomK.add(sample, `${round} ${i}`, i)
    for (const [, i] of bottomK.entries(sample)) taken[i]!++
  }
  // 400 each with a standard error of 18.
  for (const count of taken) expect(Math.abs(count - 400)).toBeLessThan(90)
})

test('fewer keys than room, no room, different rooms', () => {
  const sample = bottomK.create<number>(5)
  bottomK.add(sample, 'a', 1)
  bottomK.add(sample, 'a', 1)
  expect(bottomK.entries(sample)).toEqual([
    ['a', 1],
    ['a', 1],
  ])
  const none = bottomK.create<number>(0)
  bottomK.add(none, 'a', 1)
  expect(bottomK.entries(none)).toEqual([])
  expect(() => bottomK.merge(sample, none)).toThrow(RangeError)
  expect(() => bottomK.create(-1)).toThrow(RangeError)
})
