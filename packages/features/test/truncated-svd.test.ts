import { seededRandom, symmetricEigen } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { gram, type Sparse, truncatedSvd } from '../src/index.ts'

function sparseOf(dense: Float64Array, rows: number, columns: number): Sparse {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      if (dense[i * columns + j] !== 0) {
        indices.push(j)
        values.push(dense[i * columns + j]!)
      }
    starts.push(indices.length)
  }
  return { rows, columns, starts: Uint32Array.from(starts), indices: Uint32Array.from(indices), values: Float64Array.from(values) }
}

/** Mostly zeros, with a few strong directions above a slow decline, as term weights have. */
function example(rows: number, columns: number): Float64Array {
  const random = seededRandom('svd')
  return Float64Array.from({ length: rows * columns }, (_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns]
    return random() < 0.15 || i % 5 === j % 5 ? random() / (1 + j / 40) : 0
  })
}

const singularValues = (dense: Float64Array, rows: number, columns: number): Float64Array =>
  symmetricEigen(gram(dense, rows, columns), columns).values.map((value) => Math.sqrt(Math.max(0, value)))

test('a matrix of full rank below the width is decomposed exactly: scores keep all inner products', () => {
  const dense = example(12, 30)
  const { rank, scores, values } = truncatedSvd(sparseOf(dense, 12, 30), 12, seededRandom(1))
  expect(rank).toBe(12)
  const exact = singularValues(dense, 12, 30)
  for (let k = 0; k < 12; k++) expect(values[k]).toBeCloseTo(exact[k]!, 12)
  for (let i = 0; i < 12; i++)
    for (let j = 0; j < 12; j++) {
      let exact = 0
      let kept = 0
      for (let k = 0; k < 30; k++) exact += dense[i * 30 + k]! * dense[j * 30 + k]!
      for (let k = 0; k < rank; k++) kept += scores[i * rank + k]! * scores[j * rank + k]!
      expect(kept).toBeCloseTo(exact, 12)
    }
})

test('more rows than the width: leading values to 1e-9, the last ones a little low', () => {
  const exact = singularValues(example(300, 120), 300, 120)
  const { values } = truncatedSvd(sparseOf(example(300, 120), 300, 120), 20, seededRandom(1))
  expect(values).toHaveLength(20)
  for (let k = 0; k < 5; k++) expect(values[k]).toBeCloseTo(exact[k]!, 9)
  for (let k = 0; k < 20; k++) {
    expect(values[k]).toBeLessThan(exact[k]! * (1 + 1e-12))
    expect(values[k]).toBeGreaterThan(exact[k]! * 0.97)
  }
})

test('few columns limit the rank', () => {
  const { rank, values } = truncatedSvd(sparseOf(example(200, 6), 200, 6), 128, seededRandom(1))
  expect(rank).toBe(6)
  const exact = singularValues(example(200, 6), 200, 6)
  for (let k = 0; k < 6; k++) expect(values[k]).toBeCloseTo(exact[k]!, 10)
})

test('equal rows have rank 1', () => {
  const { rank, values } = truncatedSvd(sparseOf(new Float64Array(400).fill(0.5), 100, 4), 50, seededRandom(1))
  expect(rank).toBe(1)
  expect(values[0]).toBeCloseTo(10, 12)
})

test('signs: the largest score of each column is positive; another seed changes next to nothing', () => {
  const matrix = sparseOf(example(60, 40), 60, 40)
  const first = truncatedSvd(matrix, 5, seededRandom(1))
  const second = truncatedSvd(matrix, 5, seededRandom(2))
  for (let k = 0; k < 5; k++) {
    const column = Array.from({ length: 60 }, (_, i) => first.scores[i * 5 + k]!)
    expect(Math.max(...column)).toBe(Math.max(...column.map(Math.abs)))
  }
  for (let at = 0; at < first.scores.length; at++) expect(second.scores[at]).toBeCloseTo(first.scores[at]!, 4)
  expect(truncatedSvd(matrix, 5, seededRandom(1)).scores).toEqual(first.scores)
})

test.each([
  [0, 0],
  [3, 0],
  [3, 2],
])('%i x %i zeros have no direction', (rows, columns) => {
  const { rank, scores } = truncatedSvd(sparseOf(new Float64Array(rows * columns), rows, columns), 8, seededRandom(1))
  expect(rank).toBe(0)
  expect(scores).toHaveLength(0)
})

test('one direction that outweighs the others a thousandfold does not drown them', () => {
  // A template with small fillings: every row has the same great entry, and little of its own.
  const [rows, columns] = [400, 90]
  const fillings = example(rows, columns)
  const dense = fillings.map((value, at) => (at % columns === 0 ? 100 : 0.1 * value))
  const exact = singularValues(dense, rows, columns)
  const { rank, values } = truncatedSvd(sparseOf(dense, rows, columns), 20, seededRandom(1))
  expect(rank).toBe(20)
  expect(exact[0]! / exact[1]!).toBeGreaterThan(1000)
  for (let k = 0; k < 20; k++) expect(Math.abs(values[k]! / exact[k]! - 1)).toBeLessThan(0.02)
})
