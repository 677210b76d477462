import { ConfigError } from '@corpuscope/core'
import { openOnnxModel } from './onnx-model.ts'
import { framed } from './tokenizer.ts'

/** A token with what a model takes it for. */
export interface ClassifiedToken {
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly label: string
  /** One a label, in the order of `labels`. */
  readonly logits: Float32Array
}

export interface TokenClassifier {
  readonly labels: readonly string[]
  /** SHA-256 of the model's and the tokenizer's bytes. */
  readonly fingerprint: string
  /** The tokens of a text in order, special ones left out; long texts are read in windows that overlap. */
  classify(text: string): Promise<readonly ClassifiedToken[]>
  close(): Promise<void>
}

export interface TokenClassifierOptions {
  /** Most tokens of a window, the special ones counted. */
  readonly maxTokens?: number
}

/**
 * A token-classification model in a folder: model.onnx, tokenizer.json and config.json with its labels. A token near the edge of a window lacks
 * the words beyond it, so windows overlap by half and each token is taken from the window in which it stands farthest from an edge.
 */
export async function openTokenClassifier(folder: string, options: TokenClassifierOptions = {}): Promise<TokenClassifier> {
  const model = await openOnnxModel(folder, 'token classifier')
  const { tokenizer, config } = model
  const labels = labelsOf(config['id2label'], folder)
  const most = Number(config['max_position_embeddings'] ?? 512)
  const limit = options.maxTokens ?? Math.min(most, 256)
  const lead = tokenizer.before.length
  const size = limit - lead - tokenizer.after.length
  if (!Number.isInteger(limit) || size < 1 || limit > most)
    throw new ConfigError(
      `${folder}: a window of ${limit} tokens is not possible. The model reads at most ${most}, special tokens counted.`,
    )
  return {
    labels,
    fingerprint: model.fingerprint,
    async classify(text) {
      const tokens = tokenizer.tokens(text)
      const n = tokens.ids.length
      const found: ClassifiedToken[] = []
      const depths: number[] = []
      for (const [from, to] of overlapping(n, size)) {
        const { dims, data } = await model.run(framed(tokenizer, tokens, from, to), ['logits'])
        const width = dims[2]!
        if (width !== labels.length)
          throw new ConfigError(`${folder}: gives ${width} numbers a token, but config.json names ${labels.length} labels.`)
        for (let i = from; i < to; i++) {
          const depth = Math.min(from === 0 ? n : i - from, to === n ? n : to - 1 - i)
          if (depths[i] !== undefined && depths[i]! >= depth) continue
          depths[i] = depth
          const logits = data.slice((lead + i - from) * width, (lead + i - from + 1) * width)
          found[i] = { start: tokens.starts[i]!, end: tokens.ends[i]!, label: labels[logits.indexOf(Math.max(...logits))]!, logits }
        }
      }
      return found
    },
    close: model.close,
  }
}

/** Windows that share half of their tokens with the next; the last reaches back, so that all are full. */
function overlapping(n: number, size: number): [number, number][] {
  if (n === 0) return []
  const windows: [number, number][] = []
  const step = Math.max(1, Math.floor(size / 2))
  for (let from = 0; ; from += step) {
    if (from + size >= n) return [...windows, [Math.max(0, n - size), n]]
    windows.push([from, from + size])
  }
}

function labelsOf(named: unknown, folder: string): readonly string[] {
  const labels = typeof named === 'object' && named !== null ? Object.entries(named) : []
  const ordered: string[] = []
  for (const [id, label] of labels) if (typeof label === 'string') ordered[Number(id)] = label
  if (ordered.length === 0 || Object.keys(ordered).length !== labels.length)
    throw new ConfigError(`${folder}: config.json does not name the labels ("id2label"). Take the file that came with the model.`)
  return ordered
}
