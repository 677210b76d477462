/** The sample report: `node apps/cli/sample.mjs` writes it to reports/sample, and a test compares it. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Arguments of the command that makes the sample, from the root of the repository. */
export const sampleArguments = (out) => [
  'audit',
  'fixtures/clinic/notes',
  '--labels',
  'fixtures/clinic/labels.csv',
  '--label-field',
  'rfe',
  '-o',
  out,
  '--quiet',
]

if (process.argv[1] === fileURLToPath(import.meta.url))
  execFileSync(process.execPath, [fileURLToPath(new URL('dist/main.js', import.meta.url)), ...sampleArguments('reports/sample')], {
    cwd: root,
    stdio: 'inherit',
  })
