import { join } from 'node:path'
import { CorpusError, createDocument } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { folderOf, lines, readAll } from './reading.ts'

test.each([
  ['the path', 'file', 'ward/a.txt'],
  ['the file name', 'filename', 'a.txt'],
  ['the name without extension', 'name', 'a'],
  ['the id', 'ID', 'ward/a.txt'],
])('a row belongs to a document by %s', async (_, column, key) => {
  const folder = folderOf({ 'notes/ward/a.txt': 'one', 'notes/ward/b.txt': 'two', 'labels.csv': `sex,${column},age\nF,${key},047\n` })
  const { documents, matched, plan } = await readAll(join(folder, 'notes'), { labels: join(folder, 'labels.csv'), labelField: 'sex' })
  expect(documents.map(({ label }) => label)).toEqual(['F', undefined])
  expect([...documents[0]!.metadata]).toEqual([
    ['sex', 'F'],
    ['age', '047'],
  ])
  expect(documents[1]!.metadata.size).toBe(0)
  expect(matched).toEqual([key])
  expect(plan.labels).toMatchObject({ key: column, columns: ['sex', 'age'], size: 1 })
})

test('records keep their own fields and gain the others; a hash is an id too', async () => {
  const hash = createDocument({ text: 'three four' }).id
  const folder = folderOf({
    'notes.jsonl': lines({ id: 1, text: 'one two', sex: 'F' }, { text: 'three four' }, { id: 2, text: 'five' }),
    'labels.tsv': `doc_id\tsex\trfe\n1\tM\tRash\n${hash}\tM\tCough\n99\tM\tCough\n`,
  })
  const options = { labels: join(folder, 'labels.tsv'), labelField: 'rfe' }
  const { documents, matched, plan } = await readAll(join(folder, 'notes.jsonl'), options)
  expect(documents.map(({ label, metadata }) => [label, metadata.get('sex')])).toEqual([
    ['Rash', 'F'],
    ['Cough', 'M'],
    [undefined, undefined],
  ])
  expect(matched).toEqual(['1', hash])
  expect(plan.said).toContain('labels.tsv (3 rows) joined by "doc_id"')
})

test('the id field names the key column, of the table alone or of both', async () => {
  const folder = folderOf({
    'a.jsonl': lines({ nr: 'x', text: 'one two' }),
    'a.txt': 'one',
    'l.csv': 'id,nr,sex\n9,x,F\n',
    'f.csv': 'nr,id\na,F\n',
  })
  const both = await readAll(join(folder, 'a.jsonl'), { labels: join(folder, 'l.csv'), idField: 'nr' })
  expect(both.documents[0]).toMatchObject({ id: 'x' })
  expect(both.matched).toEqual(['x'])
  expect((await readAll(join(folder, 'a.txt'), { labels: join(folder, 'f.csv'), idField: 'nr' })).matched).toEqual(['a'])
})

test('a labels table inside the input is no document', async () => {
  const folder = folderOf({ 'a.csv': 'id,text\n1,one two\n', 'labels.csv': 'id,rfe\n1,Rash\n' })
  const { documents, plan } = await readAll(folder, { labels: join(folder, 'labels.csv'), labelField: 'rfe' })
  expect(documents.map(({ id, label }) => [id, label])).toEqual([['1', 'Rash']])
  expect(plan.skipped).toEqual([{ what: 'labels table', count: 1, examples: ['labels.csv'] }])
})

test('keys that objects are born with find nothing by accident', async () => {
  const folder = folderOf({
    'a.jsonl': lines({ id: 'constructor', text: 'one two' }, { id: '__proto__', text: 'one' }),
    'l.csv': 'id,sex\n__proto__,F\n',
  })
  const { matched } = await readAll(join(folder, 'a.jsonl'), { labels: join(folder, 'l.csv') })
  expect(matched).toEqual(['__proto__'])
})

test.each([
  ['a repeated key', 'file,sex\na.txt,F\nb.txt,M\na.txt,M\n', /^.*labels\.csv line 4: "file" repeats one of an earlier row\. /],
  ['a row without a key', 'file,sex\n,F\n', /line 2: "file" is empty\. /],
  ['a row that is too long', 'file,sex\na.txt,F,x\n', /line 2: row has the wrong number of columns\. /],
  ['no key column', 'nr,sex\n1,F\n', /no column that names documents; it has "nr", "sex"\. /],
  ['no rows', 'file,sex\n', /has no rows/],
  ['nothing', '', /has no readable header row/],
])('%s stops the run', async (_, table, message) => {
  const folder = folderOf({ 'notes/a.txt': 'one', 'labels.csv': table })
  const error = await readAll(join(folder, 'notes'), { labels: join(folder, 'labels.csv') }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(CorpusError)
  expect((error as Error).message).toMatch(message)
})

test('a table that is not there, a label that it does not have', async () => {
  const folder = folderOf({ 'notes/a.txt': 'one', 'labels.csv': 'file,rfe\na.txt,Rash\n' })
  await expect(readAll(join(folder, 'notes'), { labels: join(folder, 'none.csv') })).rejects.toThrow('cannot be opened')
  await expect(readAll(join(folder, 'notes'), { labels: join(folder, 'labels.csv'), labelField: 'ref' })).rejects.toThrow(
    'Did you mean "rfe"?',
  )
})
