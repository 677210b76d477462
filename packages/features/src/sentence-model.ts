import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { ConfigError, type Instrument } from '@corpuscope/core'
import { objectOf, openOnnxModel, textOf } from './onnx-model.ts'
import { framed } from './tokenizer.ts'

/** How a text longer than the model's limit is read: its beginning; its first and last window averaged; all windows averaged. */
export type LongTexts = 'cut' | 'first-last' | 'all'

export interface SentenceModelOptions {
  /** How the rows of the tokens become one; otherwise as the folder says, otherwise their mean. */
  readonly pooling?: 'mean' | 'cls'
  /** Most tokens of a window, the special ones counted; otherwise as the folder says. */
  readonly maxTokens?: number
  readonly longTexts?: LongTexts
}

/** Something that gives a text a point. */
export interface Embedder {
  readonly instrument: Instrument
  /**
   * A vector for each text, not scaled; null for a text without a token or word that the model knows of. All have the same length.
   * A text gets the same bits whichever texts come with it.
   */
  embed(texts: readonly string[]): Promise<readonly (Float32Array | null)[]>
  close(): Promise<void>
}

export interface SentenceModel extends Embedder {
  /** The unit vector of one text; the empty text has one too, made of the special tokens alone. */
  vector(text: string): Promise<Float32Array>
}

/**
 * A sentence-embedding model in a folder: model.onnx and tokenizer.json. Limit and pooling come from the caller, from `pooling.json`
 * (`{"pooling": "mean", "max_length": 256}`) or from the files of sentence-transformers; never from tokenizer.json, whose limit is often wrong.
 *
 * @see Reimers & Gurevych 2019, Sentence-BERT, for mean and CLS pooling
 */
export async function openSentenceModel(folder: string, options: SentenceModelOptions = {}): Promise<SentenceModel> {
  const model = await openOnnxModel(folder, 'embedding model')
  const said = await readPooling(folder)
  const pooling = options.pooling ?? said.pooling ?? 'mean'
  const { tokenizer, config } = model
  const most = Number(config['max_position_embeddings'] ?? Number.POSITIVE_INFINITY)
  const limit = options.maxTokens ?? said.limit ?? Math.min(most, 512)
  const specials = tokenizer.before.length + tokenizer.after.length
  if (!Number.isInteger(limit) || limit <= specials || limit > most)
    throw new ConfigError(
      `${folder}: a window of ${limit} tokens is not possible. The model reads ${specials + 1} to ${most}, special tokens counted.`,
    )
  const longTexts = options.longTexts ?? 'cut'
  const size = limit - specials

  const pooled = async (tokens: ReturnType<typeof tokenizer.tokens>, from: number, to: number): Promise<Float64Array> => {
    const { dims, data } = await model.run(framed(tokenizer, tokens, from, to), [
      'sentence_embedding',
      'last_hidden_state',
      'token_embeddings',
    ])
    return unit(dims.length === 2 ? Float64Array.from(data.subarray(0, dims[1])) : pool(data, dims[1]!, dims[2]!, pooling))
  }
  const vector = async (text: string): Promise<Float32Array> => {
    const tokens = tokenizer.tokens(text)
    const windows = windowsOf(tokens.ids.length, size, longTexts)
    const parts: Float64Array[] = []
    for (const [from, to] of windows) parts.push(await pooled(tokens, from, to))
    return Float32Array.from(unit(meanOf(parts)))
  }
  const how =
    longTexts === 'cut'
      ? `the first ${limit} tokens`
      : longTexts === 'all'
        ? `windows of ${limit} tokens, averaged`
        : `the first and last ${limit} tokens, averaged`
  return {
    instrument: {
      id: 'sentence-model',
      title: `Sentence model, local (${how}; ${pooling === 'cls' ? 'CLS token' : 'mean of tokens'})`,
      fingerprint: createHash('sha256')
        .update(JSON.stringify([model.fingerprint, pooling, limit, longTexts]))
        .digest('hex')
        .slice(0, 16),
    },
    vector,
    async embed(texts) {
      const vectors: (Float32Array | null)[] = []
      for (const text of texts) vectors.push(tokenizer.tokens(text).ids.length === 0 ? null : await vector(text))
      return vectors
    },
    close: model.close,
  }
}

/** Where the windows of a text of n tokens begin and end. The last window of a long text reaches back, so that all are full. */
export function windowsOf(n: number, size: number, longTexts: LongTexts): [number, number][] {
  if (n <= size || longTexts === 'cut') return [[0, Math.min(n, size)]]
  if (longTexts === 'first-last')
    return [
      [0, size],
      [n - size, n],
    ]
  const windows: [number, number][] = []
  for (let from = 0; from < n; from += size) windows.push(from + size <= n ? [from, from + size] : [n - size, n])
  return windows
}

function pool(data: Float32Array, tokens: number, width: number, pooling: 'mean' | 'cls'): Float64Array {
  const out = new Float64Array(width)
  const counted = pooling === 'cls' ? 1 : tokens
  for (let token = 0; token < counted; token++) for (let k = 0; k < width; k++) out[k]! += data[token * width + k]!
  return out.map((value) => value / counted)
}

function meanOf(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts[0]!.length)
  for (const part of parts) for (let k = 0; k < out.length; k++) out[k]! += part[k]! / parts.length
  return out
}

function unit(vector: Float64Array): Float64Array {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares)
  return length > 0 ? vector.map((value) => value / length) : vector
}

async function readPooling(folder: string): Promise<{ pooling?: 'mean' | 'cls'; limit?: number }> {
  const read = async (...names: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
    const path = join(folder, ...names)
    const text = await textOf(path)
    return text === null ? {} : objectOf(text, path)
  }
  const [own, pooling, limit] = [
    await read('pooling.json'),
    await read('1_Pooling', 'config.json'),
    await read('sentence_bert_config.json'),
  ]
  const how =
    own['pooling'] ??
    (pooling['pooling_mode_cls_token'] === true ? 'cls' : pooling['pooling_mode_mean_tokens'] === true ? 'mean' : undefined)
  if (how !== undefined && how !== 'mean' && how !== 'cls')
    throw new ConfigError(`${join(folder, 'pooling.json')}: "pooling" must be "mean" or "cls".`)
  const most = own['max_length'] ?? limit['max_seq_length']
  return { ...(how && { pooling: how }), ...(typeof most === 'number' && { limit: most }) }
}
