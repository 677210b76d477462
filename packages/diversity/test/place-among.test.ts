import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { placeAmong } from '../src/index.ts'
import { unitRows } from './examples.ts'

const map = { x: Float64Array.from([0, 1, 10, 11]), y: Float64Array.from([0, 0, 5, 5]) }
const vectors = unitRows([
  [1, 0, 0],
  [1, 0.1, 0],
  [0, 0, 1],
  [0, 0.1, 1],
])

test('a copy of a document on the map lies where that lies; what is like two of them lies between', () => {
  const { x, y, recall } = placeAmong(
    map,
    vectors,
    3,
    unitRows([
      [0, 0, 1],
      [1, 0.05, 0],
    ]),
    seededRandom(1),
  )
  expect(x[0]!).toBeCloseTo(10, 2)
  expect(y[0]!).toBeCloseTo(5, 2)
  expect(x[1]!).toBeGreaterThan(0.2)
  expect(x[1]!).toBeLessThan(0.8)
  expect(recall).toBe(1)
})
