import { expect, test } from 'vitest'
import { binomialDraw, chiSquareTest, multinomialDraws, seededRandom } from '../src/index.ts'

function binomialProbabilities(n: number, p: number): number[] {
  let logTerm = n * Math.log1p(-p)
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) logTerm += Math.log((n - k + 1) / k) + Math.log(p / (1 - p))
    return Math.exp(logTerm)
  })
}

test.each([
  [12, 0.3],
  [400, 0.01],
  [60, 0.3],
  [60, 0.81],
  [2000, 0.4],
])('binomial draws of %i at %f follow their probabilities', (n, p) => {
  const random = seededRandom(`${n} ${p}`)
  const draws = 200_000
  const seen = new Float64Array(n + 1)
  for (let i = 0; i < draws; i++) seen[binomialDraw(n, p, random)]!++
  // Tails of fewer than ten expected draws are one cell at each side.
  const cells: [observed: number, expected: number][] = []
  let open: [number, number] = [0, 0]
  for (const [k, probability] of binomialProbabilities(n, p).entries()) {
    open = [open[0] + seen[k]!, open[1] + probability * draws]
    if (open[1] >= 10) {
      cells.push(open)
      open = [0, 0]
    }
  }
  const last = cells[cells.length - 1]!
  last[0] += open[0]
  last[1] += open[1]
  const test = chiSquareTest(
    cells.map(([observed]) => observed),
    cells.map(([, expected]) => expected),
  )
  expect(test.p).toBeGreaterThan(0.001)
})

test.each([
  ['a document at a time', 50],
  ['a category at a time', 5000],
])('multinomial draws, %s, have the right means and never touch an empty category', (_, n) => {
  const shares = [0.5, 0, 0.3, 0.2, 0]
  const draw = multinomialDraws(shares, n, seededRandom(n))
  const sample = new Float64Array(5)
  const sums = new Float64Array(5)
  for (let i = 0; i < 5000; i++) {
    draw(sample)
    expect(sample.reduce((sum, count) => sum + count, 0)).toBe(n)
    for (let j = 0; j < 5; j++) sums[j] = sums[j]! + sample[j]!
  }
  expect([sums[1], sums[4]]).toEqual([0, 0])
  // Five standard errors at most.
  for (const [j, share] of shares.entries()) {
    expect(Math.abs(sums[j]! / 5000 - n * share)).toBeLessThanOrEqual(5 * Math.sqrt((n * share * (1 - share)) / 5000))
  }
})

test('certain and impossible', () => {
  const random = seededRandom(1)
  expect(binomialDraw(0, 0.5, random)).toBe(0)
  expect(binomialDraw(9, 0, random)).toBe(0)
  expect(binomialDraw(9, 1, random)).toBe(9)
  const sample = new Float64Array(1)
  multinomialDraws([1], 7, random)(sample)
  expect([...sample]).toEqual([7])
})
