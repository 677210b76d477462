import { auditSchema, createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { partDuplicates } from '../src/index.ts'
import { concluded, corpusOf } from './corpora.ts'

const asked = (id: string, question: string, answer: string) =>
  createDocument({
    id,
    text: `${question}\n${answer}`,
    parts: [
      { name: 'question', start: 0, end: question.length },
      { name: 'answer', start: question.length + 1, end: question.length + 1 + answer.length },
    ],
  })

test('a question that is asked again, with the same answer or another', async () => {
  const { audit, findings } = await concluded(partDuplicates() as never, [
    asked('a', 'What is it?', 'A fever.'),
    asked('b', 'what  IS it?', 'Nobody knows.'),
    asked('c', 'Where?', 'Here.'),
    asked('d', 'Where?', 'Here.'),
    asked('e', 'When?', 'Nobody knows.'),
    createDocument({ id: 'f', text: 'no parts' }),
  ])
  auditSchema.parse(audit)
  expect(audit.estimates.map(({ measure, part, value, n, left }) => [measure, part, value, n, left])).toEqual([
    ['part-duplicate-share', 'answer', 4 / 5, 5, 1],
    ['part-conflict-share', 'answer', 2 / 5, 5, 1],
    ['part-duplicate-share', 'question', 4 / 5, 5, 1],
    ['part-conflict-share', 'question', 2 / 5, 5, 1],
  ])
  expect(findings.map(({ document, message }) => [document, message])).toEqual([
    ['b', 'same question as a, with other parts'],
    ['e', 'same answer as b, with other parts'],
  ])
})

test('turns are no parts; without parts there is nothing to measure', async () => {
  const turns = ['yes', 'no', 'yes'].map((text, i) => ({ name: `turn ${i + 1}`, role: 'doctor', start: 0, end: text.length }))
  const { audit } = await concluded(partDuplicates() as never, [createDocument({ id: 'a', text: 'yes', parts: turns })])
  expect(audit.estimates.map(({ status }) => status)).toEqual(['not applicable', 'not applicable'])
  expect((await concluded(partDuplicates() as never, corpusOf({ a: 'x' }))).findings).toEqual([])
})

test('obeys the laws', () => obeysTheLaws(partDuplicates() as never, { rounds: 1 }))
