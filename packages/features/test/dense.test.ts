import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { gram, orthonormalise, pickRows, product } from '../src/index.ts'

const matrix = (n: number, d: number, seed = 1): Float64Array => {
  const random = seededRandom(`dense ${seed}`)
  return Float64Array.from({ length: n * d }, () => random() - 0.5)
}

test('the Gram matrix sums the outer products of the rows', () => {
  expect([...gram(new Float64Array([1, 0, 1, 1]), 2, 2)]).toEqual([2, 1, 1, 1])
  expect([...gram(new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 5, 2)]).toEqual([165, 190, 190, 220])
  expect([...gram(new Float64Array(0), 0, 2)]).toEqual([0, 0, 0, 0])
})

test('a product has rows times columns', () => {
  expect([...product(new Float64Array([1, 2, 3, 4]), 2, 2, new Float64Array([0, 1, 1, 0]), 2)]).toEqual([2, 1, 4, 3])
  const ones = new Float64Array(6).fill(1)
  expect([...product(new Float64Array([1, 2, 3, 4, 5, 6]), 1, 6, ones, 1)]).toEqual([21])
})

test('rows are picked in the order asked for', () => {
  expect([...pickRows(new Float64Array([1, 2, 3, 4, 5, 6]), 2, [2, 0])]).toEqual([5, 6, 1, 2])
})

test('twice orthonormalised columns are orthonormal to the last digits', () => {
  const n = 101
  const d = 23
  const x = matrix(n, d)
  // Columns of very different length, and nearly parallel ones.
  for (let i = 0; i < n; i++) {
    x[i * d + 3]! *= 1e5
    x[i * d + 4] = x[i * d + 3]! * 1e-5 + 1e-3 * x[i * d + 4]!
  }
  orthonormalise(x, n, d)
  orthonormalise(x, n, d)
  const products = gram(x, n, d)
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) expect(products[i * d + j]).toBeCloseTo(i === j ? 1 : 0, 13)
})

test('a column that depends on those before it becomes zero, and the others keep the space', () => {
  const n = 9
  const d = 4
  const x = matrix(n, d)
  for (let i = 0; i < n; i++) x[i * d + 2] = 2 * x[i * d]! - x[i * d + 1]!
  orthonormalise(x, n, d)
  const diagonal = [0, 1, 2, 3].map((i) => gram(x, n, d)[i * d + i]!)
  expect(diagonal[2]).toBe(0)
  for (const i of [0, 1, 3]) expect(diagonal[i]).toBeCloseTo(1, 13)
})

test('columns of zeros stay zeros', () => {
  const x = new Float64Array(6)
  orthonormalise(x, 3, 2)
  expect([...x]).toEqual([0, 0, 0, 0, 0, 0])
})
