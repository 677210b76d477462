import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const arrow = fileURLToPath(new URL('../../../fixtures/arrow/plain.arrow', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'corpuscope-paths-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dryRun = (args: readonly string[], options: Parameters<typeof spawnSync>[2]) =>
  spawnSync(process.execPath, [main, 'audit', ...args, '--dry-run'], { encoding: 'utf8', ...options }) as { stdout: string; stderr: string }

test.each([
  ['JSON lines', Buffer.from('{"id":"a","text":"no fever"}\n'), 'text in "text", id in "id"'],
  ['Arrow', readFileSync(arrow), 'Arrow, text in "text", id in "id"'],
])('standard input: %s are known by their bytes', (_, input, said) => {
  const { stdout, stderr } = dryRun(['-'], { input })
  expect(stdout + stderr).toContain(said)
})

/** Root reads everything, so the reading is left to a user that owns nothing. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0

test.skipIf(process.platform === 'win32')('a file that may not be read is one sentence', () => {
  const file = join(folder, 'closed.jsonl')
  writeFileSync(file, '{"text":"no fever"}\n')
  chmodSync(folder, 0o755)
  chmodSync(file, 0o000)
  const as = isRoot ? { uid: nobody, gid: nobody } : {}
  // The proof that this user cannot read it.
  expect(() => execFileSync('cat', [file], { ...as, stdio: 'ignore' })).toThrow()
  const program = `process.setgid?.(${nobody}); process.setuid?.(${nobody}); process.argv = [process.argv[0], ${JSON.stringify(main)}, 'audit', ${JSON.stringify(file)}, '--dry-run']; await import(${JSON.stringify(main)})`
  const own = ['audit', file, '--dry-run']
  const { status, stderr } = isRoot
    ? spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    : spawnSync(process.execPath, [main, ...own], { encoding: 'utf8' })
  expect([status, stderr.trim().split('\n')]).toEqual([2, [expect.stringContaining('cannot be opened. Check that you may read it.')]])
})
