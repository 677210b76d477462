import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configSchema } from '@corpuscope/core'
import { recipeOf } from '@corpuscope/engine'
import { scanIdentifiers } from '@corpuscope/privacy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCorpus } from '../src/commands/write.ts'
import { maskChoice } from '../src/mask-corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'corpuscope-mask-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const recipe = recipeOf(configSchema.parse({}), undefined)

const letters = readFileSync(new URL('../../../packages/privacy/test/notes/letters.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((block) => block.replace(/\{[\w-]+\|([^{}]*)\}/g, '$1'))
const records = [
  ...letters.map((text, i) => ({ id: `n${i}`, text, patient: `p${i % 3}` })),
  {
    id: 'x1',
    text: 'Mrs Joan Pettigrew was seen on 14/05/2024 and 16/05/2024.',
    ask: 'Is Mrs Pettigrew well? Call 0412 887 341.',
    author: 'Jane Meadows',
    patient: 'p',
  },
  { id: 'x2', text: 'Mrs Pettigrew, Ph 0412 887 341, came back on 21 May 2024.', patient: 'p' },
]
const secret = 'a secret of more than sixteen bytes'

beforeAll(() => {
  writeFileSync(at('notes.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  writeFileSync(at('key'), `${secret}\n`)
})

async function mask(style: string, out: string, more: { maskKeyFile?: string; maskGroup?: string } = {}) {
  await writeCorpus([at('notes.jsonl')], recipe, { out: at(out), drop: [], mask: style, ...more })
  const text = readFileSync(at(out), 'utf8')
  const written = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as (typeof records)[number] & { ask?: string; author?: string })
  const manifestText = readFileSync(at(`${out}.manifest.json`), 'utf8')
  return { text, written, manifestText, manifest: JSON.parse(manifestText) }
}

/** Values that no masked copy nor manifest may hold. */
const planted = ['Pettigrew', '0412 887 341', 'Meadows', '12345678Z', 'Hensley', '219-45-7788', 'Schönfelder', 'karen.tomlinson', 'Guéguen']

test.each(['remove', 'tag'])('%s: no identifier is left, in text or fields', async (style) => {
  const { text, written, manifest, manifestText } = await mask(style, `${style}.jsonl`)
  for (const record of written)
    for (const value of Object.values(record)) expect(scanIdentifiers(String(value)).identifiers.map(({ kind }) => kind)).toEqual([])
  for (const value of planted) {
    expect(text).not.toContain(value)
    expect(manifestText).not.toContain(value)
  }
  expect(written).toHaveLength(records.length)
  expect(manifest.mask.audit).toEqual({ documents: records.length, identifiers: 0, originals: 0, unlisted: 0 })
  expect(manifest.mask.masked.person).toBeGreaterThan(80)
  // Without a key of one's own nothing is hashed that could be guessed at.
  expect(manifest.mask.originals).toBeUndefined()
})

test('tags say what stood there', async () => {
  const { written } = await mask('tag', 'tags.jsonl')
  expect(written.at(-2)).toMatchObject({
    text: 'Mrs [NAME] was seen on [DATE] and [DATE].',
    ask: 'Is Mrs [NAME] well? Call [PHONE].',
    author: '[NAME]',
  })
})

test('surrogates: the same person everywhere, dates of a group moved alike, nothing of the corpus in text or manifest', async () => {
  const options = { maskKeyFile: at('key'), maskGroup: 'patient' }
  const { text, written, manifest, manifestText } = await mask('surrogate', 'surrogate.jsonl', options)
  for (const value of planted) {
    expect(text).not.toContain(value)
    expect(manifestText).not.toContain(value)
  }
  const [first, second] = written.slice(-2)
  const name = /^Mrs (\p{L}+) (\p{L}+) was/u.exec(first!.text)!
  expect(second!.text).toMatch(new RegExp(`^Mrs ${name[2]}, Ph `))
  expect(first!.ask).toContain(`Mrs ${name[2]} well`)
  const day = (written: string): number => {
    const [d, m, y] = written.split('/').map(Number) as [number, number, number]
    return Date.UTC(y, m - 1, d) / 86_400_000
  }
  const [a, b] = first!.text.match(/\d\d\/\d\d\/\d{4}/g)!
  expect(day(b!) - day(a!)).toBe(2)
  const back = Date.parse(`${/on (\d+ \p{L}+ \d{4})/u.exec(second!.text)![1]} UTC`) / 86_400_000
  expect(back - day(b!)).toBe(5)
  expect(a).not.toBe('14/05/2024')
  // What a scan finds is what the manifest lists.
  const listed = new Set(manifest.mask.surrogates.map(({ value }: { value: string }) => value))
  for (const record of written)
    for (const { start, end } of scanIdentifiers(record.text).identifiers) expect(listed).toContain(record.text.slice(start, end))
  expect(manifest.mask.audit).toMatchObject({ originals: 0, unlisted: 0 })
  const again = await mask('surrogate', 'again.jsonl', options)
  expect(again.text).toBe(text)
})

test('ids and names of files are other ones on wish, the same id the same, and dates of a group still move alike', async () => {
  const named = records.map((record, i) => ({ ...record, id: i % 2 ? `Pettigrew_Joan_${i}` : record.id }))
  writeFileSync(at('named.jsonl'), named.map((record) => `${JSON.stringify(record)}\n`).join(''))
  const options = { drop: [], mask: 'surrogate', maskKeyFile: at('key'), maskGroup: 'patient' }
  await writeCorpus([at('named.jsonl')], recipe, { ...options, out: at('kept.jsonl') })
  await writeCorpus([at('named.jsonl')], recipe, { ...options, out: at('other.jsonl'), maskIds: true })
  const idsOf = (file: string): string[] => {
    const lines = readFileSync(at(file), 'utf8').trim().split('\n')
    return lines.map((line) => (JSON.parse(line) as { id: string }).id)
  }
  expect(idsOf('kept.jsonl')).toEqual(named.map(({ id }) => id))
  const ids = idsOf('other.jsonl')
  for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/)
  expect(new Set(ids).size).toBe(named.length)
  expect(readFileSync(at('other.jsonl.manifest.json'), 'utf8')).not.toContain('Pettigrew')
  mkdirSync(at('files/Pettigrew_Joan'), { recursive: true })
  for (const name of ['Pettigrew_Joan/1.txt', 'Moore_Alan.txt', 'b.txt'])
    writeFileSync(at(`files/${name}`), `Mrs Joan Pettigrew was seen on 14/05/2024. Note ${name.length}.`)
  await writeCorpus([at('files')], recipe, { drop: [], mask: 'surrogate', maskKeyFile: at('key'), out: at('renamed'), maskIds: true })
  const files = readdirSync(at('renamed'), { recursive: true, encoding: 'utf8' }).filter((name) => name !== 'manifest.json')
  expect(files.filter((name) => name.endsWith('.txt'))).toHaveLength(3)
  expect(files.join(' ')).not.toMatch(/Pettigrew|Moore|Joan|Alan/)
  expect(readFileSync(at('renamed/manifest.json'), 'utf8')).not.toMatch(/Pettigrew|Moore/)
})

test('lists and patterns of the configuration are masked, what they allow stays', async () => {
  const privacy = { allow: ['0412 887 341'], deny: ['blue house'], patterns: [{ name: 'ward', pattern: 'W-\\d{3}' }] }
  const own = recipeOf(configSchema.parse({ privacy }), undefined)
  writeFileSync(
    at('own.jsonl'),
    `${JSON.stringify({ id: '1', text: 'Of the blue house, on W-123, Ph 0412 887 341, Mrs Joan Pettigrew.' })}\n`,
  )
  await writeCorpus([at('own.jsonl')], own, { out: at('own-masked.jsonl'), drop: [], mask: 'remove' })
  const { text } = JSON.parse(readFileSync(at('own-masked.jsonl'), 'utf8')) as { text: string }
  expect(text).not.toMatch(/blue house|W-123|Pettigrew/)
  expect(text).toContain('0412 887 341')
})

test.each([{ model: 'model' }, { spans: [{ name: 'other', path: 'spans.json' }] }])(
  '%j: no mask leaves out what only they would find',
  async (privacy) => {
    const own = recipeOf(configSchema.parse({ privacy }), undefined)
    await expect(writeCorpus([at('notes.jsonl')], own, { out: at('m.jsonl'), drop: [], mask: 'tag' })).rejects.toThrow(
      'put what they alone found into privacy.deny',
    )
  },
)

test('a secret comes from a file or the environment, and is asked for', async () => {
  await expect(mask('surrogate', 'none.jsonl')).rejects.toThrow('--mask surrogate needs a secret')
  await expect(mask('blur', 'none.jsonl')).rejects.toThrow('Known: remove, tag, surrogate')
  writeFileSync(at('short'), 'abc')
  expect(() => maskChoice('tag', at('short'), undefined)).toThrow('16 bytes or more')
  expect(() => maskChoice('tag', at('nowhere'), undefined)).toThrow('cannot be read')
  await expect(writeCorpus([at('notes.jsonl')], recipe, { out: at('n'), drop: [] })).rejects.toThrow('--audit is missing')
})
