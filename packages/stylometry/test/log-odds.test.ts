import { expect, test } from 'vitest'
import { logOddsScores } from '../src/index.ts'

test('two texts that use their words alike: 0', () => {
  expect([...logOddsScores([10, 10], [10, 10], 10)]).toEqual([0, 0])
  expect(logOddsScores([30, 10], [3, 1], 10)[0]).toBeCloseTo(0, 12)
})

test('a case for the pencil', () => {
  // Ours: 6 of 10 words are w; theirs: 2 of 10. The prior of 4 words gives w 4 * 8 / 20 = 1.6 of them.
  const odds = Math.log(7.6 / 6.4) - Math.log(3.6 / 10.4)
  const error = Math.sqrt(1 / 7.6 + 1 / 3.6)
  const [own, other] = logOddsScores([6, 4], [2, 8], 4)
  expect(own).toBeCloseTo(odds / error, 12)
  expect(other).toBeLessThan(0)
})

test('swapping the texts turns the sign, and a word of neither has no score', () => {
  const [a, b] = [
    [5, 0, 9, 1],
    [2, 0, 3, 8],
  ]
  const there = logOddsScores(b, a, 50)
  logOddsScores(a, b, 50).forEach((score, w) => {
    expect(score).toBeCloseTo(-there[w]!, 12)
  })
  expect(there[1]).toBe(0)
})

test('a stronger prior believes less', () =>
  expect(logOddsScores([6, 994], [0, 1000], 1000)[0]).toBeLessThan(logOddsScores([60, 9940], [0, 10000], 1000)[0]!))
