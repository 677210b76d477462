import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { audited, auditOf, corpuscope } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
afterAll(() => rmSync(folder, { recursive: true }))

const notes = join(folder, 'notes.jsonl')
writeFileSync(notes, ['a', 'b', 'c'].map((id) => JSON.stringify({ id, text: `note ${id}` })).join('\n'))

test('--vectors takes the place of the fitted embedding, and the audit says so without the path', async () => {
  const vectors = join(folder, 'made-elsewhere.jsonl')
  writeFileSync(vectors, '{"id":"a","vector":[1,0]}\n{"id":"b","vector":[0,2]}\n{"id":"c","vector":[3,0]}\n')
  const out = join(folder, 'audit')
  audited(['audit', notes, '--vectors', vectors, '-o', out, '--quiet', '--only', 'diversity'])
  const audit = await auditOf(out)
  expect(audit.estimates.find(({ measure }) => measure === 'pairwise-cosine')!.value).toBeCloseTo(1 / 3, 12)
  expect(audit.provenance.instruments.map(({ id }) => id)).toContain('vectors-file')
  expect(JSON.stringify(audit)).not.toContain('made-elsewhere')
})

test('a file of vectors that is not there is wrong usage', () => {
  const { code, stderr } = corpuscope(['audit', notes, '--vectors', join(folder, 'none.npy'), '-o', join(folder, 'none'), '--quiet'])
  expect(code).toBe(2)
  expect(stderr).toContain('there is no such file of vectors')
})
