import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { beachRfe } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { labelNoise } from '../src/index.ts'
import { auditOf } from './audit.ts'

const noise = (documents: readonly (readonly [text: string, label?: string])[]) =>
  auditOf(
    labelNoise(),
    documents.map(([text, label], i) => createDocument({ id: `n${i}`, text, ...(label !== undefined && { label }) })),
    beachRfe,
  )

test('obeys the laws', () => obeysTheLaws(labelNoise()))

test('one of three copies has another label; spelling is no difference, a single text says nothing', async () => {
  const { audit, findings } = await noise([
    ['a', 'Cough'],
    ['a', 'cough '],
    ['a', 'Rash'],
    ['b', 'Rash'],
    ['a'],
    ['c', 'Fever'],
    ['c', 'Fever'],
  ])
  expect(audit.estimates[0]).toMatchObject({ value: 1 / 5, n: 5, left: 2 })
  expect(findings.map(({ document }) => document)).toEqual(['n0', 'n1', 'n2'])
  expect(findings[0]!.message).toBe('3 documents have this text, with 2 different labels.')
})

test('no copies, no labels: not applicable', async () => {
  expect(
    (
      await noise([
        ['a', 'Cough'],
        ['b', 'Cough'],
      ])
    ).audit.estimates[0]!.status,
  ).toBe('not applicable')
  expect((await noise([['a'], ['a']])).audit.estimates[0]!.status).toBe('not applicable')
})
