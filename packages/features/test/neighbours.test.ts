import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { dotProducts, nearestNeighbours } from '../src/index.ts'

function unitRows(n: number, d: number): Float64Array {
  const random = seededRandom('neighbours')
  const rows = Float64Array.from({ length: n * d }, () => random() - 0.5)
  for (let i = 0; i < n; i++) {
    const length = Math.hypot(...rows.subarray(i * d, (i + 1) * d))
    for (let k = i * d; k < (i + 1) * d; k++) rows[k]! /= length
  }
  return rows
}

test('three points on a circle', () => {
  const { k, indices, similarities } = nearestNeighbours(new Float64Array([1, 0, 0, 1, 0.6, 0.8]), 3, 2, 1)
  expect(k).toBe(1)
  expect([...indices]).toEqual([2, 2, 1])
  expect([...similarities]).toEqual([0.6, 0.8, 0.8])
})

test('equally near rows come by index, and a row is not its own neighbour', () => {
  const { indices } = nearestNeighbours(new Float64Array([1, 0, 1, 0, 1, 0, 0, 1]), 4, 2, 3)
  expect([...indices]).toEqual([1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2])
})

test('all the others when there are fewer than asked for', () => {
  expect(nearestNeighbours(unitRows(3, 2), 3, 2, 15).k).toBe(2)
  expect(nearestNeighbours(unitRows(1, 2), 1, 2, 15)).toEqual({ k: 0, indices: new Uint32Array(0), similarities: new Float64Array(0) })
  expect(nearestNeighbours(new Float64Array(0), 0, 2, 15).indices).toHaveLength(0)
})

test.each([
  [5, 3],
  [127, 8],
  [300, 16],
])('%i rows agree with sorting every similarity', (n, d) => {
  const vectors = unitRows(n, d)
  const all = new Float64Array(n * n)
  dotProducts(vectors, vectors, d, [0, n], [0, n], all)
  const { k, indices, similarities } = nearestNeighbours(vectors, n, d, 10)
  for (let i = 0; i < n; i++) {
    const others = Array.from({ length: n }, (_, j) => j).filter((j) => j !== i)
    const sorted = others.sort((a, b) => all[i * n + b]! - all[i * n + a]! || a - b).slice(0, 10)
    expect([...indices.subarray(i * k, (i + 1) * k)]).toEqual(sorted)
    expect([...similarities.subarray(i * k, (i + 1) * k)]).toEqual(sorted.map((j) => all[i * n + j]))
  }
})

test('chosen queries give their rows of the whole table', () => {
  const vectors = unitRows(300, 8)
  const whole = nearestNeighbours(vectors, 300, 8, 5)
  const chosen = nearestNeighbours(vectors, 300, 8, 5, { rows: new Uint32Array([299, 4, 150]) })
  expect([...chosen.indices]).toEqual([299, 4, 150].flatMap((i) => [...whole.indices.subarray(i * 5, i * 5 + 5)]))
  expect([...chosen.similarities]).toEqual([299, 4, 150].flatMap((i) => [...whole.similarities.subarray(i * 5, i * 5 + 5)]))
})

test('products do not depend on the block they are computed in', () => {
  const vectors = unitRows(11, 5)
  const all = new Float64Array(121)
  dotProducts(vectors, vectors, 5, [0, 11], [0, 11], all)
  const part = new Float64Array(21)
  dotProducts(vectors, vectors, 5, [2, 5], [3, 10], part)
  expect([...part]).toEqual([2, 3, 4].flatMap((i) => [...all.subarray(i * 11 + 3, i * 11 + 10)]))
})

test('k below 1 is refused', () => {
  expect(() => nearestNeighbours(unitRows(3, 2), 3, 2, 0)).toThrow('k must be a whole number, 1 or more')
})
