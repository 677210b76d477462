import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { csvRecords } from '../src/csv-records.ts'
import { isSnomedConcept, verhoeff } from '../src/index.ts'

const codes = new URL('../../../../shared/references/epidemiology/snomed-filename-conditions.csv', import.meta.url)

test('236 has the check digit 3, as in the textbook', () => {
  expect(verhoeff('2363')).toBe(true)
  expect(verhoeff('2364')).toBe(false)
})

test('finds every wrong digit and every swap of neighbours', () => {
  const code = '22298006'
  expect(isSnomedConcept(code)).toBe(true)
  for (let i = 0; i < code.length; i++)
    for (const digit of '0123456789') if (digit !== code[i]) expect(verhoeff(code.slice(0, i) + digit + code.slice(i + 1))).toBe(false)
  for (let i = 0; i + 1 < code.length; i++)
    if (code[i] !== code[i + 1]) expect(verhoeff(code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2))).toBe(false)
})

test.skipIf(!existsSync(codes))('the 500 codes of SynGP500 all hold', () => {
  const [, ...rows] = csvRecords(readFileSync(codes, 'utf8'), 'codes')
  expect(rows).toHaveLength(500)
  for (const { fields } of rows) expect(isSnomedConcept(fields[0]!)).toBe(true)
})

test('what is no number has no check digit', () => {
  for (const text of ['', 'R05', '12.5', '-2363', '２３６３']) expect(verhoeff(text)).toBe(false)
  expect(isSnomedConcept('2363')).toBe(false)
})
