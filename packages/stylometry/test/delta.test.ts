import fc from 'fast-check'
import { expect, test } from 'vitest'
import { burrowsDelta, cosineDelta, ederDelta, ederSimple, quadraticDelta, standardised } from '../src/index.ts'
import { hasPeers, readShared } from './peers.ts'

test('two words, two documents: the arithmetic stands here', () => {
  const [a, b] = standardised([
    [0.1, 0.3],
    [0.3, 0.3],
  ]) as [Float64Array, Float64Array]
  expect([...a, ...b]).toEqual([-Math.SQRT1_2, 0, Math.SQRT1_2, 0].map((z) => expect.closeTo(z, 12)))
  expect(burrowsDelta(a, b)).toBeCloseTo(Math.SQRT2 / 2, 12)
  expect(cosineDelta(a, b)).toBeCloseTo(2, 12)
  expect(cosineDelta(a, [0, 0])).toBeNull()
})

test.skipIf(!hasPeers)('agrees with the published vectors', () => {
  const { delta } = JSON.parse(readShared('references/stylometry-vectors.json'))
  const frequencies = delta.relative_frequencies as number[][]
  const z = standardised(frequencies)
  z.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(delta.z[i][j], 9)
    })
  })
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      expect(burrowsDelta(z[i]!, z[j]!)).toBeCloseTo(delta.burrows_delta_mean_abs[i][j], 9)
      expect(quadraticDelta(z[i]!, z[j]!)).toBeCloseTo(delta.quadratic_delta_argamon[i][j], 9)
      expect(cosineDelta(z[i]!, z[j]!)).toBeCloseTo(delta.cosine_delta[i][j], 9)
      expect(ederDelta(z[i]!, z[j]!)).toBeCloseTo(delta.eder_delta_rank_weighted_mean[i][j], 9)
      expect(ederSimple(frequencies[i]!, frequencies[j]!)).toBeCloseTo(delta.eder_simple_sqrt[i][j], 9)
    }
})

test('a distance is 0 from itself, the same both ways, and Eder never exceeds Burrows', () => {
  const row = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(row, row, (a, b) => {
      for (const distance of [burrowsDelta, quadraticDelta, ederDelta]) {
        expect(distance(a, a)).toBe(0)
        expect(distance(a, b)).toBe(distance(b, a))
      }
      expect(ederDelta(a, b)).toBeLessThanOrEqual(burrowsDelta(a, b) + 1e-12)
    }),
  )
})
