import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { CorpusError } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { planInput } from '../src/index.ts'
import { folderOf, lines, makePipe, readAll } from './reading.ts'

const skippedOf = (plan: { skipped: readonly { what: string; count: number }[] }) => plan.skipped.map(({ what, count }) => [count, what])

test('of several kinds the one with most bytes is read, the others are counted', async () => {
  const folder = folderOf({
    'notes.jsonl': lines({ text: 'no fever, no cough, no rash' }),
    'more/notes.ndjson': lines({ text: 'sore throat' }),
    'README.md': '# About',
    'a.txt': 'short',
    'scan.PDF': '%PDF',
    LICENSE: 'free',
  })
  const { plan, documents } = await readAll(folder)
  expect(plan.format).toBe('jsonl')
  expect(documents.map(({ text }) => text)).toEqual(['sore throat', 'no fever, no cough, no rash'])
  expect(skippedOf(plan)).toEqual([
    [1, '.md files'],
    [1, '.pdf files'],
    [1, '.txt files'],
    [1, 'files without extension'],
  ])
})

test('a format that is given decides; Markdown is read where there is no other text', async () => {
  const folder = folderOf({ 'notes.jsonl': lines({ text: 'a longer text than the other' }), 'a.txt': 'short' })
  expect((await readAll(folder, { format: 'text' })).documents.map(({ id }) => id)).toEqual(['a.txt'])
  expect((await readAll(folderOf({ 'a.md': 'one', 'b.md': 'two' }))).plan.said).toBe('2 .md files (6 bytes)')
  await expect(planInput([folder], { format: 'csv' })).rejects.toThrow('holds no CSV files, only 1 .jsonl file, 1 .txt file')
})

test('hidden files, binary files and audits are skipped and said', async () => {
  const folder = folderOf({
    'a.txt': 'one',
    '.hidden.txt': 'no',
    '.git/b.txt': 'no',
    'binary.txt': Buffer.from([80, 75, 0, 1]),
    'corpuscope-audit/audit.json': '{"schema":"corpuscope/audit/1"}',
    'corpuscope-audit/texts.txt': 'no',
    'mine/audit.json': '{"schema":"another"}',
    'mine/b.txt': 'two',
  })
  const { plan, documents } = await readAll(folder)
  expect(documents.map(({ id }) => id)).toEqual(['a.txt', 'mine/b.txt'])
  expect(skippedOf(plan)).toEqual([
    [2, 'hidden files'],
    [1, '.json files'],
    [1, 'audit folders'],
    [1, 'binary files'],
  ])
  expect(plan.skipped[0]?.examples).toEqual(['.git', '.hidden.txt'])
})

test.skipIf(process.platform === 'win32')('links never lead out of the folder, nor to the same text twice', async () => {
  const outside = folderOf({ 'secret.txt': 'not ours' })
  const folder = folderOf({ 'a.txt': 'one', 'sub/b.txt': 'two', '.store/c': 'three' })
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'))
  symlinkSync(outside, join(folder, 'outside'))
  symlinkSync('.', join(folder, 'loop'))
  symlinkSync('sub', join(folder, 'again'))
  symlinkSync('a.txt', join(folder, 'same.txt'))
  symlinkSync('nowhere', join(folder, 'broken.txt'))
  symlinkSync('.store/c', join(folder, 'stored.txt'))
  makePipe(join(folder, 'pipe.txt'))
  const { plan, documents } = await readAll(folder)
  expect(documents.map(({ id }) => id)).toEqual(['a.txt', 'stored.txt', 'sub/b.txt'])
  expect(skippedOf(plan)).toEqual([
    [3, 'links that leave the folder'],
    [1, 'broken links'],
    [1, 'hidden files'],
    [1, 'links to files of the same folder'],
    [1, 'links to folders'],
    [1, 'pipes, sockets and devices'],
  ])
})

test('several inputs are one corpus; what two of them lead to is read once', async () => {
  const folder = folderOf({ 'x/a.txt': 'one', 'y/b.txt': 'two' })
  const { documents } = await readAll([join(folder, 'x'), join(folder, 'y', 'b.txt'), folder])
  expect(documents.map(({ id }) => id)).toEqual(['b.txt', 'a.txt'])
  const mixed = folderOf({ 'a.jsonl': lines({ text: 'one two' }), 'b.csv': 'text\none two\n' })
  await expect(planInput([join(mixed, 'a.jsonl'), join(mixed, 'b.csv')], {})).rejects.toThrow(
    'a.jsonl is a JSONL file but b.csv is a CSV file',
  )
})

test('a single file is known by its extension, else by its content', async () => {
  const folder = folderOf({
    'lines.dat': `\n${lines({ text: 'one two' }, { text: 'three four' })}`,
    'commas.dat': 'id,note\n1,"one, two"\n2,three four\n',
    'semicolons.dat': 'id;note\n1;one two\n2;three four\n',
    'tabs.dat': 'id\tnote\n1\tone two\n',
    'prose.dat': 'Well, he said, no fever.\nYes, she said.\n',
    letter: 'Dear colleague, thank you for seeing her.',
    'braces.txt': lines({ text: 'one two' }),
  })
  const formats = await Promise.all(
    ['lines.dat', 'commas.dat', 'semicolons.dat', 'tabs.dat', 'prose.dat', 'letter', 'braces.txt'].map(
      async (name) => (await planInput([join(folder, name)], {})).format,
    ),
  )
  expect(formats).toEqual(['jsonl', 'csv', 'csv', 'tsv', 'text', 'text', 'text'])
  expect((await planInput([join(folder, 'braces.txt')], { format: 'jsonl' })).format).toBe('jsonl')
})

test.each([
  ['an empty folder', {}, /is empty\. Give a folder with/],
  ['only empty folders and binary files', { 'a.txt': Buffer.alloc(3), 'b.txt': Buffer.alloc(3) }, /only 2 binary files\./],
  ['files of other kinds', { 'a.pdf': 'x', 'b.pdf': 'x', 'c.docx': 'x' }, /only 2 \.pdf files, 1 \.docx file\./],
  ['hidden files', { '.a.txt': 'x' }, /only 1 hidden file\./],
  ['an audit', { 'audit.json': '{"schema": "corpuscope/audit/1"}', 'a.txt': 'x' }, /is an audit, not a corpus/],
])('%s cannot be read as a corpus, and the sentence says why', async (_, files, message) => {
  const error = await planInput([folderOf(files as Record<string, string>)], {}).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(CorpusError)
  expect((error as Error).message).toMatch(message)
  expect((error as Error).message).not.toContain('\n')
})

test('paths that lead nowhere, binary files', async () => {
  const folder = folderOf({ 'scan.pdf': Buffer.from('%PDF\0') })
  await expect(planInput([], {})).rejects.toThrow('No input.')
  await expect(planInput([join(folder, 'missing')], {})).rejects.toThrow('does not exist')
  await expect(planInput([join(folder, 'scan.pdf')], {})).rejects.toThrow('is a binary file')
  await expect(planInput([folder, join(folder, 'missing')], {})).rejects.toBeInstanceOf(CorpusError)
})

test('a pattern names files of a folder; a file that is called like one is itself', async () => {
  const folder = folderOf({ 'a/1.txt': 'one', 'a/2.md': 'no', 'b/c/3.txt': 'three', '4.txt': 'four', 'x[1].txt': 'itself' })
  const ids = async (pattern: string) => (await readAll(join(folder, pattern))).documents.map(({ id }) => id)
  expect(await ids('a/*.txt')).toEqual(['1.txt'])
  expect(await ids('**/*.txt')).toEqual(['4.txt', 'a/1.txt', 'b/c/3.txt', 'x[1].txt'])
  expect(await ids('{a,b/c}/?.txt')).toEqual(['a/1.txt', 'b/c/3.txt'])
  expect(await ids('x[1].txt')).toEqual(['x[1].txt'])
  await expect(planInput([join(folder, '*.csv')], {})).rejects.toThrow('is empty')
})

test('names from outside do not steer a terminal', async () => {
  const folder = folderOf({ '\u001b[31mred\u202e.txt': 'one' })
  expect((await readAll(folder)).plan.said).toBe('\ufffd[31mred\ufffd.txt (3 bytes): one text')
})
