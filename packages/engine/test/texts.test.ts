import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Document, uniqueIds } from '@corpuscope/core'
import { parquetRecords, planInput, readShard } from '@corpuscope/corpus'
import { expect, test } from 'vitest'
import { writeTexts } from '../src/texts.ts'

const notes = fileURLToPath(new URL('../../../fixtures/clinic/notes', import.meta.url))

test('texts stand in key order, however few are held at a time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'))
  const plan = await planInput([notes], {})
  const documents: Document[] = []
  for (const shard of plan.shards) await readShard(plan, shard, { document: (each) => void documents.push(each), unread: () => undefined })
  documents.sort((a, b) => (a.key < b.key ? -1 : 1))
  const keys = documents.map(({ key }) => key)
  const rows = { keys, ids: uniqueIds(keys), lengths: Float64Array.from(documents, ({ text }) => text.length) }
  const all = rows.lengths.reduce((sum, length) => sum + length, 0)
  // One pass over the corpus, five, and one in which every text is longer than what may be held.
  for (const most of [all, Math.ceil(all / 4), 1]) {
    const path = join(folder, `${most}.parquet`)
    await writeTexts(path, plan, rows, { kept: 'full', of: (text) => `${text}!` }, most)
    expect(await parquetRecords(path)).toEqual(documents.map(({ text }, i) => ({ id: rows.ids[i], full: `${text}!` })))
  }
})
