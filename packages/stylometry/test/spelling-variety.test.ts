import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { spellingVariety } from '../src/index.ts'
import { audited } from './audited.ts'
import { hasPeers, type Note, readRecords } from './peers.ts'

test('obeys the laws', () => obeysTheLaws(spellingVariety()))

const corpus = (...texts: readonly (readonly [times: number, text: string])[]) =>
  texts.flatMap(([times, text], t) => Array.from({ length: times }, (_, i) => createDocument({ id: `${t}-${i}`, text, language: 'en' })))

const noteOn = async (documents: Parameters<typeof audited>[1], language = 'en') =>
  (await audited(spellingVariety(), documents, language)).audit.notes.map(({ text }) => text)

test.each([
  ['American spelling:', [[12, 'the tumor was analyzed and the program organized']]],
  ['British spelling:', [[12, 'the tumour was analysed and the programme organised']]],
  ['Australian spelling:', [[12, 'the tumour was analysed and the program organised']]],
  ['British spelling in the style of Oxford:', [[12, 'the tumour was analysed and the program organized']]],
  ['British or Australian spelling, which cannot be told apart here:', [[12, 'the tumour was analysed and organised']]],
  [
    'Mixed spelling:',
    [
      [6, 'the tumour'],
      [6, 'the tumor'],
    ],
  ],
  [
    'Too few documents (3)',
    [
      [3, 'the tumour'],
      [40, 'the same everywhere'],
    ],
  ],
] as const)('%s', async (beginning, texts) => {
  const [text, ...more] = await noteOn(corpus(...texts))
  expect(text?.startsWith(beginning), text).toBe(true)
  expect(more).toEqual([])
})

test('five documents of five are enough for the share to lie above a half, four of five are not', async () => {
  // Wilson: 5 of 5 gives 0.566 to 1, 4 of 5 gives 0.376 to 0.964.
  expect((await noteOn(corpus([5, 'a colour'])))[0]).toContain('British or Australian')
  expect((await noteOn(corpus([4, 'a colour'], [1, 'a color'])))[0]).toContain('Mixed spelling: 4 of 5 documents')
})

test('shares and counts: the arithmetic stands here', async () => {
  const { estimate, audit } = await audited(
    spellingVariety(),
    corpus([1, 'realise realised realize exercise'], [1, 'realize program program programme']),
  )
  expect(estimate('ise-spelling-share')).toMatchObject({ value: (2 / 3 + 0) / 2, n: 2 })
  expect(estimate('program-spelling-share')).toMatchObject({ value: 2 / 3, n: 1, left: 1 })
  expect(audit.tables[0]?.rows).toEqual([
    ['-ise / -ize', 2, 2, 1, 2, 1],
    ['programme / program', 1, 2, 1, 1, 1],
  ])
})

test('other languages have none', async () => {
  const { estimate, audit } = await audited(spellingVariety(), [createDocument({ text: 'colour', language: 'fr' })], 'fr')
  expect(estimate('ise-spelling-share')).toMatchObject({ status: 'not applicable', left: 1 })
  expect(audit.tables).toEqual([])
})

// SynGP500 is of Australian general practice; the abstracts of the NCBI corpus are mostly American.
test.skipIf(!hasPeers).each([
  ['syngp500/syngp500.jsonl', /^(?:Australian|British or Australian) spelling/],
  ['ncbi_disease/ncbi_disease.jsonl', /^American/],
])('%s', async (file, expected) => {
  const documents = readRecords<Note>(`corpora/${file}`).map(({ id, text }) => createDocument({ id: String(id), text, language: 'en' }))
  expect((await noteOn(documents))[0]).toMatch(expected)
})
