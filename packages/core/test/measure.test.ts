import { expect, test } from 'vitest'
import { didYouMean, estimateSchema, fingerprint, headlines, measureIdSchema, notApplicable } from '../src/index.ts'

test.each(['mattr-50', 'vendi-score', 'a'])('%s is a measure id', (id) => expect(measureIdSchema.safeParse(id).success).toBe(true))
test.each(['Mattr', 'mattr_50', '-a', 'a-', '', '5a'])('"%s" is no measure id', (id) =>
  expect(measureIdSchema.safeParse(id).success).toBe(false),
)

const measured = { measure: 'm', value: 1, interval: null, n: 1, left: 0, status: 'measured' }
test('a measured estimate has a value, any other says why it has none', () => {
  expect(estimateSchema.safeParse(measured).success).toBe(true)
  expect(estimateSchema.safeParse({ ...measured, value: null }).success).toBe(false)
  expect(estimateSchema.safeParse({ ...measured, value: Number.NaN }).success).toBe(false)
  expect(estimateSchema.safeParse({ ...measured, value: null, status: 'error' }).success).toBe(false)
  expect(estimateSchema.safeParse(notApplicable('m', 'no labels')).success).toBe(true)
})

test('a mistyped name finds its like, a strange one nothing', () => {
  expect(didYouMean('mattr-5O', ['mattr-25', 'mattr-50', 'vendi-score'])).toBe('mattr-50')
  expect(didYouMean('qqq', ['mattr-25', 'vendi-score'])).toBeUndefined()
})

test('a fingerprint tells rule, document, text and occurrence apart', () => {
  const all = [
    fingerprint('r', 'd', 'x'),
    fingerprint('r', 'd', 'x', 1),
    fingerprint('r', 'd', 'y'),
    fingerprint('r', 'e', 'x'),
    fingerprint('s', 'd', 'x'),
  ]
  expect(new Set(all).size).toBe(5)
  expect(fingerprint('r', 'd', 'x')).toBe(all[0])
})

const category = { id: 'c', title: 'C', question: '?', analyses: [], measures: ['a', 'b'], rules: [], headlines: ['a', 'b'] }
test('the most telling number is the one farthest from its floor in interval half-widths', () => {
  const a = { ...measured, status: 'measured' as const, measure: 'a', interval: [0.9, 1.1] as [number, number], floor: 0.95 }
  const b = { ...a, measure: 'b', floor: 0.5 }
  const chosen = (...estimates: (typeof a)[]) => headlines({ categories: [category], estimates, measures: [] })[0]?.estimate?.measure
  expect(chosen(a, b)).toBe('b')
  expect(chosen({ ...a, floor: 0 }, b)).toBe('a')
})
test('without a floor or reference it is the first, and without any value the reason', () => {
  const plain = { ...measured, status: 'measured' as const, interval: null }
  expect(
    headlines({
      categories: [category],
      estimates: [
        { ...plain, measure: 'b' },
        { ...plain, measure: 'a' },
      ],
      measures: [],
    })[0]?.estimate?.measure,
  ).toBe('a')
  expect(headlines({ categories: [category], estimates: [notApplicable('a', 'no labels')], measures: [] })[0]?.reason).toBe('no labels')
})
