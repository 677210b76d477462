import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A protocol-buffer field: a number, or bytes, text or a message with its length before it. */
function field(number: number, value: number | string | Uint8Array): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(number << 3), varint(value)])
  const bytes = Buffer.from(value as string)
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return Buffer.from([...bytes, value])
}

const message = (...fields: readonly Buffer[]): Buffer => Buffer.concat(fields)

/** A graph input or output: type, and the names of its axes. */
function valueInfo(name: string, type: number, axes: readonly string[]): Buffer {
  const shape = message(...axes.map((axis) => field(1, field(2, axis))))
  return message(field(1, name), field(2, field(1, message(field(1, type), field(2, shape)))))
}

/** The words that the letter model knows, by id. */
const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'a', 'b', '##b', 'c']

/**
 * A folder with the smallest ONNX model there is, written by hand: each token's row is looked up in a table of unit vectors: a, b, [CLS]
 * and [SEP] have a direction each.
 */
export function letterModel(): { readonly folder: string; remove(): void } {
  const [float, integer] = [1, 7]
  const rows = new Float32Array(vocabulary.length * 4)
  for (const [token, k] of Object.entries({ a: 0, b: 1, '[CLS]': 2, '[SEP]': 3 })) rows[vocabulary.indexOf(token) * 4 + k] = 1
  const table = message(field(1, vocabulary.length), field(1, 4), field(2, float), field(8, 'table'), field(9, new Uint8Array(rows.buffer)))
  const node = message(field(1, 'table'), field(1, 'input_ids'), field(2, 'last_hidden_state'), field(4, 'Gather'))
  const graph = message(
    field(1, node),
    field(2, 'letters'),
    field(5, table),
    field(11, valueInfo('input_ids', integer, ['n', 'tokens'])),
    field(12, valueInfo('last_hidden_state', float, ['n', 'tokens', 'width'])),
  )
  const model = message(field(1, 8), field(7, graph), field(8, field(2, 13)))
  const folder = mkdtempSync(join(tmpdir(), 'letter-model-'))
  writeFileSync(join(folder, 'model.onnx'), model)
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ max_position_embeddings: 16 }))
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(letterTokenizer))
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Its tokenizer.json, as the tokenizers library writes it. */
export const letterTokenizer = {
  truncation: { max_length: 3 },
  added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map((content, id) => ({ id, content, special: true })),
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    special_tokens: { '[CLS]': { ids: [2] }, '[SEP]': { ids: [3] } },
  },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
  },
}
