import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { isAuditFolder, readAudit, replaceFolder, settle } from '../src/folder.ts'

let out = ''
beforeEach(async () => {
  out = join(await mkdtemp(join(tmpdir(), 'corpuscope-')), 'audit')
})

const auditOf = (content: string): string => `{\n "schema": "corpuscope/audit/1", "content": "${content}"\n}\n`
const write = (content: string): Promise<void> =>
  replaceFolder(out, isAuditFolder, (folder) => writeFile(join(folder, 'audit.json'), auditOf(content)))
const content = async (): Promise<string | undefined> => /"content": "(.*)"/.exec(await readFile(join(out, 'audit.json'), 'utf8'))?.[1]

test('the second audit takes the place of the first and leaves nothing behind', async () => {
  await write('first')
  await write('second')
  expect(await content()).toBe('second')
  expect(await readdir(join(out, '..'))).toEqual(['audit'])
  expect(await readdir(out)).toEqual(['audit.json'])
})

test('work that fails leaves the previous audit whole', async () => {
  await write('first')
  await expect(
    replaceFolder(out, isAuditFolder, async (folder) => {
      await writeFile(join(folder, 'audit.json'), auditOf('half'))
      throw new Error('disk full')
    }),
  ).rejects.toThrow('disk full')
  expect(await content()).toBe('first')
  expect(existsSync(`${out}.new`)).toBe(false)
})

test('a run killed while writing leaves the previous audit, and the next run clears the rest', async () => {
  await write('first')
  await mkdir(`${out}.new`)
  await writeFile(join(`${out}.new`, 'audit.json'), auditOf('half'))
  // No process has this number: the writer is gone.
  await writeFile(join(`${out}.new`, '.writer'), '4194305')
  await settle(out)
  expect(await content()).toBe('first')
  await write('second')
  expect(await content()).toBe('second')
  expect(await readdir(join(out, '..'))).toEqual(['audit'])
})

test('a run killed between the two renames is finished by the next reader', async () => {
  await write('first')
  await mkdir(`${out}.new`)
  await writeFile(join(`${out}.new`, 'audit.json'), auditOf('second'))
  await writeFile(join(`${out}.new`, '.whole'), '')
  await rename(out, `${out}.old`)
  await settle(out)
  expect(await content()).toBe('second')
  expect(await readdir(join(out, '..'))).toEqual(['audit'])
})

test('an old audit without a whole new one is put back', async () => {
  await write('first')
  await rename(out, `${out}.old`)
  await settle(out)
  expect(await content()).toBe('first')
})

test('a folder that is not ours is never replaced', async () => {
  await mkdir(out)
  await writeFile(join(out, 'thesis.docx'), 'years of work')
  await expect(write('x')).rejects.toThrow('holds something else')
  expect(await readFile(join(out, 'thesis.docx'), 'utf8')).toBe('years of work')
})

test('an empty folder is taken, a file is not', async () => {
  await mkdir(out)
  await write('x')
  expect(await content()).toBe('x')
  await writeFile(`${out}.txt`, '')
  await expect(replaceFolder(`${out}.txt`, isAuditFolder, () => Promise.resolve())).rejects.toThrow('is a file')
})

test('two runs into one folder: the second is refused while the first is alive', async () => {
  await mkdir(`${out}.new`)
  await writeFile(join(`${out}.new`, '.writer'), String(process.ppid))
  await expect(write('x')).rejects.toThrow('another run')
})

test.each([
  ['no folder', undefined, 'no audit there'],
  ['broken JSON', '{"schema": "corpuscope/audit/1"', 'not valid JSON'],
  ['another version', '{"schema": "corpuscope/audit/9"}', 'this version reads'],
  ['half an audit', '{"schema": "corpuscope/audit/1"}', 'not a whole audit'],
])('%s is one sentence', async (_, text, sentence) => {
  if (text !== undefined) {
    await mkdir(out)
    await writeFile(join(out, 'audit.json'), text)
  }
  await expect(readAudit(out)).rejects.toThrow(sentence)
})
