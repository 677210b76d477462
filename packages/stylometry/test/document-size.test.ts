import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { documentSize } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(documentSize()))

test('the arithmetic stands here', async () => {
  const texts = ['Seen today. Well.\n\nPlan: rest\n', 'Well', '']
  const { estimate, rows } = await audited(
    documentSize(),
    texts.map((text, i) => createDocument({ id: `n${i}`, text, language: 'en' })),
  )
  expect(estimate('document-sentences')?.value).toBeCloseTo((3 + 1 + 0) / 3, 12)
  expect(estimate('document-lines')?.value).toBeCloseTo((2 + 1 + 0) / 3, 12)
  expect(estimate('document-characters')).toMatchObject({ value: (17 + 2 + 10 + 1 + 4 + 0) / 3, n: 3, left: 0 })
  expect(rows.n).toBe(3)
})
