import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, CorpusError, type Document, type EmbedderOptions, type Feature, type Instrument, type Rows } from '@corpuscope/core'
import type { Embedding } from './embedding.ts'
import { openEmbeddingService } from './embedding-service.ts'
import { type Embedder, openSentenceModel } from './sentence-model.ts'
import { openStaticModel } from './static-model.ts'

/** What is known of the embedder once a document was observed. */
interface Made {
  instrument: Instrument | null
  /** Dimensions; 0 while no document has a point. */
  d: number
}

const list = 'embedding.vector'

/**
 * The feature `embedding` by a model or a service: each document's vector is made before the document is observed and travels with the
 * columns, so that threads and parts of a corpus each embed their own.
 */
export function embeddedBy(options: EmbedderOptions): Feature<Made, Embedding> {
  const vectors = new WeakMap<Document, Float32Array>()
  let opened: Promise<Embedder> | undefined
  let instrument: Instrument | null = null
  return {
    id: 'embedding',
    create: () => ({ instrument: null, d: 0 }),
    async attach(documents) {
      const embedder = await (opened ??= openEmbedder(options))
      instrument = embedder.instrument
      const found = await embedder.embed(documents.map(({ text }) => text))
      documents.forEach((document, i) => {
        const vector = found[i]
        if (vector) vectors.set(document, vector)
      })
    },
    observe(partial, document) {
      partial.instrument ??= instrument
      const vector = vectors.get(document)
      if (!vector) return undefined
      partial.d = sameWidth(partial.d, vector.length)
      return { lists: { [list]: vector } }
    },
    merge(partial, other) {
      if (partial.instrument && other.instrument && partial.instrument.fingerprint !== other.instrument.fingerprint)
        throw new CorpusError('The parts were embedded by different models. Observe all of them with the same one.')
      partial.instrument ??= other.instrument
      if (other.d > 0) partial.d = sameWidth(partial.d, other.d)
    },
    conclude: (partial, { rows }) => placed(rows, partial),
    beside(partial, { rows }, main) {
      if (partial.instrument && partial.instrument.fingerprint !== main.instrument.fingerprint)
        throw new CorpusError('The two corpora were embedded by different models. Observe both with the same one.')
      return placed(rows, { instrument: main.instrument, d: partial.d })
    },
  }
}

function sameWidth(before: number, width: number): number {
  if (before > 0 && before !== width)
    throw new CorpusError(`The embedder gave vectors of ${before} and of ${width} numbers. They must all have the same length.`)
  return width
}

function placed(rows: Rows, { instrument, d }: Made): Embedding {
  const { n } = rows
  const vectors = new Float64Array(n * d)
  const has = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    const row = rows.list(list, i)
    let squares = 0
    for (const value of row) squares += value * value
    const length = Math.sqrt(squares)
    if (!(length > 0)) continue
    has[i] = 1
    for (let k = 0; k < d; k++) vectors[i * d + k] = row[k]! / length
  }
  return { n, d, vectors, has, instrument: instrument ?? { id: 'no-embedder', title: 'No document was embedded', fingerprint: 'none' } }
}

/** The embedder that the options name, by what lies there. */
export async function openEmbedder({ from, model, cache, pooling, maxTokens, longTexts }: EmbedderOptions): Promise<Embedder> {
  const windows = Object.fromEntries(Object.entries({ pooling, maxTokens, longTexts }).filter(([, value]) => value !== undefined))
  if (/^https?:\/\//i.test(from)) {
    const [unread] = Object.keys(windows)
    if (unread !== undefined)
      throw new ConfigError(`embedder: "${unread}" is for local models; the service at an address decides it itself. Leave it out.`)
    return openEmbeddingService(from, model, { ...(cache !== undefined && { cache }) })
  }
  if (!existsSync(from))
    throw new ConfigError(`${from}: there is no such folder of a model. Name a folder that holds one; nothing is downloaded.`)
  const onnx = existsSync(join(from, 'model.onnx')) || existsSync(join(from, 'onnx', 'model.onnx'))
  if (!onnx && existsSync(join(from, 'model.safetensors'))) return openStaticModel(from)
  return openSentenceModel(from, windows)
}
