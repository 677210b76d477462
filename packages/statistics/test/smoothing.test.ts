import { expect, test } from 'vitest'
import { additiveSmoothing, interpolation, kullbackLeibler, sharesOf } from '../src/index.ts'
import { expectClose, testVectors } from './vectors.ts'

testVectors('divergences of smoothed shares agree', ({ kl_smoothing: smoothing }) => {
  const [p, q] = [smoothing.counts_p, smoothing.counts_q]
  for (const [alpha, expected] of [
    [0.5, smoothing['additive_alpha_0.5']],
    [1, smoothing.additive_alpha_1],
  ] as const)
    expectClose(kullbackLeibler(additiveSmoothing(q, alpha)!, additiveSmoothing(p, alpha)!), expected)
  const uniform = sharesOf(q)!
  expectClose(kullbackLeibler(uniform, interpolation(sharesOf(p)!, uniform, 0.01)), smoothing['jelinek_mercer_lambda_0.01'])
})

test('adds before it divides', () => expect([...additiveSmoothing([3, 0], 1)!]).toEqual([0.8, 0.2]))

test('without counts: uniform, or nothing at all', () => {
  expect([...additiveSmoothing([0, 0], 1)!]).toEqual([0.5, 0.5])
  expect(additiveSmoothing([0, 0], 0)).toBeNull()
  expect(additiveSmoothing([], 1)).toBeNull()
  expect(() => additiveSmoothing([1], -1)).toThrow(RangeError)
})
