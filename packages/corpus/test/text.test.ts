import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CorpusError } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { planInput } from '../src/index.ts'
import { folderOf, makePipe, readAll, readFile, readPlan } from './reading.ts'

test('a file is a document, named by its path inside the input, in code unit order', async () => {
  const folder = folderOf({ 'b.txt': 'two', 'a/z.txt': 'one', 'B.txt': 'zero', 'a.txt': '' })
  const { documents, plan, bytes } = await readAll(folder)
  expect(documents.map(({ id, text, source }) => [id, text, source.file])).toEqual([
    ['B.txt', 'zero', 'B.txt'],
    ['a.txt', '', 'a.txt'],
    ['a/z.txt', 'one', 'a/z.txt'],
    ['b.txt', 'two', 'b.txt'],
  ])
  expect(plan.said).toBe('4 .txt files (10 bytes)')
  expect(plan.fields).toEqual({})
  expect(bytes).toBe(10)
  expect(plan.bytes).toBe(10)
})

test('text is UTF-8 and kept as it is: line ends, combining marks, no byte order mark', async () => {
  const folder = folderOf({
    'bom.txt': '\ufeffÄrztin\r\n\u0301e 發燒 🤒\n',
    'cut.txt': Buffer.from('🤒').subarray(0, 3),
    'surrogate.txt': Buffer.from([0xed, 0xa0, 0x80]),
  })
  const { documents, unread } = await readAll(folder)
  expect(documents.map(({ text }) => text)).toEqual(['Ärztin\r\n\u0301e 發燒 🤒\n'])
  expect(unread).toEqual([
    ['not valid UTF-8', 'cut.txt'],
    ['not valid UTF-8', 'surrogate.txt'],
  ])
})

test('a name pattern gives metadata as strings; a name that does not fit gives none', async () => {
  const folder = folderOf({ 'ward/007_0002_Policeman_s_heel.txt': 'note', 'ward/other.txt': 'note' })
  const { documents, plan } = await readAll(folder, { namePattern: '{code}_{number}_{condition}.txt', labelField: 'condition' })
  expect(documents.map(({ metadata }) => [...metadata])).toEqual([
    [
      ['code', '007'],
      ['number', '0002'],
      ['condition', 'Policeman_s_heel'],
    ],
    [],
  ])
  expect(documents.map(({ label }) => label)).toEqual(['Policeman_s_heel', undefined])
  expect(plan.said).toBe('2 .txt files (8 bytes): label in "condition", "code", "number", "condition" from the file names')
})

test('shards are batches of files: small files count by what opening them costs', async () => {
  const folder = folderOf(Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.txt`, 'x'.repeat(1000)])))
  const plan = await planInput([folder], {}, { shardBytes: 2 * (1000 + 4096) })
  expect(plan.shards.map(({ files }) => files?.map(({ relative }) => relative))).toEqual([
    ['1.txt', '2.txt'],
    ['3.txt', '4.txt'],
    ['5.txt'],
  ])
  expect((await readPlan(plan)).documents).toHaveLength(5)
  expect((await planInput([folder], {}, { shardBytes: 1 })).shards).toHaveLength(5)
})

test('a plan is plain data: a worker thread reads the same from its clone', async () => {
  const folder = folderOf({ 'a.txt': 'one', 'labels.csv': 'file,sex\na.txt,F\n' })
  const plan = await planInput([folder], { labels: join(folder, 'labels.csv') })
  expect((await readPlan(structuredClone(plan))).documents).toEqual((await readPlan(plan)).documents)
})

test('language and the rule for words come with the options', async () => {
  const { documents } = await readFile('a.txt', 'x', { language: 'de', words: 'letters' })
  expect(documents[0]).toMatchObject({ language: 'de', wordRule: 'letters' })
  const [standard] = (await readFile('a.txt', 'x', { words: 'standard' })).documents
  expect(standard).not.toHaveProperty('wordRule')
  expect(standard).not.toHaveProperty('language')
})

test('a file over the limit is counted and the others are read', async () => {
  const folder = folderOf({ 'long.txt': 'x'.repeat(101), 'short.txt': 'x'.repeat(100) })
  const { documents, unread } = await readAll(folder, {}, { recordBytes: 100 })
  expect(documents.map(({ id }) => id)).toEqual(['short.txt'])
  expect(unread).toHaveLength(1)
})

test.skipIf(process.platform === 'win32')(
  'a folder that changes while it is read: what is gone, or became something else, is counted',
  async () => {
    const folder = folderOf({ 'gone.txt': 'x', 'folder.txt': 'x', 'here.txt': 'x', 'link.txt': 'x', 'pipe.txt': 'x' })
    const plan = await planInput([folder], {})
    for (const name of ['gone', 'folder', 'link', 'pipe']) rmSync(join(folder, `${name}.txt`))
    mkdirSync(join(folder, 'folder.txt'))
    symlinkSync('nowhere', join(folder, 'link.txt'))
    makePipe(join(folder, 'pipe.txt'))
    const { documents, unread } = await readPlan(plan)
    expect(documents.map(({ id }) => id)).toEqual(['here.txt'])
    expect(unread).toEqual(['folder', 'gone', 'link', 'pipe'].map((name) => ['file cannot be read', `${name}.txt`]))
  },
)

test('a text field for files that are one text each is a mistake', async () => {
  const folder = folderOf({ 'a.txt': 'one' })
  await expect(planInput([folder], { textField: 'note' })).rejects.toThrow('--text-field "note" is for records')
  await expect(planInput([folder], { idField: 'nr' })).rejects.toThrow('--id-field "nr"')
  await expect(planInput([folder], { labelField: 'rfe' })).rejects.toThrow(
    '--label-field names "rfe", but there is no such field; there are none',
  )
  await expect(planInput([folder], { labelField: 'rfe' })).rejects.toBeInstanceOf(CorpusError)
})

const syngp = fileURLToPath(new URL('../../../../shared/corpora/syngp500/', import.meta.url))

test.skipIf(!existsSync(syngp))('SynGP500: 500 notes, 265 with a reason for encounter', async () => {
  const { documents, unread, matched, plan } = await readAll(join(syngp, 'notes'), {
    labels: join(syngp, 'labels.csv'),
    labelField: 'rfe',
    namePattern: '{snomed}_{number}_{condition}.txt',
  })
  expect(documents).toHaveLength(500)
  expect(unread).toEqual([])
  expect(plan.labels?.size).toBe(265)
  expect(matched).toHaveLength(265)
  expect(documents.filter(({ label }) => label !== undefined)).toHaveLength(265)
  expect(
    documents.every(({ metadata }) => /^\d+$/.test(String(metadata.get('snomed'))) && typeof metadata.get('number') === 'string'),
  ).toBe(true)
  expect(new Set(documents.map(({ id }) => id)).size).toBe(500)
})
