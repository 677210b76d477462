import { expect, test } from 'vitest'
import { classProbabilities, logisticRegression, type Sparse } from '../src/index.ts'

const sparse = (rows: readonly (readonly [column: number, value: number][])[], columns: number): Sparse => ({
  rows: rows.length,
  columns,
  starts: Uint32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).reduce((sum, row) => sum + row.length, 0))]),
  indices: Uint32Array.from(rows.flatMap((row) => row.map(([column]) => column))),
  values: Float64Array.from(rows.flatMap((row) => row.map(([, value]) => value))),
})

test('without terms it knows how frequent the classes are', () => {
  const matrix = sparse(
    Array.from({ length: 10 }, () => []),
    1,
  )
  const model = logisticRegression(matrix, [0, 0, 0, 0, 0, 0, 1, 1, 1, 2], 3, { iterations: 500 })
  const [a, b, c] = classProbabilities(model, matrix, 0)
  expect(a).toBeCloseTo(0.6, 3)
  expect(b).toBeCloseTo(0.3, 3)
  expect(c).toBeCloseTo(0.1, 3)
})

test('two classes and one term: the gradient is 0 where it stops', () => {
  const rows: [number, number][][] = [[[0, 1]], [[0, 0.5]], [[0, -1]], [[0, -0.2]]]
  const labels = [0, 0, 1, 0]
  const matrix = sparse(rows, 1)
  const model = logisticRegression(matrix, labels, 2, { penalty: 0.3, iterations: 3000 })
  const gradient = [0, 1].map((k) =>
    rows.reduce(
      (sum, row, i) => sum + (classProbabilities(model, matrix, i)[k]! - (labels[i] === k ? 1 : 0)) * row[0]![1],
      0.3 * model.weights[k]!,
    ),
  )
  for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-5)
})

test('a term of one class speaks for it, a temperature only makes it less sure', () => {
  const matrix = sparse([[[0, 1]], [[0, 1]], [[1, 1]], [[1, 1]]], 2)
  const model = logisticRegression(matrix, [0, 0, 1, -1], 2, { penalty: 0.01, iterations: 400 })
  expect(classProbabilities(model, matrix, 3)[1]).toBeGreaterThan(0.8)
  expect(classProbabilities(model, matrix, 3, 5)[1]).toBeLessThan(classProbabilities(model, matrix, 3)[1]!)
  expect(classProbabilities(model, matrix, 3, 5)[1]).toBeGreaterThan(0.5)
})

test('no label: every class alike; one class: certain', () => {
  const matrix = sparse([[[0, 1]]], 1)
  expect([...classProbabilities(logisticRegression(matrix, [-1], 4), matrix, 0)]).toEqual([0.25, 0.25, 0.25, 0.25])
  expect([...classProbabilities(logisticRegression(matrix, [0], 1), matrix, 0)]).toEqual([1])
})
