import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetWriteFile } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { readColumns } from '../src/index.ts'

test('some rows of some columns, over row groups, are those of the whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'))
  const n = 1000
  const weight = Array.from({ length: n }, (_, i) => i / 3)
  const name = Array.from({ length: n }, (_, i) => (i % 7 ? `apple ${i}` : null))
  parquetWriteFile({
    filename: join(folder, 'apples.parquet'),
    columnData: [
      { name: 'weight', data: weight, type: 'DOUBLE' },
      { name: 'name', data: name, type: 'STRING', nullable: true },
    ],
    rowGroupSize: 64,
    pageSize: 128,
  })
  const whole = await readColumns(folder, 'apples.parquet')
  expect(whole.cells).toEqual([weight, name])
  // First and last of a group, neighbours, groups without any, the last row.
  const rows = [0, 63, 64, 65, 300, 301, 640, 999]
  const part = await readColumns(folder, 'apples.parquet', { names: (each) => each === 'name', rows })
  expect(part).toEqual({ names: ['name'], cells: [rows.map((row) => name[row])], numeric: new Set(), rows: rows.length })
})
