import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDocument } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planInput } from '../src/index.ts'
import { folderOf, readFile, readPlan } from './reading.ts'

test('a header row, then a document a row; a cell is a number only where writing it back gives the same', async () => {
  const csv = 'id,text,age,code,price,ward,when\n007,no fever,47,0123,1.50,,Infinity\n'
  const { documents, plan, bytes } = await readFile('notes.csv', csv)
  expect(documents).toEqual([
    createDocument({
      id: '007',
      text: 'no fever',
      source: { file: 'notes.csv' },
      metadata: new Map<string, string | number | null>([
        ['age', 47],
        ['code', '0123'],
        ['price', '1.50'],
        ['ward', null],
        ['when', 'Infinity'],
      ]),
    }),
  ])
  expect(plan.said).toBe('notes.csv (69 bytes): a table, text in "text", id in "id"')
  expect(plan.shards).toHaveLength(1)
  expect(bytes).toBe(csv.length)
})

test.each([
  ['quoted newlines, quotes and delimiters', 'id,text\n1,"a, ""b""\nc"\n2,d\n', ['a, "b"\nc', 'd']],
  ['a byte order mark and CRLF', '\ufeffid,text\r\n1,"a\r\nb"\r\n2,"c"\r\n3,d\r\n', ['a\r\nb', 'c', 'd']],
  ['both kinds of line end', 'id,text\r\n1,a\n2,"b"\r\n3,c', ['a', 'b', 'c']],
  ['a quoted carriage return at the end of a row', 'id,text\n1,"a\r"\n2,"b\r"\r\n', ['a\r', 'b\r']],
  ['carriage returns alone', 'id,text\r1,a\r2,"b\nc"', ['a', 'b\nc']],
  ['semicolons', 'id;text\n1;a, b\n2;c\n', ['a, b', 'c']],
  ['bars', 'id|text\n1|a, b\n', ['a, b']],
  ['tabs in a .csv', 'id\ttext\n1\ta, b\n', ['a, b']],
  ['blank lines', 'id,text\n\n1,a\n\r\n2,b\n\n', ['a', 'b']],
  ['empty texts', 'id,text\n1,\n2,""\n', ['', '']],
  ['other scripts', 'id,text\n1,發燒 🤒\n2,"Ärztin, müde"\n', ['發燒 🤒', 'Ärztin, müde']],
])('%s', async (_, csv, texts) => {
  const { documents, unread } = await readFile('a.csv', csv, { textField: 'text' })
  expect(documents.map(({ text }) => text)).toEqual(texts)
  expect(unread).toEqual([])
})

test('TSV', async () => {
  const { documents, plan } = await readFile('a.tsv', 'id\tnote\tsex\n1\ta, b\tF\n')
  expect(plan.format).toBe('tsv')
  expect(documents[0]).toMatchObject({ id: '1', text: 'a, b' })
})

test('bad rows are counted with the line they begin on, and the rest is read', async () => {
  const csv = Buffer.concat([
    Buffer.from('id,text\n1,"two\nlines"\n2\n3,a,b\n4,'),
    Buffer.from([0xff]),
    Buffer.from(`\n5,"x" y"\n6,${'z'.repeat(200)}\n7,good\n`),
  ])
  const { documents, unread } = await readFile('a.csv', csv, { textField: 'text' }, { recordBytes: 100 })
  expect(documents.map(({ id }) => id)).toEqual(['1', '7'])
  expect(unread.map(([what, , line]) => [line, what])).toEqual([
    [4, 'row has the wrong number of columns'],
    [5, 'row has the wrong number of columns'],
    [6, 'not valid UTF-8'],
    [7, 'quotes do not match'],
    [8, `record is longer than ${100 / 2 ** 20} MB`],
  ])
})

test('a quote that is never closed costs its own line, not the rest of the table', async () => {
  const { documents, unread } = await readFile('a.csv', 'id,text\n1,a\n2,"b\n3,c\n4,d\n')
  expect(documents.map(({ id }) => id)).toEqual(['1', '3', '4'])
  expect(unread).toEqual([['quotes do not match', 'a.csv', 3]])
})

test('a quote that is never closed in a long table is given up at the limit, not in memory', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `${i},some text\n`).join('')
  const { documents, unread } = await readFile('a.csv', `id,text\nx,"open\n${rows}`, {}, { recordBytes: 300_000 })
  expect(documents).toHaveLength(60_000)
  expect(unread.map(([, , line]) => line)).toEqual([2])
})

test('quotes never closed again and again: the reading ends, and says that it did', async () => {
  // Each opening quote stands behind a text, so that none closes another.
  const rows = Array.from({ length: 100 }, (_, i) => `${i},"open${i}\n`)
  const { unread } = await readFile('a.csv', `id,text\na,b c\n${rows.join('')}`, { textField: 'text' })
  expect(unread.length).toBeGreaterThan(0)
  expect(unread.length).toBeLessThan(120)
})

test('rows over the end of a block', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => [String(i), `é${'x'.repeat(i % 400)}"\n,${i}`] as const)
  const csv = `id,text\n${rows.map(([id, text]) => `${id},"${text.replaceAll('"', '""')}"\n`).join('')}`
  expect(csv.length).toBeGreaterThan(2 << 18)
  const { documents, unread } = await readFile('a.csv', csv)
  expect(unread).toEqual([])
  expect(documents.map(({ id, text }) => [id, text])).toEqual(rows)
})

test('what is written by RFC 4180 is read back', async () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^["\r\n, a]{0,8}$/))
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const row = fc.tuple(cell, cell)
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), fc.constantFrom('\n', '\r\n'), async (rows, end) => {
      const csv = ['text,other', ...rows.map((cells) => cells.map(quoted).join(','))].map((line) => line + end).join('')
      const { documents, unread } = await readFile('a.csv', csv)
      expect(unread).toEqual([])
      expect(documents.map(({ text, metadata }) => [text, String(metadata.get('other') ?? '')])).toEqual(rows)
    }),
    { numRuns: 200 },
  )
})

test('columns without a name or with the same one, and those that objects are born with', async () => {
  const { documents } = await readFile('a.csv', ',text,x,x,__proto__,constructor\n0,one two,1,2,3,4\n')
  expect([...documents[0]!.metadata]).toEqual([
    ['column 1', 0],
    ['x', 1],
    ['x_2', 2],
    ['__proto__', 3],
    ['constructor', 4],
  ])
})

test.each([
  ['a record number', 'Ada Moran,QX7739215,coughs a lot\nBo,QX2,short of breath\n'],
  ['a date', 'Ada Moran,14/03/1957,coughs a lot\nBo Tan,1/2/1960,short of breath\n'],
  ['an address of mail', 'a.moran@mail.org,coughs a lot\nb@mail.org,short of breath\n'],
  ['a value that stands below it', 'F,Ada coughs\nM,short of breath\nF,well today\n'],
  ['a sentence', 'Ada,she coughs and has done so since May\nBo,short of breath\n'],
])('a first row with %s is no header: it is read with the others, and its cells name no column', async (_, table) => {
  const { documents } = await readFile('a.csv', table)
  expect(documents).toHaveLength(table.trim().split('\n').length)
  for (const { metadata } of documents) for (const name of metadata.keys()) expect(name).toMatch(/^column \d$/)
})

test.each([
  ['id,text\n1,one two\n'],
  ['Reason for the visit of today?,text\nx y,one two\n'],
  ['sex,note\nF,one two\nsex,note\nM,one two\n'],
  ['0,1\nx,one two three\n'],
])('a header stays one: %j', async (table) => {
  const { documents } = await readFile('a.csv', table)
  const [header] = table.split('\n')
  for (const name of documents[0]!.metadata.keys()) expect(header!.split(',')).toContain(name)
})

test('an error shows names that look like those of fields and that most records have, and counts the others', async () => {
  const rows = ['Ada Moran,diagnosis,text', 'x,y,one two'].join('\n')
  await expect(readFile('a.csv', `${rows}\n`, { labelField: 'label' })).rejects.toThrow(/there are "diagnosis", "text" and 1 more\./)
  const lines = [
    { id: 1, note: 'one two' },
    { id: 2, note: 'one two' },
    { id: 3, note: 'one', moran: 3 },
  ]
  const jsonl = lines.map((line) => JSON.stringify(line)).join('\n')
  await expect(readFile('a.jsonl', jsonl, { labelField: 'label' })).rejects.toThrow(/there are "id", "note" and 1 more\./)
})

test('label and language columns', async () => {
  const { documents } = await readFile('a.csv', 'text,rfe,lang\none two,Rash,fr\nthree,,\n', { labelField: 'rfe', languageField: 'lang' })
  expect(documents[0]).toMatchObject({ label: 'Rash', language: 'fr' })
  expect(documents[1]).not.toHaveProperty('label')
  expect(documents[1]).not.toHaveProperty('language')
})

test('several tables: one that lacks the text column, or has no header, is counted and the others are read', async () => {
  const folder = folderOf({
    'a.csv': 'id,text\n1,one two\n2,x\n3,y\n',
    'b.csv': 'id,other\n1,F\n',
    'c.csv': Buffer.from([0xff, 0x2c, 0x41, 10]),
    'd.csv': 'id,text\n',
  })
  const { documents, unread } = await readPlan(await planInput([folder], {}))
  expect(documents.map(({ text }) => text)).toEqual(['one two', 'x', 'y'])
  expect(unread).toEqual([
    ['record has no text', 'b.csv', 2],
    ['table has no readable header', 'c.csv', 1],
  ])
})

test('nothing that could be read', async () => {
  const failure = (csv: string, options = {}) => readFile('a.csv', csv, options).catch((error: Error) => error.message)
  expect(await failure('')).toContain('a.csv: there is no readable header row')
  expect(await failure('id,text\n')).toContain('no row after it can be read')
  expect(await failure('id,txt\n1,F\n')).toBe(
    'a.csv: no field holds running text; its fields are "id", "txt". Name the one to read with --text-field. Did you mean "txt"?',
  )
  expect(await failure('id,note\n1,one two\n', { textField: 'notes' })).toContain('Did you mean "note"?')
})

test('a table that goes before it is read', async () => {
  const folder = folderOf({ 'a.csv': 'text\none two\n' })
  const plan = await planInput([folder], {})
  rmSync(join(folder, 'a.csv'))
  expect((await readPlan(plan)).unread).toEqual([['file cannot be read', 'a.csv']])
})
