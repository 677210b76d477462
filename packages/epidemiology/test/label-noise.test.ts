import { type Analysis, createDocument, obeysTheLaws } from '@corpuscope/core'
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

test('near copies that another analysis found count too; a shared form does not, nor does a document that is not here', async () => {
  const finder: Analysis = {
    id: 'near-duplicates',
    measures: [],
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude: () => ({
      estimates: [],
      pairs: [
        { a: 'n0', b: 'n1', kind: 'copy', similarity: 0.9 },
        { a: 'n0', b: 'n2', kind: 'shared form', similarity: 0.8 },
        { a: 'n3', b: 'elsewhere', kind: 'copy', similarity: 0.9 },
      ],
    }),
  }
  const documents = ['a', 'a!', 'b', 'c'].map((text, i) => createDocument({ id: `n${i}`, text, label: i ? 'Rash' : 'Cough' }))
  // It is concluded first, though it stands behind.
  const { audit, findings } = await auditOf([labelNoise(), finder], documents, beachRfe)
  expect(audit.estimates[0]).toMatchObject({ value: 1 / 2, n: 2, left: 2, reason: '2 left out: no label, or no copy' })
  expect(findings.map(({ document, message }) => [document, message])).toEqual(
    ['n0', 'n1'].map((id) => [id, '2 documents have nearly this text, with 2 different labels.']),
  )
})
