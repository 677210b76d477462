import { expect, test } from 'vitest'
import { multiply, type Sparse, transpose } from '../src/index.ts'

// 1 0 2
// 0 0 0
// 0 3 4
const matrix: Sparse = {
  rows: 3,
  columns: 3,
  starts: new Uint32Array([0, 2, 2, 4]),
  indices: new Uint32Array([0, 2, 1, 2]),
  values: new Float64Array([1, 2, 3, 4]),
}

test('the transpose exchanges rows and columns', () => {
  const turned = transpose(matrix)
  expect([...turned.starts]).toEqual([0, 1, 2, 4])
  expect([...turned.indices]).toEqual([0, 2, 0, 2])
  expect([...turned.values]).toEqual([1, 3, 2, 4])
  expect(transpose(turned)).toEqual(matrix)
})

test('a product with a dense matrix', () => {
  expect([...multiply(matrix, new Float64Array([1, 10, 2, 20, 3, 30]), 2)]).toEqual([7, 70, 0, 0, 18, 180])
})

test('rows of any length are summed whole', () => {
  for (const length of [1, 3, 4, 5, 8, 11]) {
    const row: Sparse = {
      rows: 1,
      columns: length,
      starts: new Uint32Array([0, length]),
      indices: Uint32Array.from({ length }, (_, i) => i),
      values: new Float64Array(length).fill(1),
    }
    expect([...multiply(row, new Float64Array(length).fill(1), 1)]).toEqual([length])
  }
})

test('an empty matrix has an empty product', () => {
  const empty: Sparse = { rows: 0, columns: 0, starts: new Uint32Array(1), indices: new Uint32Array(0), values: new Float64Array(0) }
  expect(multiply(empty, new Float64Array(0), 3)).toHaveLength(0)
  expect(transpose(empty).rows).toBe(0)
})
