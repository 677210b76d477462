import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder, root } from './command.ts'

const sample = (name: string): string => readFileSync(join(root, 'reports/sample', name), 'utf8')
const golden = readFileSync(join(root, '.node-version'), 'utf8').trim() === process.versions.node
const folder = newFolder()
const made = (name: string): string => readFileSync(join(folder, 'audit', name), 'utf8')
execFileSync(process.execPath, [join(root, 'apps/cli/scripts/sample.mjs'), join(folder, 'audit')])

test('the committed sample is what this version makes of the fixture corpus', () => {
  // Math functions differ in the last bit between V8 versions; the bytes are promised on the Node of .node-version only.
  if (golden) expect(made('audit.json') === sample('audit.json')).toBe(true)
  else expectClose(JSON.parse(made('audit.json')).estimates, JSON.parse(sample('audit.json')).estimates)
})

test('the same audit gives the same page', () => {
  if (golden) expect(made('report.html') === sample('report.html')).toBe(true)
  else expect(made('report.html').length).toBeGreaterThan(100_000)
})

function expectClose(actual: unknown, expected: unknown): void {
  if (typeof expected === 'number' && typeof actual === 'number')
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
  else if (expected !== null && typeof expected === 'object') {
    expect(Object.keys(actual as object)).toEqual(Object.keys(expected))
    for (const [key, value] of Object.entries(expected)) expectClose((actual as Record<string, unknown>)[key], value)
  } else expect(actual).toEqual(expected)
}
