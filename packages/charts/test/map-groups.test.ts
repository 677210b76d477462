import { expect, test } from 'vitest'
import { groupsOf } from '../src/map-groups.ts'

test('names are groups, the largest first, equal ones by name', () => {
  expect(groupsOf(['b', 'a', 'c', 'a', 'b'])).toEqual({
    labels: ['a', 'b', 'c'],
    codes: [1, 0, 2, 0, 1],
    kind: 'named',
    rest: -1,
    missing: -1,
  })
})

test('beyond seven names the others stand together, and a missing value by itself', () => {
  const values = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', null]
  const groups = groupsOf(values)!
  expect(groups.labels).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', '2 others', 'no value'])
  expect(groups.codes.slice(-3)).toEqual([7, 7, 8])
})

test('numbers are quintiles, from low to high, each with a fifth of the documents', () => {
  const groups = groupsOf(Array.from({ length: 100 }, (_, i) => i + 1))!
  expect(groups.labels).toEqual(['to 20', 'over 20 to 40', 'over 40 to 60', 'over 60 to 80', 'over 80 to 100'])
  expect(groups.labels.map((_, g) => groups.codes.filter((code) => code === g).length)).toEqual([20, 20, 20, 20, 20])
})

test.each([
  ['no values', []],
  ['only missing ones', [null, null]],
  ['one for all', ['a', 'a']],
  ['another for each', ['a', 'b', 'c']],
])('%s tells no documents apart', (_, values) => expect(groupsOf(values)).toBeUndefined())

test('names that objects know are names like others', () => {
  expect(groupsOf(['constructor', '__proto__', 'constructor'])!.labels).toEqual(['constructor', '__proto__'])
})
