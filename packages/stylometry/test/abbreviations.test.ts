import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { abbreviations } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(abbreviations()))

const note = (id: string, text: string) => createDocument({ id, text, language: 'en' })

test('words of the lexicon and capitals count; a line that shouts does not, nor a number', async () => {
  const { documentValues, rows, estimate } = await audited(abbreviations(), [
    note('a', 'Seen with sob and XQZ today'),
    note('b', 'TELL THEM NOW\nno pain since 5MG'),
    note('c', '120 80'),
  ])
  const of = (id: string) => rows.values('acronym-rate')[rows.ids.indexOf(id)]
  expect(of('a')).toBeCloseTo(2 / 6, 12)
  expect(of('b')).toBe(0)
  expect(estimate('acronym-rate')).toMatchObject({ n: 2, left: 1 })
  expect(Number.isNaN(documentValues.get('expanded-abbreviation-share')![rows.ids.indexOf('b')]!)).toBe(true)
})

test('an abbreviation is explained when any document spells it out', async () => {
  const { documentValues, rows } = await audited(abbreviations(), [
    note('a', 'Treated for deep vein thrombosis (DVT) last year'),
    note('b', 'DVT again, XQZ and DVT'),
  ])
  const shares = documentValues.get('expanded-abbreviation-share')!
  expect(shares[rows.ids.indexOf('a')]).toBe(1)
  expect(shares[rows.ids.indexOf('b')]).toBeCloseTo(2 / 3, 12)
})
