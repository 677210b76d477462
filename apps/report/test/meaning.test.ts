import { type Estimate, type Measure, meaningOf } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { apples, appleVerdict } from './apples.ts'

const base = apples.measures[0]!
const estimate = (rest: Partial<Estimate>): Estimate => ({
  measure: base.id,
  value: 2,
  interval: [1.8, 2.2],
  n: 9,
  left: 0,
  status: 'measured',
  ...rest,
})
const direction = (direction: Measure['direction']): Measure => ({ ...base, unit: 'ratio', direction })

test.each([
  ['near', { reference: 2.1 }, 'as its reference'],
  ['near', { reference: 1 }, 'above its reference'],
  ['descriptive', { reference: 3 }, 'below its reference'],
  ['higher', { reference: 1 }, 'better than its reference'],
  ['lower', { reference: 1 }, 'worse than its reference'],
  ['lower', { floor: 0.5 }, 'beyond noise'],
  ['lower', { floor: 1.9 }, 'within noise'],
  ['lower', { floor: 1.9, interval: null }, 'beyond noise'],
  ['higher', { reference: 1, interval: null }, 'measured'],
  ['descriptive', {}, 'measured'],
  ['near', { value: null, interval: null, status: 'not applicable', reason: 'no labels' }, 'not measured'],
] as const)('%s, %j: %s', (way, rest, status) => expect(meaningOf(direction(way), estimate(rest as Partial<Estimate>)).status).toBe(status))

test('a policy has the first word', () => {
  const worms = apples.measures.find(({ id }) => id === 'worm-share')!
  const share = apples.estimates.find(({ measure }) => measure === 'worm-share')!
  expect(meaningOf(worms, share, appleVerdict)).toEqual({
    status: 'fails the policy',
    tone: 'bad',
    words: 'The policy asks for at most 1 %. Above its reference, 1\u202f%, which the interval leaves out.',
  })
})
