import type { Reference } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { beachRfe, checkReference } from '../src/index.ts'

type Category = Reference['categories'][number]
const category = (id: string, share: number | null, ...aliases: string[]): Category => ({ id, share, aliases })
const { coding: _, ...withoutRules } = beachRfe
const withCategories = (...categories: Category[]): Reference => ({ ...withoutRules, remainder: categories[0]?.id ?? '', categories })

test.each<[string, Reference, string]>([
  ['no category', { ...withCategories(), remainder: '' }, 'no category'],
  ['a name twice', withCategories(category('a', 0.5), category('a', 0.5)), '"a" names two'],
  ['names that a label could not tell apart', withCategories(category('Check-up', 0.5), category('check–up', 0.5)), 'names two'],
  ['an alias of two', withCategories(category('a', 0.5, 'x'), category('b', 0.5, 'X')), '"X" names two'],
  ['an empty name', withCategories(category(' ', 1)), 'is empty'],
  ['a negative share', withCategories(category('a', 1.5), category('b', -0.5)), 'is -0.5'],
  ['a share that is NaN', withCategories(category('a', Number.NaN)), 'is NaN'],
  ['a share that is missing', withCategories(category('a', 1), category('b', null)), '"b" has no share'],
  ['shares that do not sum to 1', withCategories(category('a', 0.5), category('b', 0.4)), 'sum to 0.9'],
  ['a remainder from nowhere', { ...beachRfe, remainder: 'Misc' }, 'remainder "Misc"'],
  ['no licence', { ...beachRfe, source: { ...beachRfe.source, licence: ' ' } }, 'licence is not stated'],
])('%s', (_, reference, problem) => {
  expect(checkReference(reference).join(' ')).toContain(problem)
})

test('shares may miss 1 by rounding, and a ranking needs none', () => {
  expect(checkReference(withCategories(category('a', 0.5), category('b', 0.496)))).toEqual([])
  expect(checkReference({ ...withCategories(category('a', null), category('b', null)), kind: 'ranking' })).toEqual([])
})

test('an alias that only differs from its own name in blanks is no conflict', () => {
  expect(checkReference(withCategories(category('a b', 1, 'a  b')))).toEqual([])
})
