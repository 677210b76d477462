import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { CorpusError } from '@corpuscope/core'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { zstdFrame } from '../src/zstd-frame.ts'
import { folderOf, readAll } from './reading.ts'

/** Inputs a kind of file; over all kinds, more than ten thousand. */
const numRuns = 1000

const seeds = {
  jsonl: ['{"text":"a b"}', '{"text":', '\n', '\r\n', '[', '"', '\\u0000', '\ufeff', '{}', '__proto__'],
  json: ['[', ']', '{', '}', ',', ':', '"', '\\', '{"text":"a b"}', '"data"', '"text"', '\n', '7', '\ufeff'],
  csv: ['id,text\n', '1,a b\n', '"', '""', ',', ';', '\t', '\n', '\r', '\ufeff', 'é'],
  tsv: ['id\ttext\n', '1\ta b\n', '"', '\t', '\n', ' '],
  txt: ['words ', '\ufeff', '\n', '\u202e', 'Doctor: ', 'Patient: '],
  ann: ['T1\tX 0 1\ta\n', 'T2\tX 0 1;3 9\ta b\n', 'N1\tReference T1 C:1\tx\n', '\t', ';', ' ', '\n', '9', '-', 'T'],
  conll: ['a\tB-X\n', 'b\tI-X\n', 'c O\n', '\n', '-DOCSTART-\n', '# newdoc id = x\n', '\t', ' ', 'S-Y'],
  pubtator: ['1|t|a b\n', '1|a|c d\n', '1\t0\t1\ta\tX\tC\n', '\n', '\t', '|', '9'],
} as const

const noise = fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes))
const built = (pieces: readonly string[]): fc.Arbitrary<Buffer> =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces).map((text) => Buffer.from(text)) }, noise), { maxLength: 30 })
    .map((drawn) => Buffer.concat(drawn))

/** Bytes of a good file, with some of them changed, or its end missing. */
const mutated = (good: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 6 }),
      fc.option(fc.nat(good.length), { freq: 4 }),
    )
    .map(([changes, end]) => {
      const bytes = Buffer.from(good)
      for (const [at, bits] of changes) bytes[at]! ^= bits
      return bytes.subarray(0, end ?? bytes.length)
    })

const records = Array.from({ length: 40 }, (_, i) => `{"id":${i},"text":"no fever ${i * 7919}"}\n`).join('')
const parquet = Buffer.from(
  parquetWriteBuffer({
    columnData: [
      { name: 'text', data: Array.from({ length: 40 }, (_, i) => `no fever ${i * 7919}`), type: 'STRING' },
      { name: 'age', data: Array.from({ length: 40 }, (_, i) => i), type: 'INT32' },
      { name: 'turns', data: Array.from({ length: 40 }, (_, i) => [{ role: 'user', content: String(i) }]), type: 'JSON' },
    ],
    rowGroupSize: 16,
  }),
)

const arrows = fileURLToPath(new URL('../../../fixtures/arrow/', import.meta.url))

/** Whatever the bytes: documents, counted records, or one sentence; no other error, and no more bytes than there are. */
async function isRead(input: string): Promise<void> {
  try {
    const { documents, unread, bytes, plan } = await readAll(input, {}, { shardBytes: 5, recordBytes: 50 })
    expect(bytes).toBeLessThanOrEqual(plan.bytes)
    for (const { id, key, text, parts, annotations = [] } of documents) {
      expect([id.length > 0, key.startsWith(`${id}\n`)]).toEqual([true, true])
      for (const { start, end } of [...parts, ...annotations]) expect(start >= 0 && start <= end && end <= text.length).toBe(true)
    }
    for (const [, , line] of unread) if (line !== undefined) expect(line).toBeGreaterThan(0)
  } catch (error) {
    expect(error).toBeInstanceOf(CorpusError)
  }
}

test.each(Object.entries(seeds))(
  'any bytes in a .%s',
  async (extension, pieces) => {
    const folder = folderOf(extension === 'ann' ? { 'drawn.txt': 'a b 🤒 c' } : {})
    await fc.assert(
      fc.asyncProperty(built(pieces), async (drawn) => {
        writeFileSync(join(folder, `drawn.${extension}`), drawn)
        await isRead(extension === 'ann' ? folder : join(folder, `drawn.${extension}`))
      }),
      { numRuns },
    )
  },
  120_000,
)

const damaged: readonly (readonly [string, Buffer, number])[] = [
  ['jsonl.gz', gzipSync(records), numRuns],
  ['jsonl.zst', Buffer.concat([...zstdFrame([Buffer.from(records)])]), numRuns],
  ['parquet', parquet, numRuns],
  // Thirty columns of every type make an input dearer than a hundred lines.
  ['arrow', readFileSync(join(arrows, 'plain.arrow')), numRuns / 4],
  ['lz4.arrows', readFileSync(join(arrows, 'lz4.arrows')), numRuns / 4],
  ['zstd.arrows', readFileSync(join(arrows, 'zstd.arrows')), numRuns / 4],
]

test.each(damaged)(
  'a good .%s that was damaged',
  async (extension, good, runs) => {
    const file = join(folderOf({}), `drawn.${extension}`)
    await fc.assert(
      fc.asyncProperty(mutated(good), async (drawn) => {
        writeFileSync(file, drawn)
        await isRead(file)
      }),
      { numRuns: runs },
    )
  },
  120_000,
)

test('the inputs are ten thousand and more', () =>
  expect(Object.keys(seeds).length * numRuns + damaged.reduce((sum, [, , runs]) => sum + runs, 0)).toBeGreaterThan(10_000))
