import { createDocument, obeysTheLaws, type Reference } from '@corpuscope/core'
import { beachAge1998, beachRfe, beachSex1998 } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { ageSexStructure, populationFit } from '../src/index.ts'
import { auditOf } from './audit.ts'

const cells: Reference = {
  ...beachSex1998,
  id: 'people',
  title: 'People',
  categories: (
    [
      ['F 0-39', 0.3],
      ['F 40+', 0.3],
      ['M 0-39', 0.1],
      ['M 40+', 0.3],
    ] as const
  ).map(([id, share]) => ({ id, share, aliases: [] })),
}

const labels: Reference = {
  ...beachRfe,
  id: 'labels',
  title: 'Labels',
  categories: [
    { id: 'Cough', share: 0.5, aliases: [] },
    { id: 'Rash', share: 0.5, aliases: [] },
  ],
}

const notes = (...texts: readonly (readonly [text: string, label?: string])[]) =>
  texts.map(([text, label], i) => createDocument({ id: `n${i}`, text: `${text} ${i}`, ...(label !== undefined && { label }) }))

const four = notes(['34F', 'Cough'], ['57F', 'Cough'], ['12M', 'Cough'], ['71M', 'Rash'], ['well today'])

test('obeys the laws', () => obeysTheLaws(populationFit([cells, beachAge1998], beachRfe)))

test('cells by hand', async () => {
  const { audit } = await auditOf(populationFit([cells]), four, cells)
  // A quarter each against 0.3, 0.3, 0.1, 0.3.
  expect(audit.estimates[0]).toMatchObject({ measure: 'population-total-variation', n: 4, left: 1, value: expect.closeTo(0.15, 12) })
  expect(audit.tables[0]!.rows.map((row) => row.slice(0, 4))).toEqual([
    ['F 0-39', 1, 0.25, 0.3],
    ['F 40+', 1, 0.25, 0.3],
    ['M 0-39', 1, 0.25, 0.1],
    ['M 40+', 1, 0.25, 0.3],
  ])
  expect(audit.notes[0]!.text).toBe('4 of 5 documents stand in a cell of People, and no cell is empty.')
})

test('weights meet ages, sexes and labels at once, and are written', async () => {
  const documents = notes(
    ...Array.from({ length: 40 }, (_, i) => [`${[8, 30, 50, 70][i % 4]}${i % 3 ? 'F' : 'M'}`, i % 5 ? 'Cough' : 'Rash'] as const),
  )
  const { audit, kept, documentValues, rows } = await auditOf(populationFit([beachAge1998, beachSex1998], labels), documents, labels)
  const weights = documentValues.get('raked-weight')!
  const share = (of: (text: string, label: string) => boolean): number =>
    weights.reduce((sum, weight, i) => {
      const at = documents.findIndex(({ id }) => id === rows.ids[i])
      return sum + (of(documents[at]!.text, documents[at]!.label!) ? weight : 0)
    }, 0) / 40
  expect(share((text) => text.includes('F'))).toBeCloseTo(0.58, 6)
  expect(share((text) => /^70/.test(text))).toBeCloseTo(0.25, 6)
  expect(share((_, label) => label === 'Rash')).toBeCloseTo(0.5, 6)
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0)
  expect(audit.estimates[1]!.value).toBeCloseTo(1600 / squares, 9)
  expect(audit.estimates[1]!.reason).toContain('all margins are met')
  const lines = new TextDecoder().decode(kept.get('raked-weights.csv')).trim().split('\r\n')
  expect([lines[0], lines.length]).toEqual(['id,weight', 41])
  expect(Number(lines[1]!.split(',')[1])).toBeCloseTo(weights[0]!, 7)
})

test('the pyramid has the bands of the population, and its marks', async () => {
  const { audit } = await auditOf(ageSexStructure([cells]), four, cells)
  expect(audit.charts[0]).toMatchObject({
    form: 'pyramid',
    band: ['0-39', '40+'],
    left: [1, 1],
    right: [1, 1],
    leftReference: [0.3 * 4, 0.3 * 4],
    rightReference: [0.1 * 4, 0.3 * 4],
    referenceTitle: 'People',
  })
})

test('nobody in a cell, one document, an empty cell', async () => {
  const none = await auditOf(populationFit([cells]), notes(['well']), cells)
  for (const { status, value } of none.audit.estimates) expect([status, value]).toEqual(['not applicable', null])
  const one = await auditOf(populationFit([cells]), notes(['34F']), cells)
  expect(one.audit.estimates[0]).toMatchObject({ n: 1, interval: null, value: expect.closeTo(0.7, 12) })
  expect(one.audit.notes[0]!.text).toContain('3 of its 4 cells, 70\u00a0% of the population, have no document')
  expect(one.audit.estimates[1]!.value).toBe(1)
})
