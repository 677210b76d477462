import { expect, test } from 'vitest'
import { counts } from '../src/index.ts'

test('counts words that are also names of the language', () => {
  const seen = counts.create()
  for (const word of ['constructor', '__proto__', 'constructor', 'pain', '', 'häufig', '痛']) counts.add(seen, word)
  counts.add(seen, 'pain', 4)
  expect([...seen]).toEqual([
    ['constructor', 2],
    ['__proto__', 1],
    ['pain', 5],
    ['', 1],
    ['häufig', 1],
    ['痛', 1],
  ])
  expect(counts.total(seen)).toBe(11)
})

test('merging adds up and leaves the other as it was', () => {
  const a = new Map([
    ['x', 1],
    ['y', 2],
  ])
  const b = new Map([
    ['y', 3],
    ['z', 4],
  ])
  counts.merge(a, b)
  expect(a).toEqual(
    new Map([
      ['x', 1],
      ['y', 5],
      ['z', 4],
    ]),
  )
  expect(b).toEqual(
    new Map([
      ['y', 3],
      ['z', 4],
    ]),
  )
})

test('ranked does not depend on the order of arrival', () => {
  const expected = [
    ['b', 3],
    ['a', 1],
    ['c', 1],
  ]
  expect(
    counts.ranked(
      new Map([
        ['c', 1],
        ['b', 3],
        ['a', 1],
      ]),
    ),
  ).toEqual(expected)
  expect(
    counts.ranked(
      new Map([
        ['a', 1],
        ['c', 1],
        ['b', 3],
      ]),
    ),
  ).toEqual(expected)
})

test('nothing counted is nothing in total', () => expect(counts.total(counts.create())).toBe(0))
