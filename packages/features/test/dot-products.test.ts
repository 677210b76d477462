import { seededRandom } from '@corpuscope/statistics'
import { describe, expect, test } from 'vitest'
import { dotProductsOn, machineOf, type Precision } from '../src/dot-products.ts'
import { dotProducts } from '../src/index.ts'

const random = seededRandom('dot products')
const rows = (n: number, d: number): Float64Array => Float64Array.from({ length: n * d }, () => random() - 0.5)

/** Summed one by one, as the definition says. */
function plain(x: Float64Array, y: Float64Array, d: number, n: number, m: number): number[] {
  const out: number[] = []
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0
      for (let k = 0; k < d; k++) sum += x[i * d + k]! * y[j * d + k]!
      out.push(sum)
    }
  return out
}

const shapes = [
  [1, 1, 1],
  [2, 4, 2],
  [3, 5, 7],
  [65, 129, 17],
  [7, 130, 513],
  [130, 3, 1030],
] as const

describe.each([
  ['double', 1e-12],
  ['single', 1e-4],
] as const)('in %s precision', (precision, tolerance) => {
  test.each(shapes)('%i x %i rows of %i columns: what the definition gives', (n, m, d) => {
    const [x, y] = [rows(n, d), rows(m, d)]
    const out = new Float64Array(n * m)
    dotProducts(x, y, d, [0, n], [0, m], out, precision)
    const off = plain(x, y, d, n, m).map((sum, at) => Math.abs(out[at]! - sum))
    expect(Math.max(...off)).toBeLessThan(tolerance)
  })

  test.each(shapes)('%i x %i rows of %i columns: the same bits without SIMD', (n, m, d) => {
    const [x, y] = [rows(n, d), rows(m, d)]
    const [fast, slow] = [new Float64Array(n * m), new Float64Array(n * m)]
    dotProductsOn(machineOf(true), x, y, d, [0, n], [0, m], fast, precision)
    dotProductsOn(machineOf(false), x, y, d, [0, n], [0, m], slow, precision)
    expect(Buffer.compare(Buffer.from(fast.buffer), Buffer.from(slow.buffer))).toBe(0)
  })
})

test.each<Precision>(['double', 'single'])('whole numbers are exact in %s precision', (precision) => {
  const x = Float64Array.from({ length: 6 * 40 }, (_, i) => (i % 7) - 3)
  const out = new Float64Array(36)
  dotProducts(x, x, 40, [0, 6], [0, 6], out, precision)
  expect([...out]).toEqual(plain(x, x, 40, 6, 6))
})

test('any rows of either side, and rows of no columns', () => {
  const [x, y] = [rows(9, 6), rows(11, 6)]
  const all = new Float64Array(99)
  dotProducts(x, y, 6, [0, 9], [0, 11], all)
  const some = new Float64Array(6)
  dotProducts(x, y, 6, [7, 9], [5, 8], some)
  expect([...some]).toEqual([7, 8].flatMap((i) => [...all.subarray(i * 11 + 5, i * 11 + 8)]))
  const none = new Float64Array(4).fill(1)
  dotProducts(new Float64Array(0), new Float64Array(0), 0, [0, 2], [0, 2], none)
  expect([...none]).toEqual([0, 0, 0, 0])
})
