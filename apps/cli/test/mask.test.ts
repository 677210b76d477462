import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configSchema, createDocument } from '@corpuscope/core'
import { recipeOf } from '@corpuscope/engine'
import { scanIdentifiers, tokenClassifierDetector } from '@corpuscope/privacy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCorpus } from '../src/commands/write.ts'
import { maskChoice } from '../src/mask-choice.ts'
import { shared } from './command.ts'

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

describe('what further detectors find is masked as well', () => {
  const notes = [
    { id: 'a', text: '😀 The zorblin met quandry in the plaza. Later quandry left.', author: 'quandry' },
    { id: 'b', text: 'No more of zorblin quandry here.' },
    { id: 'c', text: 'Nothing to see.' },
  ]
  const points = (text: string, value: string): [number, number] => {
    const start = [...text.slice(0, text.indexOf(value))].length
    return [start, start + value.length]
  }
  const spans = {
    a: [
      [...points(notes[0]!.text, 'quandry'), 'PERSON'],
      [...points(notes[0]!.text, 'plaza'), 'NRP'],
    ],
    b: [[...points(notes[1]!.text, 'zorblin quandry'), 'NAME']],
  }
  beforeAll(() => {
    writeFileSync(at('further.jsonl'), notes.map((each) => `${JSON.stringify(each)}\n`).join(''))
    writeFileSync(at('spans.json'), JSON.stringify(spans))
    mkdirSync(at('brat'), { recursive: true })
    for (const [id, own] of Object.entries(spans))
      writeFileSync(at(`brat/${id}.ann`), own.map(([start, end, label], i) => `T${i + 1}\t${label} ${start} ${end}\tx\n`).join(''))
    writeFileSync(
      at('spans.jsonl'),
      Object.entries(spans)
        .map(([id, own]) => `${JSON.stringify({ id, spans: own })}\n`)
        .join(''),
    )
  })

  test.each(['spans.json', 'spans.jsonl', 'brat'])('spans of other tools: %s', async (path) => {
    const own = recipeOf(configSchema.parse({ privacy: { spans: [{ name: 'other', path: at(path) }] } }), undefined)
    await writeCorpus([at('further.jsonl')], own, { out: at(`${path}.tag.jsonl`), drop: [], mask: 'tag' })
    const [a, b] = readFileSync(at(`${path}.tag.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(a).toEqual({ id: 'a', text: '😀 The zorblin met [NAME] in the plaza. Later [NAME] left.', author: '[NAME]' })
    expect(b.text).toBe('No more of [NAME] here.')
    const manifest = readFileSync(at(`${path}.tag.jsonl.manifest.json`), 'utf8')
    expect(JSON.parse(manifest).mask).toMatchObject({
      leftLabels: { 'other: NRP': 1 },
      audit: { identifiers: 0, originals: 0, unlisted: 0 },
    })
    expect(manifest).not.toContain('quandry')
    await writeCorpus([at('further.jsonl')], own, { out: at(`${path}.s.jsonl`), drop: [], mask: 'surrogate', maskKeyFile: at('key') })
    const text = readFileSync(at(`${path}.s.jsonl`), 'utf8')
    expect(text).not.toContain('quandry')
    const [first, second] = [.../met (\S+) in .* Later (\S+) left/.exec(text)!].slice(1)
    expect(first).toBe(second)
    expect(JSON.parse(readFileSync(at(`${path}.s.jsonl.manifest.json`), 'utf8')).mask.surrogates).toContainEqual({
      kind: 'person',
      value: first,
    })
  })

  const model = join(shared, 'models/tiny-bert-ner')
  test.skipIf(!existsSync(model)).each(['remove', 'tag', 'surrogate'])(
    'a local model, asked until it finds nothing more: %s',
    async (style) => {
      const own = recipeOf(configSchema.parse({ privacy: { model } }), undefined)
      await writeCorpus([at('further.jsonl')], own, { out: at(`model.${style}.jsonl`), drop: [], mask: style, maskKeyFile: at('key') })
      const classifier = tokenClassifierDetector(model)
      let before = 0
      for (const { text } of notes) before += (await classifier.of(createDocument({ text }))).length
      expect(before).toBeGreaterThan(0)
      const lines = readFileSync(at(`model.${style}.jsonl`), 'utf8')
        .trim()
        .split('\n')
      if (style === 'surrogate') return
      for (const line of lines) {
        const { text } = JSON.parse(line) as { text: string }
        const blank = text.replace(/\[[A-Z-]+\]/g, (tag) => ' '.repeat(tag.length))
        for (const { start, end } of await classifier.of(createDocument({ text })))
          expect(blank.slice(start, end)).not.toMatch(/[\p{L}\p{N}]/u)
      }
    },
  )
})

test('a name keeps its surrogate through its forms, in fields, nested texts and documents of a group', async () => {
  const group = [
    {
      id: '1',
      patient: 'p',
      text: 'Dr John Hartsworth saw her. HARTSWORTH agreed; so did Hartsworth’s team.',
      mrn: 83920174,
      phone: '0412887341',
      score: 3,
    },
    { id: '2', patient: 'p', text: 'Reviewed with hartsworth and Hartsworth.', history: { notes: ['Dr Hartsworth wrote', 'plain'] } },
    { id: '3', patient: 'q', text: 'J. Hartsworth is not of this group; John Hartsworth is a full name.' },
  ]
  writeFileSync(at('forms.jsonl'), group.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const options = { drop: [], mask: 'surrogate', maskKeyFile: at('key'), maskGroup: 'patient' }
  await writeCorpus([at('forms.jsonl')], recipe, { ...options, out: at('forms.s.jsonl') })
  const text = readFileSync(at('forms.s.jsonl'), 'utf8')
  expect(text).not.toMatch(/Hartsworth|HARTSWORTH|83920174|0412887341/)
  const [one, two, three] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const [, given, family] = /^Dr (\p{L}+) (\p{L}+) saw/u.exec(one.text)!
  expect(one.text).toBe(`Dr ${given} ${family} saw her. ${family!.toUpperCase()} agreed; so did ${family}’s team.`)
  expect(two.text).toContain(`and ${family}.`)
  expect(two.history).toEqual({ notes: [`Dr ${family} wrote`, 'plain'] })
  expect(three.text).toContain(`${given![0]}. ${family} is not`)
  expect(three.text).toContain(`${given} ${family} is a full name`)
  expect([one.score, one.patient]).toEqual([3, 'p'])
  expect(String(one.mrn)).toMatch(/^\d{8}$/)
})

test('dates keep their day of the week', async () => {
  const days = Array.from({ length: 40 }, (_, i) => `2024-0${1 + (i % 9)}-${10 + (i % 19)}`)
  writeFileSync(at('days.jsonl'), days.map((day, i) => `${JSON.stringify({ id: `${i}`, text: `Seen ${day}.` })}\n`).join(''))
  await writeCorpus([at('days.jsonl')], recipe, { drop: [], mask: 'surrogate', maskKeyFile: at('key'), out: at('days.s.jsonl') })
  const moved = [...readFileSync(at('days.s.jsonl'), 'utf8').matchAll(/Seen (\d{4}-\d\d-\d\d)/g)].map(([, day]) => day!)
  expect(moved).toHaveLength(days.length)
  const weekday = (day: string): number => new Date(day).getUTCDay()
  expect(moved.map(weekday)).toEqual(days.map(weekday))
  for (const [i, day] of moved.entries()) expect(day).not.toBe(days[i])
})

test('a secret comes from a file or the environment, and is asked for', async () => {
  await expect(mask('surrogate', 'none.jsonl')).rejects.toThrow('--mask surrogate needs a secret')
  await expect(mask('blur', 'none.jsonl')).rejects.toThrow('Known: remove, tag, surrogate')
  writeFileSync(at('short'), 'abc')
  expect(() => maskChoice('tag', at('short'), undefined)).toThrow('16 bytes or more')
  expect(() => maskChoice('tag', at('nowhere'), undefined)).toThrow('cannot be read')
  await expect(writeCorpus([at('notes.jsonl')], recipe, { out: at('n'), drop: [] })).rejects.toThrow('--audit is missing')
})
