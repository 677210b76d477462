import { expect, test } from 'vitest'
import { seededRandom, symmetricEigen } from '../src/index.ts'
import { expectClose } from './vectors.ts'

function randomSymmetric(n: number, seed: number): Float64Array {
  const random = seededRandom(seed)
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = random() - 0.5
  return matrix
}

/** X X' of n points in few dimensions. */
function lowRank(n: number, rank: number): Float64Array {
  const random = seededRandom(rank)
  const x = Array.from({ length: n }, () => Array.from({ length: rank }, () => random() - 0.5))
  return Float64Array.from({ length: n * n }, (_, at) => {
    const a = x[Math.floor(at / n)]!
    const b = x[at % n]!
    return a.reduce((sum, value, k) => sum + value * b[k]!, 0)
  })
}

const scaled = (matrix: Float64Array, by: number): Float64Array => matrix.map((entry) => entry * by)

test.each([
  ['one', new Float64Array([-3]), 1],
  ['random, 2', randomSymmetric(2, 1), 2],
  ['random, 3', randomSymmetric(3, 2), 3],
  ['random, 60', randomSymmetric(60, 3), 60],
  ['low rank', lowRank(50, 4), 50],
  ['zeros', new Float64Array(25), 5],
  ['identity', Float64Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? 1 : 0)), 4],
  ['large entries', scaled(randomSymmetric(20, 4), 1e100), 20],
  ['small entries', scaled(randomSymmetric(20, 5), 1e-100), 20],
])('%s: vectors are orthonormal and put the matrix together again', (_, matrix, n) => {
  const before = matrix.slice()
  const { values, vectors } = symmetricEigen(matrix, n, { vectors: true })
  expect(matrix).toEqual(before)
  const norm = matrix.reduce((sum, entry) => Math.max(sum, Math.abs(entry)), 0)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let product = 0
      let rebuilt = 0
      for (let k = 0; k < n; k++) {
        product += vectors[k * n + i]! * vectors[k * n + j]!
        rebuilt += vectors[i * n + k]! * values[k]! * vectors[j * n + k]!
      }
      expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-13)
      expect(Math.abs(rebuilt - matrix[i * n + j]!)).toBeLessThanOrEqual(1e-13 * n * norm)
    }
  }
  for (let k = 1; k < n; k++) expect(values[k]!).toBeLessThanOrEqual(values[k - 1]!)
  const alone = symmetricEigen(matrix, n).values
  for (let k = 0; k < n; k++) expect(Math.abs(alone[k]! - values[k]!)).toBeLessThanOrEqual(1e-14 * n * norm)
})

test('two by two, with the largest component positive', () => {
  const { values, vectors } = symmetricEigen(new Float64Array([2, 1, 1, 2]), 2, { vectors: true })
  expectClose(values[0], 3, 1e-15)
  expectClose(values[1], 1, 1e-15)
  const half = Math.SQRT1_2
  for (const [i, expected] of [half, half, half, -half].entries()) expectClose(vectors[i], expected, 1e-15)
})

test('the second difference has eigenvalues 2 - 2 cos(k pi / (n + 1))', () => {
  const n = 40
  const matrix = Float64Array.from({ length: n * n }, (_, at) => {
    const apart = Math.abs(Math.floor(at / n) - (at % n))
    return apart === 0 ? 2 : apart === 1 ? -1 : 0
  })
  const { values } = symmetricEigen(matrix, n)
  for (let k = 0; k < n; k++) expect(Math.abs(values[k]! - (2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1))))).toBeLessThan(1e-14)
})

test('all ones have one eigenvalue, n', () => {
  const { values, vectors } = symmetricEigen(new Float64Array(900).fill(1), 30, { vectors: true })
  expectClose(values[0], 30, 1e-14)
  for (const value of values.subarray(1)) expect(Math.abs(value)).toBeLessThan(1e-13)
  for (let i = 0; i < 30; i++) expectClose(vectors[i * 30], 1 / Math.sqrt(30), 1e-13)
})

test('odd inputs', () => {
  expect(symmetricEigen(new Float64Array(0), 0)).toEqual({ values: new Float64Array(0), vectors: new Float64Array(0) })
  expect(() => symmetricEigen(new Float64Array(3), 2)).toThrow(RangeError)
  expect(() => symmetricEigen(new Float64Array([Number.NaN]), 1)).toThrow(RangeError)
})
