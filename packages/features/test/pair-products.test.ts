import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { dotProducts, eachProductBlock, type Precision, tileAt } from '../src/index.ts'

const random = seededRandom('pair products')
const rows = (n: number, d: number): Float64Array => Float64Array.from({ length: n * d }, () => random() - 0.5)

/** Every product that was visited, NaN where none was. */
function visited(x: Float64Array, y: Float64Array, d: number, options: { precision?: Precision; symmetric?: boolean }): Float64Array {
  const m = y.length / d
  const out = new Float64Array((x.length / d) * m).fill(Number.NaN)
  let last = -1
  eachProductBlock(
    x,
    y,
    d,
    ({ tiles, rows: [from, to], columns: [other, end], width }) => {
      expect(from * m + other).toBeGreaterThan(last)
      last = from * m + other
      for (let i = from; i < to; i++) for (let j = other; j < end; j++) out[i * m + j] = tiles[tileAt(i - from, j - other, width)]!
    },
    options,
  )
  return out
}

test.each([
  [1, 1, 1],
  [3, 5, 7],
  [129, 257, 17],
  [7, 130, 513],
  [130, 3, 1030],
])('%i x %i rows of %i columns: the bits of dotProducts, in either precision', (n, m, d) => {
  const [x, y] = [rows(n, d), rows(m, d)]
  for (const precision of ['double', 'single'] as const) {
    const expected = new Float64Array(n * m)
    dotProducts(x, y, d, [0, n], [0, m], expected, precision)
    expect(visited(x, y, d, { precision })).toEqual(expected)
  }
})

test('of a matrix with itself, every pair on and above the diagonal', () => {
  const n = 300
  const x = rows(n, 9)
  const found = visited(x, x, 9, { symmetric: true })
  const whole = visited(x, x, 9, {})
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) expect(found[i * n + j]).toBe(whole[i * n + j])
  expect(found[299 * n]).toBeNaN()
})

test('no rows: nothing to visit', () => {
  eachProductBlock(new Float64Array(0), rows(2, 3), 3, () => expect.unreachable())
})
