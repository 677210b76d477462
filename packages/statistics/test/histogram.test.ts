import fc from 'fast-check'
import { expect, test } from 'vitest'
import { histogram, normalQuantile } from '../src/index.ts'

test.each([
  ['whole numbers keep whole edges', [1, 1, 2, 4], {}, { edges: [0, 2, 4, 6], counts: [2, 1, 1] }],
  ['each whole number its own bin', [0, 1, 1, 2, 3, 3, 3], { bins: 5 }, { edges: [0, 1, 2, 3, 4], counts: [1, 2, 1, 3] }],
  ['tenths end at tenths', [0, 0.05, 0.15, 0.25, 0.3], { bins: 3 }, { edges: [0, 0.1, 0.2, 0.3], counts: [2, 1, 2] }],
  ['constant whole data', [7, 7, 7], {}, { edges: [7, 8], counts: [3] }],
  ['constant fractional data', [0.53, 0.53], {}, { edges: [0.5, 0.6], counts: [2] }],
  ['nothing but zero', [0], {}, { edges: [0, 1], counts: [1] }],
  ['negative', [-3, -2, -2, -1], { bins: 3 }, { edges: [-3, -2, -1, 0], counts: [1, 2, 1] }],
] as const)('%s', (_, values, options, expected) => expect(histogram(values, options)).toEqual(expected))

test('nothing has no histogram', () => expect(histogram([])).toBeNull())

test('the normal distribution gets a readable number of bins near the rule of Freedman and Diaconis', () => {
  const values = Array.from({ length: 1000 }, (_, i) => normalQuantile((i + 0.5) / 1000))
  // 2 * 1.349 / 10 = 0.27: the nearest readable step is 0.2.
  const found = histogram(values)!
  expect(found.edges[1]! - found.edges[0]!).toBeCloseTo(0.2, 12)
  expect(found.edges).toContain(0)
})

test('a far outlier does not make more than 60 bins', () => {
  const found = histogram([...Array.from({ length: 500 }, (_, i) => i / 100), 1e6])!
  expect(found.counts.length).toBeLessThanOrEqual(60)
})

test('every value in exactly the bin its edges say, edges ascending, whole for whole data, at most the bins asked for', () => {
  const fractional = fc.double({ noNaN: true, min: -1e300, max: 1e300 })
  fc.assert(
    fc.property(
      fc.oneof(fc.array(fractional, { minLength: 1 }), fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1 })),
      fc.option(fc.integer({ min: 2, max: 40 }), { nil: undefined }),
      (values, bins) => {
        const { edges, counts } = histogram(values, bins === undefined ? {} : { bins })!
        expect(edges).toHaveLength(counts.length + 1)
        expect(counts.length).toBeLessThanOrEqual(bins ?? 60)
        for (let i = 0; i < counts.length; i++) {
          expect(edges[i]!).toBeLessThan(edges[i + 1]!)
          const last = i === counts.length - 1
          expect(values.filter((value) => value >= edges[i]! && (value < edges[i + 1]! || (last && value === edges[i + 1]))).length).toBe(
            counts[i],
          )
        }
        if (values.every(Number.isInteger)) expect(edges.every(Number.isInteger)).toBe(true)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
      },
    ),
    { numRuns: 1000 },
  )
})

test('numbers that barely differ still get ascending edges', () => {
  const { edges, counts } = histogram([1e15 + 0.125, 1e15 + 0.25, 1e15 + 0.5])!
  expect(new Set(edges).size).toBe(edges.length)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
})

test('refuses what has no place on an axis', () => {
  expect(() => histogram([1, Number.NaN])).toThrow(RangeError)
  expect(() => histogram([1, Infinity])).toThrow(RangeError)
  expect(() => histogram([1], { bins: 0 })).toThrow(RangeError)
})
