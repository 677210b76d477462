import { existsSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CorpusError } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { planInput } from '../src/index.ts'
import { folderOf, lines, makePipe, type Read, readAll, readPlan } from './reading.ts'

interface Exhibit {
  readonly about: string
  /** A file to name, instead of the whole folder. */
  readonly read?: string
  readonly limits?: { readonly recordBytes: number }
  readonly expected: {
    readonly documents?: readonly (Record<string, unknown> & { readonly metadata?: Record<string, unknown>; readonly encoding?: string })[]
    readonly atLeast?: number
    readonly documentsLike?: Record<string, unknown>
    readonly unread?: 'some' | readonly (string | number)[][]
    readonly skipped?: readonly string[]
    readonly said?: string
    readonly error?: string
  }
}

const museum = fileURLToPath(new URL('../../../fixtures/museum/', import.meta.url))
const names = readdirSync(museum, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

test('there is a museum', () => expect(names.length).toBeGreaterThanOrEqual(40))

test.each(names)('%s is read as it is to be', async (name) => {
  const { read, limits = {}, expected } = JSON.parse(readFileSync(join(museum, name, 'expected.json'), 'utf8')) as Exhibit
  const input = join(museum, name, 'input', read ?? '')
  if (expected.error !== undefined) {
    const error = await readAll(input, {}, limits).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(CorpusError)
    expect((error as Error).message).toContain(expected.error)
    return
  }
  const found = await readAll(input, {}, limits)
  if (expected.unread === 'some') expect(found.unread.length).toBeGreaterThan(0)
  else expect(found.unread).toEqual(expected.unread ?? [])
  if (expected.atLeast !== undefined) expect(found.documents.length).toBeGreaterThanOrEqual(expected.atLeast)
  if (expected.documentsLike) expect(found.documents[0]).toMatchObject(expected.documentsLike)
  if (expected.documents) checkDocuments(found, expected.documents)
  if (expected.said !== undefined) expect(found.plan.said).toContain(expected.said)
  if (expected.skipped) expect(found.plan.skipped.map(({ what }) => what)).toEqual(expected.skipped)
  // The same again, cut as small as it goes.
  const cut = await readAll(input, {}, { ...limits, shardBytes: 7 })
  expect(cut.documents).toEqual(found.documents)
  expect(cut.unread).toEqual(found.unread)
  expect(cut.bytes).toBeLessThanOrEqual(cut.plan.bytes)
})

function checkDocuments({ documents }: Read, expected: NonNullable<Exhibit['expected']['documents']>): void {
  expect(documents).toHaveLength(expected.length)
  for (const [i, { metadata, encoding, ...rest }] of expected.entries()) {
    expect(documents[i]).toMatchObject(rest)
    if (metadata) expect([...documents[i]!.metadata]).toEqual(Object.entries(metadata))
    if (encoding !== undefined) expect(documents[i]!.source.encoding).toBe(encoding)
  }
}

test('a line of 1 GB costs the limit in memory, and the lines behind it are read', async () => {
  const folder = folderOf({})
  const file = join(folder, 'long.jsonl')
  const fd = openSync(file, 'w')
  writeSync(fd, lines({ text: 'one two' }, { text: 'three four' }) + ' '.repeat(1 << 14))
  // A hole in the file: it reads as 1 GB of NUL bytes and lies on no disk.
  ftruncateSync(fd, 2 ** 30)
  writeSync(fd, `\n${lines({ text: 'five six' })}`, 2 ** 30)
  const before = process.memoryUsage().rss
  const { documents, unread } = await readAll(file)
  expect(documents.map(({ text }) => text)).toEqual(['one two', 'three four', 'five six'])
  expect(unread).toEqual([['record is longer than 64 MB', 'long.jsonl', 3]])
  expect(process.memoryUsage().rss - before).toBeLessThan(400e6)
}, 60_000)

test.skipIf(process.platform === 'win32')('a link out of the folder is not followed, a pipe not waited for', async () => {
  const outside = folderOf({ 'secret.txt': 'not ours' })
  const folder = folderOf({ 'a.txt': 'one' })
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'b.txt'))
  makePipe(join(folder, 'c.txt'))
  const { documents, plan } = await readAll(folder)
  expect(documents.map(({ text }) => text)).toEqual(['one'])
  expect(plan.skipped.map(({ what }) => what)).toEqual(['links that leave the folder', 'pipes, sockets and devices'])
})

test.skipIf(process.platform === 'win32')('a file that changes after it was found: longer, shorter, a folder, gone', async () => {
  const folder = folderOf({
    'a.jsonl': lines({ text: 'one two' }, { text: 'three' }),
    'b.jsonl': lines({ text: 'four' }),
    'c.jsonl': lines({ text: 'five' }),
  })
  const plan = await planInput([folder], {})
  writeFileSync(join(folder, 'a.jsonl'), lines({ text: 'six' }))
  rmSync(join(folder, 'b.jsonl'))
  writeFileSync(join(folder, 'c.jsonl'), lines({ text: 'five' }, { text: 'behind the end' }))
  const { documents, unread } = await readPlan(plan)
  expect(documents.map(({ text }) => text)).toEqual(['six', 'five'])
  expect(unread).toEqual([['file cannot be read', 'b.jsonl']])
})

test.skipIf(process.env['CORPUSCOPE_FULL'] === undefined)(
  'two hundred thousand small files',
  async () => {
    const files = Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`${i % 500}/${i}.txt`, `note ${i}`]))
    const { documents, unread } = await readAll(folderOf(files))
    expect([documents.length, unread.length]).toEqual([200_000, 0])
  },
  600_000,
)

test('every exhibit has its expected reading beside it', () => {
  for (const name of names) expect([name, existsSync(join(museum, name, 'expected.json'))]).toEqual([name, true])
})
