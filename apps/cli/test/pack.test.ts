import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clinic, newFolder, root } from './command.ts'

test('the packed command, installed into an empty folder, audits there', () => {
  const folder = newFolder()
  const npm = (args: readonly string[], cwd: string): string =>
    execFileSync('npm', [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  npm(['pack', '--pack-destination', folder], join(root, 'apps/cli'))
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
  expect(tarball).toMatch(/^corpuscope-\d/)
  npm(['init', '-y'], folder)
  npm(['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], folder)
  const bin = join(folder, 'node_modules/.bin/corpuscope')
  const out = execFileSync(bin, ['audit', join(clinic, 'notes'), '--threads', '2', '-o', 'audit'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(out).toContain('200 documents')
  expect(readdirSync(join(folder, 'audit')).sort()).toEqual([
    'audit.json',
    'documents.parquet',
    'embedding-basis.safetensors',
    'findings.parquet',
    'pairs.parquet',
    'report.html',
    'run.json',
  ])
  // Everything is in the bundle: nothing else was installed.
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['corpuscope'])
  expect(readdirSync(join(folder, 'node_modules/corpuscope')).sort()).toEqual([
    'LICENSE',
    'README.md',
    'THIRD-PARTY-NOTICES',
    'dist',
    'package.json',
  ])
  const library = `import { documentsFrame, evaluate, readAudit } from 'corpuscope'
    const { audit } = await readAudit('audit')
    const frame = await documentsFrame('audit')
    console.log(evaluate({ measures: { 'mattr-50': { min: 0.1, max: 1, severity: 'error', required: true } } }, audit).exit, frame.shape[0])`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', library], { cwd: folder, encoding: 'utf8' }).trim()).toBe('0 200')
})
