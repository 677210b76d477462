import { auditSchema, findingSchema, obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { wilson } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { exactDuplicates } from '../src/index.ts'
import { absent, concluded, corpusOf, documentsOf, oracleCorpora, oracleOf } from './corpora.ts'

const conclude = (texts: Readonly<Record<string, string>>) => concluded(exactDuplicates(), corpusOf(texts))

test('obeys the laws', () => obeysTheLaws(exactDuplicates(), { features: [wordSequences()] }))

test('case and white space make no difference, anything else does', async () => {
  const { audit, pairs, findings } = await conclude({ a: 'No fever.', b: ' no\n\tFEVER. ', c: 'No fever', d: 'rash' })
  auditSchema.parse(audit)
  expect(audit.estimates[0]).toMatchObject({ value: 0.5, n: 4, left: 0, interval: wilson(1, 2) })
  expect(pairs).toEqual([{ a: 'a', b: 'b', kind: 'exact', similarity: 1 }])
  expect(findings.map((finding) => findingSchema.parse(finding))).toMatchObject([
    { rule: 'exact-duplicate', document: 'b', message: 'same text as a' },
  ])
  expect(audit.tables[0]!.rows).toEqual([[2, 'a, b']])
})

test('to the letter, and word for word: two more ways to be the same', async () => {
  const { audit } = await conclude({
    a: 'No fever, no \u00e9tat.',
    b: 'No fever, no \u00e9tat.',
    c: 'no fever; no e\u0301tat',
    d: 'no \ufb01ve',
    e: 'No five!',
    f: 'fever no no \u00e9tat',
    g: '...',
    h: '!',
  })
  auditSchema.parse(audit)
  expect(audit.estimates.map(({ measure, value, n, left }) => [measure, value, n, left])).toEqual([
    ['exact-duplicate-share', 2 / 8, 8, 0],
    ['byte-duplicate-share', 2 / 8, 8, 0],
    // a, b and c; d and e: 5 of the 6 that have words.
    ['word-duplicate-share', 5 / 6, 6, 2],
  ])
})

test('a group of three has three pairs and two findings, both naming the first', async () => {
  const { pairs, findings } = await conclude({ z: 'x', b: 'x', a: 'x' })
  expect(pairs.map(({ a, b }) => a + b)).toEqual(['ab', 'az', 'bz'])
  expect(findings.map(({ document, message }) => [document, message])).toEqual([
    ['b', 'same text as a'],
    ['z', 'same text as a'],
  ])
})

test('a finding keeps its fingerprint when other documents come and go', async () => {
  const before = (await conclude({ b: 'x', c: 'x' })).findings[0]!
  const after = (await conclude({ a: 'X', b: 'x', c: 'x', d: 'y' })).findings.find(({ document }) => document === 'c')!
  expect(after.fingerprint).toBe(before.fingerprint)
})

test('no copies: 0, with what may still be', async () => {
  const { audit, pairs } = await conclude({ a: 'x', b: 'y' })
  expect(audit.estimates[0]).toMatchObject({ value: 0, interval: wilson(0, 2), intervalMethod: 'Wilson' })
  expect(pairs).toEqual([])
  expect(audit.tables).toEqual([])
})

test('empty texts are copies of each other, and the note says so', async () => {
  const { audit } = await conclude({ a: '', b: ' \n', c: 'x' })
  expect(audit.estimates[0]!.value).toBeCloseTo(2 / 3, 12)
  expect(audit.notes[0]!.text).toContain('2 documents without any text')
  expect((await conclude({ a: '', b: 'x' })).audit.notes).toEqual([])
})

test('one document 10,000 times: a star of pairs, and bounded work', async () => {
  const { audit, pairs, findings } = await conclude(
    Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`n${i}`, 'chest pain since this morning'])),
  )
  expect(audit.estimates[0]).toMatchObject({ value: 1, n: 10_000 })
  expect(pairs).toHaveLength(9999)
  expect(findings).toHaveLength(9999)
  expect(audit.tables[0]!.rows[0]).toEqual([10_000, 'n0, n1, n10, n100, n1000, …'])
})

for (const corpus of oracleCorpora)
  test.skipIf(absent(corpus))(`${corpus.name}: the groups that brute force finds`, async () => {
    const oracle = oracleOf(corpus)
    const { audit, pairs } = await concluded(exactDuplicates(), documentsOf(corpus))
    const { groups } = oracle.exact_normalised
    expect(audit.estimates[0]).toMatchObject({ n: oracle.docs, value: groups.flat().length / oracle.docs })
    const expected = groups.flatMap((group) => {
      const sorted = [...group].sort()
      return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`))
    })
    expect(pairs.map(({ a, b }) => [a, b].sort().join(' ')).sort()).toEqual(expected.sort())
  })
