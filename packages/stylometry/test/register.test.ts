import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { distribution } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { register, registerOf } from '../src/index.ts'
import { hasPeers, type Note, peers, readRecords, readShared } from './peers.ts'

test('obeys the laws', () => obeysTheLaws(register()))

const of = (text: string, language = 'en'): Record<string, number | null> => registerOf(createDocument({ text, language }))

test('a telegraphic note: the arithmetic stands here', () => {
  const note = of('Nil fever. BP 120/80. The cough was not treated.')
  // Words without digits: nil fever bp the cough was not treated.
  expect(note['article-density']).toBe(1 / 8)
  expect(note['copula-density']).toBe(1 / 8)
  expect(note['negation-density']).toBe(2 / 8)
  expect(note['abbreviation-rate']).toBe(2 / 8)
  expect(note['upper-case-word-share']).toBe(1 / 8)
  expect(note['passive-rate']).toBe(100 / 8)
  expect(note['telegraphic-index']).toBe(2 / 3)
  expect(note['closed-sentence-share']).toBe(1)
  expect(note['symbol-rate']).toBe(100 / 8)
  expect(note['punctuation-rate']).toBe(300 / 8)
  expect(note['sentence-length']).toBe(10 / 3)
  expect(note['sentence-length-cv']).toBeNull()
})

test('lines without full stops are not closed', () => {
  expect(of('Nil fever today\nCough x3/7\nReview in a week.')['closed-sentence-share']).toBeCloseTo(4 / 10, 12)
})

test('measures that need a list are null where there is none; the others are measured in any script', () => {
  const russian = of('Пациент здоров. БОЛЬ 5', 'ru')
  expect(russian['article-density']).toBeNull()
  expect(russian['medical-term-density']).toBeNull()
  expect(russian['upper-case-word-share']).toBe(1 / 3)
  expect(russian['digit-share']).toBeCloseTo(1 / 18, 12)
  expect(of('Der Patient ist nicht krank.', 'de')).toMatchObject({ 'article-density': 1 / 5, 'abbreviation-rate': null })
})

test('British and American spelling', () => {
  expect(of('oedema and haemorrhage, no edema')['british-spelling-share']).toBeCloseTo(2 / 3, 12)
  expect(of('no rash')['british-spelling-share']).toBeNull()
})

test('no text, no letter, one word: null or a number, never NaN', () => {
  for (const text of ['', ' \n', '120/80', '?', 'pain', '👩‍⚕️', '患者发热三天'])
    for (const [id, value] of Object.entries(of(text)))
      expect(value === null || Number.isFinite(value), `${id} of a text of ${text.length}`).toBe(true)
})

const inEnglish = peers.filter(([name]) => !['grascco_phi', 'e3c_fr_annotated'].includes(name))

test.skipIf(!hasPeers).each(inEnglish)('article and copula density agree with the oracle of %s on every document', (name, file, pick) => {
  const rows = readRecords<{ article_density: number | null; copula_density: number | null }>(`oracles/${name}.lexical.perdoc.jsonl`)
  pick(readRecords<Note>(`corpora/${file}`)).forEach(({ text }, i) => {
    const values = registerOf(createDocument({ text, language: 'en', wordRule: 'letters' }))
    expect(values['article-density'] ?? 0).toBeCloseTo(rows[i]!.article_density ?? 0, 12)
    expect(values['copula-density'] ?? 0).toBeCloseTo(rows[i]!.copula_density ?? 0, 12)
  })
})

test.skipIf(!hasPeers)('the published variation of articles and copulas in SynGP500: CV 0.84 and 1.19', () => {
  const values = readShared('corpora/syngp500/syngp500.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => registerOf(createDocument({ text: (JSON.parse(line) as Note).text, language: 'en', wordRule: 'letters' })))
  const cv = (id: string): number => distribution(values.map((each) => each[id]!))!.cv!
  expect(cv('article-density').toFixed(2)).toBe('0.84')
  expect(cv('copula-density').toFixed(2)).toBe('1.19')
})
