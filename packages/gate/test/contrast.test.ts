import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, oneSided } from '../src/contrast.ts'
import { measured, unmeasured } from './examples.ts'

const share = { id: 'near-duplicate-share', unit: 'share' }
const of = (value: number, low: number, high: number, more = {}) => measured(share.id, value, { interval: [low, high], ...more })

// Wilson intervals of 56/70 and 48/80, and Newcombe's interval of their difference by method 10: Newcombe 1998, Statistics in
// Medicine 17:873, table II, column (a): 0.0524 to 0.3339. MOVER of Wilson intervals is that method.
test('agrees with the published interval for 56/70 and 48/80', () => {
  const found = contrast(of(48 / 80, 0.4904, 0.7004), of(56 / 70, 0.6918, 0.877), share)
  if (typeof found === 'string') throw new Error(found)
  expect(found.difference).toBeCloseTo(0.2, 12)
  expect(found.interval![0]).toBeCloseTo(0.0524, 3)
  expect(found.interval![1]).toBeCloseTo(0.3339, 3)
})

test('an interval that just touches zero has p = 0.05, and half of it on one side', () => {
  const found = contrast(of(0.2, 0.2, 0.2), of(0.3, 0.2, 0.4), share)
  if (typeof found === 'string') throw new Error(found)
  expect(found.p).toBeCloseTo(0.05, 9)
  expect(oneSided(found, 1)).toBeCloseTo(0.025, 9)
  expect(oneSided(found, -1)).toBeCloseTo(0.975, 9)
})

test('what lies above the noise floor is contrasted, so that corpora of different size compare', () => {
  const found = contrast(of(0.05, 0.04, 0.06, { floor: 0.04 }), of(0.02, 0.01, 0.03, { floor: 0.01 }), share)
  expect(found).toMatchObject({ before: 0.05, after: 0.02, difference: expect.closeTo(0, 12) })
})

test('effect sizes: h for shares, d where there is a spread', () => {
  // Cohen 1988, table 6.2.2: phi(0.5) = 1.571, phi(0.25) = 1.047.
  const h = contrast(of(0.25, 0.2, 0.3), of(0.5, 0.4, 0.6), share)
  expect(h).toMatchObject({ effect: { name: "Cohen's h", value: expect.closeTo(1.571 - 1.047, 3) } })
  const spread = { spread: { sd: 2, cv: null } }
  const d = contrast(measured('x', 1, spread), measured('x', 2, spread), { id: 'x', unit: 'words' })
  expect(d).toMatchObject({ effect: { name: "Cohen's d", value: 0.5 }, interval: null, p: null })
})

test.each([
  ['two instruments', of(1, 0, 1, { instrument: 'a' }), of(1, 0, 1, { instrument: 'b' }), share, 'different instruments'],
  ['no value', unmeasured(share.id, 'error', 'broken'), of(1, 0, 1), share, 'was not measured before: broken'],
  ['a count that grows with the corpus', of(1, 0, 1), of(1, 0, 1, { n: 5 }), { id: share.id, unit: 'documents' }, 'grows with'],
])('is not contrasted: %s', (_, a, b, measure, sentence) => expect(contrast(a, b, measure)).toContain(sentence))

const estimate = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map((ends) => ends.sort((a, b) => a - b) as [number, number, number])
  .map(([low, value, high]) => of(value, low, high))

test('property: turned round, the difference and its interval turn round, and p stays', () =>
  fc.assert(
    fc.property(estimate, estimate, (a, b) => {
      const [there, back] = [contrast(a, b, share), contrast(b, a, share)]
      if (typeof there === 'string' || typeof back === 'string') throw new Error('not contrasted')
      expect(back.difference).toBeCloseTo(-there.difference, 12)
      expect(back.interval![0]).toBeCloseTo(-there.interval![1], 12)
      expect(back.p).toBeCloseTo(there.p!, 12)
      expect(there.p).toBeGreaterThanOrEqual(0)
      expect(there.p).toBeLessThanOrEqual(1)
    }),
  ))
