import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { beachRfe } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { ageSexStructure } from '../src/index.ts'
import { auditOf } from './audit.ts'

const measured = async (texts: readonly (readonly [text: string, label?: string])[]) => {
  const documents = texts.map(([text, label], i) => createDocument({ id: `n${i}`, text, ...(label !== undefined && { label }) }))
  const { audit, findings } = await auditOf(ageSexStructure(), documents, beachRfe)
  return { ...audit, findings }
}

test('obeys the laws', () => obeysTheLaws(ageSexStructure()))

test('a pyramid by hand', async () => {
  const { estimates, charts } = await measured([['57M cough'], ['34F rash'], ['36 yo F'], ['3yo boy'], ['well today']])
  expect(estimates[0]).toMatchObject({ measure: 'patient-age', value: (57 + 34 + 36 + 3) / 4, n: 4, left: 1 })
  expect(estimates[1]).toMatchObject({ value: 0.5, n: 4, left: 1, reference: 0.58 })
  // Shares of the four groups: 1/4, 2/4, 1/4, 0 against a quarter each.
  expect(estimates[2]!.value).toBeCloseTo(0.25, 12)
  expect(charts[0]).toMatchObject({ form: 'pyramid', left: [0, 0, 0, 1, 1, 0, 0, 0, 0, 0], right: [1, 0, 0, 0, 0, 0, 1, 0, 0, 0] })
})

test('a contradiction is a finding that holds no word of the note', async () => {
  const { findings } = await measured([['57M cough. Imp: 57F with URTI']])
  expect(findings).toEqual([
    expect.objectContaining({
      rule: 'patient-contradiction',
      document: 'n0',
      message: 'Another sex of the patient is stated here than before.',
    }),
  ])
})

test('labels by sex list their empty cells; labels of fewer than five documents are not shown', async () => {
  const { tables } = await measured([
    ...Array.from({ length: 6 }, () => ['34F', 'Cough'] as const),
    ...Array.from({ length: 6 }, (_, i) => [i ? '34M' : '34F', 'Rash'] as const),
    ['34F', 'Jane Doe'],
  ])
  const table = tables.find(({ id }) => id === 'age-sex-label-by-sex')!
  expect(table.rows).toEqual([
    ['Cough', 6, 0, 'male'],
    ['Rash', 1, 5, ''],
  ])
  expect(table.title).toContain('1 of 4 cells are empty')
  expect(JSON.stringify(tables)).not.toContain('Jane')
})

test('nobody stated: not applicable, no chart', async () => {
  const { estimates, charts } = await measured([['nil of note'], ['']])
  for (const { status } of estimates) expect(status).toBe('not applicable')
  expect(charts).toEqual([])
})

test('setting by remoteness by label: metadata first, cues else, empty cells by name', async () => {
  const note = (i: number, label: string, setting: string, text: string) =>
    createDocument({ id: `n${i}`, text: `${text} ${i}`, label, metadata: new Map([['setting', setting]]) })
  const documents = [
    ...Array.from({ length: 6 }, (_, i) => note(i, 'Cough', 'clinic', 'seen in a rural town')),
    ...Array.from({ length: 6 }, (_, i) => note(10 + i, 'Rash', i ? 'clinic' : 'home', i ? 'inner-city' : 'rural')),
    note(20, 'Rash', 'home', 'no place is said'),
  ]
  const { audit } = await auditOf(ageSexStructure(), documents, beachRfe)
  const place = audit.tables.find(({ id }) => id === 'age-sex-place')!
  // Twelve documents: 11 in the clinic, six of them rural, and one rural at home.
  expect(place.rows.filter(([, , count]) => count !== 0)).toEqual([
    ['clinic', 'metropolitan', 5, 'Rash 5', 'Cough'],
    ['clinic', 'rural', 6, 'Cough 6', 'Rash'],
    ['home', 'rural', 1, 'Rash 1', 'Cough'],
  ])
  expect(place.rows).toHaveLength(2 * 4)
  expect(place.rows[1]).toEqual(['clinic', 'regional', 0, '', 'all'])
  expect(place.title).toContain('12 documents say both')
  expect(place.title).toContain('13 of 16 cells with a label are empty')
  expect(audit.tables.some(({ id }) => id === 'age-sex-label-by-setting')).toBe(true)
})
