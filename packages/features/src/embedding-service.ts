import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, CorpusError } from '@corpuscope/core'
import type { Embedder } from './sentence-model.ts'

/** Where the key stands; nowhere else is it read from, and nothing ever prints it. */
export const keyVariable = 'CORPUSCOPE_EMBEDDINGS_KEY'

/** Texts and UTF-16 code units of one request at most. */
const mostTexts = 64
const mostCharacters = 200_000
const tries = 6

export interface ServiceOptions {
  /** Folder for answers, or false to keep none; by default `corpuscope/embeddings` in the user's cache folder. */
  readonly cache?: string | false
  /** Milliseconds before the second try; doubled for each further one. */
  readonly pause?: number
  /** Milliseconds that one request may take. */
  readonly patience?: number
  readonly key?: string | undefined
}

/**
 * An OpenAI-compatible service, `POST …/embeddings` with `{"model", "input": [text, …]}`. Texts leave this machine only by this function, and only
 * to the address given: redirects are refused. Faults that may pass (429, 5xx, a cut connection, an answer that is not one vector for each text)
 * are tried again after a growing pause. Answers are kept on disk by the hash of address, model and text.
 *
 * @throws ConfigError for an address or key that the service refuses; CorpusError when it does not answer in the end. No message holds a text.
 */
export function openEmbeddingService(address: string, model: string | undefined, options: ServiceOptions = {}): Embedder {
  if (model === undefined)
    throw new ConfigError(`embedder: the service at ${hostOf(address)} has to be told which model to use. Name it with --embedder-model.`)
  const url = requestUrl(address)
  const { pause = 500, patience = 120_000, key = process.env[keyVariable] } = options
  const cache = options.cache ?? join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'corpuscope', 'embeddings')
  const space = createHash('sha256')
    .update(JSON.stringify([url.href, model]))
    .digest('hex')
  let width = 0

  const checked = (vector: Float32Array): Float32Array => {
    if (width > 0 && vector.length !== width)
      throw new CorpusError(
        `The service at ${url.host} gave vectors of ${width} and of ${vector.length} numbers. Has its model changed? Empty the cache, and try again.`,
      )
    width = vector.length
    return vector
  }

  const ask = async (texts: readonly string[]): Promise<Float32Array[]> => {
    let fault = ''
    for (let attempt = 0; attempt < tries; attempt++) {
      const answer = await attemptOnce(url, model, key, texts, patience)
      if ('vectors' in answer) return answer.vectors
      fault = answer.fault
      if (answer.final) throw new ConfigError(`The service at ${url.host} ${fault}`)
      const wait = Math.max(pause * 2 ** attempt, answer.wait ?? 0)
      if (attempt + 1 < tries) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 60_000)))
    }
    throw new CorpusError(`The service at ${url.host} ${fault}, ${tries} times in a row. Try again later: what it answered before is kept.`)
  }

  return {
    instrument: {
      id: 'embedding-service',
      title: `Embedding service, model ${model}`,
      fingerprint: space.slice(0, 16),
    },
    async embed(texts) {
      const keys = texts.map((text) => createHash('sha256').update(space).update(text, 'utf8').digest('hex'))
      const found = new Map<string, Float32Array>()
      const wanted = new Map<string, string>()
      for (const [i, text] of texts.entries()) {
        // Services refuse an empty text, and there is nothing to say about one.
        if (text.trim() === '' || found.has(keys[i]!) || wanted.has(keys[i]!)) continue
        const kept = cache === false ? null : await read(cache, keys[i]!)
        if (kept) found.set(keys[i]!, checked(kept))
        else wanted.set(keys[i]!, text)
      }
      for (const batch of batches([...wanted])) {
        const vectors = await ask(batch.map(([, text]) => text))
        for (const [i, [key]] of batch.entries()) {
          found.set(key, checked(vectors[i]!))
          if (cache !== false) await keep(cache, key, vectors[i]!)
        }
      }
      return keys.map((key) => found.get(key) ?? null)
    },
    close: async () => undefined,
  }
}

/** Without user, password and query: those may be secrets. */
function hostOf(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return 'that address'
  }
}

function requestUrl(address: string): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new ConfigError('embedder: is no address. It should look like http://localhost:8080/v1')
  }
  if (url.username || url.password)
    throw new ConfigError(`embedder: an address with a password in it is refused. Put the key into ${keyVariable}.`)
  const path = url.pathname.replace(/\/+$/, '')
  if (!path.endsWith('/embeddings')) url.pathname = `${path === '' ? '/v1' : path}/embeddings`
  return url
}

type Answer = { readonly vectors: Float32Array[] } | { readonly fault: string; readonly final?: boolean; readonly wait?: number }

async function attemptOnce(url: URL, model: string, key: string | undefined, texts: readonly string[], patience: number): Promise<Answer> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      signal: AbortSignal.timeout(patience),
    })
    // What it says in an error may repeat the text that was sent: only the number is ever shown.
    if (response.status === 200) body = await response.json()
    else await response.arrayBuffer()
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: 'gave an answer that is no JSON' }
    return {
      fault:
        (error as Error).name === 'TimeoutError'
          ? `did not answer within ${Math.round(patience / 1000)} s`
          : 'cannot be reached, or cut the connection',
    }
  }
  const { status } = response
  if (status === 200) {
    const vectors = vectorsOf(body, texts.length)
    return typeof vectors === 'string' ? { fault: vectors } : { vectors }
  }
  if (status === 401 || status === 403)
    return { fault: `refuses the key (${status}). Put the right one into the environment variable ${keyVariable}.`, final: true }
  if (status === 408 || status === 409 || status === 429 || status >= 500) {
    const after = Number(response.headers.get('retry-after'))
    return { fault: `answered ${status}`, ...(after > 0 && { wait: after * 1000 }) }
  }
  const why = status === 400 || status === 413 ? ' A text may be longer than the model reads.' : ' Is it the right address and model?'
  return { fault: `answered ${status}.${why}`, final: true }
}

/** A vector for each text, put into order by `index`; or what is wrong. */
function vectorsOf(body: unknown, wanted: number): Float32Array[] | string {
  const data = (body as { data?: unknown } | null)?.data
  if (!Array.isArray(data) || data.length !== wanted) return `gave ${Array.isArray(data) ? data.length : 'no'} vectors for ${wanted} texts`
  const vectors: Float32Array[] = []
  for (const [place, entry] of data.entries()) {
    const { index = place, embedding } = (entry ?? {}) as { index?: unknown; embedding?: unknown }
    if (typeof index !== 'number' || !(index in data) || vectors[index]) return 'gave vectors that cannot be told apart'
    if (
      !Array.isArray(embedding) ||
      embedding.length === 0 ||
      !embedding.every((value) => typeof value === 'number' && Number.isFinite(value))
    )
      return 'gave a vector that is no list of numbers'
    vectors[index] = Float32Array.from(embedding as number[])
  }
  return vectors
}

function* batches(entries: readonly (readonly [string, string])[]): Generator<(readonly [string, string])[]> {
  let batch: (readonly [string, string])[] = []
  let characters = 0
  for (const entry of entries) {
    if (batch.length > 0 && (batch.length === mostTexts || characters + entry[1].length > mostCharacters)) {
      yield batch
      batch = []
      characters = 0
    }
    batch.push(entry)
    characters += entry[1].length
  }
  if (batch.length > 0) yield batch
}

const placeOf = (cache: string, key: string): [folder: string, file: string] => [join(cache, key.slice(0, 2)), `${key.slice(2)}.f32`]

/** A kept answer; null when there is none, or it was cut short. */
async function read(cache: string, key: string): Promise<Float32Array | null> {
  const bytes = await readFile(join(...placeOf(cache, key))).catch(() => null)
  if (!bytes || bytes.length === 0 || bytes.length % 4 !== 0) return null
  const vector = Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i))
  return vector.every(Number.isFinite) ? vector : null
}

async function keep(cache: string, key: string, vector: Float32Array): Promise<void> {
  const [folder, file] = placeOf(cache, key)
  const bytes = Buffer.alloc(vector.length * 4)
  vector.forEach((value, i) => {
    bytes.writeFloatLE(value, 4 * i)
  })
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Renamed in when whole: another thread may be reading.
    const part = join(folder, `${randomUUID()}.part`)
    await writeFile(part, bytes, { mode: 0o600 })
    await rename(part, join(folder, file))
  } catch {
    throw new ConfigError(`${cache}: answers of the embedding service cannot be kept there. Name another folder with --embedder-cache.`)
  }
}
