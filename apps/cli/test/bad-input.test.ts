import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, auditOf, auditText, clinic, corpuscope, newFolder } from './command.ts'

const folder = newFolder()
const at = (name: string): string => join(folder, name)
const note = (i: number): string => JSON.stringify({ id: `n${i}`, text: `Note ${i}: chest pain for ${i} days, no fever.` })

/** One sentence on stderr, nothing on stdout, exit code 2, nothing written. */
function expectRefused(args: readonly string[], sentence: string | RegExp): void {
  const out = at('refused')
  const { code, stdout, stderr } = corpuscope(['audit', ...args, '-o', out], { cwd: folder })
  expect(stderr).toMatch(sentence)
  expect(
    stderr
      .trimEnd()
      .split('\n')
      .filter((line) => line.startsWith('corpuscope:')),
  ).toHaveLength(1)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(existsSync(out)).toBe(false)
}

mkdirSync(at('empty'))
mkdirSync(at('binary'))
writeFileSync(join(at('binary'), 'scan.txt'), new Uint8Array([1, 0, 2, 0, 3]))
writeFileSync(join(at('binary'), 'scan.png'), new Uint8Array([137, 80, 78, 71, 0, 0]))
writeFileSync(at('numbers.csv'), 'id,age,nott\n1,30,2\n2,40,3\n')
writeFileSync(at('notes.jsonl'), `${[1, 2, 3].map(note).join('\n')}\n`)

test('a missing path', () => expectRefused(['nowhere'], 'nowhere'))
test('an empty folder', () => expectRefused(['empty'], 'empty'))
test('a folder of binary files', () => expectRefused(['binary'], /binary/))
test('a table without a text column names the columns it has', () => expectRefused(['numbers.csv'], /age/))
test('a text field that is not there, with a did-you-mean', () =>
  expectRefused(['notes.jsonl', '--text-field', 'txt'], 'Did you mean "text"'))
test('a label field that is not there', () => expectRefused(['notes.jsonl', '--label-field', 'rfe'], 'rfe'))
test('a reference that does not exist', () => expectRefused(['notes.jsonl', '--reference', 'beach-rfi'], 'Did you mean "beach-rfe"'))
test('a measure that does not exist', () => expectRefused(['notes.jsonl', '--only', 'mattr-5O'], 'Did you mean "mattr-50"'))

test('an unknown option, and a value that is not one of its choices', () => {
  expect(corpuscope(['audit', 'x', '--treads', '2']).code).toBe(2)
  expect(corpuscope(['audit', 'x', '--treads', '2']).stderr).toContain('Did you mean --threads')
  expect(corpuscope(['audit', 'x', '--words', 'some']).code).toBe(2)
  expect(corpuscope(['adit', 'x']).code).toBe(2)
})

test.each([
  ['an unknown key', 'input:\n  textfield: note\n', /line 2, column 3: input.textfield: no such key. Did you mean "textField"/],
  ['an unknown top key', 'gates: {}\n', /line 1, column 1: gates: no such key. Did you mean "gate"/],
  ['a wrong type', 'seed: many\n', /line 1, column 7: seed/],
  ['no YAML', 'a: [1\n', /line 2/],
  [
    'a bomb of aliases',
    `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcde'[i]}`).join(', ')}]`).join('\n')}\n`,
    /aliases|no such key/,
  ],
])('a configuration with %s', (_, yaml, sentence) => {
  writeFileSync(at('config.yaml'), yaml)
  expectRefused(['notes.jsonl', '-c', 'config.yaml'], sentence)
})

test('the nearest corpuscope.yaml is used, upwards to the repository', async () => {
  mkdirSync(at('repo/.git'), { recursive: true })
  mkdirSync(at('repo/data/deep'), { recursive: true })
  writeFileSync(at('repo/corpuscope.yaml'), 'input: { words: letters }\nonly: [document-length]\n')
  writeFileSync(at('repo/data/deep/notes.jsonl'), `${[1, 2, 3].map(note).join('\n')}\n`)
  audited(['audit', 'notes.jsonl', '-o', at('found'), '--quiet'], { cwd: at('repo/data/deep') })
  expect((await auditOf(at('found'))).provenance.options).toMatchObject({ words: 'letters', only: ['document-length'] })
})

test('bad records among good ones are counted and listed with their line, the rest is measured', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => note(i))
  lines[10] = 'not json'
  lines[20] = '{"id": "x", "text": 5}'
  writeFileSync(at('mixed.jsonl'), `${lines.join('\n')}\n`)
  const { stderr } = audited(['audit', 'mixed.jsonl', '-o', at('mixed')], { cwd: folder })
  expect(stderr).toContain('mixed.jsonl line 11')
  const { corpus } = await auditOf(at('mixed'))
  expect(corpus.documents).toBe(58)
  expect(corpus.unread.flatMap(({ examples }) => examples).sort()).toEqual(['mixed.jsonl line 11', 'mixed.jsonl line 21'])
  expectRefused(['mixed.jsonl', '--max-bad', '0.01'], /2 of 60 records cannot be read.*line 11/)
})

test('bytes that are no text are counted, not guessed at', async () => {
  mkdirSync(at('broken'))
  for (let i = 0; i < 30; i++) writeFileSync(join(at('broken'), `${i}.txt`), `Note ${i}: no fever.`)
  writeFileSync(join(at('broken'), 'bad.txt'), new Uint8Array([0x66, 0xe9, 0xff, 0x81, 0x20, 0x9d]))
  audited(['audit', 'broken', '-o', at('broken-audit'), '--quiet'], { cwd: folder })
  const { corpus } = await auditOf(at('broken-audit'))
  expect(corpus).toMatchObject({ documents: 30, unread: [{ count: 1, examples: ['bad.txt'] }] })
})

test('a file in Windows-1252 is converted, and that is said', async () => {
  mkdirSync(at('latin'))
  for (let i = 0; i < 30; i++) writeFileSync(join(at('latin'), `${i}.txt`), `Note ${i}: no fever.`)
  writeFileSync(join(at('latin'), 'old.txt'), Buffer.from('Pas de fi\u00e8vre aujourd\u2019hui'.replace('\u2019', "'"), 'latin1'))
  const { stderr } = audited(['audit', 'latin', '-o', at('latin-audit')], { cwd: folder })
  expect(stderr).toContain('1 document read as text, converted from windows-1252')
  expect((await auditOf(at('latin-audit'))).provenance.formats).toContainEqual({
    format: 'text, converted from windows-1252',
    documents: 1,
  })
})

test('no message, log or artefact repeats the text of a record that could not be read', async () => {
  writeFileSync(at('secret.jsonl'), `${Array.from({ length: 40 }, (_, i) => note(i)).join('\n')}\nJane Citizen has a rare disease\n`)
  const { stdout, stderr } = audited(['audit', 'secret.jsonl', '-o', at('secret')], { cwd: folder })
  expect(stdout + stderr + (await auditText(at('secret')))).not.toContain('Citizen')
})

test('a folder that is not an audit is never replaced', () => {
  mkdirSync(at('thesis'))
  writeFileSync(join(at('thesis'), 'chapter.md'), 'years')
  const { code, stderr } = corpuscope(['audit', join(clinic, 'notes'), '--only', 'document-length', '-o', at('thesis')])
  expect(code).toBe(2)
  expect(stderr).toContain('holds something else')
})

test('a name of the data never steers the terminal', () => {
  mkdirSync(at('escape'))
  for (let i = 0; i < 30; i++) writeFileSync(join(at('escape'), `${i}.txt`), `Note ${i}: no fever.`)
  writeFileSync(join(at('escape'), 'a\u001b[31mred.txt'), new Uint8Array([0xe9]))
  const { stdout, stderr } = audited(['audit', 'escape', '-o', at('escape-audit')], { cwd: folder })
  expect(stdout + stderr).not.toContain('\u001b')
  expect(stderr).toContain('red.txt')
  expect(corpuscope(['audit', 'no\u001b[31mwhere'], { cwd: folder }).stderr).not.toContain('\u001b')
})
