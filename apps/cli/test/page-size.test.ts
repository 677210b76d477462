import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Audit } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { audited, newFolder, root } from './command.ts'

const sample = join(root, 'reports/sample')
/** Documents that are written to the table at a time. */
const portion = 10_000
/** Points of the map of a large corpus. */
const mapped = 20_000

/** The sample's audit as that of `n` documents, with `columns` of numbers that no packing makes much smaller. */
function largeAudit(n: number, columns: number): string {
  const folder = newFolder()
  const audit = JSON.parse(readFileSync(join(sample, 'audit.json'), 'utf8')) as Audit
  const ids = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `ward/${from + i}_note.txt`)
  const random = seededRandom('page size')
  const draw = (length: number): number[] => Array.from({ length }, () => Math.exp(4 * random() - 2))
  const points = Math.min(n, mapped)
  const charts = audit.charts.map((chart) =>
    chart.form === 'map'
      ? {
          ...chart,
          document: ids(0, points),
          x: draw(points),
          y: draw(points),
          fields: chart.fields.map((field) => ({
            ...field,
            values: Array.from({ length: points }, (_, i) => field.values[i % field.values.length]!),
          })),
        }
      : chart,
  )
  writeFileSync(join(folder, 'audit.json'), JSON.stringify({ ...audit, corpus: { ...audit.corpus, documents: n }, charts }))
  for (const table of ['findings.parquet', 'pairs.parquet']) copyFileSync(join(sample, table), join(folder, table))
  const names = Array.from({ length: columns }, (_, i) => `measure-${i}`)
  const writer = new ParquetWriter({
    writer: fileWriter(join(folder, 'documents.parquet')),
    schema: [
      { name: 'root', num_children: columns + 1 },
      { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ...names.map((name) => ({ name, type: 'DOUBLE', repetition_type: 'REQUIRED' }) as const),
    ],
  })
  const data = names.map(() => draw(Math.min(n, portion)))
  for (let from = 0; from < n; from += portion)
    void writer.write({
      columnData: [{ name: 'id', data: ids(from, Math.min(n, from + portion)) }, ...names.map((name, i) => ({ name, data: data[i]! }))],
    })
  void writer.finish()
  return folder
}

const megabyte = 1e6

test.each([
  { n: 500, columns: 160, most: 1.5, heap: 400 },
  { n: 10_000, columns: 160, most: 4, heap: 400 },
  ...(process.env['CORPUSCOPE_FULL'] ? [{ n: 1_000_000, columns: 40, most: 8, heap: 600 }] : []),
])('the page of $n documents with $columns columns has at most $most MB, made in $heap MB', ({ n, columns, most, heap }) => {
  const folder = largeAudit(n, columns)
  audited(['report', folder], { node: [`--max-old-space-size=${heap}`] })
  expect(statSync(join(folder, 'report.html')).size).toBeLessThanOrEqual(most * megabyte)
  const page = readFileSync(join(folder, 'report.html'), 'utf8')
  expect(page).toContain(`Audit of ${n.toLocaleString('en-US')} documents`)
  expect(page).toContain('id="documents-data"')
})
