import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashTable } from '../src/index.ts'

test('counts like a Map, whatever the keys', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(9))), (entries) => {
      const map = new Map<number, number>()
      const [table, other] = [hashTable.create(), hashTable.create()]
      entries.forEach(([key, value], i) => {
        map.set(key, (map.get(key) ?? 0) + value)
        hashTable.add(i % 2 === 0 ? table : other, key, value)
      })
      hashTable.merge(table, other)
      expect(table.size).toBe(map.size)
      for (const [key, value] of map) expect(hashTable.get(table, key)).toBe(value)
    }),
  )
})

test('keys that share their low bits, and more keys than slots', () => {
  const table = hashTable.create()
  for (let i = 1; i <= 5000; i++) hashTable.set(table, i * 2 ** 32 + 7, i)
  expect(table.size).toBe(5000)
  expect(hashTable.get(table, 2 ** 32 + 7)).toBe(1)
  expect(hashTable.get(table, 5000 * 2 ** 32 + 7)).toBe(5000)
  expect(hashTable.get(table, 8)).toBe(-1)
})

test('adding several keys at once is adding each', () => {
  const keys = Float64Array.from({ length: 3000 }, (_, i) => 1 + ((i * 7919) % 1009) * 4294967291)
  const amounts = Uint32Array.from(keys, (_, i) => i % 5)
  const [one, all, ones] = [hashTable.create(4), hashTable.create(4), hashTable.create(4)]
  keys.forEach((key, i) => {
    hashTable.add(one, key, amounts[i]!)
  })
  hashTable.addEach(all, keys, amounts)
  hashTable.addEach(ones, keys)
  const times = new Map<number, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  expect(all.size).toBe(1009)
  expect(all.size).toBe(one.size)
  for (const [key, count] of times) {
    expect(hashTable.get(all, key)).toBe(hashTable.get(one, key))
    expect(hashTable.get(ones, key)).toBe(count)
  }
})
