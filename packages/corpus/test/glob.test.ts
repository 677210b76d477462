import { expect, test } from 'vitest'
import { globTest, splitGlob } from '../src/glob.ts'

test.each([
  ['*.txt', 'a.txt', true],
  ['*.txt', 'b/a.txt', false],
  ['**/*.txt', 'a.txt', true],
  ['**/*.txt', 'b/c/a.txt', true],
  ['b/**', 'b/c/a.txt', true],
  ['b/**/a.txt', 'b/a.txt', true],
  ['train-?????-of-*.parquet', 'train-00000-of-00002.parquet', true],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[a-]', '-', true],
  ['{train,test}.csv', 'test.csv', true],
  ['a.b', 'axb', false],
  ['🤒?', '🤒x', true],
  ['[', '[', true],
])('%s and %s: %s', (pattern, path, expected) => expect(globTest(pattern)(path)).toBe(expected))

test('the folder to start from', () => {
  expect(splitGlob('data/x/*.csv')).toEqual(['data/x', '*.csv'])
  expect(splitGlob('*.csv')).toEqual(['.', '*.csv'])
  expect(splitGlob('/*/a')).toEqual(['/', '*/a'])
})

test('a pattern made to go back and forth is answered at once', () => {
  const start = performance.now()
  expect(globTest(`${'*a'.repeat(50)}b`)('a'.repeat(5000))).toBe(false)
  expect(globTest(`${'**/'.repeat(50)}b`)('a/'.repeat(1000))).toBe(false)
  expect(performance.now() - start).toBeLessThan(3000)
})
