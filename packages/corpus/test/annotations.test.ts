import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseBrat } from '../src/brat.ts'
import { annotationsOf } from '../src/spans.ts'
import { folderOf, lines, readAll, readFile } from './reading.ts'

const text = 'no fever and dry cough'

test('BRAT: a text with its .ann, discontinuous spans, codes', async () => {
  const ann =
    'T1\tSymptom 3 8\tfever\nN1\tReference T1 MeSH:D005334\tFever\nT2\tSymptom 3 5;13 16\tfe dry\r\nR1\tof Arg1:T1 Arg2:T2\n#1\tNote T1\tx\n*\tEquiv T1 T2\n'
  const { documents, unread, plan } = await readAll(folderOf({ 'a.txt': text, 'a.ann': ann, 'b.txt': 'none' }))
  expect(plan.said).toBe('2 .txt files (26 bytes): annotations in .ann files')
  expect(plan.skipped).toEqual([])
  expect(unread).toEqual([])
  expect(documents[0]!.annotations).toEqual([
    { type: 'Symptom', start: 3, end: 8, code: 'MeSH:D005334' },
    {
      type: 'Symptom',
      start: 3,
      end: 16,
      fragments: [
        { start: 3, end: 5 },
        { start: 13, end: 16 },
      ],
    },
  ])
  expect(documents[1]).not.toHaveProperty('annotations')
})

test('a line that is no standoff is counted with its place', async () => {
  const { unread } = await readAll(folderOf({ 'a.txt': text, 'a.ann': 'T1\tSymptom 3 8\tfever\nT2 Symptom\n' }))
  expect(unread).toEqual([['annotation line cannot be read', 'a.ann', 2]])
})

test('spans that do not fit the text say so', () => {
  const span = (start: number, end: number, words?: string) => ({
    type: 'X',
    fragments: [{ start, end }],
    ...(words !== undefined && { text: words }),
  })
  const problems = (spans: ReturnType<typeof span>[]) => annotationsOf(text, spans).map(({ problem }) => problem)
  expect(problems([span(3, 8, 'fever'), span(3, 8), span(3, 8, 'cough')])).toEqual([
    undefined,
    undefined,
    'does not cover the words it states',
  ])
  expect(problems([span(-1, 3), span(5, 5), span(8, 3), span(10, 100)])).toEqual(Array.from({ length: 4 }, () => 'lies outside the text'))
  expect(annotationsOf(text, [span(8, 3)])[0]).toMatchObject({ start: 3, end: 8 })
  expect(annotationsOf('', [span(0, 1)])).toEqual([{ type: 'X', start: 0, end: 0, problem: 'lies outside the text' }])
})

test('places in code points become places in code units; places in code units stay', () => {
  const sick = '🤒🤒 fever'
  const at = (start: number, end: number) => annotationsOf(sick, [{ type: 'X', fragments: [{ start, end }], text: 'fever' }])
  expect(at(3, 8)).toEqual([{ type: 'X', start: 5, end: 10 }])
  expect(at(5, 10)).toEqual([{ type: 'X', start: 5, end: 10 }])
  expect(annotationsOf(sick, [{ type: 'X', fragments: [{ start: 0, end: 1 }] }])).toEqual([{ type: 'X', start: 0, end: 2 }])
})

test.each([
  ['start and end', [{ start: 3, end: 8, label: 'Symptom', text: 'fever', cui: 'C1' }]],
  ['offsets of BigBio', [{ id: 'C1', type: 'Symptom', text: ['fever'], offsets: [[3, 8]] }]],
  ['begin and code', [{ begin: 3, end: 8, entity: 'Symptom', code: 'C1' }]],
])('inline spans: %s', async (_, spans) => {
  const { documents, plan } = await readFile('a.jsonl', lines({ text, entities: spans }, { text, entities: [] }))
  expect(plan.said).toContain('annotations in "entities"')
  expect(documents[0]!.annotations).toEqual([{ type: 'Symptom', start: 3, end: 8, code: 'C1' }])
  expect(documents[1]!.annotations).toEqual([])
})

test('PubTator: title and abstract are parts, a blank line ends the document', async () => {
  const content = [
    '1|t|Fever in mice',
    '1|a|They had fever.',
    '1\t0\t5\tFever\tDisease\tD005334',
    '1\t23\t28\tfever\tDisease\tD005334',
    '1\tCID\tD1\tD2',
    '',
    '2|t|Alone',
    '2\tx',
  ].join('\n')
  for (const name of ['a.pubtator', 'unnamed']) {
    const { documents, unread } = await readFile(name, content)
    expect(documents[0]).toMatchObject({
      id: '1',
      text: 'Fever in mice\nThey had fever.',
      parts: [
        { name: 'title', start: 0, end: 13 },
        { name: 'abstract', start: 14, end: 29 },
      ],
      annotations: [
        { type: 'Disease', start: 0, end: 5, code: 'D005334' },
        { type: 'Disease', start: 23, end: 28, code: 'D005334' },
      ],
    })
    expect(documents[0]!.annotations!.every(({ problem }) => problem === undefined)).toBe(true)
    expect(documents[1]!.text).toBe('Alone\n')
    expect(unread).toEqual([['annotation line cannot be read', name, 8]])
  }
})

test('CoNLL: sentences are documents, unless documents are marked', async () => {
  const sentence = 'No\tO\nfever\tB-Symptom\nat\tI-Symptom\nall\tO\n'
  const { documents } = await readFile('a.conll', `${sentence}\nCough S-Symptom\n`)
  expect(documents.map(({ text: made }) => made)).toEqual(['No fever at all', 'Cough'])
  expect(documents[0]!.annotations).toEqual([{ type: 'Symptom', start: 3, end: 11 }])
  const marked = await readFile('a.conll', `-DOCSTART- -X- O\n\n${sentence}\n${sentence}\n# newdoc id = n7\nCough\tO\nodd\n`)
  expect(marked.documents.map(({ id, text: made }) => [id.slice(0, 2), made])).toEqual([
    [expect.any(String), 'No fever at all\nNo fever at all'],
    ['n7', 'Cough'],
  ])
  expect(marked.unread).toEqual([['line is no token with a tag', 'a.conll', 15]])
})

const sample = fileURLToPath(new URL('../../../../shared/corpora/ncbi_disease/brat-sample/', import.meta.url))
test.skipIf(!existsSync(sample))('the NCBI disease sample: every span covers the words it states', async () => {
  const { documents } = await readAll(sample)
  const all = documents.flatMap(({ annotations = [] }) => annotations)
  expect(documents).toHaveLength(20)
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(({ problem }) => problem !== undefined)).toEqual([])
  expect(all.filter(({ code }) => code !== undefined).length).toBe(all.length)
})

test('an empty standoff file', () => expect(parseBrat('', () => undefined)).toEqual([]))
