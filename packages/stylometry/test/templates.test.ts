import { readdirSync, readFileSync } from 'node:fs'
import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { structure, structureOf, templates } from '../src/index.ts'
import { audited } from './audited.ts'
import { hasPeers, type Note, readRecords } from './peers.ts'

test('templates obey the laws', () => obeysTheLaws(templates()))
test('structure obeys the laws', () => obeysTheLaws(structure()))

const note = (id: string, text: string) => createDocument({ id, text, language: 'en' })

test('lines that five notes share are form, whatever their numbers; labels are, and what stands behind them is not', async () => {
  const notes = Array.from({ length: 5 }, (_, i) =>
    note(`n${i}`, `BP ${100 + i}/70\nReason: ${['cough', 'rash', 'fever', 'pain', 'review'][i]}\n${'abcde'[i]} word${'vwxyz'[i]}`),
  )
  const { estimate, rows, documentValues } = await audited(templates(), notes)
  // BP 0 0 and Reason are the form's: 4 of 7 words.
  rows.ids.forEach((_, i) => {
    expect(documentValues.get('template-share')![i]).toBeCloseTo(4 / 7, 12)
  })
  expect(estimate('templated-document-share')).toMatchObject({ value: 1, n: 5 })
  const four = await audited(templates(), notes.slice(0, 4))
  expect(four.estimate('template-share')).toMatchObject({ status: 'not applicable' })
})

test('a skeleton is a line without its numbers, names and unknown words', async () => {
  const letters = ['Smith', 'Jones', 'Nguyen', 'Garcia', 'Brown', 'Wilson'].map((name, i) =>
    note(`n${i}`, `Thank you for seeing ${name} on ${i + 1} May\nqwerp${'abcdef'[i]}y ${i}`),
  )
  const { estimate, documentValues, rows } = await audited(templates(), letters)
  // No line stands twice, the letter's skeleton does: 8 of 10 words.
  expect(estimate('template-share')?.value).toBe(0)
  rows.ids.forEach((_, i) => {
    expect(documentValues.get('skeleton-share')![i]).toBeCloseTo(8 / 10, 12)
  })
})

test('a form with too few words left is no skeleton', async () => {
  const { estimate } = await audited(
    templates(),
    ['Smith', 'Jones', 'Nguyen', 'Garcia', 'Brown'].map((name, i) => note(`n${i}`, `seen by ${name}`)),
  )
  expect(estimate('skeleton-share')?.value).toBe(0)
})

test('a field that says the same in nine of ten documents is nearly constant', async () => {
  const notes = Array.from({ length: 20 }, (_, i) =>
    note(`n${i}`, `Allergies: ${i < 18 ? 'nil known' : `drug${i}`}\nDate: ${i + 1}/11/2025\nPlan:\nrest`),
  )
  // Of the fields Allergies and Date the first; Plan has nothing on its line.
  expect((await audited(templates(), notes)).estimate('constant-field-share')).toMatchObject({ value: 1 / 2, n: 20, interval: null })
  const free = notes.map(({ id }) => note(id, 'no field here'))
  expect((await audited(templates(), free)).estimate('constant-field-share')).toMatchObject({ status: 'not applicable' })
})

const namesOf = ({ text }: { readonly text: string }) =>
  [...text.matchAll(/\b(?:Smith|Jones)\b/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))

test('templates that name their fields obey the laws', () => obeysTheLaws(templates({ identifiers: namesOf })))

test('a nearly constant field is named with what it says; of dates, figures and names only the kind is told', async () => {
  const notes = Array.from({ length: 20 }, (_, i) =>
    note(
      `n${i}`,
      `22/11/2025\nAllergies: ${i < 18 ? 'nil known' : `drug${i}`}\nSeen: ${i === 3 ? '1/1/2024' : '22/11/2025'}\nClinician: smith\nWard: 4\nJones: present\nPain: ${'abcdefghijklmnopqrst'[i]}`,
    ),
  )
  const { audit } = await audited(templates({ identifiers: namesOf }), notes)
  expect(audit.tables[0]?.rows).toEqual([
    ['first line', 'a date, one and the same', 20, 20],
    ['a label that is not shown', '"present"', 20, 20],
    ['clinician:', 'words that may name somebody, one and the same', 20, 20],
    ['ward:', 'a number, one and the same', 20, 20],
    ['seen:', 'a date, one and the same', 20, 19],
    ['allergies:', '"nil known"', 20, 18],
  ])
  expect(audit.notes[0]?.text).toBe(
    '6 fields say nearly always the same, foremost first line: a date, one and the same in 20 of 20 documents.',
  )
  expect(JSON.stringify(audit)).not.toMatch(/smith|jones|2025/i)
  // Nobody says what a name is: no word is shown.
  expect(JSON.stringify((await audited(templates(), notes)).audit)).not.toMatch(/nil known|allergies/)
})

test('a date in another spelling is the same opening', async () => {
  const notes = ['22/11/25 TH', '22/11/2025 phone', '22-11-2025', '22.11.25 seen', 'Seen today', '1/2/25'].map((text, i) =>
    note(`n${i}`, `${text}\nx`),
  )
  const { estimate, audit } = await audited(templates(), notes)
  expect(estimate('opening-share')?.value).toBe(4 / 6)
  expect(audit.notes.map(({ text }) => text)).toContain('4 of 6 documents open with the same date.')
})

const fixtures = new URL('../../../fixtures/clinic/', import.meta.url)

test('finds the planted template notes of the clinic, all of them and no other', async () => {
  const names = readdirSync(new URL('notes/', fixtures))
  const { documentValues, rows } = await audited(
    templates(),
    names.map((name) => note(name, readFileSync(new URL(`notes/${name}`, fixtures), 'utf8'))),
  )
  const truth = JSON.parse(readFileSync(new URL('truth.json', fixtures), 'utf8')).templateNotes.files as string[]
  const shares = documentValues.get('template-share')!
  const found = rows.ids.filter((_, i) => shares[i]! >= 0.5)
  const hits = found.filter((id) => truth.includes(id)).length
  expect({ precision: hits / found.length, recall: hits / truth.length }).toEqual({ precision: 1, recall: 1 })
})

test.skipIf(!hasPeers)('496 of the 500 notes of SynGP500 open with one and the same date', async () => {
  const notes = readRecords<Note>('corpora/syngp500/syngp500.jsonl').map(({ id, text }) => note(String(id), text))
  const { estimate, audit } = await audited(templates(), notes)
  expect(estimate('opening-share')?.value).toBe(496 / 500)
  expect(audit.notes.map(({ text }) => text)).toEqual([
    'A field says nearly always the same, first line: a date, one and the same in 496 of 500 documents.',
  ])
})

test('layout: the arithmetic stands here', () => {
  const values = structureOf(note('a', 'Hx\nCough\n\nO/E\n- clear\n- well\n\nImp\nviral\n\nPlan\nrest\n'))
  expect(values.headings).toBe(4)
  expect(values['soap-share']).toBe(1)
  expect(values['list-line-share']).toBe(2 / 9)
  expect(values['blank-line-share']).toBe(3 / 12)
  expect(values['line-length']).toBe((2 + 5 + 3 + 7 + 6 + 3 + 5 + 4 + 4) / 9)
  expect(structureOf(note('b', 'Plan\nrest\n\nImp\nviral\n\nHx\ncough'))['soap-share']).toBe(0)
  expect(structureOf(note('c', ' \n'))).toEqual({})
})

test('lines by length: the arithmetic stands here', async () => {
  const { audit } = await audited(structure(), [note('a', `${'x'.repeat(10)}\n\n${'y'.repeat(11)}\nz`), note('b', 'w'.repeat(500))])
  const chart = audit.charts.find(({ id }) => id === 'structure-line-lengths')
  if (chart?.form !== 'histogram') throw new Error('no histogram')
  expect(chart.counts).toEqual([2, 1, ...Array<number>(17).fill(0), 1])
  expect(chart.edges.slice(0, 3)).toEqual([0, 10, 20])
})
