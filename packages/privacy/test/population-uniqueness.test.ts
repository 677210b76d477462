import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { aloneAmong, classesAmong, pitmanOf } from '../src/population-uniqueness.ts'

// By hand: the second of two joins the first with probability (1 - alpha) / (theta + 1).
test.each([
  [0.5, 1, 0.75, 1.75],
  [0.2, 3, 0.8, 1.8],
])('two people, alpha %d and theta %d', (alpha, theta, alone, classes) => {
  expect(aloneAmong({ alpha, theta }, 2)).toBeCloseTo(alone, 12)
  expect(classesAmong({ alpha, theta }, 2)).toBeCloseTo(classes, 12)
  expect(aloneAmong({ alpha, theta }, 1)).toBeCloseTo(1, 12)
})

// Ewens 1972 (alpha towards 0): expected classes are the sum of theta / (theta + i), lone ones n theta / (theta + n - 1).
test('with alpha towards 0 it is the Ewens formula', () => {
  const [theta, n] = [7, 40]
  const classes = Array.from({ length: n }, (_, i) => theta / (theta + i)).reduce((sum, each) => sum + each, 0)
  expect(classesAmong({ alpha: 1e-7, theta }, n)).toBeCloseTo(classes, 4)
  expect(n * aloneAmong({ alpha: 1e-7, theta }, n)).toBeCloseTo((n * theta) / (theta + n - 1), 4)
})

test.each([
  [0.3, 20, 500],
  [0.7, 2, 2000],
  [0.05, 200, 1000],
])('the model behind expected counts is found again: alpha %d, theta %d, n %d', (alpha, theta, n) => {
  const found = pitmanOf(n, classesAmong({ alpha, theta }, n), n * aloneAmong({ alpha, theta }, n))!
  expect(found.alpha).toBeCloseTo(alpha, 4)
  expect(found.theta / theta).toBeCloseTo(1, 3)
})

test('a population drawn from the model is foretold from a tenth of it', () => {
  const random = seededRandom('pitman')
  const [alpha, theta, people, sampled] = [0.5, 30, 20_000, 2000]
  const sizes: number[] = []
  const classOf: number[] = []
  for (let i = 0; i < people; i++) {
    let left = random() * (theta + i)
    let joined = sizes.length
    for (let j = 0; j < sizes.length && joined === sizes.length; j++) {
      left -= sizes[j]! - alpha
      if (left < 0) joined = j
    }
    sizes[joined] = (sizes[joined] ?? 0) + 1
    classOf.push(joined)
  }
  const inSample = new Map<number, number>()
  for (const each of classOf.slice(0, sampled)) inSample.set(each, (inSample.get(each) ?? 0) + 1)
  const alone = [...inSample.values()].filter((size) => size === 1).length
  const found = pitmanOf(sampled, inSample.size, alone)!
  const truth = sizes.filter((size) => size === 1).length / people
  expect(aloneAmong(found, people) / truth).toBeGreaterThan(0.75)
  expect(aloneAmong(found, people) / truth).toBeLessThan(1.33)
})

test.each([
  ['nobody alone', 10, 5, 0],
  ['everybody alone', 10, 10, 10],
  ['one class', 10, 1, 0],
])('%s: there is no such model', (_, n, classes, alone) => expect(pitmanOf(n, classes, alone)).toBeUndefined())
