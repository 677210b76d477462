import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { sharedRuns, tallyOf } from '../src/index.ts'

/** Elements below 2^53, given as runs of two hashes. */
const all = (sets: readonly (readonly number[])[], least: number) => {
  const runs = sets.map((set) => ({
    count: set.length,
    low: Uint32Array.from(set, (each) => each % 2 ** 32),
    high: Uint32Array.from(set, (each) => Math.floor(each / 2 ** 32) * 2 ** 11),
  }))
  const total = sets.reduce((sum, { length }) => sum + length, 0)
  const members = sets.map((_, i) => i)
  const shared = sharedRuns(tallyOf(members, { low: (i) => runs[i]!.low }, total, least), { runs: (i) => runs[i]! })
  return { ...shared, has: (each: number) => shared.has((each % 2 ** 32) >>> 0, Math.floor(each / 2 ** 32) * 2 ** 11) }
}

test('what stands in enough sets is shared, and what stands in the same sets is one block', () => {
  const shared = all([[1, 2, 3, 9], [1, 2, 3], [1, 2, 4], [5]], 2)
  expect(shared.count).toBe(3)
  expect([1, 2, 3, 4, 5, 9].map((element) => shared.has(element))).toEqual([true, true, true, false, false, false])
  expect(shared.blocks).toEqual([
    { documents: 3, runs: 2, first: 0 },
    { documents: 2, runs: 1, first: 0 },
  ])
})

test('no sets, and empty ones', () => {
  expect(all([], 2)).toMatchObject({ count: 0, blocks: [] })
  expect(all([[], []], 2).has(0)).toBe(false)
})

test('equals counting in a Map, and finds elements that differ in their upper bits alone', () => {
  const random = seededRandom('shared')
  const elements = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? Math.floor(random() * 2 ** 53) : i * 2 ** 32))
  const sets = Array.from({ length: 200 }, (_, i) => elements.filter((_, at) => random() < (at % 10) / 60 + i / 4000))
  const counts = new Map<number, number>()
  for (const set of sets) for (const element of set) counts.set(element, (counts.get(element) ?? 0) + 1)
  const shared = all(sets, 20)
  expect(shared.count).toBe([...counts.values()].filter((count) => count >= 20).length)
  for (const [element, count] of counts) expect(shared.has(element)).toBe(count >= 20)
})
