import { wordRules } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { scanWords, sequenceOf, wordHashes } from '../src/index.ts'

const pieces = [
  'a',
  'Z',
  'pain',
  "'",
  "''",
  "it's",
  '1',
  '20',
  "3'b4",
  "x'1",
  ' ',
  '\n',
  '.',
  '-',
  '_',
  '\0',
  '’',
  'é',
  'ß',
  'İ',
  'Σ',
  '😀',
  '痛',
]

test.each(wordRules)('the hashes of the words, by the rule %s', (rule) => {
  const random = seededRandom(`hashes ${rule}`)
  for (let round = 0; round < 4000; round++) {
    // Two rounds of three are ASCII, which has a way of its own.
    const known = round % 3 === 0 ? pieces.length : 16
    const text = Array.from({ length: Math.floor(random() * 12) }, () => pieces[Math.floor(random() * known)]!).join('')
    expect([text, ...wordHashes(text, rule)]).toEqual([text, ...sequenceOf(scanWords(text, rule))])
  }
})

test('no text, a long one, and one after it', () => {
  expect(wordHashes('')).toHaveLength(0)
  const long = 'one two '.repeat(100_000)
  expect(wordHashes(long)).toEqual(sequenceOf(scanWords(long)))
  expect(wordHashes('one')).toEqual(sequenceOf(scanWords('one')))
})
