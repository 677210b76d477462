import { expect, test } from 'vitest'
import { bootstrapInterval, ratioInterval, seededRandom } from '../src/index.ts'

test('over equal denominators it is the interval of a mean', () => {
  const values = [0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 1]
  const { interval } = ratioInterval(
    values,
    values.map(() => 1),
    { random: seededRandom('a'), resamples: 4000 },
  )
  const meanOf = (weights: Uint32Array): number =>
    values.reduce((sum, value, i) => sum + weights[i]! * value, 0) / weights.reduce((sum, weight) => sum + weight, 0)
  const mean = bootstrapInterval(values.length, meanOf, { random: seededRandom('b'), resamples: 4000 })!
  expect(Math.abs(interval![0] - mean[0])).toBeLessThan(0.06)
  expect(Math.abs(interval![1] - mean[1])).toBeLessThan(0.06)
})

test('covers the true ratio in about 95 of 100 samples, by either method', () => {
  for (const n of [200, 2500]) {
    let covered = 0
    const rounds = 200
    for (let round = 0; round < rounds; round++) {
      const random = seededRandom(`${n} ${round}`)
      const b = Array.from({ length: n }, () => Math.floor(random() * 6))
      const a = b.map((most) => Array.from({ length: most }, () => random()).filter((each) => each < 0.7).length)
      const { interval, method } = ratioInterval(a, b, { random, resamples: 300 })
      expect(method).toBe(n > 2000 ? 'normal' : 'BCa bootstrap')
      if (interval![0] <= 0.7 && interval![1] >= 0.7) covered++
    }
    expect(covered / rounds).toBeGreaterThan(0.89)
    expect(covered / rounds).toBeLessThan(0.99)
  }
})

test('nothing to divide by, or one thing, has no interval', () => {
  expect(ratioInterval([0, 0], [0, 0], { random: seededRandom('a') }).interval).toBeNull()
  expect(ratioInterval([1], [1], { random: seededRandom('a') }).interval).toBeNull()
})
