import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, auditText, clinic, corpuscope, newFolder, rowsOf } from './command.ts'

const folder = newFolder()
const labels = ['--labels', join(clinic, 'labels.csv'), '--label-field', 'rfe']
const notes = join(clinic, 'notes')
const at = (name: string): string => join(folder, name)

audited(['audit', notes, ...labels, '--threads', '1', '-o', at('one'), '--quiet'])
const expected = await auditText(at('one'))
const tables = ['documents', 'findings', 'pairs'] as const
const rows = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rowsOf(at('one'), table)] as const)))

async function expectSame(name: string): Promise<void> {
  expect((await auditText(at(name))) === expected).toBe(true)
  for (const table of tables) expect(await rowsOf(at(name), table)).toEqual(rows[table])
}

test('one thread and two give the same bytes', async () => {
  audited(['audit', notes, ...labels, '--threads', '2', '-o', at('two'), '--quiet'])
  await expectSame('two')
  expect(JSON.parse(readFileSync(join(at('two'), 'run.json'), 'utf8')).threads).toBe(2)
})

test('observe, merge and conclude over 7 parts give the same bytes, merged in any order', async () => {
  const parts = [4, 1, 7, 2, 6, 3, 5].map((k) => {
    audited(['observe', notes, ...labels, '--shard', `${k}/7`, '-o', at(`part-${k}`), '--quiet'])
    return at(`part-${k}`)
  })
  audited(['merge', ...parts.slice(0, 3), '-o', at('merged'), '--quiet'])
  audited(['conclude', parts[5]!, at('merged'), parts[3]!, parts[6]!, parts[4]!, '-o', at('seven'), '--quiet'])
  await expectSame('seven')
})

test('7 folders that each hold some of the notes give the same bytes', async () => {
  const names = readdirSync(notes)
  const parts = [0, 1, 2, 3, 4, 5, 6].map((k) => {
    mkdirSync(at(`notes-${k}`))
    // Written backwards: the order in the directory is not the order of names.
    for (const name of names.filter((_, i) => i % 7 === k).reverse())
      writeFileSync(join(at(`notes-${k}`), name), readFileSync(join(notes, name)))
    audited(['observe', at(`notes-${k}`), ...labels, '-o', at(`folder-${k}`), '--quiet'])
    return at(`folder-${k}`)
  })
  audited(['conclude', ...parts.reverse(), '-o', at('folders'), '--quiet'])
  await expectSame('folders')
})

test('the order of lines in a JSONL changes nothing', async () => {
  const lines = readFileSync(join(clinic, 'clinic.jsonl'), 'utf8').trimEnd().split('\n')
  writeFileSync(at('forwards.jsonl'), `${lines.join('\n')}\n`)
  writeFileSync(at('backwards.jsonl'), `${lines.reverse().join('\n')}\n`)
  audited(['audit', at('forwards.jsonl'), '-o', at('forwards'), '--quiet', '--threads', '2'])
  audited(['audit', at('backwards.jsonl'), '-o', at('backwards'), '--quiet', '--threads', '1'])
  expect((await auditText(at('forwards'))) === (await auditText(at('backwards')))).toBe(true)
  expect(await rowsOf(at('forwards'), 'documents')).toEqual(await rowsOf(at('backwards'), 'documents'))
})

test('a limit draws the same documents whatever the order and the threads', async () => {
  audited(['audit', at('forwards.jsonl'), '--limit', '50', '-o', at('limit-1'), '--quiet', '--threads', '2'])
  audited(['audit', at('backwards.jsonl'), '--limit', '50', '-o', at('limit-2'), '--quiet', '--threads', '1'])
  const text = await auditText(at('limit-1'))
  expect(text === (await auditText(at('limit-2')))).toBe(true)
  expect(JSON.parse(text).corpus).toMatchObject({ documents: 50, limit: 50 })
})

test('rows of every table are sorted by document key', async () => {
  const ids = (rows['documents'] ?? []).map((row) => String(row['id']))
  expect(ids.length).toBe(readdirSync(notes).length)
  expect(ids).toEqual([...ids].sort())
})

test('parts observed with other options are not merged', () => {
  audited(['observe', notes, ...labels, '--words', 'letters', '-o', at('other'), '--quiet', '--shard', '1/7'])
  const { code, stderr } = corpuscope(['conclude', at('part-1'), at('other'), '-o', at('mixed')])
  expect(code).toBe(2)
  expect(stderr).toContain('another "words"')
})

test('a part that was cut short is refused', () => {
  const file = join(at('part-2'), 'partial.bin')
  writeFileSync(file, readFileSync(file).subarray(0, -1))
  const { code, stderr } = corpuscope(['conclude', at('part-2'), '-o', at('cut')])
  expect(code).toBe(2)
  expect(stderr).toContain('was cut short or changed')
})
