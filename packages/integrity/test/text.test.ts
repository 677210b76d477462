import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { wilson } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { damagedText, emptyDocuments, textForms } from '../src/index.ts'
import { concluded } from './concluded.ts'

const documents = (...texts: string[]) => texts.map((text, i) => createDocument({ id: `n${i}`, text }))

test.each([emptyDocuments, damagedText, textForms])('%o obeys the laws', (make) => obeysTheLaws(make()))

test('empty is what shows nothing: no text, blanks, marks without a shape', async () => {
  const { values, estimates, findings } = await concluded(emptyDocuments(), documents('', ' \n\t', '\u200b\ufeff\u0000', '.', 'a', '患'))
  expect(values['empty-document-share']).toBe(1 / 2)
  expect(estimates[0]!.interval).toEqual([...wilson(3, 6)!])
  expect(findings.map(({ document }) => document)).toEqual(['n0', 'n1', 'n2'])
})

// What Python's "é".encode().decode("cp1252") and its like give.
test.each([
  ['replacement', 'fi\ufffdvre \ufffd', '2 replacement characters (U+FFFD)', 'damaged-text'],
  ['surrogate', 'a \ud83e b', '1 half a character', 'damaged-text'],
  ['control', 'a\u0000b\u0007', '2 control characters', 'damaged-text'],
  ['noncharacter', 'a\uffff', '1 noncharacter', 'damaged-text'],
  ['é twice', 'fiÃ¨vre', '1 character that was encoded twice', 'damaged-text'],
  ['quotation marks twice', 'donâ€™t â€œnoâ€\u009d', '3 characters that were encoded twice', 'damaged-text'],
  ['emoji twice', 'ill ðŸ˜Š', '1 character that was encoded twice', 'damaged-text'],
  ['direction', 'a \u202e b \u202c', '2 marks that turn the reading direction', 'turned-text'],
])('%s', async (_, text, message, rule) => {
  const { findings } = await concluded(damagedText(), documents(text))
  expect(findings.filter((finding) => finding.rule === rule).map((finding) => finding.message)).toContain(message)
})

test.each([
  'plain\ttext\r\n',
  'fièvre, naïve, Ångström, ÂGE, NÃO, 5 €, “no”, don’t, 🤒, 👩‍⚕️',
  'SÃO PAULO, Âge, 37 °C, ½',
  '患者发热',
  'e\u0301',
])('%s is whole', async (text) => {
  const { values, findings } = await concluded(damagedText(), documents(text))
  expect([values['damaged-text-share'], findings]).toEqual([0, []])
})

test('turned text is told and not counted as damaged', async () => {
  const { values } = await concluded(damagedText(), documents('a \u202e b', 'fi\ufffdvre', 'whole', 'whole too'))
  expect(values['damaged-text-share']).toBe(1 / 4)
})

test('line ends, normal forms and encodings are counted', async () => {
  const texts = ['a', 'a\nb', 'a\r\nb\r\n', 'a\rb', 'a\nb\r\n', 'é', 'e\u0301', 'é e\u0301', 'ﬁ', '\r\r\n']
  const all = [...documents(...texts), createDocument({ id: 'x', text: 'ü', source: { file: 'x.txt', encoding: 'windows-1252' } })]
  const { values, tables, estimates } = await concluded(textForms(), all)
  const counted = Object.fromEntries(tables[0]!.rows.map(([what, form, count]) => [`${what}: ${form}`, count]))
  expect(counted).toEqual({
    'line ends: no line end': 6,
    'line ends: LF': 1,
    'line ends: CR LF': 1,
    'line ends: CR': 1,
    'line ends: several kinds': 2,
    'normal form: ASCII alone': 6,
    'normal form: NFC': 3,
    'normal form: NFD': 1,
    'normal form: neither NFC nor NFD': 1,
    'normal form: characters that NFKC replaces': 1,
    'read from: ASCII': 6,
    'read from: UTF-8': 4,
    'read from: windows-1252': 1,
  })
  expect(values).toEqual({ 'mixed-newlines-share': 2 / 5, 'not-nfc-share': 2 / 5 })
  expect(estimates[0]).toMatchObject({ n: 5, left: 6, reason: '6 left out: no line end' })
})
