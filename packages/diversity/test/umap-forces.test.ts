import { expect, test } from 'vitest'
import { exactForces, tabledForces } from '../src/umap-forces.ts'

test('the table gives the forces to 1e-4 of themselves, from places that touch to places far apart', () => {
  const { pull, push } = tabledForces()
  for (let exponent = -24; exponent <= 16; exponent += 0.0137) {
    const squared = 2 ** exponent
    expect(Math.abs(pull(squared) / exactForces.pull(squared) - 1)).toBeLessThan(1e-4)
    expect(Math.abs(push(squared) / exactForces.push(squared) - 1)).toBeLessThan(1e-4)
  }
})

test('beyond the table the forces are those at its ends', () => {
  const { pull, push } = tabledForces()
  expect(push(1e-30) / exactForces.push(0)).toBeCloseTo(1, 3)
  expect(pull(1e-30)).toBeCloseTo(exactForces.pull(2 ** -24), 4)
  expect(push(1e9)).toBeGreaterThan(0)
  expect(push(1e9)).toBeLessThan(1e-8)
})

test('forces are the slopes of the cross-entropy', () => {
  // d/ds of -ln q and of -ln(1 - q) for q = 1 / (1 + a s^b), times 2 for the difference of places.
  const q = (squared: number): number => 1 / (1 + 1.576943460405378 * squared ** 0.8950608781227859)
  for (const squared of [0.3, 1, 7]) {
    const h = 1e-6
    const slope = (of: (at: number) => number): number => (of(squared + h) - of(squared - h)) / (2 * h)
    expect(exactForces.pull(squared)).toBeCloseTo(2 * slope((at) => Math.log(q(at))), 6)
    expect(exactForces.push(squared)).toBeCloseTo((2 * slope((at) => Math.log(1 - q(at))) * squared) / (squared + 0.001), 4)
  }
})
