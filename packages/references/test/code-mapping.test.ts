import { expect, test } from 'vitest'
import { beachRfe, categoryIndex, comparableLabel, withCodeMapping } from '../src/index.ts'

const mapped = (text: string) => withCodeMapping(beachRfe, text, 'codes.csv')

test('a code finds the category that the table gives it', () => {
  const reference = mapped('code,category\n22298006,Other\nR05,cough\nA01,Fever\n')
  const index = categoryIndex(reference)
  const of = (label: string) => reference.categories[index.get(comparableLabel(label))!]!.id
  expect([of('22298006'), of('a01'), of('Fever')]).toEqual(['Other', 'Fever', 'Fever'])
  expect(beachRfe.categories.every(({ aliases }) => !aliases.includes('A01'))).toBe(true)
})

test.each([
  ['a mistyped number', 'code,category\n22298007,Other\n', 'line 2: the code 22298007 has a wrong check digit'],
  ['a number that a spreadsheet rounded', 'code,category\n102110001321000000,Other\n', 'ends in zeros'],
  ['an unknown category', 'code,category\nA1,Coufh\n', 'line 2: "Coufh" is no category of beach-rfe. Did you mean "Cough"?'],
  ['a code of two categories', 'code,category\nA1,Cough\na1,Rash\n', 'line 3: the code a1 belongs to "Cough" already'],
  ['no header', 'A1,Cough\n', 'Name them code,category in the first row'],
  ['no code', 'code,category\n,Cough\n', 'line 2: the code is empty'],
])('%s', (_, text, sentence) => expect(() => mapped(text)).toThrow(sentence))

test('the same line twice does no harm, an empty file is refused', () => {
  expect(mapped('code,category\nA1,Cough\nA1,Cough\n').categories[3]!.aliases).toEqual(['A1'])
  expect(() => mapped('')).toThrow('Name them')
})
