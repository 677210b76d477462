import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configSchema } from '@corpuscope/core'
import { auditCorpus, recipeOf } from '@corpuscope/engine'
import { createSuite } from '@corpuscope/suites'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCorpus } from '../src/commands/write.ts'

const folder = mkdtempSync(join(tmpdir(), 'corpuscope-write-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

const note = (i: number): string =>
  `Seen for problem number ${i}. ${Array.from({ length: 12 }, (_, j) => `Item ${i * 31 + j * 7} is well.`).join(' ')}`
const records = [
  { id: 'a', text: note(1) },
  { id: 'b', text: note(2) },
  { id: 'c', text: note(1) },
  { id: 'd', text: `${note(3)} Write to jo.field@a-real-clinic.com.au.` },
  { id: 'a', text: note(4) },
]
const lines = records.map((record) => `${JSON.stringify(record)}\n`)
const recipe = recipeOf(
  configSchema.parse({ only: ['exact-duplicate-share', 'near-duplicate-share', 'direct-identifier-rate'] }),
  undefined,
)

beforeAll(async () => {
  writeFileSync(at('notes.jsonl'), lines.join(''))
  await auditCorpus({
    inputs: [at('notes.jsonl')],
    recipe,
    suite: { create: createSuite, url: new URL('file:///none') },
    version: '0',
    out: at('audit'),
    threads: 1,
  })
})

const write = async (out: string, choice: { drop?: string[]; select?: string }) => {
  const made = await writeCorpus([at('notes.jsonl')], recipe, { audit: at('audit'), out: at(out), drop: [], ...choice })
  return { made, text: readFileSync(at(out), 'utf8'), manifest: JSON.parse(readFileSync(at(`${out}.manifest.json`), 'utf8')) }
}

test('without a choice the corpus is written as it is', async () => {
  const { made, text } = await write('all.jsonl', {})
  expect(text).toBe(lines.join(''))
  expect(made.kept).toBe(5)
})

test('of copies the first is kept', async () => {
  const { text, manifest } = await write('unique.jsonl', { drop: ['duplicates'] })
  expect(text).toBe([lines[0], lines[1], lines[3], lines[4]].join(''))
  expect(manifest).toMatchObject({
    schema: 'corpuscope/selection/1',
    corpus: { documents: 5 },
    kept: 4,
    leftOut: [{ id: 'c', reason: 'duplicate of a document that is kept' }],
  })
  expect(manifest.files[0].sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('documents with findings are left out, those with notes alone are not', async () => {
  const { manifest } = await write('clean.jsonl', { drop: ['findings'] })
  expect(manifest.leftOut.map(({ id }: { id: string }) => id)).toContain('d')
  expect(manifest.leftOut.map(({ id }: { id: string }) => id)).not.toContain('b')
})

test('ids as the audit gives them, doubled ones by their number', async () => {
  writeFileSync(at('ids.txt'), 'b\na#2\n')
  const { manifest, text } = await write('some.jsonl', { select: at('ids.txt') })
  expect(manifest.kept).toBe(2)
  expect(text.split('\n').filter(Boolean)).toHaveLength(2)
  writeFileSync(at('ids.txt'), 'b\nnone\n')
  await expect(write('none.jsonl', { select: at('ids.txt') })).rejects.toThrow('1 id of 2 belong to no document')
})

test('another corpus than the audited one is refused', async () => {
  writeFileSync(at('other.jsonl'), lines.slice(1).join(''))
  const other = writeCorpus([at('other.jsonl')], recipe, { audit: at('audit'), out: at('x'), drop: [] })
  await expect(other).rejects.toThrow('is not the corpus of')
  await expect(write('x.jsonl', { drop: ['everything'] })).rejects.toThrow('Known: duplicates, findings')
})

test('what is written without duplicates holds none any more: audited again, it says so', async () => {
  const words = (from: number, n: number): string => Array.from({ length: n }, (_, i) => `word${from + i}`).join(' ')
  const copies = Array.from({ length: 12 }, (_, i) => [
    { id: `n${i}`, text: words(i * 1000, 90) },
    { id: `near${i}`, text: `${words(i * 1000 + 2, 90)} today` },
    { id: `same${i}`, text: words(i * 1000, 90).toUpperCase() },
  ]).flat()
  writeFileSync(at('copies.jsonl'), copies.map((record) => `${JSON.stringify(record)}\n`).join(''))
  const audit = async (input: string, out: string) => {
    const common = { recipe, suite: { create: createSuite, url: new URL('file:///none') }, version: '0', threads: 1 }
    const made = await auditCorpus({ ...common, inputs: [at(input)], out: at(out) })
    return Object.fromEntries(made.audit.estimates.map(({ measure, value }) => [measure, value]))
  }
  expect(await audit('copies.jsonl', 'first')).toMatchObject({ 'exact-duplicate-share': 2 / 3, 'near-duplicate-share': 1 })
  await writeCorpus([at('copies.jsonl')], recipe, { audit: at('first'), out: at('rest.jsonl'), drop: ['duplicates'] })
  // The longest of each three is kept.
  expect(readFileSync(at('rest.jsonl'), 'utf8').match(/"id":"[a-z]+/g)).toEqual(Array(12).fill('"id":"near'))
  expect(await audit('rest.jsonl', 'second')).toMatchObject({
    'exact-duplicate-share': 0,
    'near-duplicate-share': 0,
    'content-duplicate-share': 0,
  })
})
