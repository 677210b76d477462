import { expect, test } from 'vitest'
import { compare, comparisonText, proposedPolicy } from '../src/index.ts'
import { audit, measured, unmeasured } from './examples.ts'

const before = audit(
  measured('near-duplicate-share', 0.01, { interval: [0.005, 0.02] }),
  measured('mattr-50', 0.9, { interval: [0.89, 0.91] }),
  measured('vendi-score', 50, { interval: [45, 55], instrument: 'a' }),
)
const after = audit(
  measured('near-duplicate-share', 0.2, { interval: [0.15, 0.26] }),
  measured('mattr-50', 0.9, { interval: [0.89, 0.91] }),
  measured('vendi-score', 50, { interval: [45, 55], instrument: 'b' }),
  unmeasured('case-mix-jensen-shannon', 'not applicable', 'no labels'),
)
const documents = {
  before: [
    ['a', 't1', 'l1'],
    ['b', 't2', 'l1'],
    ['c', 't3', 'l1'],
  ],
  after: [
    ['b', 't9', 'l1'],
    ['c', 't3', 'l2'],
    ['d', 't4', null],
  ],
} as const

test('says what moved beyond chance, and what cannot be contrasted', () => {
  const found = compare(before, after)
  expect(found.measures.map(({ measure, better }) => [measure, better])).toEqual([
    ['near-duplicate-share', false],
    ['mattr-50', null],
  ])
  // Two tests: the smallest p is doubled, the p of no difference stays 1.
  expect(found.measures[0]!.adjusted).toBeCloseTo(2 * found.measures[0]!.p!, 15)
  expect(found.measures[1]!.adjusted).toBe(1)
  expect(found.left.map(({ measure }) => measure)).toEqual(['vendi-score', 'case-mix-jensen-shannon'])
  expect(comparisonText(found)).toMatch(/Moved beyond chance.*\n {2}near-duplicate-share .*worse/)
})

test('documents that came, went, changed, or took another label', () => {
  const tuples = { before: documents.before.map((d) => [...d]), after: documents.after.map((d) => [...d]) } as never
  expect(compare(before, after, tuples).documents).toEqual({ added: ['d'], removed: ['a'], changed: ['b'], relabelled: ['c'] })
})

test('an audit and itself: no difference anywhere', () => {
  const found = compare(before, before)
  for (const { difference, adjusted } of found.measures) expect([difference, adjusted]).toEqual([0, 1])
  expect(comparisonText(found)).toContain('the same corpus')
})

test('a proposed policy leaves three half-widths, in the direction of the measure', () =>
  expect(proposedPolicy(before)).toContain(`  measures:
    near-duplicate-share: { max: 0.04 }
    mattr-50: { min: 0.87, max: 0.93 }
    vendi-score: { min: 35 } # of one instrument only
`))
