import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type FileMetaData, parquetMetadata } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { parquetRecords, planInput, writeSelection } from '../src/index.ts'
import { zstdFrame } from '../src/zstd-frame.ts'
import { folderOf, lines, readAll } from './reading.ts'

const records = [
  { id: 'a', text: 'one two', age: 1 },
  { id: 'b', text: 'é "three"\nfour' },
  { id: 'c', text: 'five six 🤒', age: null },
]
const jsonl = lines(...records)
const csv = 'id,text,age\r\na,one two,1\r\nb,"é ""three""\nfour",\r\nc,five six 🤒,'
const parquet = Buffer.from(
  parquetWriteBuffer({
    columnData: [
      { name: 'id', data: ['a', 'b', 'c'], type: 'STRING' },
      { name: 'text', data: ['one two', 'three', 'four'], type: 'STRING' },
      { name: 'age', data: [1, null, 3], type: 'INT32' },
      { name: 'tags', data: [['x'], null, ['y', 'z']], type: 'JSON' },
    ],
  }),
)

test.each([
  ['a.jsonl', jsonl],
  ['a.jsonl.gz', gzipSync(jsonl)],
  ['a.jsonl.zst', Buffer.concat([...zstdFrame([Buffer.from(jsonl)])])],
  ['a.json', JSON.stringify(records, null, 2)],
  ['a.csv', csv],
  ['a.csv.gz', gzipSync(csv)],
  ['a.tsv', 'id\ttext\na\tone two\nb\tthree\nc\tfour\n'],
  ['a.parquet', parquet],
  ['a.pubtator', 'a|t|One two\na|a|three\na\t0\t3\tOne\tX\n\nb|t|Four\nb|a|five\n\nc|t|Six\n'],
])('%s: read, written, read gives the same documents', async (name, content) => {
  const folder = folderOf({ [name]: content })
  const before = await readAll(join(folder, name))
  const { kept, leftOut } = await writeSelection(before.plan, join(folder, `out-${name}`), ({ id }) =>
    id === 'b' ? 'not wanted' : undefined,
  )
  expect([kept, leftOut]).toEqual([2, [{ id: 'b', reason: 'not wanted' }]])
  const after = await readAll(join(folder, `out-${name}`))
  const withoutPlace = ({ documents }: typeof before) => documents.map(({ source: _, ...document }) => document)
  expect(withoutPlace(after)).toEqual(withoutPlace(before).filter(({ id }) => id !== 'b'))
  expect(after.unread).toEqual([])
})

test('unchanged records are copied byte for byte, whatever their blanks, order of keys and line ends', async () => {
  const odd = '{"text":"one two",  "id" : "a"}\r\n\n{"id":"b","text":"thr\\u0065e"}\n{"id":"c","n":1.50,"text":"four"}'
  const folder = folderOf({ 'a.jsonl': odd, 'a.csv': csv })
  const write = async (name: string) => {
    await writeSelection(await planInput([join(folder, name)], {}), join(folder, `out-${name}`), ({ id }) => (id === 'b' ? 'x' : undefined))
    return readFileSync(join(folder, `out-${name}`), 'utf8')
  }
  expect(await write('a.jsonl')).toBe('{"text":"one two",  "id" : "a"}\r\n{"id":"c","n":1.50,"text":"four"}\n')
  expect(await write('a.csv')).toBe('id,text,age\r\na,one two,1\r\nc,five six 🤒,')
})

test('a folder becomes a folder: text files as they lie there, their annotations with them', async () => {
  const folder = folderOf({
    'in/a.txt': Buffer.from('M\xfcde', 'latin1'),
    'in/a.ann': 'T1\tX 0 1\tM\n',
    'in/sub/b.txt': '\ufeffb\r\n',
    'in/sub/c.txt.gz': gzipSync('c'),
  })
  const selection = await writeSelection(await planInput([join(folder, 'in')], {}), join(folder, 'out'), ({ text }) =>
    text.startsWith('b') ? 'x' : undefined,
  )
  expect(readdirSync(join(folder, 'out'), { recursive: true }).sort()).toEqual(['a.ann', 'a.txt', 'sub', 'sub/c.txt.gz'])
  for (const name of ['a.txt', 'a.ann', 'sub/c.txt.gz'])
    expect(readFileSync(join(folder, 'out', name))).toEqual(readFileSync(join(folder, 'in', name)))
  expect(selection.files.map(({ path }) => path)).toEqual(['a.txt', 'a.ann', 'sub/c.txt.gz'])
})

test('what is there is not replaced, and nothing stays behind a failure', async () => {
  const folder = folderOf({ 'a.jsonl': jsonl })
  const plan = await planInput([join(folder, 'a.jsonl')], {})
  await expect(writeSelection(plan, join(folder, 'a.jsonl'), () => undefined)).rejects.toThrow('is not replaced')
  const fail = () => {
    throw new SyntaxError('mine')
  }
  await expect(writeSelection(plan, join(folder, 'b.jsonl'), fail)).rejects.toThrow('mine')
  expect(existsSync(join(folder, 'b.jsonl'))).toBe(false)
  await writeSelection(plan, join(folder, 'c.jsonl.gz'), () => undefined)
  expect(() => gunzipSync(readFileSync(join(folder, 'c.jsonl.gz')))).toThrow()
})

test('a folder stays a folder, though it has one file; files of one name do not overwrite each other', async () => {
  const folder = folderOf({ 'in/a.jsonl': jsonl, 'x/n.txt': 'one', 'y/n.txt': 'two' })
  await writeSelection(await planInput([join(folder, 'in')], {}), join(folder, 'out'), () => undefined)
  expect(readFileSync(join(folder, 'out/a.jsonl'), 'utf8')).toBe(jsonl)
  const both = await planInput([join(folder, 'x/n.txt'), join(folder, 'y/n.txt')], {})
  const { files } = await writeSelection(both, join(folder, 'both'), () => undefined)
  expect(files.map(({ path }) => [path, readFileSync(join(folder, 'both', path), 'utf8')])).toEqual([
    ['x/n.txt', 'one'],
    ['y/n.txt', 'two'],
  ])
})

test('Parquet keeps the type of each column, nested ones too', async () => {
  const source = fileURLToPath(new URL('../../../fixtures/arrow/types.parquet', import.meta.url))
  const folder = folderOf({})
  const out = join(folder, 'out.parquet')
  await writeSelection(await planInput([source], { textField: 'text' }), out, ({ id }) => (id === '1' ? 'not wanted' : undefined))
  const [before, after] = [source, out].map((file) => parquetMetadata(new Uint8Array(readFileSync(file))))
  const types = ({ schema }: FileMetaData) =>
    schema
      .slice(1)
      .map(({ name, type, converted_type: kind, num_children: inside, repetition_type: how }) => ({ name, type, kind, inside, how }))
  expect(types(after!)).toEqual(types(before!))
  const rows = await parquetRecords(source)
  expect(await parquetRecords(out)).toEqual(rows.filter(({ id }) => id !== 1))
  expect(rows[0]).toMatchObject({ long: String(2n ** 60n), turns: [{ role: 'user', content: 'Am I ill?' }], about: { age: 47, sex: 'f' } })
})
