import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { scanIdentifiers } from '@corpuscope/privacy'
import { describe, expect, test } from 'vitest'
import { audited, clinic, corpuscope, hasShared, newFolder, rowsOf, shared } from './command.ts'

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
  const packed = files.flatMap(packedIn)
  expect(packed.length).toBeGreaterThan(0)
  return [...files, ...tables, ...packed, ...said].join('\n')
}

/** What a page has packed for its script, unpacked. */
const packedIn = (page: string): string[] =>
  [...page.matchAll(/<script type="application\/octet-stream" id="[^"]*">([^<]*)<\/script>/g)].map(([, text]) =>
    inflateRawSync(Buffer.from(text!, 'base64')).toString('utf8'),
  )

/** Eight words in a row, or eight characters of Chinese, that fewer than five documents have. */
function rareGrams(texts: readonly string[]): ReadonlySet<string> {
  const documents = new Map<string, number>()
  for (const text of texts) for (const gram of new Set(gramsOf(text))) documents.set(gram, (documents.get(gram) ?? 0) + 1)
  return new Set([...documents].flatMap(([gram, count]) => (count < 5 ? [gram] : [])))
}

function gramsOf(text: string): string[] {
  const tokens = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  return tokens.flatMap((_, i) => (i + 8 <= tokens.length ? [tokens.slice(i, i + 8).join(' ')] : []))
}

/** Everything that a gate says of an audit, in each of its forms. */
function gated(out: string): string[] {
  return ['text', 'json', 'junit', 'sarif', 'github', 'markdown'].flatMap((format) => {
    const { stdout, stderr } = corpuscope(['gate', out, '--preset', 'release-minimum', '--format', format])
    return [stdout, stderr]
  })
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
    const said = gated(out)
    expect(said.join('')).toContain('sarif')
    const left = await everything(out, [stdout, stderr, ...said])
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

  test('labels, facets and names of fields that hold it, in one document and in many', async () => {
    const folder = newFolder()
    const people = [canaries.name, 'Ottoline Vrzymek', 'Thaddeus Bromblewick']
    const records = Array.from({ length: 40 }, (_, i) => {
      const person = people[i < 2 ? 0 : 1 + (i % 2)]!
      return {
        id: `n${i}`,
        text: `Seen Mr ${person} with a cough of ${i + 2} days. Chest clear, rest and fluids, review in a week.`,
        reason: i % 4 === 1 ? `${person} cough` : i % 4 === 3 ? 'Cough of the lighthouse keeper' : 'Fever',
        ward: `Ward QX7739215`,
        bed: i < 3 ? 'Zeehaven' : 'East',
        admitted: '2024-03-12',
        mrn: 4_820_100 + i,
        [canaries.name]: 1,
      }
    })
    writeFileSync(join(folder, 'notes.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'))
    const out = join(folder, 'audit')
    const { stdout, stderr } = audited([
      'audit',
      join(folder, 'notes.jsonl'),
      '--label-field',
      'reason',
      '--by',
      'ward',
      '--by',
      'bed',
      '-o',
      out,
    ])
    const left = await everything(out, [stdout, stderr, ...gated(out)])
    for (const piece of [...pieces, 'Vrzymek', 'Bromblewick', 'QX7739215', '4820101', '2024-03-12'])
      expect(left.includes(piece), piece).toBe(false)
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/Not shown: \d values? of "label", 1 value of "bed"/)
    const [first] = await rowsOf(out, 'documents')
    expect(Object.keys(first!).filter((column) => column.startsWith('field.'))).toEqual(['field.bed'])
    const labels = new Set((await rowsOf(out, 'documents')).map(({ label }) => label))
    expect(labels).toContain('Cough of the lighthouse keeper')
    expect([...labels].filter((label) => /^\(label \d+\)$/.test(String(label))).length).toBeGreaterThan(1)
    // The person decides by name.
    audited(['audit', join(folder, 'notes.jsonl'), '--label-field', 'reason', '--keep-field', 'reason', '-o', out])
    expect((await rowsOf(out, 'documents')).map(({ label }) => label)).toContain(`${canaries.name} cough`)
  })

  test('names of files that are read as fields, and the folder they lie in', async () => {
    const folder = newFolder()
    const input = join(folder, 'Wilhelmina_Quackenthorpe_files')
    mkdirSync(input)
    for (let i = 0; i < 12; i++) {
      const [first, second] = [canaries.name, 'Ottoline Vrzymek', 'Thaddeus Bromblewick', 'Perpetua Skrzynski'][i % 4]!.split(' ')
      writeFileSync(join(input, `${first}_${second}_${i}.txt`), `Seen Mr ${first} ${second} again, note ${i}. Chest clear.`)
    }
    const out = join(folder, 'audit')
    audited(['audit', 'Wilhelmina_Quackenthorpe_files', '--name-pattern', '{first}_{last}_{n}.txt', '-o', out], { cwd: folder })
    const left = await everything(out, [])
    for (const piece of ['Wilhelmina', 'Quackenthorpe', 'Ottoline', 'Vrzymek', 'Bromblewick', 'Skrzynski'])
      expect(left.includes(piece), piece).toBe(false)
  })

  test('the first row of a table without a header', async () => {
    const folder = newFolder()
    const rows = Array.from(
      { length: 8 },
      (_, i) => `${i === 0 ? canaries.name : `Person ${i}`},QX773921${i},she coughs and has a long history of pain in knee ${i}`,
    )
    writeFileSync(join(folder, 'notes.csv'), `${rows.join('\n')}\n`)
    const out = join(folder, 'audit')
    const { stdout, stderr } = audited(['audit', join(folder, 'notes.csv'), '-o', out])
    const left = await everything(out, [stdout, stderr])
    for (const piece of ['Wilhelmina', 'Quackenthorpe', 'QX7739210']) expect(left.includes(piece), piece).toBe(false)
    expect(await rowsOf(out, 'documents')).toHaveLength(8)
  })

  test('an error that tells which fields there are', () => {
    const folder = newFolder()
    const file = join(folder, 'notes.jsonl')
    writeFileSync(
      file,
      `{"id":"a","tex":"fine"}\n{"id":"b","tex":"fine"}\n{"id":"c","tex":"fine","${canaries.name}":3,"note QX7739215":1}\n`,
    )
    for (const more of [[], ['--label-field', 'reason', '--text-field', 'tex'], ['--text-field', 'body']]) {
      const { code, stderr } = corpuscope(['audit', file, ...more, '-o', join(folder, 'audit')])
      expect(code).not.toBe(0)
      for (const piece of ['Wilhelmina', 'Quackenthorpe', 'QX7739215']) expect(stderr.includes(piece), piece).toBe(false)
      expect(stderr).toContain('"id"')
    }
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
    const left = await everything(out, [stdout, stderr, ...gated(out)])
    const long = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .flatMap((record) => Object.values(record))
      .filter((value): value is string => typeof value === 'string' && value.length >= 40)
    expect(long.length).toBeGreaterThan(100)
    const rare = rareGrams(
      lines.map((line) =>
        Object.values(JSON.parse(line) as Record<string, unknown>)
          .filter((value) => typeof value === 'string')
          .join('\n'),
      ),
    )
    expect(rare.size).toBeGreaterThan(5000)
    expect(gramsOf(left).filter((gram) => rare.has(gram))).toEqual([])
    expect(long.filter((value) => left.includes(value) || left.includes(JSON.stringify(value).slice(1, -1))).length).toBe(0)
  })
})

describe('texts enter the folder and the page only when asked for by name', () => {
  const folder = newFolder()
  const clinicNotes = join(clinic, 'notes')
  const notes = readdirSync(clinicNotes)
    .slice(0, 12)
    .map((name, i) => ({
      id: i === 5 ? 'Quackenthorpe_Wilhelmina' : name,
      text: `${readFileSync(join(clinicNotes, name), 'utf8')}\nPh ${canaries.phone}, ${canaries.email}. Row ${i}.`,
    }))
  const corpus = join(folder, 'notes.jsonl')
  // Twice the same document: its text has to come with both.
  writeFileSync(
    corpus,
    [...notes, notes[3]!]
      .reverse()
      .map((each) => JSON.stringify(each))
      .join('\n'),
  )
  const run = (name: string, args: readonly string[], env: Record<string, string> = {}) =>
    corpuscope(['audit', corpus, '-o', join(folder, name), '--only', 'style', ...args], { env: { CI: '', ...env } })
  const page = (name: string): string => readFileSync(join(folder, name, 'report.html'), 'utf8')

  test('full: every text, by id, in key order', async () => {
    expect(run('full', ['--with-text', 'full']).code).toBe(0)
    const rows = await rowsOf(join(folder, 'full'), 'texts')
    const texts = new Map(notes.map(({ id, text }) => [id, text]))
    expect(rows.map((row) => row['id'])).toEqual((await rowsOf(join(folder, 'full'), 'documents')).map((row) => row['id']))
    // The id that names somebody was replaced; its text is there all the same.
    const renamed = texts.get('Quackenthorpe_Wilhelmina')!
    expect(rows.map((row) => row['full'])).toEqual(rows.map((row) => texts.get(String(row['id']).replace('#2', '')) ?? renamed))
    expect(rows.filter((row) => row['full'] === renamed).length).toBe(1)
    expect(page('full')).toContain('this page may only go where the corpus may go')
    const packed = packedIn(page('full')).join('')
    for (const { text } of notes) expect(packed).toContain(JSON.stringify(text).slice(1, -1))
  })

  test('masked: the texts, and no identifier in them', async () => {
    expect(run('masked', ['--with-text', 'masked'], { CI: 'true' }).code).toBe(0)
    const rows = await rowsOf(join(folder, 'masked'), 'texts')
    expect(Object.keys(rows[0]!)).toEqual(['id', 'masked'])
    for (const row of rows) {
      expect(row['masked']).toContain('Ph [PHONE], [EMAIL].')
      expect(scanIdentifiers(String(row['masked'])).identifiers).toEqual([])
    }
    const left = [...packedIn(page('masked')), page('masked'), JSON.stringify(rows)].join('')
    for (const piece of ['438 177 264', 'xylomail']) expect(left.includes(piece), piece).toBe(false)
    expect(left).toContain('[PHONE], [EMAIL]')
  })

  test('where CI is set somebody has to answer for full texts', () => {
    const { code, stderr } = run('refused', ['--with-text', 'full'], { CI: 'true' })
    expect(code).toBe(2)
    expect(stderr).toContain('--i-may-publish-this-text')
    expect(existsSync(join(folder, 'refused'))).toBe(false)
    expect(run('answered', ['--with-text', 'full', '--i-may-publish-this-text'], { CI: 'true' }).code).toBe(0)
  })

  test('a page that is written again has them too, and an audit without them leaves none behind', () => {
    rmSync(join(folder, 'masked', 'report.html'))
    audited(['report', join(folder, 'masked')])
    expect(packedIn(page('masked')).join('')).toContain('[PHONE], [EMAIL]')
    expect(run('masked', []).code).toBe(0)
    expect(existsSync(join(folder, 'masked', 'texts.parquet'))).toBe(false)
    expect(packedIn(page('masked')).join('')).not.toContain('[PHONE]')
  })
})
