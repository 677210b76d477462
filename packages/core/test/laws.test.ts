import { expect, test } from 'vitest'
import { type Analysis, type Measure, notApplicable, obeysTheLaws, perDocument } from '../src/index.ts'

const measure: Measure = {
  id: 'sum-of-lengths',
  title: 'Sum of lengths',
  unit: 'characters',
  range: [0, null],
  direction: 'descriptive',
  definition: 'Sum of the lengths of all texts.',
  source: { text: 'none' },
}

const analysis = (parts: Partial<Analysis<{ sum: number; first: string }>>): Analysis<{ sum: number; first: string }> => ({
  id: 'sum-of-lengths',
  measures: [measure],
  create: () => ({ sum: 0, first: '' }),
  observe(partial, document) {
    partial.sum += document.text.length
    partial.first ||= document.id
    return undefined
  },
  merge(partial, other) {
    partial.sum += other.sum
    partial.first ||= other.first
  },
  conclude: ({ sum }, { rows }) => ({
    estimates: [{ measure: measure.id, value: sum, interval: null, n: rows.n, left: 0, status: 'measured' }],
  }),
  ...parts,
})

test('a sum of whole numbers obeys', () => obeysTheLaws(analysis({})))

test('a mean over documents obeys', () =>
  obeysTheLaws(
    perDocument({
      ...measure,
      id: 'characters',
      of: (document) => (document.text === '' ? null : document.text.length / 3),
      leftOut: 'empty texts',
    }),
  ))

test.each<[string, Partial<Analysis<{ sum: number; first: string }>>]>([
  ['a merge that forgets', { merge: () => undefined }],
  ['a merge that depends on order', { conclude: ({ first }) => ({ estimates: [notApplicable(measure.id, `first was ${first}`)] }) }],
  [
    'a float sum in the order of arrival',
    {
      observe(partial, document) {
        partial.sum += 1 / (document.text.length + 0.1)
        return undefined
      },
    },
  ],
])('%s breaks the laws', (_, parts) =>
  expect(obeysTheLaws(analysis(parts), { rounds: 20 })).rejects.toThrow('sum-of-lengths breaks the laws'),
)

test('a number that is not finite is our fault and stops the run', () =>
  expect(
    obeysTheLaws(
      analysis({
        conclude: () => ({ estimates: [{ measure: measure.id, value: Number.NaN, interval: null, n: 0, left: 0, status: 'measured' }] }),
      }),
    ),
  ).rejects.toThrow('not finite'))
