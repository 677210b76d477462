import type { Reference } from '@corpuscope/core'
import { expect, test } from 'vitest'
import {
  beachRfe,
  categoryIndex,
  comparableLabel,
  isKnownCode,
  referenceById,
  referenceIds,
  unknownCodes,
  withCodeMapping,
} from '../src/index.ts'

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

test.each(['R05', '*50', '-31', 'A00', 'J45.901', 'E11.9', 'CA23', '1F40.Z', '195967001'])(
  '%s is written as a code of a classification',
  (code) => expect(isKnownCode(code)).toBe(true),
)

test.each(['R5', 'Cough', '12', '195967002', 'r05', 'CAI3', ''])('"%s" is not', (code) => expect(isKnownCode(code)).toBe(false))

test('codes of no classification are told, three of them by name', () => {
  const of = (...codes: string[]): Reference => ({ ...beachRfe, categories: [{ id: 'a', share: 1, aliases: [], codes }] })
  expect(unknownCodes(of('R05', 'E11.9'))).toEqual([])
  expect(unknownCodes(of('R5'))[0]).toContain('R5 is no code of SNOMED CT, ICPC-2, ICD-10 or ICD-11')
  expect(unknownCodes(of('x1', 'x2', 'x3', 'x4'))[0]).toContain('x1, x2, x3 and 1 more are no codes')
})

test('every bundled code is of a classification', () => {
  for (const id of referenceIds) expect([id, unknownCodes(referenceById(id))]).toEqual([id, []])
})
