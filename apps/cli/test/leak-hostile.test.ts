import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { readColumns } from '@corpuscope/tables'
import { beforeAll, describe, expect, test } from 'vitest'
import { corpuscope, newFolder } from './command.ts'

// In every place of an input that may reach an artefact: ids, names of files and fields, labels, facets, types and codes of annotations,
// speakers, vocabularies, lists of the configuration, lines that cannot be read. In notes with CR LF, and in the metadata again.
const pieces = ['Quackenthorpe', '438 177 264', '438177264', 'xylomail', '77813', 'Gumnutberry', 'barometers', 'Zeehaven']
const person = 'Wilhelmina Quackenthorpe'
const folder = newFolder()
const at = (name: string): string => join(folder, name)
const put = (name: string, text: string): string => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
  return at(name)
}
const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')

const symptoms = ['cough', 'rash', 'ankle pain', 'migraine', 'sore throat', 'fever', 'back pain', 'dizziness']
const note = (i: number): string =>
  [
    `Patient: ${person}, 77 Gumnutberry Lane, Medicare 2428 77813 2.`,
    `Ph 0438 177 264, w.quackenthorpe@xylomail.org.`,
    `Seen for ${symptoms[i % 8]} that began ${i + 2} days ago, ${symptoms[(i + 3) % 8]} denied.`,
    'She collects antique barometers beside the lighthouse in Zeehaven.',
    '',
  ].join('\r\n')
const plain = (i: number): string =>
  `Seen for ${symptoms[i % 8]} since day ${i}. Examination normal, plan to rest and review in ${i + 1} weeks, ${symptoms[(i + 5) % 8]} if worse.`

const notes = Array.from({ length: 16 }, (_, i) => {
  const text = i % 4 === 0 ? note(i) : plain(i)
  return {
    id: i === 0 ? 'Quackenthorpe_Wilhelmina' : i === 4 ? 'w.quackenthorpe@xylomail.org' : i === 8 ? '0438177264' : `n${i}`,
    text,
    label: i % 2 === 0 ? person : 'Cough',
    clinician: i % 2 === 0 ? `Dr ${person}` : 'Dr Nobody',
    patient: i % 3 === 0 ? person : 'other',
    mobile: i % 2 === 0 ? 438177264 : 1,
    history: 'collects antique barometers beside the lighthouse in Zeehaven',
    written: `2024-01-${10 + i}`,
    [person]: i % 2,
    'w.quackenthorpe@xylomail.org': 'yes',
    spans: text.startsWith('Patient')
      ? [{ start: 9, end: 33, label: `NAME ${person}`, text: person, code: 'C2' }]
      : [{ start: 9, end: 14, label: 'SYMPTOM', code: 'C1' }],
  }
})
const dialogues = Array.from({ length: 8 }, (_, i) => ({
  id: `d${i}`,
  turns: [
    { speaker: person, text: `I have a ${symptoms[i]} and live at 77 Gumnutberry Lane.` },
    { speaker: 'Doctor', text: `Since when, and any ${symptoms[(i + 1) % 8]}?` },
  ],
}))

/** Every byte under a folder as text, with what Parquet and pages have packed. */
async function bytesIn(path: string): Promise<string> {
  const found: string[] = []
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(path, name)
    found.push(name)
    if (statSync(file).isDirectory()) continue
    const text = readFileSync(file, 'utf8')
    found.push(text)
    for (const [, packed] of text.matchAll(/<script type="application\/octet-stream" id="[^"]*">([^<]*)<\/script>/g))
      found.push(inflateRawSync(Buffer.from(packed!, 'base64')).toString('utf8'))
    if (name.endsWith('.parquet')) {
      const { names, cells } = await readColumns(dirname(file), relative(dirname(file), file))
      found.push(JSON.stringify([names, cells], (_, value) => (typeof value === 'bigint' ? String(value) : value)))
    }
  }
  return found.join('\n')
}

/** A dozen runs of the command, on a machine that may do other things. */
const timeout = 900_000
const said: string[] = []
const run = (...args: readonly string[]): number | null => {
  const { code, stdout, stderr } = corpuscope(args, { env: { CORPUSCOPE_MASK_KEY: 'a secret of more than sixteen bytes' } })
  said.push(`$ ${args[0]}`, stdout, stderr)
  return code
}
function expectNone(text: string): void {
  for (const piece of pieces) {
    const place = text.toLowerCase().indexOf(piece.toLowerCase())
    expect(place < 0 ? '' : text.slice(Math.max(0, place - 120), place + 80), piece).toBe('')
  }
}

describe('nothing of a person in any artefact or message', () => {
  const out = at('out')
  let input = ''
  beforeAll(() => {
    mkdirSync(out, { recursive: true })
    input = put('in/notes.jsonl', lines(notes))
    put('in/config.yaml', `privacy:\n  deny: ["${person}", "Zeehaven"]\n  patterns: [{ name: ward, pattern: "Gumnutberry \\\\w+" }]\n`)
  })

  test('audit with facets, labels and lists, and all that is made of it', { timeout }, async () => {
    const options = ['-c', at('in/config.yaml'), '--by', 'clinician', '--by', 'patient', '--label-field', 'label']
    expect(run('audit', input, ...options, '-o', join(out, 'one'))).toBe(0)
    expect(run('audit', input, '--limit', '12', '--only', 'privacy,duplication', '-o', join(out, 'two'))).toBe(0)
    for (const format of ['junit', 'sarif', 'github', 'markdown', 'gitlab'])
      run('gate', join(out, 'one'), '--preset', 'release-minimum', '--format', format, '--history', join(out, 'history.jsonl'))
    expect(run('gate', join(out, 'one'), '--update-baseline', '--baseline', join(out, 'baseline.json'))).toBeLessThan(70)
    run('compare', join(out, 'one'), join(out, 'two'), '-o', join(out, 'compare.html'))
    run('compare', join(out, 'one'), join(out, 'two'), '--json')
    run('report', join(out, 'one'), join(out, 'two'), '-o', join(out, 'site'))
    run('export', join(out, 'one'), 'all', '-o', join(out, 'export'))
    run('inspect', join(out, 'one'), 'n1')
    expectNone([...said, await bytesIn(out)].join('\n'))
  })

  test('against another corpus, and parts of it', { timeout }, async () => {
    const real = put('in/real.jsonl', lines(notes.slice(0, 12)))
    const compared = join(out, 'compared')
    expect(run('audit', input, '--against', real, '--holdout', real, '-o', compared)).toBe(0)
    const env = { CORPUSCOPE_KEY: 'a secret of more than sixteen bytes' }
    const parts = [1, 2].map((k) => at(`parts/p${k}`))
    for (const [i, part] of parts.entries())
      said.push(
        ...Object.values(corpuscope(['observe', input, '--comparing', 'against', '--shard', `${i + 1}/2`, '-o', part], { env })).map(
          String,
        ),
      )
    const theirs = at('parts/theirs')
    said.push(...Object.values(corpuscope(['observe', real, '--comparing', 'against', '-o', theirs], { env })).map(String))
    const concluded = corpuscope(['conclude', ...parts, '--against', theirs, '-o', join(out, 'concluded')], { env })
    expect(concluded.stderr).toBe('')
    expect(concluded.code).toBe(0)
    // With a secret the parts themselves say nothing.
    expectNone([...said, await bytesIn(out), await bytesIn(at('parts'))].join('\n'))
    expect(
      corpuscope(['conclude', ...parts, '--against', theirs, '-o', join(out, 'none')], { env: { CORPUSCOPE_KEY: '' } }).stderr,
    ).toMatch(/secret/)
    const values = (name: string) =>
      JSON.parse(readFileSync(join(out, name, 'audit.json'), 'utf8')).estimates.find(
        ({ measure }: { measure: string }) => measure === 'reappearing-identifier-share',
      )
    expect(values('concluded').value).toBe(values('compared').value)
    expect(values('concluded').value).toBeGreaterThan(0)
  })

  test('files, folders, tables, annotations and speakers that are called so', { timeout }, async () => {
    const before = said.length
    for (let i = 0; i < 8; i++) put(`in/files/${person}/${i === 2 ? 'Quackenthorpe' : `n${i}`}.txt`, note(i))
    put(`in/files/${person}/Wilhelmina_Quackenthorpe_2.txt`, '\u0000\u0001\u0002 binary')
    run('audit', at('in/files'), '-o', join(out, 'files'))
    run('audit', put('in/turns.jsonl', lines(dialogues)), '-o', join(out, 'turns'))
    const csv = `id,text,${person}\n${notes.map(({ id, text }) => `${id},"${text}",${person}\n`).join('')}`
    run('audit', put('in/table.csv', csv), '-o', join(out, 'table'))
    run('audit', input, '--vocabulary', put('in/names.csv', `code,name\n1,${person}\n2,cough\n3,fever\n`), '-o', join(out, 'named'))
    run('pairs', input, '-o', join(out, 'pairs.parquet'))
    expectNone([...said.slice(before), await bytesIn(out)].join('\n'))
  })

  test('utility and agreement', { timeout }, () => {
    const before = said.length
    run('utility', input, '--task', 'spans')
    run('utility', input, '--task', 'labels', '--label-field', 'label')
    run('agreement', input, input)
    run('agreement', put('in/ratings.csv', `id,anna,ben\n${notes.map(({ id, label }) => `${id},${label},${label}\n`).join('')}`))
    run('score', input, '--gold', input)
    expectNone(said.slice(before).join('\n'))
  })

  test.each([
    ['cut.jsonl', `{"id":"a","text":"${person}\n{"id":"b","text": ${person}}\n`],
    ['odd.jsonl', `["${person}"]\n"${person}"\n{"note":{"x":"${person}"}}\n`],
    ['cut.json', `[{"id":"a","text":"${person}"`],
    ['cut.csv', `id,text\n1,"${person}\n2,"0438 177 264"x"\n`],
    ['none.csv', `${person},0438 177 264\na,b\n`],
    ['cut.parquet', `PAR1${person}PAR1`],
    ['cut.arrow', `ARROW1\0\0${person}`],
    ['cut.conll', `${person}\tB-NAME\tx\ty\n\n0438177264\n`],
    ['x.pubtator', `1|t|${person}\n1|a|x\n1\t0\t99\t${person}\tName\n`],
  ])('%s cannot be read, and no message quotes it', async (name, content) => {
    const before = said.length
    run('audit', put(`in/bad/${name}`, content), '-o', join(out, `bad-${name}`))
    run('write', at(`in/bad/${name}`), '--mask', 'tag', '-o', join(out, `masked-${name}`))
    expectNone([...said.slice(before), existsSync(join(out, `bad-${name}`)) ? await bytesIn(join(out, `bad-${name}`)) : ''].join('\n'))
  })

  test.each(['remove', 'tag', 'surrogate'])('a copy masked with %s, and its manifest', async (style) => {
    cpSync(input, at(`in/m-${style}.jsonl`))
    expect(
      run('write', at(`in/m-${style}.jsonl`), '-c', at('in/config.yaml'), '--mask', style, '--mask-ids', '-o', at(`masked/${style}.jsonl`)),
    ).toBe(0)
    const manifest = readFileSync(at(`masked/${style}.jsonl.manifest.json`), 'utf8')
    expectNone(`${said.slice(-3).join('\n')}\n${manifest}`)
    const copy = readFileSync(at(`masked/${style}.jsonl`), 'utf8')
    for (const piece of ['438 177 264', '438177264', '77813', 'Zeehaven', 'Gumnutberry']) expect(copy).not.toContain(piece)
  })
})
