import { expect, test } from 'vitest'
import { fieldFacts } from '../src/facts.ts'
import { createDocument, rowsOf, type Scalar } from '../src/index.ts'
import { columnRun } from '../src/run.ts'

const factOf = (values: readonly Scalar[], { text = '', keep = [] as string[], drop = [] as string[] } = {}) => {
  const run = columnRun.create()
  for (const [i, value] of values.entries())
    columnRun.open(run, createDocument({ id: `d${i}`, text, metadata: new Map([['field', value]]) }), 'en')
  const { name: _, reason, ...fact } = fieldFacts(rowsOf(run), new Set(keep), new Set(drop))[0]!
  return { ...fact, ...(reason !== undefined && { why: reason.split(' ')[0] }) }
}
const repeat = (value: Scalar, times: number): Scalar[] => Array.from({ length: times }, () => value)

test.each<[string, readonly Scalar[], object]>([
  ['numbers are kept', [1, 2.5, null], { kind: 'number', kept: true, present: 2 }],
  ['dates are kept', ['2024-01-31', '2024-02-01T10:00Z'], { kind: 'date', kept: true, present: 2 }],
  [
    'a few short values that recur are categories',
    [...repeat('ward', 3), ...repeat('clinic', 3)],
    { kind: 'category', kept: true, present: 6 },
  ],
  [
    'one value a document is a name, however short',
    ['Ann', 'Bob', 'Cem', 'Dee'],
    { kind: 'other', kept: false, present: 4, why: 'neither' },
  ],
  ['a long value is text', repeat('x'.repeat(64), 4), { kind: 'other', kept: false, present: 4, why: 'neither' }],
])('%s', (_, values, expected) => expect(factOf(values)).toEqual(expected))

test('a value that the text repeats is text', () => {
  expect(factOf(repeat('it hurts a lot', 4), { text: 'Says it hurts a lot.' })).toMatchObject({ kept: false, why: 'the' })
})

test('the person decides by name', () => {
  expect(factOf(['Ann', 'Bob', 'Cem'], { keep: ['field'] })).toMatchObject({ kept: true })
  expect(factOf([1, 2, 3], { drop: ['field'] })).toMatchObject({ kept: false, why: 'left' })
})

test('a category of which one value names a person enters no artefact', () => {
  const run = columnRun.create()
  for (const [i, value] of ['Jane', 'ward', 'Jane', 'ward'].entries())
    columnRun.open(run, createDocument({ id: `d${i}`, text: '', metadata: new Map([['field', value]]) }), 'en')
  const [fact] = fieldFacts(rowsOf(run), new Set(), new Set(), (_, value) => value === 'Jane')
  expect(fact).toMatchObject({ kind: 'category', kept: false, reason: 'a value of it looks like an identifier' })
})
