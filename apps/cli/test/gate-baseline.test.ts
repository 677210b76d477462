import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { baselineSchema } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { audited, clinic, corpuscope, newFolder } from './command.ts'
import { honestNotes, writeNotes } from './samples.ts'

const folder = newFolder()
const audit = join(folder, 'audit')
audited(['audit', join(clinic, 'notes'), '-o', audit, '--only', 'duplication,privacy,style', '--quiet'])
const policy = join(folder, 'corpuscope.yaml')
writeFileSync(policy, 'gate:\n  measures:\n    mattr-50: { min: 0.1, max: 1 }\n')
const gate = (...args: readonly string[]) => corpuscope(['gate', audit, ...args], { cwd: folder })

test('a missing baseline is an error, not a pass: exit 2', () => {
  for (const missing of ['nowhere', 'main:nothing.json', '--upload-pack=x:y'])
    expect(gate(`--baseline=${missing}`)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('there is no baseline') })
  const wanting = join(folder, 'wanting.yaml')
  writeFileSync(wanting, 'gate:\n  measures:\n    mattr-50: { within: { of: baseline, relative: 0.1 } }\n')
  expect(gate('--policy', wanting)).toMatchObject({ code: 2, stderr: expect.stringContaining('--baseline is missing: mattr-50') })
})

test('a baseline is written, reviewed line by line, and read from a file, an audit folder and git', () => {
  expect(gate('--update-baseline').code).toBe(0)
  const file = join(folder, 'corpuscope-baseline.json')
  const text = readFileSync(file, 'utf8')
  expect(baselineSchema.parse(JSON.parse(text)).documents).toHaveLength(200)
  expect(gate('--update-baseline').code).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe(text)
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder })
  git('init', '-q', '-b', 'main')
  git('add', 'corpuscope-baseline.json', 'audit')
  git('commit', '-q', '-m', 'baseline')
  for (const from of [
    'corpuscope-baseline.json',
    'audit',
    'audit/audit.json',
    'main:corpuscope-baseline.json',
    'main:audit',
    'main:audit/audit.json',
  ]) {
    const { code, stdout } = gate('--baseline', from)
    expect([from, code]).toEqual([from, 0])
    expect(stdout).toContain('Held against a baseline of 200 documents: 0 new findings, 0 gone.')
  }
  expect(gate('--update-baseline', '--baseline', 'corpuscope.yaml')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is not replaced'),
  })
})

test('several outputs in one run, a history, an unknown format', () => {
  const outputs = ['json', 'junit', 'sarif', 'github', 'gitlab', 'markdown', 'badge', 'text']
  const { code } = gate(...outputs.flatMap((as) => ['--output', `${as}=out.${as}`]), '--history', 'runs.jsonl', '-q')
  expect(code).toBe(0)
  for (const as of outputs) expect(existsSync(join(folder, `out.${as}`))).toBe(true)
  expect(JSON.parse(readFileSync(join(folder, 'runs.jsonl'), 'utf8'))).toMatchObject({ documents: 200, exit: 0 })
  expect(gate('--output', 'sarfi=x')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean "sarif"') })
  expect(gate('--output', 'sarif')).toMatchObject({ code: 2, stderr: expect.stringContaining('format=path') })
})

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcde'[i]}`).join(', ')}]`).join('\n')}\n`
test.each([
  ['a bomb of aliases', bomb],
  ['an unknown key', 'gate:\n  meazures: {}\n'],
  ['an unknown finding rule', 'gate:\n  findings:\n    identifier-emial: { max: 0 }\n'],
  ['a wrong type', 'gate:\n  measures: 7\n'],
  ['a waiver without an owner', 'gate:\n  waivers:\n    - { rule: exact-duplicate, document: a, reason: b, expires: 2030-01-01 }\n'],
  ['a 10 MB file', `# ${'x'.repeat(10_000_000)}\n`],
  ['a prototype key', 'gate:\n  measures:\n    __proto__: { max: 1 }\n'],
  ['a preset that does not exist', 'gate:\n  extends: relase-minimum\n'],
])('a hostile policy gets one sentence with line and column, exit 2: %s', (_, yaml) => {
  const file = join(folder, 'hostile.yaml')
  writeFileSync(file, yaml)
  const { code, stdout, stderr } = gate('--policy', file)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^corpuscope: .*hostile\.yaml line \d+, column \d+: .+\n$/)
})

test('compare: exit 0 without a policy, by the policy with one', () => {
  const other = join(folder, 'other')
  audited(['audit', join(clinic, 'clinic.jsonl'), '-o', other, '--only', 'duplication,privacy,style', '--quiet'])
  const empty = join(folder, 'empty')
  mkdirSync(join(empty, '.git'), { recursive: true })
  const free = corpuscope(['compare', audit, other], { cwd: empty })
  expect(free.code).toBe(0)
  expect(free.stdout).toMatch(/Documents\n/)
  expect(corpuscope(['compare', audit, other, '--preset', 'release-minimum'], { cwd: empty }).code).toBe(1)
})

test('init: what it proposes from a run, that run passes; nothing is replaced', () => {
  const empty = join(folder, 'init')
  mkdirSync(join(empty, '.git'), { recursive: true })
  expect(corpuscope(['init', '--from-run', audit, '--github'], { cwd: empty }).code).toBe(0)
  expect(corpuscope(['gate', audit], { cwd: empty }).code).toBe(0)
  expect(readFileSync(join(empty, '.github/workflows/corpus-quality.yml'), 'utf8')).toContain('corpuscope gate')
  expect(corpuscope(['init'], { cwd: empty })).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') })
})

test('several audits under one policy: baselines by name, rules of their own, every output in one file, the worst exit code counts', () => {
  const bad = join(folder, 'bad')
  audited(['audit', join(clinic, 'notes'), '-o', bad, '--only', 'document-length', '--quiet'])
  const { code, stdout } = gate(bad)
  expect([code, gate().code]).toEqual([3, 0])
  expect(stdout).toMatch(/Gate passed[\s\S]*Gate failed/)
  const { exit, audits } = JSON.parse(gate(bad, '--json').stdout)
  expect([exit, audits.map(({ name, verdict }: { name: string; verdict: { exit: number } }) => [name, verdict.exit])]).toEqual([
    3,
    [
      ['audit', 0],
      ['bad', 3],
    ],
  ])
  // What the policy says for "bad" alone.
  writeFileSync(
    join(folder, 'matrix.yaml'),
    'gate:\n  measures:\n    mattr-50: { min: 0.1, max: 1 }\n  audits:\n    bad:\n      measures:\n        mattr-50: { severity: off }\n        document-length: { min: 1, max: 10000 }\n',
  )
  const matrix = ['--policy', 'matrix.yaml']
  expect(gate(bad, ...matrix).code).toBe(0)
  // Baselines: written under their names, read as a folder, or given one by one.
  expect(gate(bad, ...matrix, '--update-baseline').code).toBe(0)
  const outputs = ['junit', 'sarif', 'gitlab', 'markdown', 'badge'].flatMap((as) => ['--output', `${as}=both.${as}`])
  const held = gate(bad, ...matrix, '--baseline', 'corpuscope-baselines', ...outputs)
  expect(held.code).toBe(0)
  expect(held.stdout.match(/Held against a baseline of 200 documents: 0 new findings, 0 gone\./g)).toHaveLength(2)
  expect(gate(bad, ...matrix, '--baseline', 'audit=audit', '--baseline', 'bad=bad').code).toBe(0)
  expect(gate(bad, ...matrix, '--baseline', 'audit=audit')).toMatchObject({ code: 2, stderr: expect.stringContaining('none for bad') })
  expect(gate(bad, ...matrix, '--baseline', 'nowhere')).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no baseline') })
  expect(readFileSync(join(folder, 'both.junit'), 'utf8').match(/<testsuite name="corpuscope gate: (audit|bad)"/g)).toHaveLength(2)
  expect(JSON.parse(readFileSync(join(folder, 'both.sarif'), 'utf8')).runs).toHaveLength(2)
})

test('a history is appended, and its course stands on the page', () => {
  const history = ['--history', 'course.jsonl', '-q']
  gate(...history)
  expect(readFileSync(join(audit, 'report.html'), 'utf8')).not.toContain('id="history"')
  gate(...history)
  expect(readFileSync(join(folder, 'course.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
  expect(readFileSync(join(audit, 'report.html'), 'utf8')).toContain('The headline numbers of the last 2 runs of the gate')
  writeFileSync(join(folder, 'broken.jsonl'), '{"no": "run"}\n')
  expect(gate('--history', 'broken.jsonl')).toMatchObject({ code: 2, stderr: expect.stringContaining('broken.jsonl line 1') })
})

test('a third copy of a pair that the baseline knows is new, and named', () => {
  const notes = honestNotes(31).slice(0, 40)
  const copied = (...files: readonly string[]) => [...notes, ...files.map((file) => ({ ...notes[0]!, file }))]
  const auditOfCopies = (name: string, ...files: readonly string[]): string => {
    const made = join(folder, name)
    audited(['audit', writeNotes(join(folder, `${name}.jsonl`), copied(...files)), '-o', made, '--only', 'duplication', '--quiet'])
    return made
  }
  const known = auditOfCopies('pair', 'copy-1')
  writeFileSync(join(folder, 'ratchet.yaml'), 'gate:\n  ratchet: { measures: off }\n')
  const against = (made: string) => corpuscope(['gate', made, '--policy', 'ratchet.yaml', '--baseline', known], { cwd: folder })
  expect(against(known).code).toBe(0)
  const { code, stdout } = against(auditOfCopies('group', 'copy-1', 'copy-2'))
  expect(code).toBe(1)
  expect(stdout).toContain('new/exact-duplicate')
  expect(stdout).toContain('copy-2')
})
