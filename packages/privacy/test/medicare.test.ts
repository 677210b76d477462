import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMedicareNumber } from '../src/index.ts'
import { found, ofKind } from './found.ts'

// Worked example of the conformance document: 2+3+14+27+4+15+42+63 = 170, check digit 0.
test.each([
  '2123456701',
  '21234567011',
  '2123 45670 1',
  '2123-45670-1',
  '2123 45670 1-1',
  '2123 45670 1/1',
  '2123 45670 11',
  '212345670 1',
])('%s is one', (number) => {
  expect(ofKind('medicare', number)).toEqual([number])
  expect(ofKind('medicare', `Medicare: ${number}, seen today`)).toEqual([number])
  expect(ofKind('medicare', `(${number})`)).toEqual([number])
})

test.each([
  ['a wrong check digit', '2123456711'],
  ['issue number 0', '2123456700'],
  ['first digit 1', '1123456701'],
  ['first digit 7', '7123456701'],
  ['a longer number', '212345670123'],
  ['part of a word', 'A2123456701B'],
  ['part of a decimal', '3.2123456701'],
  ['a batch', 'Batch no. 2123456701'],
  ['a concept', 'SNOMED 2123456701'],
])('%s is none', (_, text) => expect(found(text)).toEqual([]))

test('the number after the tenth digit is the next thing said, unless it is tied to it', () => {
  expect(ofKind('medicare', '2123 45670 1 5 mg')).toEqual(['2123 45670 1'])
  expect(ofKind('medicare', '2123 45670 1-5')).toEqual(['2123 45670 1-5'])
})

test('of a hundred neighbours with the same first eight digits, the nine with the one right check digit and an issue number pass', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000_000, max: 69_999_999 }), (stem) => {
      const passing = Array.from({ length: 100 }, (_, tail) => `${stem}${String(tail).padStart(2, '0')}`).filter(isMedicareNumber)
      expect(passing).toHaveLength(9)
      expect(new Set(passing.map((number) => number[8])).size).toBe(1)
    }),
    { numRuns: 200 },
  )
})

const vectors = new URL('../../../../shared/references/identifiers-vectors.json', import.meta.url)
test.skipIf(!existsSync(vectors))('agrees with the independent implementation of the vectors', () => {
  const { valid, invalid } = JSON.parse(readFileSync(vectors, 'utf8')).identifiers.au_medicare as { valid: string[]; invalid: string[] }
  expect(valid.length).toBeGreaterThan(0)
  expect(valid.flatMap((number) => ofKind('medicare', number))).toEqual(valid)
  expect(invalid.flatMap((number) => ofKind('medicare', number))).toEqual([])
})
