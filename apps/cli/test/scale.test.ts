import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { audited, auditOf, auditText, clinic, newFolder } from './command.ts'

/** `npm run test:full` takes the larger corpus; the rest of the test is the same. */
const n = process.env['CORPUSCOPE_FULL'] ? 20_000 : 800

test(`${n} documents: one thread and two give the same bytes, and planted copies are found`, async () => {
  const folder = newFolder()
  const random = seededRandom('scale')
  const below = (limit: number): number => Math.floor(random() * limit)
  const notes = join(clinic, 'notes')
  const lines = readdirSync(notes).flatMap((name) =>
    readFileSync(join(notes, name), 'utf8')
      .split('\n')
      .filter((line) => line.length > 20),
  )
  const texts = Array.from({ length: n }, () => Array.from({ length: 5 + below(25) }, () => lines[below(lines.length)]!).join('\n'))
  const copies = 20
  for (let i = 0; i < copies; i++) texts[n - 1 - i] = texts[i]!.toUpperCase()
  writeFileSync(
    join(folder, 'notes.jsonl'),
    texts.map((text, i) => JSON.stringify({ id: `n${i}`, text, ward: ['a', 'b'][i % 2] })).join('\n'),
  )
  for (const threads of ['1', '2'])
    audited(['audit', join(folder, 'notes.jsonl'), '--threads', threads, '-o', join(folder, threads), '--quiet'])
  expect((await auditText(join(folder, '1'))) === (await auditText(join(folder, '2')))).toBe(true)
  const audit = await auditOf(join(folder, '1'))
  expect(audit.findingCounts.find(({ rule }) => rule === 'exact-duplicate')).toMatchObject({ documents: copies })
})
