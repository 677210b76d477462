import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { correctedPrevalence, correctedShares, roganGladen } from '../src/index.ts'

test('Rogan & Gladen: 30 % coded by a test of 90 % sensitivity and 80 % specificity is 1 in 7', () => {
  const { prevalence, interval } = roganGladen(300, 1000, [90, 100], [80, 100])!
  expect(prevalence).toBeCloseTo((0.3 + 0.8 - 1) / 0.7, 12)
  expect(interval[0]).toBeLessThan(prevalence)
  expect(interval[1]).toBeGreaterThan(prevalence)
})

test('bounded at 0 and 1, undefined for a coder that knows nothing', () => {
  expect(roganGladen(0, 10, [9, 10], [8, 10])!.prevalence).toBe(0)
  expect(roganGladen(10, 10, [9, 10], [8, 10])!.prevalence).toBe(1)
  expect(roganGladen(5, 10, [5, 10], [5, 10])).toBeNull()
  expect(roganGladen(0, 0, [1, 1], [1, 1])).toBeNull()
  expect(roganGladen(1, 2, [0, 0], [1, 1])).toBeNull()
})

test('two classes: the inverse of the confusion matrix, which is Rogan & Gladen', () => {
  const confusion = { classes: 2, counts: [90, 10, 20, 80] }
  const shares = correctedShares([300, 700], confusion, 0, 20_000)!
  expect(shares[0]).toBeCloseTo((0.3 + 0.8 - 1) / 0.7, 6)
})

test('a coder that is always right corrects nothing; where the inverse would be negative, shares stay shares', () => {
  expect([...correctedShares([3, 7], { classes: 2, counts: [5, 0, 0, 5] }, 0)!]).toEqual(
    [0.3, 0.7].map((share) => expect.closeTo(share, 9)),
  )
  const bounded = correctedShares([0, 100], { classes: 2, counts: [90, 10, 20, 80] }, 0, 5000)!
  expect(bounded[0]).toBeCloseTo(0, 3)
  expect(bounded[0]! + bounded[1]!).toBeCloseTo(1, 12)
})

test('the interval holds the truth about as often as it says', () => {
  // Truth: 20 % of the first class; a coder of 90 % and 80 %.
  const random = seededRandom('prevalence')
  let covered = 0
  const draw = (p: number, n: number): number => Array.from({ length: n }, () => (random() < p ? 1 : 0)).reduce<number>((a, b) => a + b, 0)
  for (let round = 0; round < 60; round++) {
    const hits = draw(0.9, 40)
    const misses = draw(0.2, 160)
    const has = draw(0.2, 500)
    const coded = draw(0.9, has) + draw(0.2, 500 - has)
    const labelled = draw(0.2, 200)
    const { intervals } = correctedPrevalence(
      [labelled, 200 - labelled],
      [coded, 500 - coded],
      { classes: 2, counts: [hits, 40 - hits, misses, 160 - misses] },
      { random, draws: 100 },
    )!
    if (intervals[0]![0] <= 0.2 && 0.2 <= intervals[0]![1]) covered++
  }
  expect(covered / 60).toBeGreaterThan(0.85)
})

test('nothing coded: the labels alone; nothing at all: nothing', () => {
  const confusion = { classes: 2, counts: [1, 0, 0, 1] }
  expect([...correctedPrevalence([1, 3], [0, 0], confusion, { random: seededRandom(1) })!.shares]).toEqual([0.25, 0.75])
  expect(correctedPrevalence([0, 0], [0, 0], confusion, { random: seededRandom(1) })).toBeNull()
  expect(correctedShares([0, 0], confusion)).toBeNull()
})
