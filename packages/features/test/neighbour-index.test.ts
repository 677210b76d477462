import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { nearestAmong, nearestNeighbours, neighbourIndex, recall } from '../src/index.ts'

const random = seededRandom('index')

/** Unit rows around some directions. */
function clustered(n: number, d: number, kinds: number): Float64Array {
  const centres = Float64Array.from({ length: kinds * d }, () => random() - 0.5)
  const rows = new Float64Array(n * d)
  for (let i = 0; i < n; i++) {
    const row = Array.from({ length: d }, (_, k) => centres[(i % kinds) * d + k]! + 0.3 * (random() - 0.5))
    const length = Math.hypot(...row)
    for (let k = 0; k < d; k++) rows[i * d + k] = row[k]! / length
  }
  return rows
}

test('the nearest of other rows are those that sorting finds, equally near ones by index', () => {
  const rows = clustered(300, 8, 5)
  const [queries, vectors] = [rows.slice(0, 20 * 8), rows.slice(20 * 8)]
  const { indices, similarities } = nearestAmong(queries, vectors, 8, 4)
  for (let i = 0; i < 20; i++) {
    const cosine = (j: number): number => {
      let sum = 0
      for (let k = 0; k < 8; k++) sum += queries[i * 8 + k]! * vectors[j * 8 + k]!
      return sum
    }
    const sorted = Array.from({ length: 280 }, (_, j) => j).sort((a, b) => cosine(b) - cosine(a) || a - b)
    expect([...indices.subarray(4 * i, 4 * i + 4)]).toEqual(sorted.slice(0, 4))
    expect(similarities[4 * i]!).toBeCloseTo(cosine(sorted[0]!), 12)
  }
  expect(() => nearestAmong(queries, vectors, 8, 281)).toThrow('k must be 1 to 280')
})

test('of rows in clusters the index finds nearly all, and two builds find the same', () => {
  const [n, d] = [4000, 16]
  const rows = clustered(n, d, 40)
  const queries = rows.slice(0, 500 * d)
  const found = neighbourIndex(rows, n, d, seededRandom(1)).nearest(queries, 5)
  const exact = nearestAmong(queries, rows, d, 5)
  expect(recall(found, exact)).toBeGreaterThan(0.95)
  expect(neighbourIndex(rows, n, d, seededRandom(1)).nearest(queries, 5)).toEqual(found)
  // What is found is never nearer than the truth.
  for (let at = 0; at < found.similarities.length; at++) expect(found.similarities[at]!).toBeLessThan(exact.similarities[at]! + 1e-6)
})

test('recall counts what both hold', () => {
  const of = (...indices: number[]) => ({ k: 2, indices: Uint32Array.from(indices), similarities: new Float64Array(indices.length) })
  expect(recall(of(1, 2, 3, 4), of(2, 1, 3, 5))).toBe(0.75)
})

test('few rows are one cell', () => {
  const rows = clustered(3, 4, 1)
  const { indices } = neighbourIndex(rows, 3, 4, seededRandom(1)).nearest(rows, 1)
  expect([...indices]).toEqual([0, 1, 2])
  expect(nearestNeighbours(rows, 3, 4, 1).k).toBe(1)
})
