import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hellinger,
  jensenShannonDistance,
  jensenShannonDivergence,
  kullbackLeibler,
  populationStabilityIndex,
  sharesOf,
  totalVariation,
} from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

testVectors('agree with SciPy', ({ distances }) => {
  for (const d of [distances.p_vs_q, distances.with_zeros, distances.disjoint, distances.identical]) {
    expectClose(totalVariation(d.p, d.q), d.tv)
    expectClose(hellinger(d.p, d.q), d.hellinger)
    expectClose(jensenShannonDivergence(d.p, d.q), d.js_divergence_bits)
    expectClose(jensenShannonDistance(d.p, d.q), d.js_distance_base2)
    for (const [found, expected] of [
      [kullbackLeibler(d.p, d.q), d.kl_nats_p_q],
      [kullbackLeibler(d.q, d.p), d.kl_nats_q_p],
    ] as const) {
      if (expected === null) expect(found).toBeNull()
      else expectClose(found, expected)
    }
  }
})

testVectors('population stability index, and its floor', ({ psi }) => {
  expectClose(populationStabilityIndex(psi.expected, psi.actual), psi.psi)
  expectClose(populationStabilityIndex(psi.expected, psi.with_zero_actual), psi['psi_zero_floor_1e-4_not_renormalised'])
  expect(populationStabilityIndex(psi.expected, psi.with_zero_actual, { floor: 0 })).toBeNull()
})

testVectors('500 synthetic notes against 31 categories of general practice', ({ syngp500_vs_beach_31_categories: beach }) => {
  const p = sharesOf(beach.syngp500_counts_n500)!
  const q = sharesOf(beach.beach_percent)!
  expectClose(totalVariation(p, q), beach.observed.tv)
  expectClose(jensenShannonDivergence(p, q), beach.observed.jsd_bits)
  expectClose(hellinger(p, q), beach.observed.hellinger)
  expectClose(kullbackLeibler(p, q), beach.kl_nats_syn_beach)
  expectClose(populationStabilityIndex(q, p), beach.psi)
})

const pairs = fc
  .array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1 })
  .filter((cells) => cells.some(([a]) => a > 0) && cells.some(([, b]) => b > 0))
  .map((cells) => [sharesOf(cells.map(([a]) => a))!, sharesOf(cells.map(([, b]) => b))!] as const)

test('bounds, symmetry and the order of the distances', () => {
  fc.assert(
    fc.property(pairs, ([p, q]) => {
      const tv = totalVariation(p, q)
      const h = hellinger(p, q)
      const js = jensenShannonDivergence(p, q)
      for (const value of [tv, h, js]) expect(value >= 0 && value <= 1).toBe(true)
      for (const distance of [totalVariation, hellinger, jensenShannonDivergence]) {
        expect(distance(q, p)).toBe(distance(p, q))
        expect(distance(p, p)).toBe(0)
      }
      expect(h * h).toBeLessThanOrEqual(tv + 1e-12)
      expect(tv).toBeLessThanOrEqual(Math.SQRT2 * h + 1e-12)
      expect(js).toBeLessThanOrEqual(tv + 1e-12)
      // Pinsker
      expect(tv).toBeLessThanOrEqual(Math.sqrt((kullbackLeibler(p, q) ?? Infinity) / 2) + 1e-12)
    }),
  )
})

test('says what is wrong with the shares', () => {
  expect(() => totalVariation([1], [0.5, 0.5])).toThrow('same categories')
  expect(() => hellinger([0.5, 0.6], [0.5, 0.5])).toThrow('sum to 1')
  expect(() => kullbackLeibler([1.5, -0.5], [0.5, 0.5])).toThrow('share 1 must be 0 or more')
  expect(() => jensenShannonDivergence([Number.NaN, 1], [0.5, 0.5])).toThrow(RangeError)
  expect(() => populationStabilityIndex([], [])).toThrow(RangeError)
})

test('shares of counts', () => {
  expect([...sharesOf([1, 3])!]).toEqual([0.25, 0.75])
  expect(sharesOf([0, 0])).toBeNull()
  expect(sharesOf([])).toBeNull()
  expect(() => sharesOf([-1, 2])).toThrow(RangeError)
})
