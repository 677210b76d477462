import { expect, test } from 'vitest'
import { count, intervalText, quantity } from '../src/number-text.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1204331, '1,204,331'],
  [-12345, '\u221212,345'],
])('the count %d reads %s', (value, expected) => expect(count(value)).toBe(expected))

test.each([
  [0.0341, 'share', '3.41\u202f%'],
  [1, 'share', '100\u202f%'],
  [0, 'share', '0\u202f%'],
  [0.9, 'ratio', '0.900'],
  [0.9999, 'ratio', '1.000'],
  [152, 'grams', '152 grams'],
  [152.4, 'grams', '152 grams'],
  [12345.6, 'words', '12,346 words'],
  [1234, 'words', '1,234 words'],
  [-0.0342, 'bits', '\u22120.0342 bits'],
  [0.0000123, 'bits', '1.23 × 10^\u22125 bits'],
])('%d in %s reads %s', (value, unit, expected) => expect(quantity(value, unit)).toBe(expected))

test.each([
  [0.9, [0.89, 0.91], 'ratio', '0.900', '0.890 to 0.910'],
  [412, [405.3, 418.9], 'words', '412 words', '405 to 419'],
  [4, [3.2, 4.9], 'words', '4.00 words', '3.20 to 4.90'],
  [12, [9, 15], 'documents', '12 documents', '9 to 15'],
  [0, [0, 0.0037], 'share', '0\u202f%', '0 to 0.370'],
] as const)('%d with the interval %j in %s reads %s (%s)', (value, interval, unit, number, between) => {
  expect(quantity(value, unit, interval)).toBe(number)
  expect(intervalText(value, interval, unit)).toBe(between)
})
