import { obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { documentPairs, exactDuplicates, nearDuplicates } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

test('obeys the laws', () => obeysTheLaws(documentPairs()))

const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ')
const form = (name: number, own: string): string => `${run(5000, 5060)} ${own} ${run(6000, 6060)} signed by ${name}`

test('what was not looked at is said', async () => {
  const texts = Array.from({ length: 3000 }, (_, i) => [`n${i}`, `${run(0, 150)} only ${i}`] as const)
  const { audit, pairs } = await concluded(documentPairs(), corpusOf(Object.fromEntries(texts)))
  expect(audit.notes.map(({ text }) => text).join(' ')).toContain('not every pair was looked at')
  expect(pairs.length).toBeGreaterThanOrEqual(2999)
})

test('the pairs of near and of exact duplicates, without their passages', async () => {
  const documents = corpusOf({
    a: run(0, 40),
    b: run(4, 44),
    c: run(0, 40).toUpperCase(),
    d: 'too short by one',
    d2: 'Too short, by one',
    d3: 'too short by two',
    none: '!',
    neither: '?',
    e: `${run(0, 40)}!`,
    // Two copies among twenty notes on one form.
    ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}`, form(i, run(100 * i, 100 * i + 30))])),
    g: form(3, run(300, 330)),
    h: `Übelkeit ${run(0, 40)}`,
  })
  const key = ({ a, b, similarity, content, contained }: (typeof pairs)[number]) => [a, b, similarity, content, contained].join(' ')
  const { pairs, audit } = await concluded(documentPairs(), documents)
  const near = await concluded(nearDuplicates(), documents)
  const exact = await concluded(exactDuplicates(), documents)
  expect(audit.estimates).toEqual([])
  // Words are compared, so that punctuation makes no difference.
  expect(pairs.find(({ a, b }) => a === 'd' && b === 'd2')).toMatchObject({ kind: 'copy', similarity: 1 })
  const both = [
    { a: 'd', b: 'd2', kind: 'copy', similarity: 1, content: 1, contained: 1 },
    ...near.pairs,
    ...exact.pairs.map((pair) => ({ ...pair, kind: 'copy', content: 1, contained: 1 })),
  ]
  expect(pairs.map(key).sort()).toEqual(both.map(key).sort())
  expect(pairs.filter(({ kind }) => kind === 'shared form').length).toBeGreaterThan(100)
  expect(pairs.find(({ a, b }) => a === 'f3' && b === 'g')).toMatchObject({ kind: 'copy', similarity: 1 })
})
