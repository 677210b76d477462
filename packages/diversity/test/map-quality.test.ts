import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { mapQuality } from '../src/index.ts'

const trustworthiness = (...map: Parameters<typeof mapQuality>): number => mapQuality(...map).trustworthiness

/** Points on a quarter circle, where cosine falls with distance along it. */
const onCircle = (n: number): Float64Array =>
  Float64Array.from({ length: 2 * n }, (_, at) => {
    // Steps grow, so that no two neighbours are equally near.
    const angle = (Math.PI / 2) * (Math.floor(at / 2) / n) ** 1.3
    return at % 2 === 0 ? Math.cos(angle) : Math.sin(angle)
  })
const column = (rows: Float64Array, k: number): Float64Array => rows.filter((_, at) => at % 2 === k)

test('a map that keeps the space is trusted wholly', () => {
  const rows = onCircle(40)
  expect(trustworthiness(rows, 40, 2, column(rows, 0), column(rows, 1), 5)).toBe(1)
})

test('one wrong neighbour costs how far beyond k it ranks', () => {
  // Four at 0, 20, 50 and 90 degrees; on the map the third and the fourth changed places.
  const rows = Float64Array.from(
    [0, 20, 50, 90].flatMap((degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]),
  )
  const x = new Float64Array([0, 2, 9, 5])
  // Nearest on the map: 1, 0, 3, 1. Ranks in the space: 1, 1, 2 (its nearest is 1), 2 (its nearest is 2).
  expect(trustworthiness(rows, 4, 2, x, new Float64Array(4), 1)).toBeCloseTo(1 - (2 / (4 * 1 * (8 - 3 - 1))) * (1 + 1), 15)
})

test('a map at random is trusted about half', () => {
  const random = seededRandom('map')
  const rows = onCircle(400)
  const places = () => Float64Array.from({ length: 400 }, random)
  const value = trustworthiness(rows, 400, 2, places(), places(), 15)
  expect(value).toBeGreaterThan(0.45)
  expect(value).toBeLessThan(0.55)
})

test('equal rows rank alike, in whatever order the map holds them', () => {
  const rows = Float64Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 1 : 0))
  const x = Float64Array.from({ length: 20 }, (_, i) => (i * 7) % 20)
  expect(trustworthiness(rows, 20, 2, x, new Float64Array(20), 3)).toBe(1)
})

test('k of half the documents or more is refused', () => {
  expect(() => trustworthiness(onCircle(6), 6, 2, new Float64Array(6), new Float64Array(6), 3)).toThrow('k must be 1 or more and below 3')
})
