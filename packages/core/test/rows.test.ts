import { expect, test } from 'vitest'
import { createDocument, rowsOf } from '../src/index.ts'
import { columnRun } from '../src/run.ts'

const run = (...drafts: Parameters<typeof createDocument>[0][]) => {
  const made = columnRun.create()
  for (const draft of drafts) columnRun.open(made, createDocument(draft), 'en')
  return made
}

test('documents stand in the order of their keys, whatever the order they came in', () => {
  expect(rowsOf(run({ id: 'b', text: '' }, { id: 'a', text: '' })).ids).toEqual(['a', 'b'])
})

test('doubled ids are numbered in key order, around names that are taken', () => {
  const { ids } = rowsOf(run({ id: 'a', text: 'x' }, { id: 'a', text: 'y' }, { id: 'a#2', text: 'z' }, { id: 'a', text: 'x' }))
  expect(new Set(ids).size).toBe(4)
  expect(ids).toEqual(['a', 'a#3', 'a#4', 'a#2'])
})

test('a document without an id is named by its text', () => {
  // printf 'no fever' | sha256sum
  expect(createDocument({ text: 'no fever' }).id).toBe('97cb500fb409439b')
})

test('values, lists and fields follow their documents', () => {
  const made = columnRun.create()
  for (const [id, age] of [
    ['c', 3],
    ['a', undefined],
    ['b', 2],
  ] as const) {
    columnRun.open(made, createDocument({ id, text: id, ...(age !== undefined && { metadata: new Map([['age', age]]) }) }), 'en')
    if (age !== undefined) columnRun.value(made, 'm', age * 10)
    if (age !== undefined) columnRun.list(made, 'l', Float64Array.of(age, age))
  }
  const rows = rowsOf(made)
  expect(rows.fields.get('age')?.values).toEqual([null, 2, 3])
  expect([...rows.values('m')]).toEqual([Number.NaN, 20, 30])
  expect([...rows.present('m')]).toEqual([20, 30])
  expect([0, 1, 2].map((i) => [...rows.list('l', i)])).toEqual([[], [2, 2], [3, 3]])
  expect([...rows.values('never-observed')]).toEqual([])
})

test('two runs of which the second knows another field merge without shifting', () => {
  const one = run({ id: 'a', text: 'a', metadata: new Map([['x', 1]]) })
  columnRun.merge(
    one,
    run({ id: 'b', text: 'b', metadata: new Map([['__proto__', 'p']]) }, { id: 'c', text: 'c', metadata: new Map([['x', 3]]) }),
  )
  const { fields } = rowsOf(one)
  expect(fields.get('x')?.values).toEqual([1, null, 3])
  expect(fields.get('__proto__')?.values).toEqual([null, 'p', null])
})

test('a field that quotes the text is counted', () => {
  const { fields } = rowsOf(
    run({
      id: 'a',
      text: 'Pt says it hurts a lot today',
      metadata: new Map([
        ['quote', 'it hurts a lot'],
        ['word', 'hurts'],
      ]),
    }),
  )
  expect([fields.get('quote')?.inText, fields.get('word')?.inText]).toEqual([1, 0])
})

test('an id that names a person gives way to its text’s hash', () => {
  const made = columnRun.create()
  for (const id of ['Jane', 'b']) columnRun.open(made, createDocument({ id, text: 'no fever' }), 'en', (value) => value === 'Jane')
  // printf 'no fever' | sha256sum
  expect(rowsOf(made).ids).toEqual(['97cb500fb409439b', 'b'])
})
