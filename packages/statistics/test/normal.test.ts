import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '../src/index.ts'
import { expectClose } from './vectors.ts'

const digits = 10n ** 100n
// The first hundred decimals.
const pi = 31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679n

function root(x: bigint): bigint {
  let guess = x
  for (let next = (guess + 1n) / 2n; next < guess; next = (guess + x / guess) / 2n) guess = next
  return guess
}

/** Phi(z) by its Taylor series in whole numbers of a hundred digits, which loses nothing to cancellation. */
function exactCdf(z: number): number {
  const scale = 2n ** 60n
  const exact = (BigInt(z * 2 ** 30) * digits) / 2n ** 30n
  const square = (exact * exact) / digits
  let term = exact
  let sum = 0n
  for (let k = 0n; term !== 0n; k++) {
    sum += term / (2n * k + 1n)
    term = (-term * square) / (digits * 2n * (k + 1n))
  }
  const cdf = digits / 2n + (sum * digits) / root(2n * pi * digits)
  return Number((cdf * scale * 10n ** 60n) / digits) / 2 ** 60 / 1e60
}

test('the distribution function has its digits, far into the lower tail', () => {
  for (let z = -12; z <= 8; z += 0.3125) expectClose(normalCdf(z), exactCdf(z), 3e-15)
})

test('values everybody knows', () => {
  expect(normalCdf(0)).toBe(0.5)
  expectClose(normalCdf(1.96), 0.9750021048517795, 1e-15)
  expectClose(normalCdf(-5), 2.866515718791939e-7, 1e-14)
  expectClose(normalCdf(-10), 7.61985302416052e-24, 1e-13)
  expect(normalCdf(-Infinity)).toBe(0)
  expect(normalCdf(Infinity)).toBe(1)
  expect(() => normalCdf(Number.NaN)).toThrow(RangeError)
})

test('the checks printed with AS 241', () => {
  expectClose(normalQuantile(0.25), -0.6744897501960817, 1e-15)
  expectClose(normalQuantile(0.001), -3.090232306167814, 1e-15)
  expectClose(normalQuantile(1e-20), -9.262340089798409, 1e-15)
  expectClose(normalQuantile(0.975), 1.959963984540054, 1e-15)
})

test('quantile and distribution function undo each other', () => {
  for (let exponent = 0; exponent <= 300; exponent += 3) {
    const p = 0.4 * 10 ** -exponent
    // A relative error of u in z is one of z^2 u in p; AS 241 is evaluated to some three units in the last place.
    expectClose(normalCdf(normalQuantile(p)), p, 3 * Number.EPSILON * (10 + normalQuantile(p) ** 2))
  }
  for (let p = 0.01; p < 1; p += 0.01) expectClose(normalCdf(normalQuantile(p)), p, 2e-15)
})

test('odd inputs', () => {
  expect(normalQuantile(0.5)).toBe(0)
  expect(normalQuantile(0)).toBe(-Infinity)
  expect(normalQuantile(1)).toBe(Infinity)
  expect(() => normalQuantile(-0.1)).toThrow(RangeError)
  expect(() => normalQuantile(Number.NaN)).toThrow(RangeError)
})
