import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { doubledIds } from '../src/index.ts'
import { concluded } from './concluded.ts'

const of = (...drafts: (readonly [string | undefined, string])[]) =>
  concluded(
    doubledIds(),
    drafts.map(([id, text]) => createDocument({ text, ...(id !== undefined && { id }) })),
  )

test('obeys the laws', () => obeysTheLaws(doubledIds()))

test('each document of a shared id counts, and each but the first is a finding', async () => {
  const { values, findings } = await of(['a', 'one'], ['a', 'two'], ['a', 'two'], ['b', 'three'])
  expect(values['doubled-id-share']).toBe(3 / 4)
  expect(findings.map(({ rule, document }) => [rule, document])).toEqual([
    ['doubled-id', 'a#2'],
    ['doubled-id', 'a#3'],
  ])
  expect(findings[0]!.message).toBe('one of 3 documents with the id of a, with 2 texts among them')
})

test('copies without an id of their own share no id that anybody gave', async () => {
  const { estimates } = await of([undefined, 'one'], [undefined, 'one'])
  expect(estimates[0]).toMatchObject({ value: null, left: 2, reason: 'no document has an id of its own' })
  const mixed = await of([undefined, 'one'], ['a', 'two'])
  expect(mixed.estimates[0]).toMatchObject({ value: 0, n: 1, left: 1 })
})

test('ids that look like numbered ones are ids like any other', async () => {
  const { values } = await of(['a', 'one'], ['a#2', 'two'], ['__proto__', 'x'], ['constructor', 'y'])
  expect(values['doubled-id-share']).toBe(0)
})
