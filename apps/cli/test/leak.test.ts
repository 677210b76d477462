import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { audited, corpuscope, hasShared, newFolder, rowsOf, shared } from './command.ts'

// Planted so that each way into an artefact is tried: text, metadata, id, file name, and a note that is exactly like another.
const canaries = {
  name: 'Wilhelmina Quackenthorpe',
  phone: '0438 177 264',
  email: 'w.quackenthorpe@xylomail.org',
  medicare: '2428 77813 2',
  address: '77 Gumnutberry Lane',
  phrase: 'collects antique barometers beside the lighthouse in Zeehaven',
}
const pieces = ['Quackenthorpe', '438 177 264', '438177264', 'xylomail', '77813', 'Gumnutberry', 'barometers', 'Zeehaven']

/** Every byte a run leaves behind, and what it said; Parquet and what the page has packed are read too, since they are compressed. */
async function everything(out: string, said: readonly string[]): Promise<string> {
  const files = readdirSync(out).map((file) => readFileSync(join(out, file)).toString('utf8'))
  const tables = await Promise.all(
    (['documents', 'findings', 'pairs'] as const)
      .filter((table) => existsSync(join(out, `${table}.parquet`)))
      .map(async (table) => JSON.stringify(await rowsOf(out, table), (_, value) => (typeof value === 'bigint' ? String(value) : value))),
  )
  const packed = files.flatMap((file) =>
    [...file.matchAll(/<script type="application\/octet-stream" id="[^"]*">([^<]*)<\/script>/g)].map(([, text]) =>
      inflateRawSync(Buffer.from(text!, 'base64')).toString('utf8'),
    ),
  )
  expect(packed.length).toBeGreaterThan(0)
  return [...files, ...tables, ...packed, ...said].join('\n')
}

describe('what is planted in a corpus is in no artefact', () => {
  const note = (i: number): string =>
    `Seen for review ${i}. Patient: ${canaries.name}, ${canaries.address}, Medicare ${canaries.medicare}. Ph ${canaries.phone}, ${canaries.email}. She ${canaries.phrase}. Cough for ${i + 2} days, no fever.`

  test('JSON lines whose id and metadata repeat it', async () => {
    const folder = newFolder()
    const records = Array.from({ length: 12 }, (_, i) => ({
      id: i === 3 ? 'Quackenthorpe_Wilhelmina' : i === 4 ? canaries.email : `n${i}`,
      text: i < 4 ? note(0) : i === 4 ? note(4) : `Ordinary note number ${i} about a sore throat and a plan to rest.`,
      patient: i % 2 ? canaries.name : 'nobody',
      contact: i % 2 ? canaries.phone : '',
      history: canaries.phrase,
      sex: i % 2 ? 'F' : 'M',
    }))
    writeFileSync(join(folder, 'notes.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'))
    const out = join(folder, 'audit')
    const { stdout, stderr } = audited(['audit', join(folder, 'notes.jsonl'), '-o', out])
    const left = await everything(out, [stdout, stderr])
    for (const piece of pieces) expect(left.includes(piece), piece).toBe(false)
    expect(left).toContain('identifier-phone')
  })

  test('text files with a name in the name of the file', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'notes'))
    for (let i = 0; i < 8; i++) writeFileSync(join(folder, 'notes', i === 2 ? `${canaries.name}.txt` : `${i}.txt`), note(i))
    const out = join(folder, 'audit')
    const { stdout, stderr } = audited(['audit', join(folder, 'notes'), '-o', out])
    const left = await everything(out, [stdout, stderr])
    for (const piece of pieces) expect(left.includes(piece), piece).toBe(false)
  })

  test('a record that cannot be read is named by its line, not its words', () => {
    const folder = newFolder()
    writeFileSync(
      join(folder, 'notes.jsonl'),
      `{"id":"a","text":"fine"}\n{"id":"b","text":"${canaries.name}\n{"id":"c","note":"${canaries.phone}"}\n`,
    )
    const { stdout, stderr } = corpuscope(['audit', join(folder, 'notes.jsonl'), '-o', join(folder, 'audit')])
    for (const piece of pieces) expect(`${stdout}${stderr}`.includes(piece), piece).toBe(false)
  })

  // zh_med_qa has question and answer as fields beside the text; the longest values are the ones that must not be found.
  test.skipIf(!hasShared).each(['zh_med_qa', 'alpaca_seed'])('%s: metadata that repeats the text stays out', async (name) => {
    const corpus = join(shared, 'corpora', name)
    const file = readdirSync(corpus).find((each) => each.endsWith('.jsonl'))!
    const lines = readFileSync(join(corpus, file), 'utf8').trim().split('\n').slice(0, 400)
    const folder = newFolder()
    writeFileSync(join(folder, 'part.jsonl'), lines.join('\n'))
    const out = join(folder, 'audit')
    const { stdout, stderr } = audited(['audit', join(folder, 'part.jsonl'), '-o', out])
    const left = await everything(out, [stdout, stderr])
    const long = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .flatMap((record) => Object.values(record))
      .filter((value): value is string => typeof value === 'string' && value.length >= 40)
    expect(long.length).toBeGreaterThan(100)
    expect(long.filter((value) => left.includes(value) || left.includes(JSON.stringify(value).slice(1, -1))).length).toBe(0)
  })
})
