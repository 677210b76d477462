import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { letterModel } from '../../../packages/features/test/letter-model.ts'
import { audited, auditOf, corpuscope } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'embedder-'))
const model = letterModel()
afterAll(() => {
  rmSync(folder, { recursive: true })
  model.remove()
})

// Over a megabyte, so that there are two shards for two threads.
const notes = join(folder, 'notes.jsonl')
const texts = ['a a', 'b b', 'a b', 'c', 'a c', 'b c', 'a b c', 'b b a']
writeFileSync(
  notes,
  Array.from({ length: 2400 }, (_, i) => JSON.stringify({ id: `n${i}`, text: `${texts[i % texts.length]}`, filler: '-'.repeat(500) })).join(
    '\n',
  ),
)

test('a local model embeds the same on one thread, on two, and in parts; the audit names it without its path', async () => {
  const options = ['--embedder', model.folder, '--only', 'pairwise-cosine,nearest-neighbours', '--quiet']
  const out = (name: string): string => join(folder, name)
  audited(['audit', notes, ...options, '--threads', '1', '-o', out('one')])
  audited(['audit', notes, ...options, '--threads', '2', '-o', out('two')])
  const bytes = readFileSync(join(out('one'), 'audit.json'), 'utf8')
  expect(readFileSync(join(out('two'), 'audit.json'), 'utf8')).toBe(bytes)
  for (const k of [1, 2]) audited(['observe', notes, ...options, '--shard', `${k}/2`, '-o', out(`part-${k}`)])
  audited(['conclude', out('part-2'), out('part-1'), '-o', out('parts'), '--quiet'])
  expect(readFileSync(join(out('parts'), 'audit.json'), 'utf8')).toBe(bytes)
  const audit = await auditOf(out('one'))
  expect(audit.provenance.instruments.map(({ id }) => id)).toEqual(['sentence-model'])
  expect(audit.provenance.options['embedder']).toEqual({})
  expect(bytes).not.toContain(model.folder)
})

test('a model that is not there, or two sources of vectors, is wrong usage', () => {
  const run = (...options: readonly string[]) => corpuscope(['audit', notes, ...options, '-o', join(folder, 'none'), '--quiet'])
  const missing = run('--embedder', join(folder, 'no-model'))
  expect(missing.code).toBe(2)
  expect(missing.stderr).toContain('there is no such folder of a model')
  const both = run('--embedder', model.folder, '--vectors', 'v.npy')
  expect(both.code).toBe(2)
  expect(both.stderr).toContain('Name one of them')
})

test('a service embeds the corpus, and gets its key from the environment alone', async () => {
  const keys = new Set<string | undefined>()
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    keys.add(request.headers.authorization)
    const { input } = JSON.parse(body) as { input: string[] }
    const data = input.map((text, index) => ({ index, embedding: [text.includes('a') ? 1 : 0, text.includes('b') ? 1 : 0, 1] }))
    response.writeHead(200).end(JSON.stringify({ data }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const out = join(folder, 'served')
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  const options = ['--embedder', address, '--embedder-model', 'm', '--embedder-cache', join(folder, 'cache'), '--only', 'pairwise-cosine']
  await new Promise<void>((resolve, reject) => {
    const env = { ...process.env, CORPUSCOPE_EMBEDDINGS_KEY: 'a-key' }
    execFile(process.execPath, [main, 'audit', notes, ...options, '-o', out, '--quiet'], { env }, (error) =>
      error ? reject(error) : resolve(),
    )
  })
  server.close()
  expect([...keys]).toEqual(['Bearer a-key'])
  const audit = readFileSync(join(out, 'audit.json'), 'utf8')
  expect(audit).not.toMatch(/a-key|127\.0\.0\.1/)
  expect((await auditOf(out)).provenance.instruments[0]!.title).toBe('Embedding service, model m')
})
