import { test } from 'vitest'
import { monotoneRoot } from '../src/index.ts'
import { expectClose } from './vectors.ts'

test('finds a root, and one of 1e-80, from a start far away', () => {
  expectClose(
    monotoneRoot(
      (x) => x * x - 2,
      (x) => 2 * x,
      100,
      0,
      Infinity,
    ),
    Math.SQRT2,
    1e-15,
  )
  expectClose(
    monotoneRoot(
      (x) => x ** 0.1 - 1e-8,
      (x) => 0.1 * x ** -0.9,
      0.5,
      0,
      1,
    ),
    1e-80,
    1e-12,
  )
})

test('a slope of nothing leaves halving', () => {
  expectClose(
    monotoneRoot(
      (x) => Math.sign(x - 0.3),
      () => 0,
      0.9,
      0,
      1,
    ),
    0.3,
    1e-15,
  )
})

test('an open bracket is searched upwards by doubling', () => {
  const nowhere = () => 0
  expectClose(
    monotoneRoot((x) => x - 1000, nowhere, 1, 0, Infinity),
    1000,
    1e-15,
  )
})
