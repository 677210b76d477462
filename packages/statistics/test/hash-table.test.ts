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
