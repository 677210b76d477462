import { expect, test } from 'vitest'
import { categoryShares } from '../src/index.ts'

test('over and under only where the simultaneous interval leaves the reference out', () => {
  const shares = categoryShares(['a', 'b', 'c'], [80, 15, 5], [0.5, 0.4, 0.1])
  expect(shares.map(({ verdict }) => verdict)).toEqual(['over', 'under', 'undecided'])
  for (const { share, interval, simultaneous } of shares) {
    expect(simultaneous[0]).toBeLessThan(interval[0])
    expect(interval[0]).toBeLessThan(share)
    expect(share).toBeLessThan(interval[1])
    expect(interval[1]).toBeLessThan(simultaneous[1])
  }
})

test('an empty category has an interval from 0', () => {
  const [empty] = categoryShares(['a', 'b'], [0, 20], [0.01, 0.99])
  expect(empty).toMatchObject({ documents: 0, share: 0, verdict: 'undecided' })
  // Wilson for 0 of 20, as in Newcombe 1998.
  expect(empty!.interval[0]).toBe(0)
  expect(empty!.interval[1]).toBeCloseTo(0.161125, 6)
})

test('one document decides little, none nothing', () => {
  expect(categoryShares(['a', 'b'], [1, 0], [0.5, 0.5]).map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided'])
  expect(categoryShares(['a', 'b'], [0, 0], [0.5, 0.5])).toEqual([])
})

test('a share within the tolerance is aligned once there are enough documents, whatever chance says', () => {
  const verdict = (n: number): string => categoryShares(['a', 'b'], [0.11 * n, 0.89 * n], [0.1, 0.9])[0]!.verdict
  expect([verdict(100), verdict(10_000)]).toEqual(['undecided', 'aligned'])
  const [large] = categoryShares(['a', 'b'], [11_000, 89_000], [0.1, 0.9])
  expect([large!.verdict, large!.beyondChance]).toEqual(['aligned', true])
})

test('says from how many documents on a difference shows', () => {
  const [first] = categoryShares(['a', 'b'], [60, 40], [0.5, 0.5])
  const n = first!.showsFrom!
  // Two categories: z of 1 - 0.05 / 4 is 2.2414; 5.0239 * 0.25 / 0.01 = 125.6.
  expect(n).toBe(126)
  expect(categoryShares(['a', 'b'], [0.6 * 130, 0.4 * 130], [0.5, 0.5])[0]!.beyondChance).toBe(true)
  expect(categoryShares(['a', 'b'], [0.6 * 125, 0.4 * 125], [0.5, 0.5])[0]!.beyondChance).toBe(false)
  expect(categoryShares(['a', 'b'], [50, 50], [0.5, 0.5])[0]!.showsFrom).toBeNull()
})

test('a category that the reference does not have', () => {
  const [, alien] = categoryShares(['a', 'b'], [9, 1], [1, 0])
  expect(alien).toMatchObject({ ratio: null, residual: null, adjustedP: 0, beyondChance: true })
})
