import { expect, test } from 'vitest'
import { lists } from '../src/lists.ts'

test('lists of any length come back, over chunks, gaps and merges', () => {
  const expected: number[][] = []
  const part = (from: number, documents: number) => {
    const made = lists.create('u32')
    const values: number[][] = []
    for (let i = 0; i < documents; i++) {
      // Every third document leaves none; one is larger than a chunk.
      const length = i % 3 === 2 ? 0 : i === 4 ? 5000 : (i * 37) % 400
      values.push(Array.from({ length }, (_, k) => from + i * 10 + k))
      if (length > 0) {
        lists.pad(made, i)
        lists.push(made, Uint32Array.from(values[i]!))
      }
    }
    return { made, values }
  }
  const all = lists.create('u32')
  for (const [from, documents] of [
    [0, 30],
    [1000, 1],
    [2000, 0],
    [3000, 50],
  ] as const) {
    const { made, values } = part(from, documents)
    if (from === 3000) lists.trim(made)
    lists.merge(all, made, expected.length)
    expected.push(...values)
  }
  lists.push(all, Uint32Array.of(1, 2, 3))
  expected.splice(all.lengths.length - 1, expected.length, [1, 2, 3])
  for (const [i, values] of expected.entries()) expect([...lists.at(all, i)]).toEqual(values)
  expect([...lists.at(all, 10_000)]).toEqual([])
})
