import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lines, readAll, readFile } from './reading.ts'

const partsOf = ({ text, parts }: { text: string; parts: readonly { name: string; role?: string; start: number; end: number }[] }) =>
  parts.map(({ name, role, start, end }) => `${name} (${role}): ${text.slice(start, end)}`)

test.each([
  [
    'dialogue',
    {
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
      ],
      score: 1,
    },
    ['turn 1 (system): Be kind.', 'turn 2 (user): Hi'],
  ],
  [
    'dialogue',
    {
      id: 'x',
      conversations: [
        { from: 'human', value: 'Hi' },
        { from: 'gpt', value: 'Yes?' },
      ],
    },
    ['turn 1 (user): Hi', 'turn 2 (assistant): Yes?'],
  ],
  [
    'instruction',
    { instruction: 'Name it', input: 'a rash', output: 'Eczema' },
    ['instruction (user): Name it', 'input (user): a rash', 'output (assistant): Eczema'],
  ],
  ['instruction', { instruction: 'Name it', input: '', output: 'Eczema' }, ['instruction (user): Name it', 'output (assistant): Eczema']],
  [
    'question-answer',
    { context: 'Fever is heat.', question: 'What is fever?', answers: { text: ['heat'], answer_start: [9] } },
    ['context (context): Fever is heat.', 'question (question): What is fever?', 'answer (answer): heat'],
  ],
  [
    'multiple-choice',
    { question: 'Which one?', choices: { text: ['this', 'that'], label: ['A', 'B'] }, answerKey: 'A' },
    ['question (question): Which one?', 'choice 1 (choice): this', 'choice 2 (choice): that'],
  ],
  [
    'multiple-choice',
    { question: 'Which one?', opa: 'this', opb: 'that', cop: 0 },
    ['question (question): Which one?', 'choice 1 (choice 1): this', 'choice 2 (choice 2): that'],
  ],
  ['summary', { article: 'A long story.', highlights: 'A story.' }, ['source (source): A long story.', 'summary (summary): A story.']],
  [
    'inference',
    { premise: 'He is ill.', hypothesis: 'He is well.', label: 2 },
    ['premise (premise): He is ill.', 'hypothesis (hypothesis): He is well.'],
  ],
  [
    'translation',
    { translation: { fr: 'la fièvre monte', en: 'fever is rising' } },
    ['en (en): fever is rising', 'fr (fr): la fièvre monte'],
  ],
  ['translation', { id: 1, en: 'fever is rising', zh: '发烧' }, ['en (en): fever is rising', 'zh (zh): 发烧']],
])('%s', async (kind, record, parts) => {
  const { documents, plan, unread } = await readFile('a.jsonl', lines(record, record))
  expect(unread).toEqual([])
  expect(plan.fields.shape?.kind).toBe(kind)
  expect(partsOf(documents[0]!)).toEqual(parts)
  expect(documents[0]!.text).toBe(parts.map((part) => part.slice(part.indexOf(': ') + 2)).join('\n'))
})

test('columns of a table make a shape as fields of a record do', async () => {
  const { documents } = await readFile('a.csv', 'id,question,answer,topic\n1,What is it?,A rash,skin\n')
  expect(partsOf(documents[0]!)).toEqual(['question (question): What is it?', 'answer (answer): A rash'])
  expect([...documents[0]!.metadata]).toEqual([['topic', 'skin']])
})

test('where the record has the whole text too, the parts are looked up in it', async () => {
  const record = { text: 'Q: What is it? A: A rash', question: 'What is it?', answer: 'A rash' }
  const other = { text: 'something else', question: 'What is it?', answer: 'A rash' }
  const { documents, plan } = await readFile('a.jsonl', lines(record, other))
  expect(plan.said).toContain('text in "text", question and answer from "question", "answer"')
  expect(partsOf(documents[0]!)).toEqual(['question (question): What is it?', 'answer (answer): A rash'])
  expect(documents[0]!.metadata.size).toBe(0)
  expect(documents[1]!.parts).toEqual([])
  expect([...documents[1]!.metadata.keys()]).toEqual(['question', 'answer'])
})

test('the guess is overridden by a text field or a shape', async () => {
  const content = lines({ question: 'What is it?', answer: 'A rash' })
  expect((await readFile('a.jsonl', content, { textField: 'answer' })).documents[0]!.text).toBe('A rash')
  expect((await readFile('a.jsonl', content, { shape: 'text' })).documents[0]).toMatchObject({ text: 'What is it?', parts: [] })
  await expect(readFile('a.jsonl', content, { shape: 'translation' })).rejects.toThrow('the fields do not make parallel texts')
})

test('a question in front of a text that holds the answer too', async () => {
  const record = { text: 'What is it?\n\nA rash.', question: 'What is it?' }
  const content = lines(record, { ...record, text: 'What is it?' }, { ...record, text: 'He said: What is it? A rash' })
  const { documents } = await readFile('a.jsonl', content)
  expect(documents.map(partsOf)).toEqual([['question (question): What is it?', 'answer (answer): A rash.'], [], []])
})

test('a record without any part is counted', async () => {
  const chat = { messages: [{ role: 'user', content: 'Hi' }] }
  const { unread } = await readFile('a.jsonl', lines(chat, { messages: [] }, { messages: 'x' }, chat, chat))
  expect(unread.map(([what, , line]) => [what, line])).toEqual([
    ['record has no text', 2],
    ['record has no text', 3],
  ])
})

test.each([
  [
    'four turns',
    'Doctor: Hello.\nPatient: Hello.\nIt hurts.\n\nDoctor: Where?\nPatient: Here.\n',
    ['doctor', 'patient', 'doctor', 'patient'],
  ],
  ['two turns and nothing else', 'D: no\nPatient: yes\nGP: no', []],
  ['nothing but turns', 'GP: no\nPt: yes', ['gp', 'pt']],
  ['times and numbers', '[00:01] Speaker 1: no\n[00:02] Speaker 2: yes', ['speaker 1', 'speaker 2']],
  ['another script', '医生：你好\n患者：你好', ['医生', '患者']],
  ['the head of a letter', 'Patient: A B\nDoctor: C D\n\nDear colleague,\nthank you.', []],
  ['one voice', 'Patient: a\nPatient: b\nPatient: c\nPatient: d', []],
  ['a note', 'CC: cough\nHPC: two days\nPatient: well', []],
  ['nothing', '', []],
])('a transcript: %s', async (_, text, roles) => {
  const { documents } = await readFile('a.txt', text)
  expect(documents[0]!.parts.map(({ role }) => role)).toEqual(roles)
})

test('a turn goes on over the lines behind it', async () => {
  const { documents } = await readFile('a.txt', '\nDoctor: Hello.\nPatient: Hello.\nIt hurts.\n\nDoctor: Where?\nPatient: Here.')
  expect(partsOf(documents[0]!)[1]).toBe('turn 2 (patient): Patient: Hello.\nIt hurts.')
})

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url))
test.skipIf(!existsSync(corpora))('every corpus at hand is read by its folder alone', async () => {
  const seen: Record<string, (string | number | undefined)[]> = {}
  for (const name of [
    'ag_news_test',
    'alpaca_seed',
    'e3c_en',
    'e3c_fr',
    'grascco_phi',
    'medquad',
    'ncbi_disease',
    'presidio_synth',
    'primock57',
    'syngp500',
    'zh_med_qa',
  ]) {
    const { documents, plan, unread } = await readAll(`${corpora}${name}`)
    expect(unread).toEqual([])
    const withParts = documents.filter(({ parts }) => parts.length > 0).length
    const annotated = documents.reduce((sum, { annotations = [] }) => sum + annotations.length, 0)
    const wrong = documents.reduce((sum, { annotations = [] }) => sum + annotations.filter(({ problem }) => problem).length, 0)
    seen[name] = [plan.format, plan.fields.shape?.kind, documents.length, withParts, annotated, wrong]
  }
  // Format, shape, documents, of these with parts, annotations, of these with a problem.
  expect(seen).toEqual({
    ag_news_test: ['jsonl', undefined, 7600, 0, 0, 0],
    alpaca_seed: ['jsonl', 'instruction', 175, 175, 0, 0],
    e3c_en: ['jsonl', undefined, 10034, 0, 10559, 0],
    e3c_fr: ['jsonl', undefined, 827, 0, 9599, 0],
    grascco_phi: ['jsonl', undefined, 63, 0, 1439, 0],
    medquad: ['jsonl', 'question-answer', 6000, 6000, 0, 0],
    ncbi_disease: ['jsonl', undefined, 793, 0, 6892, 0],
    presidio_synth: ['jsonl', undefined, 1500, 0, 2863, 0],
    primock57: ['jsonl', undefined, 114, 57, 0, 0],
    syngp500: ['jsonl', undefined, 500, 0, 0, 0],
    zh_med_qa: ['jsonl', 'question-answer', 7644, 7644, 0, 0],
  })
})
