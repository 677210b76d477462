import { ratioEstimate, shareEstimate } from '@corpuscope/core'
import { expect, test } from 'vitest'

// Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i have the interval that Newcombe prints', (having, n, low, high) => {
  const { value, interval, intervalMethod, status } = shareEstimate({ id: 'share' }, having, n)
  expect(value).toBe(having / n)
  expect(interval![0]).toBeCloseTo(low, 4)
  expect(interval![1]).toBeCloseTo(high, 4)
  expect([intervalMethod, status]).toEqual(['Wilson', 'measured'])
})

test('what took no part is counted, and said after what else there is to know', () => {
  const { left, reason } = shareEstimate({ id: 'share' }, 1, 4, { left: 2, leftOut: 'no date', reason: 'by "seen_on"' })
  expect([left, reason]).toEqual([2, 'by "seen_on"; 2 left out: no date'])
  expect(shareEstimate({ id: 'share' }, 1, 4)).not.toHaveProperty('reason')
})

test('a share of nothing is not applicable, with its reason', () => {
  expect(shareEstimate({ id: 'share' }, 0, 0)).toMatchObject({ value: null, status: 'not applicable', reason: 'there is no document' })
  expect(shareEstimate({ id: 'share' }, 0, 0, { left: 3, leftOut: 'no words' }).reason).toBe('every document was left out: no words')
  expect(shareEstimate({ id: 'share' }, 0, 0, { none: 'no document has a twin' }).reason).toBe('no document has a twin')
})

const share = { id: 'ratio', range: [0, 1] as [number, number] }
const about = { none: 'no annotation', left: 0, seed: 1 }

test('a ratio is one of sums, and its interval holds it', () => {
  const parts = [1, 0, 2, 1, 3, 0, 1, 2]
  const wholes = [2, 1, 4, 3, 3, 2, 2, 5]
  const { value, interval, n } = ratioEstimate(share, parts, wholes, about)
  expect([value, n]).toEqual([10 / 22, 8])
  expect(interval![0]).toBeLessThan(10 / 22)
  expect(interval![1]).toBeGreaterThan(10 / 22)
})

test('a share of none or all over documents has the interval of as many documents', () => {
  const none = ratioEstimate(share, new Array(20).fill(0), new Array(20).fill(7), about)
  expect(none.interval![1]).toBeCloseTo(0.1611, 4)
  const all = ratioEstimate(share, new Array(20).fill(7), new Array(20).fill(7), about)
  expect(all.interval![0]).toBeCloseTo(1 - 0.1611, 4)
})

test('a ratio without an interval says why, and one of nothing is not applicable', () => {
  const density = { id: 'density', range: [0, null] as [number, null] }
  expect(ratioEstimate(density, [3], [4], about)).toMatchObject({
    value: 0.75,
    interval: null,
    reason: expect.stringMatching(/^no interval/),
  })
  expect(ratioEstimate(density, [0, 0], [0, 0], about)).toMatchObject({ status: 'not applicable', reason: 'no annotation' })
})
