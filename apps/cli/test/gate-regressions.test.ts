import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Verdict } from '@corpuscope/core'
import { calibrate, extendedPolicy } from '@corpuscope/gate'
import { beforeAll, expect, test } from 'vitest'
import { auditTables, inFolder } from '../src/audit-tables.ts'
import { auditOf, auditText, corpuscope, library, newFolder } from './command.ts'
import { honestNotes, type Sample, writeNotes } from './samples.ts'

const folder = newFolder()
const source = honestNotes(20260131)

/** Samples by name, audited in the folder of that name by one process: it loads and compiles the analyses once, not once a sample. */
function auditAll(samples: Readonly<Record<string, readonly Sample[]>>): void {
  const jobs = Object.entries(samples).map(([name, notes]) => ({
    input: writeNotes(join(folder, `${name}.jsonl`), notes),
    out: join(folder, name),
  }))
  const script = `import { audit } from ${JSON.stringify(pathToFileURL(library).href)}
    for (const { input, out } of ${JSON.stringify(jobs)}) await audit([input], { out, input: { labelField: 'rfe' }, threads: 1 })`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Rules of severity error that do not hold, and the exit code. */
function judged(name: string): { code: number | null; broken: string[] } {
  const { code, stdout } = corpuscope(
    ['gate', join(folder, name), '--preset', 'synthetic-clinical-notes', '--baseline', join(folder, 'baseline'), '--json'],
    { cwd: folder },
  )
  const { rules } = JSON.parse(stdout) as Verdict
  return { code, broken: rules.filter(({ severity, outcome }) => severity === 'error' && /failed|error/.test(outcome)).map(({ id }) => id) }
}

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

const planted: readonly { name: string; spoil: (notes: readonly Sample[]) => Sample[]; rules: readonly string[]; exit?: number }[] = [
  { name: '30 near copies added', spoil: (notes) => [...notes, ...notes.slice(0, 30).map(nearCopy)], rules: ['near-duplicate-share'] },
  {
    name: 'five identifiers added',
    spoil: (notes) => notes.map((each, i) => (i < 5 ? { ...each, text: `${each.text}\nWrite to jo.bloggs${i}@bigpond.net.au.` } : each)),
    rules: ['findings/identifier-email'],
  },
  {
    name: 'style collapsed to one template',
    spoil: (notes) =>
      notes.map((each) => ({ ...each, text: `Patient presents with ${each.rfe}. Examination unremarkable. ${notes[0]!.text}` })),
    rules: ['near-duplicate-share'],
    // Texts that are all alike tell no person from another: what the baseline measured of that can no longer be measured.
    exit: 3,
  },
  {
    name: 'every note cut to its half',
    spoil: (notes) => notes.map((each) => ({ ...each, text: half(each.text) })),
    rules: ['document-length'],
  },
  {
    name: 'labels shuffled',
    spoil: (notes) => notes.map((each, i) => ({ ...each, rfe: notes[(i + 57) % notes.length]!.rfe })),
    rules: ['labels'],
  },
  {
    name: 'the commonest category dropped',
    spoil: (notes) => notes.filter(({ rfe }) => rfe !== commonest(notes)),
    rules: ['case-mix-jensen-shannon', 'not-worse/case-mix-jensen-shannon'],
  },
]
const honest = Array.from({ length: 10 }, (_, i) => `honest-${i}`)

beforeAll(() => {
  auditAll({
    baseline: source,
    same: source,
    ...Object.fromEntries(planted.map(({ name, spoil }) => [name, spoil(source)])),
    ...Object.fromEntries(honest.map((name, i) => [name, honestNotes(i + 1)])),
  })
}, 300_000)

test('a process that audited before writes the same bytes again', async () => {
  expect(await auditText(join(folder, 'same'))).toBe(await auditText(join(folder, 'baseline')))
})

test('the accepted corpus passes against itself', () => expect(judged('same')).toEqual({ code: 0, broken: [] }))

test.each(planted)('planted: $name', ({ name, rules, exit = 1 }) => {
  const { code, broken } = judged(name)
  expect(code).toBe(exit)
  expect(broken).toEqual(expect.arrayContaining([...rules]))
})

test('ten honest new samples of the same source stay green', () => {
  expect(honest.map((name) => ({ name, ...judged(name) })).filter(({ code }) => code !== 0)).toEqual([])
})

test('200 seeded resamples: the presets raise a false alarm in less than one of 100', async () => {
  const made = await auditOf(join(folder, 'baseline'))
  const { columns } = await auditTables(inFolder(join(folder, 'baseline')))
  for (const preset of ['synthetic-clinical-notes', 'release-minimum', 'instruction-set']) {
    const found = calibrate(await extendedPolicy({ extends: preset }), made, { columns, resamples: 200 })
    expect(found.falseAlarms).toBeLessThan(0.01)
  }
})
