import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { createProgram } from '../src/program.ts'
import { audited, auditText, clinic, corpuscope, main, newFolder, root } from './command.ts'

const folder = newFolder()
const at = (name: string): string => join(folder, name)

test('no arguments: help, exit code 2', () => {
  const { code, stdout } = corpuscope([])
  expect(code).toBe(2)
  expect(stdout).toContain('Usage: corpuscope')
})

test('help fits 80 columns and shows examples, three a command', () => {
  for (const command of createProgram().commands) {
    const { code, stdout } = corpuscope([command.name(), '--help'])
    expect(code).toBe(0)
    expect(stdout.split('\n  $ ').length - 1).toBe(3)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  }
})

test('--help loads commander and our command table, nothing heavy', () => {
  const { outputs } = JSON.parse(readFileSync(join(root, 'apps/cli/dist/meta.json'), 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }>; imports: { path: string; kind: string }[] }>
  }
  const files = Object.keys(outputs)
  const loaded = new Set<string>()
  const visit = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const { path, kind } of outputs[file]!.imports) if (kind === 'import-statement' && outputs[path]) visit(path)
  }
  visit(files.find((file) => file.endsWith('dist/main.js'))!)
  const sources = [...loaded].flatMap((file) =>
    Object.entries(outputs[file]!.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input),
  )
  const packages = new Set(
    sources.map(
      (source) =>
        /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(source)?.[1] ??
        source.replace(/^.*?(apps|packages)\//, '$1/').replace(/^src\/program\/.*/, 'src/program/'),
    ),
  )
  expect([...packages].sort()).toEqual([
    'commander',
    'package.json',
    'src/exit.ts',
    'src/main.ts',
    'src/program.ts',
    'src/program/',
    'src/version.ts',
  ])
})

test('--dry-run says what the input was taken for and writes nothing', () => {
  const out = at('dry')
  const { stdout } = audited([
    'audit',
    join(clinic, 'notes'),
    '--labels',
    join(clinic, 'labels.csv'),
    '--label-field',
    'rfe',
    '--dry-run',
    '-o',
    out,
  ])
  expect(stdout).toMatch(/200 \.txt files/)
  expect(stdout).toMatch(/first ids .+\.txt, .+\.txt, .+\.txt/)
  expect(stdout).toMatch(/time +about \d+ s/)
  expect(stdout).toMatch(/memory +about \d+ MB/)
  expect(existsSync(out)).toBe(false)
})

test('the summary fits 80 columns and needs no colour', () => {
  const { stdout } = audited(['audit', join(clinic, 'notes'), '-o', at('summary')])
  for (const line of stdout.split('\n')) expect([line.length <= 80, line]).toEqual([true, line])
  expect(stdout).not.toContain('\u001b')
  expect(stdout).toContain('mattr-50')
  expect(stdout).toMatch(/not measured: case-mix-total-variation.*--label-field/s)
  expect(stdout).toContain('report.html')
})

test('--json prints JSON and nothing else', () => {
  const { stdout } = audited(['audit', join(clinic, 'notes'), '--only', 'style', '--json', '-o', at('json')])
  expect(JSON.parse(stdout).estimates.map((each: { measure: string }) => each.measure)).toContain('mattr-50')
})

test('explain and list know every measure, rule and detector', () => {
  for (const what of ['measures', 'rules', 'detectors']) {
    const ids = (JSON.parse(audited(['list', what, '--json']).stdout) as { id: string }[]).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(20)
    const { stdout } = audited(['explain', ...ids])
    for (const id of ids) expect(stdout).toContain(`(${id}`)
  }
  expect(corpuscope(['explain', 'article-density']).stdout).toContain('languages  en, fr, es, pt, de, it; documents in others are left out')
  expect(corpuscope(['explain', 'mattr-5O']).stderr).toContain('Did you mean "mattr-50"')
  const refused = corpuscope(['list', 'detector']).stderr
  expect(refused).toContain('Did you mean "detectors"')
  expect(refused).toContain('Known: measures, rules, suites, references, detectors.')
  expect(JSON.parse(audited(['list', 'detectors', '--json']).stdout)).toContainEqual(
    expect.objectContaining({ id: 'uk_nhs', kind: 'health-number', countries: ['GB'], checkDigit: true, confidence: ['high'] }),
  )
  expect(audited(['explain', 'uk_nhs']).stdout).toContain('I, Health plan beneficiary numbers')
  expect(audited(['list', 'references']).stdout).toContain('beach-rfe')
})

test('completion scripts name every command', () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout } = audited(['completion', shell])
    for (const command of createProgram().commands) expect(stdout).toContain(command.name())
  }
  expect(corpuscope(['completion', 'tcsh']).code).toBe(2)
})

test('doctor prints versions and optional parts', () => {
  const { stdout } = audited(['doctor'])
  expect(stdout).toContain(process.version)
  expect(stdout).toContain('onnxruntime-node')
})

test('export prints a row a document', () => {
  audited(['audit', join(clinic, 'notes'), '--only', 'style', '-o', at('export'), '--quiet'])
  const rows = audited(['export', at('export')])
    .stdout.trimEnd()
    .split('\n')
  expect(rows).toHaveLength(201)
  expect(rows[0]).toContain('mattr-50')
  expect(JSON.parse(audited(['export', at('export'), 'documents', '--as', 'json']).stdout)).toHaveLength(200)
})

test('inspect shows one document: its measures, its place among the others, its findings and its like', () => {
  audited(['audit', join(clinic, 'notes'), '-o', at('inspect'), '--quiet'])
  const truth = JSON.parse(readFileSync(join(clinic, 'truth.json'), 'utf8'))
  const [{ files, jaccard }] = truth.nearCopies as [{ files: [string, string]; jaccard: number }]
  const { stdout } = audited(['inspect', at('inspect'), files[0]])
  expect(stdout).toMatch(/mattr-50 +0\.\d+ {2}above \d+ % of the others/)
  expect(stdout).toContain(files[1])
  expect(JSON.parse(audited(['inspect', at('inspect'), files[0], '--json']).stdout).pairs[0].jaccard).toBeCloseTo(jaccard, 9)
  expect(corpuscope(['inspect', at('inspect'), 'nowhere']).code).toBe(2)
})

test('with the network refused, everything works', () => {
  writeFileSync(
    at('refuse.mjs'),
    `import net from 'node:net'; import dns from 'node:dns'; import tls from 'node:tls'
     const refuse = () => { process.stderr.write('NETWORK'); throw new Error('network refused') }
     net.connect = net.createConnection = net.Socket.prototype.connect = tls.connect = dns.lookup = globalThis.fetch = refuse`,
  )
  const { stderr } = audited(['audit', join(clinic, 'notes'), '-o', at('offline')], {
    node: ['--import', pathToFileURL(at('refuse.mjs')).href],
  })
  expect(stderr).not.toContain('NETWORK')
})

test('a closed pipe is silent', async () => {
  const child = spawn('sh', ['-c', `"${process.execPath}" "${main}" list measures | head -n 1`])
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGKILL', null],
] as const)('%s in mid-run leaves the previous audit whole', async (signal, code) => {
  const out = at(`signal-${signal}`)
  audited(['audit', join(clinic, 'notes'), '-o', out, '--quiet', '--only', 'document-length'])
  const before = await auditText(out)
  const child = spawn(process.execPath, [main, 'audit', join(clinic, 'notes'), '-o', out], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.on('close', (status) => resolve(status)))
  // The first line on stderr comes when the input has been planned: the run is on its way.
  await new Promise((resolve) => child.stderr.once('data', resolve))
  child.kill(signal)
  expect(await ended).toBe(code)
  expect(await auditText(out)).toBe(before)
  // The next run is not disturbed by what is left.
  audited(['audit', join(clinic, 'notes'), '-o', out, '--quiet', '--only', 'document-length'])
  expect(await auditText(out)).toBe(before)
})
