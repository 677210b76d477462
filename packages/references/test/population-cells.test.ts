import type { Reference } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { beachAge1998, beachRfe, beachSex1998, cellOfPerson, parseReference, populationCells } from '../src/index.ts'

const of = (...names: string[]): Reference => ({
  ...beachSex1998,
  id: 'mine',
  categories: names.map((id) => ({ id, share: 1 / names.length, aliases: [] })),
})

test.each([
  ['0-4', { age: [0, 5] }],
  ['5 to 14', { age: [5, 15] }],
  ['15–24', { age: [15, 25] }],
  ['85+', { age: [85, Infinity] }],
  ['65 and over', { age: [65, Infinity] }],
  ['under 25', { age: [0, 25] }],
  ['>=65', { age: [65, Infinity] }],
  ['0', { age: [0, 1] }],
  ['F', { sex: 'female' }],
  ['Men', { sex: 'male' }],
  ['Female 25-44', { sex: 'female', age: [25, 45] }],
  ['M85+', { sex: 'male', age: [85, Infinity] }],
  ['Männer 65 und älter', { sex: 'male', age: [65, Infinity] }],
])('%s', (name, cell) => expect(populationCells(of(name))).toEqual([cell]))

test('the margins of BEACH are read', () => {
  expect(populationCells(beachSex1998)).toEqual([{ sex: 'female' }, { sex: 'male' }])
  expect(populationCells(beachAge1998).map(({ age }) => age)).toEqual([
    [0, 25],
    [25, 45],
    [45, 65],
    [65, Infinity],
  ])
})

test('a person finds the cell, or none', () => {
  const cells = populationCells(of('F 0-4', 'F 5+', 'M 0-4', 'M 5+'))
  expect(cellOfPerson(cells, { age: 4.9, sex: 'female' })).toBe(0)
  expect(cellOfPerson(cells, { age: 5, sex: 'male' })).toBe(3)
  expect([
    cellOfPerson(cells, { sex: 'male' }),
    cellOfPerson(cells, { age: 5 }),
    cellOfPerson(populationCells(of('18-64')), { age: 70 }),
  ]).toEqual([-1, -1, -1])
})

test.each([
  [of('0-4', 'Cough'), '"Cough" is neither an age nor a sex'],
  [of('0-4', '4-8'), '"0-4" and "4-8" hold the same people'],
  [of('F', 'women'), 'hold the same people'],
  [of('F', '0-4'), 'Give a file for each'],
  [of('9-5'), 'neither an age nor a sex'],
  [{ ...beachRfe, kind: 'ranking' } as Reference, 'is a ranking'],
])('what is no population is refused', (reference, message) => expect(() => populationCells(reference)).toThrow(message))

test('a CSV file may have columns for age and sex', () => {
  const reference = parseReference('sex,age,count\nF,0-4,10\nF,5+,30\nM,0-4,20\nM,5+,40\n', 'people.csv')
  expect(reference.categories.map(({ id, share }) => [id, share])).toEqual([
    ['F 0-4', 0.1],
    ['F 5+', 0.3],
    ['M 0-4', 0.2],
    ['M 5+', 0.4],
  ])
})
