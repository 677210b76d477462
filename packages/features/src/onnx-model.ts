import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '@corpuscope/core'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { type Encoding, readTokenizer, type Tokenizer } from './tokenizer.ts'

/** A local transformer: tokens in, one row of numbers a token (or one a text) out. */
export interface OnnxModel {
  readonly tokenizer: Tokenizer
  /** config.json of the folder; empty when there is none. */
  readonly config: Readonly<Record<string, unknown>>
  /** SHA-256 of the model's and the tokenizer's bytes. */
  readonly fingerprint: string
  /**
   * Runs one text. Texts are never batched: the numbers of a document must not depend on the documents that happened to come with it.
   *
   * @param prefer  names of outputs, the first that the model has is read; otherwise its first output
   */
  run(tokens: Encoding, prefer?: readonly string[]): Promise<Output>
  close(): Promise<void>
}

export interface Output {
  readonly dims: readonly number[]
  readonly data: Float32Array
}

/** The version that the results are checked with. */
const runtime = 'onnxruntime-node@1.30.0'

/**
 * Opens a folder with `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json`. One processor thread and one text at a time: the same
 * bits however many worker threads there are.
 *
 * @param role  what the model is wanted for, in errors: "embedding model"
 * @throws ConfigError when the folder or the runtime is missing, or a file is not what its name says
 */
export async function openOnnxModel(folder: string, role: string): Promise<OnnxModel> {
  const path = [join(folder, 'model.onnx'), join(folder, 'onnx', 'model.onnx')].find((each) => existsSync(each))
  if (path === undefined)
    throw new ConfigError(
      `${folder}: there is no model.onnx in it. A folder for the ${role} holds model.onnx and tokenizer.json; nothing is downloaded.`,
    )
  const tokenizerText = await textOf(join(folder, 'tokenizer.json'))
  if (tokenizerText === null)
    throw new ConfigError(
      `${folder}: there is no tokenizer.json in it. A folder for the ${role} holds model.onnx and tokenizer.json; nothing is downloaded.`,
    )
  const tokenizer = readTokenizer(tokenizerText, join(folder, 'tokenizer.json'))
  const config = objectOf((await textOf(join(folder, 'config.json'))) ?? '{}', join(folder, 'config.json'))
  const { InferenceSession, Tensor } = await loadRuntime(role)
  let session: InferenceSession
  try {
    session = await InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' })
  } catch {
    throw new ConfigError(`${path}: cannot be loaded as an ONNX model. Export it again, in full precision and in one file.`)
  }
  const strange = session.inputNames.filter((name) => !(name in inputs))
  if (strange.length > 0)
    throw new ConfigError(`${path}: asks for the input "${strange[0]}". Models with input_ids, attention_mask and token_type_ids are run.`)
  return {
    tokenizer,
    config,
    fingerprint: await digestOf(path, tokenizerText),
    async run({ ids }, prefer = []) {
      const feeds = Object.fromEntries(
        session.inputNames.map((name) => [name, new Tensor('int64', inputs[name]!(ids), [1, ids.length])] as const),
      )
      let outputs: Record<string, Tensor>
      try {
        outputs = await session.run(feeds)
      } catch {
        throw new ConfigError(
          `${path}: failed on a text of ${ids.length} tokens. Lower the limit of tokens to what the model was made for.`,
        )
      }
      const name = prefer.find((each) => each in outputs) ?? session.outputNames[0]!
      const { dims, data } = outputs[name]!
      if (!(data instanceof Float32Array))
        throw new ConfigError(`${path}: gives "${name}" in another form than float32. Export it in full precision.`)
      return { dims, data }
    },
    close: () => session.release(),
  }
}

/** What a model may ask for, from the ids of one text. */
const inputs: Readonly<Record<string, (ids: readonly number[]) => BigInt64Array>> = {
  input_ids: (ids) => BigInt64Array.from(ids, BigInt),
  attention_mask: (ids) => new BigInt64Array(ids.length).fill(1n),
  token_type_ids: (ids) => new BigInt64Array(ids.length),
  position_ids: (ids) => BigInt64Array.from(ids, (_, i) => BigInt(i)),
}

/** The runtime is 50 MB and more: it is an optional peer dependency, and only loaded here. */
async function loadRuntime(role: string): Promise<typeof import('onnxruntime-node')> {
  try {
    const module = await import('onnxruntime-node')
    return (module as { default?: typeof import('onnxruntime-node') }).default ?? module
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND'
    throw new ConfigError(
      missing
        ? `The ${role} needs the package onnxruntime-node, which is not installed. Install it beside corpuscope: npm install ${runtime}`
        : `The ${role} needs the package onnxruntime-node, which is installed but cannot be loaded on this machine (${process.platform} ${process.arch}). Install it again: npm install ${runtime}`,
    )
  }
}

/** The text of a file; null when there is none. */
export async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

/** A JSON object of a model's folder. */
export function objectOf(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw new ConfigError(`${path}: is no JSON object. Take the file that came with the model.`)
}

async function digestOf(model: string, tokenizer: string): Promise<string> {
  const hash = createHash('sha256')
  for (const path of [model, `${model}.data`, `${model}_data`]) {
    if (!existsSync(path)) continue
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  }
  return hash.update(tokenizer).digest('hex')
}
