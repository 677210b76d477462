import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '@corpuscope/core'
import { textOf } from './onnx-model.ts'
import { numbersOf, readSafetensors } from './safetensors.ts'
import type { Embedder } from './sentence-model.ts'
import { readTokenizer } from './tokenizer.ts'

/**
 * Static word vectors in a folder, as model2vec keeps them: `model.safetensors` with a table `embeddings` (and, in newer ones, `weights` and
 * `mapping`, a weight and a row for each token) and `tokenizer.json`. The vector of a text is the mean over its known tokens, however long it is.
 *
 * @throws ConfigError when a file is missing or is not what its name says
 * @see Tulkens & van Dongen 2024, Model2Vec: fast state-of-the-art static embeddings
 */
export async function openStaticModel(folder: string): Promise<Embedder> {
  const path = join(folder, 'model.safetensors')
  const file = await readFile(path).catch(() => null)
  const tokenizerText = await textOf(join(folder, 'tokenizer.json'))
  if (file === null || tokenizerText === null)
    throw new ConfigError(`${folder}: a folder of static vectors holds model.safetensors and tokenizer.json; nothing is downloaded.`)
  const tokenizer = readTokenizer(tokenizerText, join(folder, 'tokenizer.json'))
  const { tensors } = readSafetensors(file, path)
  const table = tensors.get('embeddings') ?? tensors.get('embedding.weight')
  const [rows, d] = table?.shape ?? []
  if (!table || rows === undefined || d === undefined || table.shape.length !== 2)
    throw new ConfigError(`${path}: holds no table "embeddings" of two dimensions. It should be a folder that model2vec wrote.`)
  const values = numbersOf(table)
  const mapping = tensors.has('mapping') ? numbersOf(tensors.get('mapping')!) : null
  const weights = tensors.has('weights') ? numbersOf(tensors.get('weights')!) : null
  const unknown = (JSON.parse(tokenizerText) as { model: { unk_token?: string; vocab: Record<string, number> } }).model
  const skipped = unknown.vocab[unknown.unk_token ?? '[UNK]']
  const rowOf = (id: number): number => (mapping ? mapping[id] : id) ?? -1
  const tokens = mapping?.length ?? rows
  if (tokenizer.size > tokens || (mapping?.some((row) => row < 0 || row >= rows) ?? false) || (weights !== null && weights.length < tokens))
    throw new ConfigError(
      `${path}: has ${tokens} tokens, but tokenizer.json beside it has ${tokenizer.size}. Take both from the same model.`,
    )
  const vector = (text: string): Float32Array | null => {
    const sum = new Float64Array(d)
    let counted = 0
    for (const id of tokenizer.tokens(text).ids) {
      if (id === skipped) continue
      counted++
      const weight = weights?.[id] ?? 1
      const at = rowOf(id) * d
      for (let k = 0; k < d; k++) sum[k]! += weight * values[at + k]!
    }
    return counted === 0 ? null : Float32Array.from(sum, (value) => value / counted)
  }
  return {
    instrument: {
      id: 'static-model',
      title: `Static word vectors, local, in ${d} dimensions: the mean over a text's tokens`,
      fingerprint: createHash('sha256').update(file).update(tokenizerText).digest('hex').slice(0, 16),
    },
    embed: async (texts) => texts.map(vector),
    close: async () => undefined,
  }
}
