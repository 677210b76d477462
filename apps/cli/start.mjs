/** `npm start`: without arguments the demo, with arguments the command itself. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const main = fileURLToPath(new URL('./dist/main.js', import.meta.url))
const given = process.argv.slice(2)
const clinic = ['fixtures/clinic/notes', '--labels', 'fixtures/clinic/labels.csv', '--label-field', 'rfe']
const demo = ['audit', ...clinic, '--vocabulary', 'fixtures/vocabulary.csv', '-o', 'reports/demo']
const { status } = spawnSync(process.execPath, [main, ...(given.length > 0 ? given : demo)], {
  stdio: 'inherit',
  // npm runs scripts in the project's folder; paths are meant from where the person stands.
  cwd: given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root,
})
process.exitCode = status ?? 70
