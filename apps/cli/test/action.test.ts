import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { newFolder, root } from './command.ts'
import { honestNotes, writeNotes } from './samples.ts'

const folder = newFolder()
execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: join(root, 'apps/cli'), stdio: 'ignore' })
const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz'))!)

/** Runs what the Action runs, in a clean folder, with a packed command. */
function acted(name: string, input: string, more: Record<string, string> = {}) {
  const cwd = join(folder, name)
  mkdirSync(join(cwd, 'temp'), { recursive: true })
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? folder,
    RUNNER_TEMP: join(cwd, 'temp'),
    GITHUB_OUTPUT: join(cwd, 'output'),
    GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    CORPUSCOPE_VERSION: tarball,
    CORPUSCOPE_NPM_OFFLINE: '1',
    CORPUSCOPE_INPUT: input,
    CORPUSCOPE_PRESET: 'release-minimum',
    CORPUSCOPE_AUDIT_OPTIONS: '--label-field=rfe\n--threads=1',
    ...more,
  }
  const { status, stdout } = spawnSync('bash', [join(root, 'packages/gate/action.sh')], { cwd, encoding: 'utf8', env })
  return { status, stdout, output: readFileSync(env.GITHUB_OUTPUT, 'utf8'), cwd, summary: env.GITHUB_STEP_SUMMARY }
}

const honest = honestNotes(1)
const clean = writeNotes(join(folder, 'clean.jsonl'), honest)

test('green: a clean corpus', () => {
  const { status, stdout, output, cwd, summary } = acted('green', clean)
  expect([status, stdout]).toEqual([0, '::notice title=corpuscope::Gate passed\n'])
  expect(output).toMatch(/^exit-code=0\nsarif=.*corpuscope\.sarif\n$/)
  expect(readFileSync(summary, 'utf8')).toContain('Gate passed')
  expect(existsSync(join(cwd, 'temp/corpuscope/audit/report.html'))).toBe(true)
})

test('red: copies and an address', () => {
  const spoilt = [
    ...honest,
    ...honest.slice(0, 30).map((each) => ({ ...each, file: `copy-${each.file}`, text: `${each.text}\nWrite to jo@bigpond.net.au.` })),
  ]
  const { status, stdout, output } = acted('red', writeNotes(join(folder, 'spoilt.jsonl'), spoilt))
  expect(status).toBe(1)
  expect(output).toContain('exit-code=1')
  expect(stdout).toMatch(/^::error .*title=corpuscope%3A near-duplicate-share::/m)
  expect(stdout).toMatch(/^::error .*title=corpuscope%3A findings\/error::/m)
})

test('an input that looks like a command is a path and nothing else', () => {
  const { status, output } = acted('hostile', `$(touch ${join(folder, 'pwned')})`)
  expect([status, output]).toEqual([2, 'exit-code=2\n'])
  expect(existsSync(join(folder, 'pwned'))).toBe(false)
})

test('action.yml puts no input into a script and uploads the page alone', () => {
  const text = readFileSync(join(root, 'action.yml'), 'utf8')
  const action = parse(text) as { runs: { steps: { run?: string; uses?: string; with?: { path?: string } }[] } }
  for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{')
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
  expect(action.runs.steps.at(-1)?.with?.path).toBe('${{ runner.temp }}/corpuscope/audit/report.html')
})
