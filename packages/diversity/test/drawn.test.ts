import { drawn } from '@corpuscope/features'
import { expect, test } from 'vitest'
import { pairwiseCosine } from '../src/index.ts'
import { audited, documentsOf } from './examples.ts'

test('few documents are all drawn, of many the asked number, ascending and without one twice', async () => {
  const { rows } = await audited(pairwiseCosine(), documentsOf(Array.from({ length: 50 }, (_, i) => `text ${i}`)))
  const all = Uint32Array.from({ length: 50 }, (_, i) => i)
  expect(drawn(rows, all, 50)).toEqual(all)
  const ten = drawn(rows, all, 10)
  expect(ten).toHaveLength(10)
  expect([...ten]).toEqual([...new Set(ten)].sort((a, b) => a - b))
  expect(drawn(rows, all.slice().reverse(), 10)).toEqual(ten)
})

test('a larger sample holds the smaller one; what may not be drawn is not', async () => {
  const { rows } = await audited(pairwiseCosine(), documentsOf(Array.from({ length: 50 }, (_, i) => `text ${i}`)))
  const odd = Uint32Array.from({ length: 25 }, (_, i) => 2 * i + 1)
  const five = drawn(rows, odd, 5)
  expect(five.every((i) => i % 2 === 1)).toBe(true)
  const ten = new Set(drawn(rows, odd, 10))
  expect(five.every((i) => ten.has(i))).toBe(true)
})
