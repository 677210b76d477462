import { createDocument } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalSection, sectionSpans, sections } from '../src/index.ts'
import { hasCorpora, type Note, readRecords } from './corpora.ts'

const headings = (text: string) => sectionSpans(text).map(({ heading }) => heading)

test('a note, its headings and their texts', () => {
  const text = [
    '54M seen today',
    '',
    'HPC',
    'Cough 3/7, nil fever',
    '',
    'PMH: asthma',
    'O/E (brief):',
    'chest clear',
    '# Plan',
    '- rest',
  ].join('\n')
  const found = sectionSpans(text)
  expect(found.map(({ heading, canonical }) => [heading, canonical])).toEqual([
    ['', undefined],
    ['HPC', 'history'],
    ['PMH', 'past history'],
    ['O/E', 'examination'],
    ['Plan', 'plan'],
  ])
  expect(found.map(({ body, end }) => text.slice(body, end).trim())).toEqual([
    '54M seen today',
    'Cough 3/7, nil fever',
    'asthma',
    'chest clear',
    '- rest',
  ])
})

test.each([
  ['Reason for visit', 'reason for encounter'],
  ['CC:', 'reason for encounter'],
  ['History of presenting complaint', 'history'],
  ['PMHx', 'past history'],
  ['Meds (per EMR + pt recall)', 'medications'],
  ['All', 'allergies'],
  ['SHx', 'social'],
  ['FHx', 'family'],
  ['O/E:', 'examination'],
  ['Ix – prev', 'investigations'],
  ['Imp / Dx', 'assessment'],
  ['Assessment & Plan', 'assessment'],
  ['Plan / Mx⇒', 'plan'],
  ['F/U', 'follow-up'],
  ['Follow\u2011up', 'follow-up'],
  ['Safety netting', 'safety net'],
  ['**Plan**', 'plan'],
  ['Mental health', undefined],
  ['Plan a holiday with a friend', undefined],
])('%s is %s', (heading, expected) => expect(canonicalSection(heading)).toBe(expected))

test.each([
  ['markdown', '# Plan\nrest\n## Red flags\nnone', ['Plan', 'Red flags']],
  ['bold', '**Assessment:**\nviral\n**Plan**: rest', ['Assessment', 'Plan']],
  ['upper case after a blank line', 'x\n\nSOCIAL SUPPORT\nlives alone', ['', 'SOCIAL SUPPORT']],
  ['a short title between blank line and text', 'x\n\nMental health\nlow mood', ['', 'Mental health']],
  ['a colon at the end', 'Red flags:\nnone', ['Red flags']],
  ['SOAP letters', 'S\ncough\nO\nchest clear\nA\nviral\nP\nrest', ['S', 'O', 'A', 'P']],
  ['no heading: a list, a sentence, a value, a label', '- Plan to rest\n1. Plan\nShe has a plan.\nBP 120/80\nGen: alert', ['']],
  ['text only', 'just text', ['']],
  ['nothing', '', []],
])('%s', (_, text, expected) => expect(headings(text)).toEqual(expected))

test('sections cover a text without gap or overlap, and bodies lie inside', () => {
  const line = fc.constantFrom(
    'Plan',
    'PMH: nil',
    '# Title',
    'O/E:',
    'text here',
    '',
    '- item',
    'HPC - cough',
    'MENTAL STATE',
    '😀',
    '   ',
    'a'.repeat(500),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, feed) => {
      const text = lines.join(feed)
      let at = 0
      for (const { start, body, end } of sectionSpans(text)) {
        expect(start).toBe(at)
        expect(body).toBeGreaterThanOrEqual(start)
        expect(end).toBeGreaterThanOrEqual(body)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBe(text.length)
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('hard lines cost no more than their share of time', () => {
  const start = performance.now()
  for (const text of [
    '('.repeat(300_000),
    '#'.repeat(300_000),
    ' '.repeat(300_000),
    `${'(a '.repeat(20)}\n`.repeat(10_000),
    `${'*'.repeat(60)}\n`.repeat(10_000),
  ])
    sectionSpans(text)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('sections of a document are made once', () => {
  const document = createDocument({ text: 'Plan\nrest' })
  expect(sections(document)).toBe(sections(document))
})

test.skipIf(!hasCorpora)('nearly every note of SynGP500 has a plan, an examination and an assessment', () => {
  const notes = readRecords<Note>('corpora/syngp500/syngp500.jsonl')
  const share = (name: string) =>
    notes.filter(({ text }) => sectionSpans(text).some(({ canonical }) => canonical === name)).length / notes.length
  for (const name of ['plan', 'examination', 'assessment']) expect(share(name)).toBeGreaterThan(0.9)
})
