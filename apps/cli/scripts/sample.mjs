/** The sample report: `node apps/cli/scripts/sample.mjs [folder]` writes it to reports/sample, and a test compares it. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const out = process.argv[2] ?? 'reports/sample'
const options = [
  'fixtures/clinic/notes',
  '--labels',
  'fixtures/clinic/labels.csv',
  '--label-field',
  'rfe',
  '--vocabulary',
  'fixtures/vocabulary.csv',
]
execFileSync(process.execPath, [main, 'audit', ...options, '-o', out, '--quiet'], {
  cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  stdio: 'inherit',
})
