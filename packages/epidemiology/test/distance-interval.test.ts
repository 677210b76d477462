import { multinomialDraws, multinomialNull, seededRandom, totalVariation } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { type Distance, distanceInterval } from '../src/index.ts'

const half = [0.5, 0.5]
const fromHalf: Distance = { of: (shares) => totalVariation(shares, half), scale: 'square' }
const interval = (counts: number[], distance: Distance = fromHalf, chance = 0) =>
  distanceInterval(counts, distance, { random: seededRandom('interval'), chance })

test('two categories: as far from one half as the share is', () => {
  // 700 of 1,000: a Wilson interval of the share less one half is 0.171 to 0.228.
  const [low, high] = interval([700, 300])!
  expect(low).toBeCloseTo(0.171, 2)
  expect(high).toBeCloseTo(0.228, 2)
})

test('the interval holds the value, and 0 where the value is within chance', () => {
  expect(interval([500, 500])).toEqual([0, expect.any(Number)])
  const [low, high] = interval([520, 480], fromHalf, 0.031)!
  expect(low).toBe(0)
  expect(high).toBeGreaterThanOrEqual(0.02)
})

test('one document, none, or one category alone: resampling says nothing', () => {
  expect(interval([1, 0])).toBeNull()
  expect(interval([0, 0])).toBeNull()
  expect(interval([50, 0])).toBeNull()
  expect(interval([])).toBeNull()
})

test('stays between 0 and 1', () => {
  const far: Distance = { of: (shares) => totalVariation(shares, [0, 0, 1]), scale: 'square' }
  expect(interval([3, 2, 0], far)![1]).toBeLessThanOrEqual(1)
})

test.each([0, 0.1, 0.3])('covers a true distance of %d about as often as it says', (truth) => {
  const reference = [0.4, 0.2, 0.2, 0.1, 0.05, 0.05]
  const population = reference.map((share, i) => share + (i === 1 ? truth : i === 0 ? -truth : 0))
  const distance: Distance = { of: (shares) => totalVariation(shares, reference), scale: 'square' }
  const chance = multinomialNull(reference, 200, distance.of, { random: seededRandom('chance') })!.q95
  const draw = multinomialDraws(population, 200, seededRandom(`corpora ${truth}`))
  const counts = new Float64Array(6)
  let covered = 0
  for (let i = 0; i < 200; i++) {
    draw(counts)
    const [low, high] = distanceInterval(counts, distance, { random: seededRandom(i), draws: 400, chance })!
    if (low <= truth + 1e-12 && truth <= high) covered++
  }
  // Three standard errors of 200 trials below 95 %.
  expect(covered / 200).toBeGreaterThanOrEqual(0.9)
})
