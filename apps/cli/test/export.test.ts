import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, auditOf, clinic, corpuscope, newFolder } from './command.ts'

const folder = newFolder()
const at = (name: string): string => join(folder, name)
audited([
  'audit',
  join(clinic, 'clinic.jsonl'),
  '--label-field',
  'rfe',
  '--only',
  'case-mix,mattr-50,duplication',
  '-o',
  at('audit'),
  '--quiet',
])

test('all writes every table, chart and card of the audit', async () => {
  audited(['export', at('audit'), 'all', '-o', at('all')])
  const { charts, tables } = await auditOf(at('audit'))
  const expected = [
    ...charts.map(({ id }) => `${id}.svg`),
    ...['documents', 'findings', 'pairs', 'measures', ...tables.map(({ id }) => id)].map((id) => `${id}.csv`),
    'croissant.json',
    'dataset-card.md',
    'summary.md',
  ]
  expect(readdirSync(at('all')).sort()).toEqual(expected.sort())
  expect(charts.length).toBeGreaterThan(1)
  for (const { id, title } of charts) {
    const svg = readFileSync(join(at('all'), `${id}.svg`), 'utf8')
    expect(svg).toMatch(/^<svg role="img"[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*><title>/)
    expect(svg).toContain(title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    expect(svg).not.toMatch(/var\(|<script|style=/)
  }
})

test('measures are a row an estimate, with interval and reason', async () => {
  const { estimates } = await auditOf(at('audit'))
  const rows = JSON.parse(audited(['export', at('audit'), 'measures', '--as', 'json']).stdout) as Record<string, unknown>[]
  expect(rows.map((row) => [row['measure'], row['value'], row['low'], row['high'], row['documents'], row['reason']])).toEqual(
    estimates.map(({ measure, value, interval, n, reason }) => [
      measure,
      value,
      interval?.[0] ?? null,
      interval?.[1] ?? null,
      n,
      reason ?? null,
    ]),
  )
  expect(audited(['export', at('audit'), 'measures']).stdout.split('\n')[0]).toMatch(/^measure,title,unit,/)
})

test('a card is printed, or written where -o says', () => {
  const { stdout } = audited(['export', at('audit'), 'card'])
  expect(stdout).toMatch(/^## Measured quality\n/)
  audited(['export', at('audit'), 'card', '-o', at('deep/er/card.md')])
  expect(readFileSync(at('deep/er/card.md'), 'utf8')).toBe(stdout)
})

test('what makes several files has to be told where', () => {
  const { code, stderr } = corpuscope(['export', at('audit'), 'charts'])
  expect(code).toBe(2)
  expect(stderr).toContain('-o <folder>')
})
