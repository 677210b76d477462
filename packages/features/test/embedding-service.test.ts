import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openEmbeddingService, type ServiceOptions } from '../src/index.ts'

type Fault = (response: ServerResponse, body: Asked) => void
interface Asked {
  readonly model: string
  readonly input: readonly string[]
}

/** The vector that the server gives a text. */
const vectorOf = (text: string): number[] => [text.length, 1, 0.5]

const good: Fault = (response, { input }) => {
  // Out of order, as the interface allows.
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })).reverse()
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', data }))
}
const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (response, { input }) =>
    response.writeHead(code, headers).end(JSON.stringify({ error: { message: `cannot embed ${input.join()}` } }))
const answering =
  (data: unknown): Fault =>
  (response) =>
    response.writeHead(200).end(typeof data === 'string' ? data : JSON.stringify(data))

let server: Server | undefined
const folders: string[] = []
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'answers-'))
  folders.push(made)
  return made
}

/** A real server that meets its requests with these faults, one after the other, and is good afterwards. */
async function serving(faults: readonly Fault[], options: ServiceOptions = {}) {
  const asked: { body: Asked; authorization: string | undefined; path: string | undefined }[] = []
  server = createServer(async (request: IncomingMessage, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const body = JSON.parse(text) as Asked
    asked.push({ body, authorization: request.headers.authorization, path: request.url })
    ;(faults[asked.length - 1] ?? good)(response, body)
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const open = (more: ServiceOptions = {}) =>
    openEmbeddingService(`http://127.0.0.1:${port}/v1`, 'tiny', { cache: false, pause: 1, patience: 2000, ...options, ...more })
  return { asked, open }
}

const numbers = (vectors: readonly (Float32Array | null)[]): (number[] | null)[] => vectors.map((vector) => vector && [...vector])

test('each text gets its own vector, equal texts are asked once, an empty one never', async () => {
  const { asked, open } = await serving([])
  expect(numbers(await open({ key: 'k' }).embed(['ab', '', 'c', 'ab', ' \n']))).toEqual([[2, 1, 0.5], null, [1, 1, 0.5], [2, 1, 0.5], null])
  expect(asked).toEqual([
    { body: { model: 'tiny', input: ['ab', 'c'], encoding_format: 'float' }, authorization: 'Bearer k', path: '/v1/embeddings' },
  ])
})

test('many texts go in batches of 64', async () => {
  const { asked, open } = await serving([])
  const texts = Array.from({ length: 150 }, (_, i) => 'x'.repeat(i + 1))
  expect((await open().embed(texts)).map((vector) => vector![0])).toEqual(texts.map(({ length }) => length))
  expect(asked.map(({ body }) => body.input.length)).toEqual([64, 64, 22])
})

test.each<[string, Fault]>([
  ['429', status(429, { 'retry-after': '0' })],
  ['500', status(500)],
  ['503', status(503)],
  ['a cut connection', (response) => response.socket!.destroy()],
  [
    'a connection cut in the middle of the answer',
    (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"data": [')
      setTimeout(() => response.socket!.destroy(), 5)
    },
  ],
  ['fewer vectors than texts', answering({ data: [{ index: 0, embedding: [1, 2, 3] }] })],
  ['one text twice', answering({ data: [0, 0].map((index) => ({ index, embedding: [1, 2, 3] })) })],
  ['no numbers', answering({ data: [0, 1].map((index) => ({ index, embedding: [1, null, 3] })) })],
  ['no JSON', answering('<html>')],
])('tries again after %s', async (_, fault) => {
  const { asked, open } = await serving([fault, fault])
  expect(numbers(await open().embed(['ab', 'c']))).toEqual([
    [2, 1, 0.5],
    [1, 1, 0.5],
  ])
  expect(asked.length).toBe(3)
})

test.each<[string, Fault, string]>([
  ['500', status(500), 'answered 500, 6 times in a row. Try again later'],
  ['silence', () => undefined, 'did not answer within 0 s, 6 times in a row.'],
  ['a wrong count', answering({ data: [] }), 'gave 0 vectors for 1 texts, 6 times in a row.'],
])('gives up in one sentence after %s for ever', async (_, fault, message) => {
  const { open } = await serving(Array(9).fill(fault), { patience: 100 })
  await expect(open().embed(['secret words'])).rejects.toThrow(message)
})

test.each<[string, Fault, string]>([
  ['401', status(401), 'refuses the key (401). Put the right one into the environment variable CORPUSCOPE_EMBEDDINGS_KEY.'],
  ['400', status(400), 'answered 400. A text may be longer than the model reads.'],
  ['404', status(404), 'answered 404. Is it the right address and model?'],
  ['a redirect', status(307, { location: 'http://127.0.0.1:9/v1/embeddings' }), 'answered 307.'],
])('%s is final, and its message repeats neither text nor key', async (_, fault, message) => {
  const { asked, open } = await serving([fault])
  const error = await open({ key: 'top-key' })
    .embed(['secret words'])
    .then(
      () => undefined,
      (reason: Error) => reason,
    )
  expect(error!.message).toContain(message)
  expect(error!.message).not.toMatch(/secret|top-key/)
  expect(asked.length).toBe(1)
})

test('answers are kept on disk by the hash of the text: a second run asks for new texts only', async () => {
  const cache = folder()
  const { asked, open } = await serving([])
  const first = await open({ cache }).embed(['ab', 'c'])
  expect(numbers(await open({ cache }).embed(['c', 'ab', 'new']))).toEqual([...numbers(first).reverse(), [3, 1, 0.5]])
  expect(asked.map(({ body }) => body.input)).toEqual([['ab', 'c'], ['new']])
  const kept = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(kept.map(({ name }) => name).join()).not.toMatch(/ab\b|new/)
  // A kept answer that was cut short is asked for again.
  for (const { parentPath, name } of kept) truncateSync(join(parentPath, name), 5)
  expect(numbers(await open({ cache }).embed(['c']))).toEqual([[1, 1, 0.5]])
  expect(asked.length).toBe(3)
})

test('vectors of another length are refused', async () => {
  const { open } = await serving([good, answering({ data: [{ index: 0, embedding: [1] }] })])
  const service = open()
  await service.embed(['a'])
  await expect(service.embed(['b'])).rejects.toThrow('gave vectors of 3 and of 1 numbers')
})

test('an address without a model, with a password, or that is none', () => {
  expect(() => openEmbeddingService('http://h/v1', undefined)).toThrow('the service at h has to be told which model to use')
  expect(() => openEmbeddingService('http://me:pw@h/v1', 'm')).toThrow('an address with a password in it is refused')
  expect(() => openEmbeddingService('http://', 'm')).toThrow('is no address')
})
