import { existsSync, readFileSync } from 'node:fs'
import { createDocument, obeysTheLaws, type Reference } from '@corpuscope/core'
import { beachRfe, referenceById } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { categoryCoverage } from '../src/index.ts'
import { auditOf } from './audit.ts'

const codes = new URL('../../../../shared/references/statistics-vectors.json', import.meta.url)
const small: Reference = {
  ...beachRfe,
  categories: [
    { id: 'Cough', share: 0.4, aliases: [] },
    { id: 'Rash', share: 0.3, aliases: ['spots'] },
    { id: 'Fever', share: 0.1, aliases: [] },
    { id: 'Other', share: 0.2, aliases: [] },
  ],
}
const covered = async (labels: readonly (string | undefined)[], reference = small) => {
  const { audit } = await auditOf(
    categoryCoverage(reference),
    labels.map((label, i) => createDocument({ id: `n${i}`, text: 'x', ...(label !== undefined && { label }) })),
    reference,
  )
  return { ...audit, of: (measure: string) => audit.estimates.find((estimate) => estimate.measure === measure)! }
}

test('obeys the laws', async () => {
  await obeysTheLaws(categoryCoverage(small))
  await obeysTheLaws(categoryCoverage(beachRfe))
})

test('the arithmetic of a small case', async () => {
  const { of, tables, notes } = await covered(['Cough', 'Cough', 'Cough', 'Cough', 'Cough', 'Rash', 'spots', 'Other', undefined])
  expect(of('category-coverage').value).toBeCloseTo(1 / 3, 12)
  // Cough and rash are 0.7 of the 0.8 that have a name.
  expect(of('population-covered').value).toBeCloseTo(0.7 / 0.8, 12)
  expect(of('unseen-label-share')).toMatchObject({ value: 1 / 8, n: 8, left: 1 })
  expect(tables[0]!.rows.slice(0, 3)).toEqual([
    [1, 2, 3, expect.closeTo(0.875, 12)],
    [2, 2, 3, expect.closeTo(0.875, 12)],
    [5, 1, 3, expect.closeTo(0.5, 12)],
  ])
  expect(tables.at(-1)!.rows).toEqual([['Fever', null, 0.1]])
  expect(notes[0]!.text).toContain('2 of 3 categories')
})

test('a curriculum is covered by units, without shares', async () => {
  const { of } = await covered(['Rural health', 'Rural health', 'Mental health'], referenceById('racgp-2022'))
  expect(of('category-coverage')).toMatchObject({ value: 0, n: 3 })
  expect(of('population-covered')).toMatchObject({ value: null, reason: expect.stringContaining('no shares') })
})

test.skipIf(!existsSync(codes))('labels of another classification still have richness: the SNOMED codes of SynGP500', async () => {
  const multiplicity = JSON.parse(readFileSync(codes, 'utf8')).richness.syngp500_multiplicity as Record<string, number>
  const labels = Object.entries(multiplicity).flatMap(([times, kinds]) =>
    Array.from({ length: kinds }, (_, i) => Array<string>(Number(times)).fill(`code ${times} ${i}`)).flat(),
  )
  const { of, charts } = await covered(labels, beachRfe)
  expect(of('category-coverage').reason).toContain('no category of beach-rfe')
  expect(of('label-richness').value).toBeCloseTo(699.801316456, 6)
  expect(of('label-richness').interval![0]).toBeCloseTo(595.848204914, 6)
  expect(of('unseen-label-share').value).toBeCloseTo(0.472, 12)
  if (charts[0]?.form !== 'curve') throw new Error('no curve')
  expect(charts[0].series).toHaveLength(2)
  expect(charts[0].series[0]!.y.at(-1)).toBe(348)
})

test('no label, one document, one label', async () => {
  for (const { status } of (await covered([undefined])).estimates) expect(status).toBe('not applicable')
  const one = await covered(['Cough'])
  expect(one.of('label-richness')).toMatchObject({ value: 1, interval: null })
  expect(one.of('label-zipf-exponent')).toMatchObject({ value: null })
  expect((await covered(['Cough', 'Cough'])).of('unseen-label-share')).toMatchObject({ value: 0 })
})
