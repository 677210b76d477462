import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { planInput } from '../src/index.ts'
import { folderOf, readAll, readFile, readPlan } from './reading.ts'

type Column = Parameters<typeof parquetWriteBuffer>[0]['columnData'][number]
const parquet = (columnData: Column[], rowGroupSize = 100): Buffer => Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize }))
const records = Array.from({ length: 250 }, (_, i) => ({ id: `n${i}`, text: `é${'no fever '.repeat(i % 9)}${i}` }))
const notes = (rowGroupSize?: number): Buffer =>
  parquet(
    [
      { name: 'id', data: records.map(({ id }) => id), type: 'STRING' },
      { name: 'text', data: records.map(({ text }) => text), type: 'STRING' },
      { name: 'age', data: records.map((_, i) => i), type: 'INT32' },
      { name: 'number', data: records.map((_, i) => BigInt(i)), type: 'INT64' },
      { name: 'when', data: records.map(() => new Date(0)), type: 'TIMESTAMP' },
    ],
    rowGroupSize,
  )

test('a row is a document; groups of rows are shards that lose and double none', async () => {
  const content = notes()
  const { documents, plan, bytes } = await readFile('a.parquet', content)
  expect(plan.said).toContain('Parquet, text in "text", id in "id"')
  expect(documents.map(({ id, text }) => ({ id, text }))).toEqual(records)
  expect([...documents[7]!.metadata]).toEqual([
    ['age', 7],
    ['number', 7],
    ['when', '1970-01-01T00:00:00.000Z'],
  ])
  expect(plan.shards.map(({ rows }) => rows)).toEqual([
    [0, 100],
    [100, 200],
    [200, 250],
  ])
  expect([bytes, plan.bytes]).toEqual([content.length, content.length])
  expect((await readFile('without extension', content)).documents).toHaveLength(250)
})

test('nested columns: a chat is a document with turns, a list of spans its annotations', async () => {
  const { documents, plan } = await readFile(
    'a.parquet',
    parquet([
      {
        name: 'messages',
        type: 'JSON',
        data: [
          [
            { role: 'user', content: 'Am I ill?' },
            { role: 'assistant', content: 'No.' },
          ],
        ],
      },
    ]),
  )
  expect(plan.fields.shape?.kind).toBe('dialogue')
  expect(documents[0]).toMatchObject({
    text: 'Am I ill?\nNo.',
    parts: [
      { name: 'turn 1', role: 'user', start: 0, end: 9 },
      { name: 'turn 2', role: 'assistant', start: 10, end: 13 },
    ],
  })
})

test('shards of a dataset are one corpus, and a damaged one is counted', async () => {
  const whole = notes()
  const folder = folderOf({
    'data/train-00000-of-00003.parquet': whole,
    'data/train-00001-of-00003.parquet': whole.subarray(0, whole.length / 2),
    'data/train-00002-of-00003.parquet': whole,
  })
  const { documents, unread } = await readAll(folder)
  expect(documents).toHaveLength(500)
  expect(unread).toEqual([['Parquet data is damaged', 'data/train-00001-of-00003.parquet']])
})

test('bytes changed anywhere: rows, or one counted reason', async () => {
  const whole = notes(1000)
  for (let i = 0; i < 200; i++) {
    const content = Buffer.from(whole)
    content[(i * 7919) % content.length]! ^= 1 << (i % 8)
    const result = await readFile('a.parquet', content).catch((error: Error) => error)
    if (result instanceof Error) expect(result.name).toBe('CorpusError')
    else expect(result.documents.length + result.unread.length).toBeGreaterThan(0)
  }
})

test('a page that leaves out its length, and one that claims a run of billions, end at once', async () => {
  const forty = parquet(
    [
      { name: 'text', data: Array.from({ length: 40 }, (_, i) => `no fever ${i * 7919}`), type: 'STRING' },
      { name: 'age', data: Array.from({ length: 40 }, (_, i) => i), type: 'INT32' },
    ],
    16,
  )
  // Every byte of the file, all its bits turned: page headers, run lengths and the footer among them.
  for (let at = 0; at < forty.length; at++) {
    const content = Buffer.from(forty)
    content[at]! ^= 0xff
    const result = await readFile('a.parquet', content).catch((error: Error) => error)
    if (result instanceof Error) expect(result.name).toBe('CorpusError')
    else expect(result.documents.length + result.unread.length).toBeGreaterThan(0)
  }
})

test('no row, no file', async () => {
  await expect(readFile('a.parquet', parquet([{ name: 'text', data: [], type: 'STRING' }]))).rejects.toThrow('there are no rows')
  await expect(readFile('a.parquet', 'PAR1 or not')).rejects.toThrow('damaged or cut short')
  await expect(readFile('a.parquet', notes(), { textField: 'body' })).rejects.toThrow('--text-field names "body"')
})

test('a dataset folder as the hubs lay it out', async () => {
  const text = (words: string): Buffer => parquet([{ name: 'text', data: [words], type: 'STRING' }])
  const card = [
    '---',
    'license: mit',
    'configs:',
    '- config_name: notes',
    '  data_files:',
    '  - split: train',
    '    path: notes/train-*',
    '  - split: test',
    '    path:',
    '    - notes/test-*',
    '- config_name: letters',
    '  default: true',
    '  data_files: letters/*.parquet',
    '---',
    '# About',
  ].join('\n')
  const folder = folderOf({
    'README.md': card,
    'notes/train-0.parquet': text('train one'),
    'notes/train-1.parquet': text('train two'),
    'notes/test-0.parquet': text('test one'),
    'letters/all.parquet': text('a letter'),
  })
  const read = async (options = {}) => {
    const plan = await planInput([folder], options)
    return [
      plan.said.replace(/^.*?: /, ''),
      ...(await readPlan(plan)).documents.map(({ text, metadata }) => `${text} (${metadata.get('split')})`),
    ]
  }
  expect(await read()).toEqual(['Parquet, text in "text", subset "letters" of "notes", "letters", splits "train"', 'a letter (train)'])
  expect(await read({ subset: 'notes' })).toEqual([
    'text in "text", subset "notes" of "notes", "letters", splits "test", "train"',
    'test one (test)',
    'train one (train)',
    'train two (train)',
  ])
  expect((await read({ subset: 'notes', split: 'test' })).slice(1)).toEqual(['test one (test)'])
  await expect(read({ subset: 'note' })).rejects.toThrow('README.md names "notes", "letters"')
  await expect(read({ subset: 'notes', split: 'dev' })).rejects.toThrow('there are "test", "train"')
})

test('without a card, names tell splits; without those, the field "split" of the records does', async () => {
  const folder = folderOf({ 'train.csv': 'text\none two\n', 'dev.csv': 'text\nthree four\n' })
  const { documents } = await readAll(folder, { split: 'validation' })
  expect(documents.map(({ text, metadata }) => [text, metadata.get('split')])).toEqual([['three four', 'validation']])
  const table = 'text,split\none two,train\nthree four,test\n'
  expect((await readFile('a.csv', table, { split: 'test' })).documents.map(({ text }) => text)).toEqual(['three four'])
  await expect(readFile('a.csv', 'text\none two\n', { split: 'test' })).rejects.toThrow('neither files nor a field "split"')
})
