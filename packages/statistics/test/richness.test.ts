import { expect, test } from 'vitest'
import { rarefactionCurve, rarefied, richness, seededRandom, unseenMassInterval } from '../src/index.ts'
import { expectClose, expectPair, testVectors } from './vectors.ts'

testVectors('coverage, Chao1 and rarefaction agree with the formulas of iNEXT', ({ richness: cases }) => {
  for (const { counts, ...expected } of [cases.small, cases.no_doubletons, cases.no_singletons, cases.all_singletons]) {
    const found = richness(counts!)!
    expectClose(1 - found.unseenMass, expected['good_turing_coverage_1-f1/n'])
    expectClose(found.coverage, expected.chao_jost_coverage)
    expectClose(found.chao1, expected.chao1)
    if (expected.chao1_ci95_lognormal) expectPair(found.interval, expected.chao1_ci95_lognormal)
    else expect(found.interval).toBeNull()
    for (const [m, kinds] of Object.entries(expected.rarefaction_extrapolation)) expectClose(rarefied(counts!, Number(m)), kinds)
  }
})

testVectors(
  'the SNOMED codes of 500 synthetic notes: 348 kinds, some 700 expected',
  ({ richness: { syngp500_multiplicity, syngp500_snomed_codes: expected } }) => {
    const counts = Object.entries(syngp500_multiplicity).flatMap(([times, kinds]) => Array<number>(kinds).fill(Number(times)))
    const found = richness(counts)!
    expect([found.n, found.seen, found.once, found.twice]).toEqual([500, 348, 236, 79])
    expectClose(found.chao1, expected.chao1)
    expectPair(found.interval, expected.chao1_ci95_lognormal!)
    for (const [m, kinds] of Object.entries(expected.rarefaction_extrapolation)) expectClose(rarefied(counts, Number(m)), kinds)
  },
)

test('rarefied to one document there is one kind, to none no kind', () => {
  expect(rarefied([5, 3, 1], 1)).toBeCloseTo(1, 12)
  expect(rarefied([5, 3, 1], 0)).toBeCloseTo(0, 12)
  expect(rarefied([5, 3, 1], 9)).toBe(3)
})

test('the curve rises, passes through what was seen, and its interval holds it', () => {
  const counts = [40, 20, 10, 5, 3, 2, 2, 1, 1, 1, 1]
  const curve = rarefactionCurve(counts, [1, 10, 43, 86, 172], { random: seededRandom(1) })
  expect(curve[3]!.kinds).toBe(11)
  for (const [i, { kinds, interval }] of curve.entries()) {
    expect(interval[0]).toBeLessThanOrEqual(kinds)
    expect(interval[1]).toBeGreaterThanOrEqual(kinds)
    if (i > 0) expect(kinds).toBeGreaterThan(curve[i - 1]!.kinds)
  }
})

test('the unseen mass has an interval unless nothing was seen once or twice', () => {
  const [low, high] = unseenMassInterval(richness([3, 2, 1, 1])!)!
  expect(low).toBeLessThan(2 / 7)
  expect(high).toBeGreaterThan(2 / 7)
  expect(unseenMassInterval(richness([5, 4])!)).toBeNull()
})

test('nothing seen, one seen, and a count that is none', () => {
  expect(richness([])).toBeNull()
  expect(richness([0, 0])).toBeNull()
  expect(rarefied([0], 3)).toBeNull()
  expect(rarefactionCurve([], [1], { random: seededRandom(1) })).toEqual([])
  expect(richness([1])).toMatchObject({ n: 1, seen: 1, chao1: 1, unseenMass: 1, interval: null })
  expect(() => richness([0.5])).toThrow(RangeError)
})
