import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { audited, auditOf, corpuscope, estimateOf, newFolder, rowsOf } from './command.ts'

const random = seededRandom('duplication options')
const words = (n: number, of = 5000): string => Array.from({ length: n }, () => `w${Math.floor(random() * of)}`).join(' ')

/** A folder with a corpus and a configuration. */
function corpusWith(records: readonly Record<string, unknown>[], duplication: string): string {
  const folder = newFolder()
  writeFileSync(join(folder, 'notes.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'))
  writeFileSync(join(folder, 'corpuscope.yaml'), `duplication:\n  ${duplication}\n`)
  return folder
}

const auditIn = (folder: string, only: string) =>
  audited(['audit', 'notes.jsonl', '--only', only, '-o', 'audit', '--quiet'], { cwd: folder })

test.each([
  ['highest', 'varied'],
  ['lowest', 'dull'],
])('of each group of copies the one with the %s value of a measure is kept', async (way, expected) => {
  const shared = words(120)
  const folder = corpusWith(
    [
      { id: 'dull', text: `${shared} ${'and so on '.repeat(3)}` },
      // The longest, and neither the most nor the least varied.
      { id: 'long', text: `${shared} and so on ${words(9)} so on and` },
      { id: 'varied', text: `${shared} ${words(9)}` },
      ...Array.from({ length: 5 }, (_, i) => ({ id: `other${i}`, text: words(100) })),
    ],
    `keep: ${way}:mattr-25`,
  )
  auditIn(folder, 'near-duplicates,mattr-25')
  const rows = await rowsOf(join(folder, 'audit'), 'documents')
  const values = new Map(rows.map(({ id, 'mattr-25': value }) => [id, Number(value)]))
  const group = ['dull', 'long', 'varied']
  const extreme = way === 'highest' ? Math.max : Math.min
  expect(values.get(expected)).toBe(extreme(...group.map((id) => values.get(id)!)))
  expect(rows.filter(({ 'duplicate-keep': keep }) => keep === 0).map(({ id }) => id)).toEqual(group.filter((id) => id !== expected))
})

test('canaries are read from a file, a string a line', async () => {
  const folder = corpusWith(
    Array.from({ length: 12 }, (_, i) => ({ id: `n${i}`, text: `${words(30)}${i === 4 ? ' the safe opens with 4711 today' : ''}` })),
    'canaries: planted.txt',
  )
  writeFileSync(join(folder, 'planted.txt'), 'the safe opens with {4711}\r\n\nnobody ever wrote {88}\n')
  auditIn(folder, 'canaries')
  const audit = await auditOf(join(folder, 'audit'))
  expect(estimateOf(audit, 'canary-share')).toMatchObject({ value: 1 / 2, n: 2 })
  expect(audit.findings.map(({ document }) => document)).toEqual(['n4'])
  expect(audit.provenance.options).toMatchObject({ duplication: { canaries: 2 } })
  expect(JSON.stringify(audit)).not.toContain('4711')
})

test('a file of canaries that says nothing is refused, by its line', () => {
  const folder = corpusWith([{ id: 'a', text: words(30) }], 'canaries: planted.txt')
  const asked = () => corpuscope(['audit', 'notes.jsonl', '--only', 'canaries', '-o', 'audit', '--quiet'], { cwd: folder })
  expect(asked()).toMatchObject({ code: 2, stderr: expect.stringContaining('planted.txt cannot be read') })
  writeFileSync(join(folder, 'planted.txt'), 'long enough to be one\nshort\n')
  expect(asked()).toMatchObject({ code: 2, stderr: expect.stringContaining('planted.txt line 2: a canary has 8 characters or more') })
})
