import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonScanner } from '../src/json-scanner.ts'
import { folderOf, lines, readAll, readFile } from './reading.ts'

const texts = async (content: string, name = 'a.json') => (await readFile(name, content)).documents.map(({ text }) => text)
const two = [{ text: 'one two' }, { text: 'three "four" [five] {six}, \\ seven' }]
const expected = two.map(({ text }) => text)

test.each([
  ['an array', JSON.stringify(two)],
  ['an array, indented', JSON.stringify(two, null, 2)],
  ['an array behind a byte order mark', `\ufeff ${JSON.stringify(two)}\n`],
  ['an object that holds the records', JSON.stringify({ version: '1', data: two }, null, 1)],
  ['an object that holds other lists first', JSON.stringify({ authors: [{ text: 'no one' }], data: [], notes: two, rest: [1] }, null, 1)],
  ['objects one behind the other', two.map((each) => JSON.stringify(each, null, 1)).join('\n')],
  ['JSON lines under the wrong name', lines(...two)],
  ['an array of strings', JSON.stringify(expected)],
])('%s', async (_, content) => {
  expect(await texts(content)).toEqual(expected)
  expect(await texts(content, 'without a telling extension')).toEqual(expected)
})

test('one object is one document, and a list of its own is no container of records', async () => {
  expect(await texts(JSON.stringify({ text: 'one two', data: ['x', 'y'] }))).toEqual(['one two'])
  expect(await texts(JSON.stringify({ text: 'one two', links: [{ text: 'no' }] }, null, 2))).toEqual(['one two'])
})

test('bad records are counted with their line, and the rest is read', async () => {
  const content = `[\n{"text": "one two"},\n{"text": nothing},\n7,\n{"text": "${'x'.repeat(200)}"},\n{"other": 1},\n{"text": "three"}\n]`
  const { documents, unread } = await readFile('a.json', content, {}, { recordBytes: 100 })
  expect(documents.map(({ text }) => text)).toEqual(['one two', 'three'])
  expect(unread.map(([what, , line]) => [line, what])).toEqual([
    [3, 'line is not JSON'],
    [4, 'record is not an object'],
    [5, `record is longer than ${100 / 2 ** 20} MB`],
    [6, 'record has no text'],
  ])
})

test.each([
  ['a cut', '[\n{"text": "one two"},\n{"text": "thr', 3],
  ['a stray bracket', '{"text": "one two"}\n]\n{"text": "three"}', 2],
  ['a string that never ends', '[{"text": "one two"},\n{"text": "three},\n{"text": 4}]', 2],
])('%s: what stands before is read, and the rest is said', async (_, content, line) => {
  const { documents, unread } = await readFile('a.json', content, { format: 'json' })
  expect(documents.map(({ text }) => text)).toEqual(['one two'])
  expect(unread).toEqual([['rest of the file is not JSON', 'a.json', line]])
})

test('deep nesting neither stops nor slows the reading', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  expect(await texts(`[{"text": "one two"}, {"text": "three", "deep": ${deep}}]`)).toEqual(['one two', 'three'])
})

test('any records, cut into any blocks, are the records', () => {
  const value = fc.array(fc.record({ text: fc.string(), rest: fc.jsonValue({ maxDepth: 3 }) }), { maxLength: 6 })
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 20 }), fc.nat(3), (list, block, indent) => {
      const content = JSON.stringify(list, null, indent)
      const bytes = Buffer.from(content)
      const found: unknown[] = []
      const scanner = jsonScanner(1e6, {
        record: (buffer, from, to) => void found.push(JSON.parse(buffer.toString('utf8', from, to))),
        tooLong: () => found.push('too long'),
        broken: () => found.push('broken'),
      })
      for (let from = 0; from < bytes.length; from += block) scanner.push(bytes.subarray(from, from + block))
      scanner.end()
      expect(found).toEqual(JSON.parse(content))
    }),
    { numRuns: 500 },
  )
})

test('a minified file that holds its records under a usual key', async () => {
  expect(await texts(JSON.stringify({ version: '1', data: two }))).toEqual(expected)
})

test('a folder of .json files beside notes is settings; alone it is the corpus', async () => {
  const note = JSON.stringify({ text: 'a note of its own, and a long one' })
  expect((await readAll(folderOf({ 'a.txt': 'one', 'b.json': note }))).documents.map(({ text }) => text)).toEqual(['one'])
  expect((await readAll(folderOf({ 'a.json': note, 'b.json': note, 'README.md': '# Many words about it' }))).documents).toHaveLength(2)
})
