import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { expand, zstdWindow } from '../src/expand.ts'
import { zstdFrame } from '../src/zstd-frame.ts'
import { folderOf, lines, readAll, readFile } from './reading.ts'

const records = Array.from({ length: 3000 }, (_, i) => ({ id: String(i), text: `é${'no fever '.repeat(i % 40)}🤒 ${i}` }))
const jsonl = lines(...records)
const csv = `id,text\n${records.map(({ id, text }) => `${id},"${text}"\n`).join('')}`
const json = JSON.stringify(records)
const zst = (text: string): Buffer => Buffer.concat([...zstdFrame([Buffer.from(text)])])
/** "no fever\nno cough\n" as the zstd tool packs it, level 3 (zstd 1.5). */
const byTheTool = Buffer.from('KLUv/QRYkQAAbm8gZmV2ZXIKbm8gY291Z2gKPYh6Gg==', 'base64')

test.each([
  ['a.jsonl.gz', gzipSync(jsonl)],
  ['a.csv.gz', gzipSync(csv)],
  ['a.json.gz', gzipSync(json)],
  ['a.jsonl.zst', zst(jsonl)],
  ['a.csv.zst', zst(csv)],
  [
    'two members.jsonl.gz',
    Buffer.concat([gzipSync(jsonl.slice(0, jsonl.indexOf('\n') + 1)), gzipSync(jsonl.slice(jsonl.indexOf('\n') + 1))]),
  ],
  ['two frames.jsonl.zst', Buffer.concat([zst(jsonl.slice(0, 5000)), zst(jsonl.slice(5000))])],
  ['known by its bytes', gzipSync(jsonl)],
])('%s holds what its content holds', async (name, content) => {
  const { documents, unread, plan, bytes } = await readFile(name, content)
  expect(unread).toEqual([])
  expect(documents.map(({ id, text }) => ({ id, text }))).toEqual(records)
  expect([bytes, plan.bytes]).toEqual([content.length, content.length])
})

test('texts, packed and not, are a folder of texts', async () => {
  const { documents, bytes, plan } = await readAll(
    folderOf({ 'a.txt': 'one', 'b.txt.gz': gzipSync('two'), 'c.txt.zst': byTheTool, 'd.txt.gz': gzipSync('') }),
  )
  expect(documents.map(({ id, text }) => [id, text])).toEqual([
    ['a.txt', 'one'],
    ['b.txt.gz', 'two'],
    ['c.txt.zst', 'no fever\nno cough\n'],
    ['d.txt.gz', ''],
  ])
  expect(bytes).toBe(plan.bytes)
})

test.each([
  ['gz', gzipSync(jsonl)],
  ['zst', zst(jsonl)],
])('a .%s that is cut short: what stands before the cut is read, and the cut is said', async (extension, content) => {
  const { documents, unread } = await readFile(`a.jsonl.${extension}`, content.subarray(0, Math.floor(content.length / 2)))
  expect(documents.length).toBeGreaterThan(1000)
  expect(documents.map(({ id, text }) => ({ id, text }))).toEqual(records.slice(0, documents.length))
  expect(unread).toEqual([['packed file is damaged or cut short; the rest is not read', `a.jsonl.${extension}`]])
})

test('a name that promises more than the bytes hold', async () => {
  const { documents, unread } = await readAll(folderOf({ 'a.txt': 'one', 'b.txt.gz': 'not packed', 'c.txt.zst': 'not packed either' }))
  expect(documents.map(({ text }) => text)).toEqual(['one'])
  expect(unread.map(([, file]) => file)).toEqual(['b.txt.gz', 'c.txt.zst'])
})

test('a bomb is stopped by what it makes of a byte, and by all it makes', async () => {
  const folder = folderOf({ 'bomb.gz': gzipSync(Buffer.alloc(64 << 20)), 'bomb.zst': bomb(4096) })
  const sizes: Record<string, number> = {}
  for (const [name, kind] of [
    ['bomb.gz', 'gz'],
    ['bomb.zst', 'zst'],
  ] as const) {
    const take = (bytes: Buffer): true => {
      sizes[name] = (sizes[name] ?? 0) + bytes.length
      return true
    }
    expect(await expand(`${folder}/${name}`, kind, { bytes: 2 ** 40, ratio: 250 }, take)).toBe(
      'packed file expands too far; the rest is not read',
    )
    expect(sizes[name]).toBeLessThanOrEqual(65536 * 250 + (1 << 24))
    expect(await expand(`${folder}/${name}`, kind, { bytes: 1000, ratio: 2 ** 40 }, () => true)).toBe(
      'packed file expands too far; the rest is not read',
    )
  }
})

/** A frame of blocks that are 128 kB of one byte each, in four bytes. */
function bomb(blocks: number): Buffer {
  const [size, repeated] = [1 << 17, 1]
  const header = (size << 3) | (repeated << 1)
  const block = Buffer.from([header & 255, (header >> 8) & 255, header >> 16, 32])
  return Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 56]),
    ...Array.from({ length: blocks }, () => block),
    Buffer.from([1, 0, 0]),
  ])
}

test('a window of gigabytes is not granted', async () => {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 21 << 3])
  expect(zstdWindow(header)).toBe(2 ** 31)
  const { unread } = await readAll(folderOf({ 'a.txt.zst': Buffer.concat([header, Buffer.alloc(50)]) }))
  expect(unread).toHaveLength(1)
})

test('the taker stops the reading, and its own mistakes pass through', async () => {
  const folder = folderOf({ 'a.gz': gzipSync(jsonl), 'a.zst': zst(jsonl) })
  for (const kind of ['gz', 'zst'] as const) {
    let calls = 0
    expect(await expand(`${folder}/a.${kind}`, kind, { bytes: 1e9, ratio: 1e9 }, () => ++calls < 2)).toBeUndefined()
    expect(calls).toBe(2)
    const fault = () => {
      throw new SyntaxError('mine')
    }
    await expect(expand(`${folder}/a.${kind}`, kind, { bytes: 1e9, ratio: 1e9 }, fault)).rejects.toThrow('mine')
  }
})
