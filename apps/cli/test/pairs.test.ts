import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { audited, clinic, corpuscope, newFolder, rowsOf } from './command.ts'

const notes = join(clinic, 'notes')

test('pairs alone: those of an audit, on one thread and on two', async () => {
  const folder = newFolder()
  audited(['audit', notes, '--only', 'exact-duplicates,near-duplicates', '-o', join(folder, 'audit'), '--quiet'])
  const key = ({ a, b, jaccard, jaccard_content }: Record<string, unknown>) => [a, b, jaccard, jaccard_content ?? 1].join(' ')
  const expected = (await rowsOf(join(folder, 'audit'), 'pairs')).map(key).sort()
  expect(expected.length).toBeGreaterThan(0)
  for (const threads of ['1', '2']) {
    const file = join(folder, `${threads}.parquet`)
    const { stdout } = audited(['pairs', notes, '-o', file, '--threads', threads])
    expect(stdout).toContain(`${expected.length} pairs of `)
    const found = await parquetReadObjects({ file: await asyncBufferFromFile(file) })
    expect(found.map(key).sort()).toEqual(expected)
  }
  expect(readFileSync(join(folder, '1.parquet')).equals(readFileSync(join(folder, '2.parquet')))).toBe(true)
})

test('a file that is there is not replaced, and nothing is left of a run that fails', () => {
  const folder = newFolder()
  const file = join(folder, 'pairs.parquet')
  writeFileSync(file, 'mine')
  expect(corpuscope(['pairs', notes, '-o', file])).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') })
  expect(readFileSync(file, 'utf8')).toBe('mine')
  const good = JSON.stringify({ text: 'a note of several words, and another sentence of it' })
  writeFileSync(join(folder, 'bad.jsonl'), `${good}\n${good}\n{"text": \n`)
  expect(corpuscope(['pairs', join(folder, 'bad.jsonl'), '-o', join(folder, 'none')])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cannot be read'),
  })
  expect([existsSync(join(folder, 'none')), existsSync(join(folder, 'none.new'))]).toEqual([false, false])
})
