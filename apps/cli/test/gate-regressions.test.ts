import { join } from 'node:path'
import type { Verdict } from '@corpuscope/core'
import { calibrate, extendedPolicy } from '@corpuscope/gate'
import { expect, test } from 'vitest'
import { auditTables, inFolder } from '../src/audit-tables.ts'
import { audited, auditOf, corpuscope, newFolder } from './command.ts'
import { honestNotes, type Sample, writeNotes } from './samples.ts'

const folder = newFolder()
const source = honestNotes(20260131)

function auditNotes(name: string, notes: readonly Sample[]): string {
  const input = writeNotes(join(folder, `${name}.jsonl`), notes)
  const out = join(folder, name)
  audited(['audit', input, '--label-field', 'rfe', '-o', out, '--quiet', '--threads', '1'])
  return out
}

const baseline = auditNotes('baseline', source)

/** Rules of severity error that do not hold, and the exit code. */
function judged(name: string, notes: readonly Sample[]): { code: number | null; broken: string[] } {
  const { code, stdout } = corpuscope(
    ['gate', auditNotes(name, notes), '--preset', 'synthetic-clinical-notes', '--baseline', baseline, '--json'],
    { cwd: folder },
  )
  const { rules } = JSON.parse(stdout) as Verdict
  return { code, broken: rules.filter(({ severity, outcome }) => severity === 'error' && /failed|error/.test(outcome)).map(({ id }) => id) }
}

test('the accepted corpus passes against itself', () => expect(judged('same', source)).toEqual({ code: 0, broken: [] }))

const nearCopy = ({ file, text, rfe }: Sample): Sample => ({ file: `copy-${file}`, text: `${text}\nSeen again today.`, rfe })
const commonest = (notes: readonly Sample[]): string => {
  const counts = new Map<string, number>()
  for (const { rfe } of notes) counts.set(rfe, (counts.get(rfe) ?? 0) + 1)
  return [...counts].filter(([rfe]) => !/Cough|Prescription/.test(rfe)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
const half = (text: string): string =>
  text
    .split(/(?<=\s)/)
    .slice(0, Math.ceil(text.split(/\s+/).length / 2))
    .join('')

test.each<[name: string, spoil: (notes: readonly Sample[]) => Sample[], rule: string, code?: number]>([
  ['30 near copies added', (notes) => [...notes, ...notes.slice(0, 30).map(nearCopy)], 'near-duplicate-share'],
  [
    'five identifiers added',
    (notes) => notes.map((each, i) => (i < 5 ? { ...each, text: `${each.text}\nWrite to jo.bloggs${i}@bigpond.net.au.` } : each)),
    'findings/identifier-email',
  ],
  [
    'style collapsed to one template',
    (notes) => notes.map((each) => ({ ...each, text: `Patient presents with ${each.rfe}. Examination unremarkable. ${notes[0]!.text}` })),
    'near-duplicate-share',
    // Texts that are all alike tell no person from another: what the baseline measured of that can no longer be measured.
    3,
  ],
  ['every note cut to its half', (notes) => notes.map((each) => ({ ...each, text: half(each.text) })), 'document-length'],
  ['labels shuffled', (notes) => notes.map((each, i) => ({ ...each, rfe: notes[(i + 57) % notes.length]!.rfe })), 'labels'],
])('planted: %s', (name, spoil, rule, expected = 1) => {
  const { code, broken } = judged(name.replaceAll(' ', '-'), spoil(source))
  expect(code).toBe(expected)
  expect(broken).toContain(rule)
})

test('planted: the commonest category dropped', () => {
  const gone = commonest(source)
  const { code, broken } = judged(
    'dropped',
    source.filter(({ rfe }) => rfe !== gone),
  )
  expect(code).toBe(1)
  expect(broken).toEqual(expect.arrayContaining(['case-mix-jensen-shannon', 'not-worse/case-mix-jensen-shannon']))
})

test('ten honest new samples of the same source stay green', { timeout: 300_000 }, () => {
  const alarms = Array.from({ length: 10 }, (_, i) => judged(`honest-${i}`, honestNotes(i + 1)))
  expect(alarms.filter(({ code }) => code !== 0)).toEqual([])
})

test('200 seeded resamples: the presets raise a false alarm in less than one of 100', async () => {
  const made = await auditOf(baseline)
  const { columns } = await auditTables(inFolder(baseline))
  for (const preset of ['synthetic-clinical-notes', 'release-minimum', 'instruction-set']) {
    const found = calibrate(await extendedPolicy({ extends: preset }), made, { columns, resamples: 200 })
    expect(found.falseAlarms).toBeLessThan(0.01)
  }
})
