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
