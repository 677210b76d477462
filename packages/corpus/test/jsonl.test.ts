import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocument } from '@corpuscope/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planInput } from '../src/index.ts'
import { folderOf, lines, readAll, readFile, readPlan } from './reading.ts'

test('an object a line: text, id, and every other scalar as metadata', async () => {
  const record = { id: 7, text: 'no fever', age: 47, sex: 'F', smoker: false, weight: null, spans: [1], nested: { deep: 1 } }
  const { documents, plan, unread, bytes } = await readFile('notes.jsonl', lines(record))
  expect(documents).toEqual([
    createDocument({
      id: '7',
      text: 'no fever',
      source: { file: 'notes.jsonl' },
      metadata: new Map<string, string | number | boolean | null>([
        ['age', 47],
        ['sex', 'F'],
        ['smoker', false],
        ['weight', null],
      ]),
    }),
  ])
  expect(plan.said).toBe('notes.jsonl (107 bytes): JSON lines, text in "text", id in "id"')
  expect(plan.fields).toEqual({ text: 'text', id: 'id' })
  expect(unread).toEqual([])
  expect(bytes).toBe(plan.bytes)
})

test('line ends of all kinds, blank lines, a byte order mark, no newline at the end, empty texts', async () => {
  const { documents, unread } = await readFile('a.jsonl', '\ufeff{"text":"one two"}\r\n\n  \t\r\n {"text":""}\n{"text":"three\\n\\u0000"}')
  expect(documents.map(({ text }) => text)).toEqual(['one two', '', 'three\n\0'])
  expect(documents[0]?.id).toBe(createDocument({ text: 'one two' }).id)
  expect(unread).toEqual([])
})

test('bad records are counted with their line and the rest is read, wherever the file is cut', async () => {
  const content = Buffer.concat([
    Buffer.from('{"text":"one"}\n\nnot json\n[1]\n"text"\nnull\n{"txt":"x"}\n{"text":1}\n{"text":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(`"}\n{"text":"${'x'.repeat(200)}"}\n{"text":"two"}\n{"text":`),
  ])
  for (const shardBytes of [1, 7, 64, 1000]) {
    const { documents, unread, bytes } = await readFile('a.jsonl', content, { textField: 'text' }, { shardBytes, recordBytes: 100 })
    expect(documents.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(unread.map(([what, , line]) => [line, what])).toEqual([
      [3, 'line is not JSON'],
      [4, 'record is not an object'],
      [5, 'record is not an object'],
      [6, 'record is not an object'],
      [7, 'record has no text'],
      [8, 'record has no text'],
      [9, 'not valid UTF-8'],
      [10, `record is longer than ${100 / 2 ** 20} MB`],
      [12, 'line is not JSON'],
    ])
    expect(bytes).toBe(content.length)
  }
})

test('random records, cut anywhere: the same documents once each, and the same bad lines', async () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.integer()))
  const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'label'))
  const record = fc.record({ text: fc.string({ unit: 'binary' }), rest: fc.dictionary(key, value) })
  const line = fc.oneof({ weight: 4, arbitrary: record }, { weight: 1, arbitrary: fc.constantFrom('', '  ', 'bad', '[]', '{"a":1}') })
  const folder = folderOf({})
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 64 }), fc.boolean(), async (drawn, shardBytes, ended) => {
      const written = ['{"text":"first one"}', ...drawn.map((each) => (typeof each === 'string' ? each : objectLine(each.text, each.rest)))]
      const file = join(folder, 'drawn.jsonl')
      writeFileSync(file, written.join('\n') + (ended ? '\n' : ''))
      const whole = await readAll(file, { textField: 'text' })
      const cut = await readAll(file, { textField: 'text' }, { shardBytes })
      expect(cut.documents).toEqual(whole.documents)
      expect(cut.unread).toEqual(whole.unread)
      expect(cut.bytes).toBe(whole.plan.bytes)
      const good = written.flatMap((text, i) => (i === 0 || typeof drawn[i - 1] === 'object' ? [JSON.parse(text) as { text: string }] : []))
      expect(whole.documents.map(({ text }) => text)).toEqual(good.map(({ text }) => text))
      expect(whole.unread.map((place) => place[2])).toEqual(
        written.flatMap((text, i) => (['bad', '[]', '{"a":1}'].includes(text) ? [i + 1] : [])),
      )
    }),
    { numRuns: 300 },
  )
})

// Text comes last and wins over a drawn "text"; entries are written by hand so that "__proto__" is a key like others.
const objectLine = (text: string, rest: Record<string, unknown>): string => {
  const entries = Object.entries(rest).filter(([name]) => name !== 'text')
  return `{${[...entries, ['text', text] as const].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
}

test('keys that objects are born with are data', async () => {
  const { documents } = await readFile('a.jsonl', '{"__proto__":"x","constructor":"y","text":"one two"}\n{"text":"a b"}\n')
  expect([...documents[0]!.metadata]).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
  expect([...documents[1]!.metadata]).toEqual([])
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  const inherited = await readFile('b.jsonl', lines({ text: 'one', toString: 'own' }, { text: 'two' }), { idField: 'toString' })
  expect(inherited.documents.map(({ id }) => id)).toEqual(['own', createDocument({ text: 'two' }).id])
})

test('numbers that no double holds are nothing, never infinite', async () => {
  const { documents } = await readFile('a.jsonl', '{"text":"one two","age":1e999,"n":-1e999}\n')
  expect([...documents[0]!.metadata.values()]).toEqual([null, null])
})

test.each([
  ['the usual names first', { content: 'a b', note: 'c d', _id: 'k' }, 'note', '_id'],
  ['whatever their case', { NOTE: 'c d', comment: 'longer than the note', ID: 3 }, 'NOTE', 'ID'],
  ['else the longest running text', { summary: 'two words', story: 'many more words than two', code: 'x'.repeat(99) }, 'story', undefined],
  ['text of a script without spaces', { k: 'F', story: '發燒三天' }, 'story', undefined],
  ['a usual name that holds no text is passed over', { text: { turns: [] }, body: 'one two' }, 'body', undefined],
])('fields are guessed: %s', async (_, record, text, id) => {
  const { plan } = await readFile('a.jsonl', lines(record, record))
  expect(plan.fields).toEqual(id === undefined ? { text } : { text, id })
})

test('fields that are named, also nested ones; label and language go with the document', async () => {
  const record = { meta: { nr: 3, tags: { rfe: 'Rash' } }, 'a.b': 'dotted key', note: { body: 'one two' }, lang: 'fr' }
  const options = { textField: 'note.body', idField: 'meta.nr', labelField: 'meta.tags.rfe', languageField: 'lang', language: 'en' }
  const bare = { note: { body: 'x' }, meta: { tags: { rfe: '' } } }
  const { documents } = await readFile('a.jsonl', lines(record, bare), options)
  expect(documents[0]).toMatchObject({ id: '3', text: 'one two', label: 'Rash', language: 'fr' })
  expect(documents[1]).not.toHaveProperty('label')
  expect(documents[1]).toMatchObject({ language: 'en' })
  expect((await readFile('a.jsonl', lines(record), { ...options, textField: 'a.b' })).documents[0]?.text).toBe('dotted key')
  expect((await readFile('a.jsonl', lines({ text: 'a b', stage: 3 }), { labelField: 'stage' })).documents[0]?.label).toBe('3')
})

test('a field that is not there: the sentence lists those that are, and what was meant', async () => {
  const content = lines({ note: 'one two', rfe: 'Rash' }, { note: 'secret words' })
  const wrong = (options: object) => readFile('a.jsonl', content, options).catch((error: Error) => error.message)
  expect(await wrong({ textField: 'noet' })).toBe(
    'a.jsonl: --text-field names "noet", but there is no such field in the first 2 records; there are "note", "rfe". Did you mean "note"?',
  )
  expect(await wrong({ labelField: 'rfee' })).toContain('Did you mean "rfe"?')
  expect(await wrong({ idField: 'id' })).toContain('--id-field names "id"')
  expect(await wrong({ languageField: 'lang' })).toContain('--language-field names "lang"')
})

test('nothing that could be read: one sentence, and no word of a document in it', async () => {
  const failure = (content: string) => readFile('a.jsonl', content).catch((error: Error) => error.message)
  expect(await failure('')).toContain('there are no records')
  expect(await failure('\n \n')).toContain('there are no records')
  expect(await failure('patient words\nmore words\n')).toMatch(/^a\.jsonl: none of the first lines is a JSON object\. .*--format\.$/)
  expect(await failure(lines({ txt: 'F', n: 1 }))).toBe(
    'a.jsonl: no field holds running text; its fields are "txt", "n". Name the one to read with --text-field. Did you mean "txt"?',
  )
  expect(await failure(lines({ [`she has had a cough for three weeks ${'x'.repeat(40)}`]: 1 }))).not.toContain('cough')
})

test('one line of many megabytes: read to the limit, and the shards behind it own nothing', async () => {
  const long = `{"text":"${'x'.repeat(9 << 20)}"}`
  const { documents, plan } = await readFile('a.jsonl', `{"text":"a b"}\n${long}\n{"text":"last"}\n`, {}, { shardBytes: 1 << 20 })
  expect(plan.shards.length).toBe(10)
  expect(documents.map(({ text }) => text.length)).toEqual([3, 9 << 20, 4])
  const short = await readFile('a.jsonl', `{"text":"a b"}\n${long}\n{"text":"last"}\n`, {}, { recordBytes: 8 << 20 })
  expect(short.documents.map(({ text }) => text)).toEqual(['a b', 'last'])
  expect(short.unread).toEqual([['record is longer than 8 MB', 'a.jsonl', 2]])
})

test('deep nesting is harmless', async () => {
  const deep = `{"text":"one two","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n{"text":"three four"}\n`
  const { documents } = await readFile('a.jsonl', deep)
  expect(documents.map(({ text }) => text)).toEqual(['one two', 'three four'])
})

test('a file that shrinks or goes while it is read', async () => {
  const folder = folderOf({ 'a.jsonl': lines({ text: 'one two' }, { text: 'three four' }), 'b.jsonl': lines({ text: 'five six' }) })
  const plan = await planInput([folder], {}, { shardBytes: 10 })
  writeFileSync(join(folder, 'a.jsonl'), lines({ text: 'one two' }))
  expect((await readPlan(plan)).documents.map(({ text }) => text)).toEqual(['one two', 'five six'])
})

test('what the taker throws is not taken for a bad record', async () => {
  const { plan } = await readFile('a.jsonl', lines({ text: 'one two' }))
  const folder = folderOf({ 'a.jsonl': lines({ text: 'one two' }) })
  const { readShard } = await import('../src/index.ts')
  const shard = { ...plan.shards[0]!, file: join(folder, 'a.jsonl') }
  const document = (): never => {
    throw new TypeError('mine')
  }
  await expect(readShard(plan, shard, { document, unread: () => {} })).rejects.toThrow('mine')
})

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url))
const shared = existsSync(corpora)
  ? readdirSync(corpora).flatMap((name) => {
      const folder = join(corpora, name)
      if (name.includes('.')) return []
      return readdirSync(folder).flatMap((file) => (file.endsWith('.jsonl') ? [join(folder, file)] : []))
    })
  : []

test.skipIf(shared.length === 0)('every corpus at hand: as many documents as lines, none unread', async () => {
  for (const file of shared) {
    const { documents, unread, plan } = await readAll(file, {}, { shardBytes: 1 << 20 })
    const newlines = readFileSync(file, 'latin1').split('\n').length - 1
    expect([file, documents.length, unread.length, plan.fields.text]).toEqual([file, newlines, 0, 'text'])
  }
})
