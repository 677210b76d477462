import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { multiply, type Sparse, transpose } from '../src/index.ts'
import { multiplyInScript } from '../src/sparse.ts'

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

test.each([
  [9, 40, 8],
  [5000, 300, 13],
  [4097, 64, 160],
])('%i x %i by %i columns: the kernel gives the bits of the definition, empty rows too', (rows, columns, width) => {
  const random = seededRandom('sparse')
  const starts = new Uint32Array(rows + 1)
  const indices: number[] = []
  for (let row = 0; row < rows; row++) {
    if (row % 7 !== 3) for (let column = 0; column < columns; column++) if (random() < 0.2 || rows < 10) indices.push(column)
    starts[row + 1] = indices.length
  }
  const sparse: Sparse = {
    rows,
    columns,
    starts,
    indices: Uint32Array.from(indices),
    values: Float64Array.from(indices, () => random() - 0.5),
  }
  const dense = Float64Array.from({ length: columns * width }, () => random() - 0.5)
  expect(
    Buffer.compare(Buffer.from(multiply(sparse, dense, width).buffer), Buffer.from(multiplyInScript(sparse, dense, width).buffer)),
  ).toBe(0)
})
