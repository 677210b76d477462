import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { planInput, readShard, writeSelection } from '../src/index.ts'
import { lz4Frame } from '../src/lz4.ts'
import { folderOf, readAll, readFile } from './reading.ts'

/** Written by pyarrow, with the rows as pyarrow reads them: see make.py there. */
const fixtures = fileURLToPath(new URL('../../../fixtures/arrow/', import.meta.url))
const rows = JSON.parse(readFileSync(join(fixtures, 'rows.json'), 'utf8')) as Record<string, unknown>[]
const withText = rows.filter(({ text }) => text !== null)

async function recordsOf(file: string): Promise<{ records: unknown[]; unread: string[]; shards: number }> {
  const plan = await planInput([file], { textField: 'text' }, { shardBytes: 1 })
  const records: unknown[] = []
  const unread: string[] = []
  for (const shard of plan.shards)
    await readShard(plan, shard, {
      document: (_, __, raw) => void records.push(JSON.parse(JSON.stringify(raw()))),
      unread: (what) => void unread.push(what),
    })
  return { records, unread, shards: plan.shards.length }
}

test.each(['plain.arrow', 'lz4.arrow', 'zstd.arrow'])('%s: every type as pyarrow reads it', async (name) => {
  const { records, unread } = await recordsOf(join(fixtures, name))
  expect(records).toEqual(withText)
  expect(unread).toEqual(['record has no text'])
})

test.each(['plain.arrows', 'lz4.arrows', 'zstd.arrows'])('%s: a stream of three batches, each a shard', async (name) => {
  const { records, shards } = await recordsOf(join(fixtures, name))
  expect(records).toEqual(withText.map(({ runs: _, ...row }) => row))
  expect(shards).toBeGreaterThanOrEqual(3)
})

test('a stream without continuation marks, and one whose dictionary grows', async () => {
  const texts = async (name: string) => (await readAll(join(fixtures, name), {}, { shardBytes: 1 })).documents.map(({ text }) => text)
  expect(await texts('before-0.15.arrows')).toEqual(['one two', 'three four'])
  expect(await texts('dictionary-deltas.arrows')).toEqual(['one two', 'three four', 'five six', 'one two'])
})

test('known by its bytes, packed, in a folder, and said', async () => {
  const bytes = readFileSync(join(fixtures, 'plain.arrow'))
  const { plan, documents, bytes: read } = await readFile('without extension', bytes)
  expect(plan.said).toContain('Arrow, text in "text", id in "id"')
  expect([documents.length, read]).toEqual([6, bytes.length])
  expect(documents[0]!.metadata.get('money')).toBe(-1.25)
  const folder = folderOf({ 'data-00000-of-00002.arrow': bytes, 'data-00001-of-00002.arrow': bytes, 'state.json': '{"x": 1}' })
  expect((await readAll(folder)).documents).toHaveLength(12)
})

test('what is cut short: the batches before the cut, and the cut is said', async () => {
  const stream = readFileSync(join(fixtures, 'plain.arrows'))
  const { documents, unread } = await readFile('a.arrows', stream.subarray(0, stream.length - 2000), { textField: 'text' })
  expect(documents.length).toBeGreaterThan(2)
  expect(unread.at(-1)).toEqual(['Arrow data is damaged or cut short; the rest is not read', 'a.arrows'])
  const file = readFileSync(join(fixtures, 'plain.arrow'))
  await expect(readFile('a.arrow', file.subarray(0, 3000))).rejects.toThrow('damaged or cut short')
  await expect(readFile('a.arrow', 'not Arrow at all')).rejects.toThrow('damaged or cut short')
})

test('it is not written, and says so', async () => {
  const plan = await planInput([join(fixtures, 'plain.arrow')], {})
  await expect(writeSelection(plan, join(folderOf({}), 'out.arrow'), () => undefined)).rejects.toThrow('read but not written')
})

test('LZ4: a match that reaches into itself, and frames that lie', () => {
  // Token 0x44: four literals, a match of 8; distance 2; then the last sequence of five literals.
  const block = [0x44, 97, 98, 99, 100, 2, 0, 0x50, 118, 119, 120, 121, 122]
  const frame = (content: number[]) =>
    Uint8Array.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82, content.length, 0, 0, 0, ...content, 0, 0, 0, 0])
  expect(Buffer.from(lz4Frame(frame(block), 17)).toString()).toBe('abcdcdcdcdcdvwxyz')
  expect(() => lz4Frame(frame(block), 16)).toThrow(RangeError)
  expect(() => lz4Frame(frame(block), 18)).toThrow(RangeError)
  expect(() => lz4Frame(frame([0x44, 97, 98, 99, 100, 9, 0]), 12)).toThrow(RangeError)
})
