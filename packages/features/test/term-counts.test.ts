import { createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { isTerm, termCounts } from '../src/index.ts'

test.each([
  ['fever', true],
  ['the', false],
  ['x', false],
  ['é', false],
  ['2024', false],
  ['٣٤', false],
  ['b12', true],
  ['5mg', true],
  ['痛', true],
  ['の', false],
  ['constructor', true],
  ['__proto__', true],
])('%s tells what a document is about: %s', (word, expected) => expect(isTerm(word, 'en')).toBe(expected))

const observed = (...texts: readonly string[]) => {
  const partial = termCounts.create()
  const rows = texts.map((text) => termCounts.observe(partial, createDocument({ text }), 'test'))
  return { partial, rows }
}
const documentsOf = ({ documents, terms }: ReturnType<typeof termCounts.create>) =>
  Object.fromEntries([...documents].map(([hash, count]) => [terms.get(hash), count]))

test('a term counts once a document, and its occurrences are kept beside', () => {
  const { partial, rows } = observed('Fever and more fever', 'no fever, a rash of 3 days')
  expect(documentsOf(partial)).toEqual({ fever: 2, rash: 1, days: 1 })
  expect([...rows[0]!.lists!['test.counts']!]).toEqual([2])
  expect(rows[0]!.lists!['test.terms']![0]).toBe(rows[1]!.lists!['test.terms']![0])
})

test('parts merge into what one pass counts', () => {
  const whole = observed('chest pain', 'pain', 'constructor __proto__ pain').partial
  const [first, second] = [observed('chest pain').partial, observed('pain', 'constructor __proto__ pain').partial]
  termCounts.merge(first, second)
  expect(first).toEqual(whole)
})

test('an empty document has empty lists', () => {
  expect(observed('').rows[0]!.lists!['test.terms']).toHaveLength(0)
})
