import { ConfigError } from '@corpuscope/core'
import {
  cleanText,
  compatible,
  decomposed,
  ideographsApart,
  type Letters,
  lowerCase,
  type Normaliser,
  normaliser,
  withoutAccents,
  withoutMarks,
} from './normalised-letters.ts'

/** A text as tokens. Special tokens, such as [CLS], have the place [0, 0]. */
export interface Encoding {
  readonly ids: number[]
  /** UTF-16 offsets in the text, end exclusive. */
  readonly starts: number[]
  readonly ends: number[]
}

export interface Tokenizer {
  /** The tokens of a text, without the special ones around it and without a limit. */
  tokens(text: string): Encoding
  /** Special tokens before and after every text. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly padding: number
  readonly size: number
}

/** Tokens `from` to `to` of a text with the special tokens around them: never without its last one. */
export function framed({ before, after }: Tokenizer, { ids, starts, ends }: Encoding, from: number, to: number): Encoding {
  const framing = (values: readonly number[], specials: (ids: readonly number[]) => readonly number[]): number[] => [
    ...specials(before),
    ...values.slice(from, to),
    ...specials(after),
  ]
  const nowhere = (specials: readonly number[]): readonly number[] => specials.map(() => 0)
  return {
    ids: framing(ids, (specials) => specials),
    starts: framing(starts, nowhere),
    ends: framing(ends, nowhere),
  }
}

/** A text cut at a limit that counts the special tokens too. */
export const truncated = (tokenizer: Tokenizer, text: string, limit: number): Encoding =>
  framed(tokenizer, tokenizer.tokens(text), 0, Math.max(0, limit - tokenizer.before.length - tokenizer.after.length))

/** What of `tokenizer.json` is used; the rest, its truncation and padding among it, is the caller's business. */
interface TokenizerFile {
  readonly added_tokens?: readonly { readonly id: number; readonly content: string }[]
  readonly normalizer?: Step | null
  readonly pre_tokenizer?: Step | null
  readonly post_processor?: {
    readonly type?: string
    readonly single?: readonly { readonly SpecialToken?: { readonly id: string }; readonly Sequence?: unknown }[]
    readonly special_tokens?: Readonly<Record<string, { readonly ids: readonly number[] }>>
    readonly cls?: readonly [string, number]
    readonly sep?: readonly [string, number]
  } | null
  readonly model?: {
    readonly type?: string
    readonly vocab?: Readonly<Record<string, number>>
    readonly unk_token?: string
    readonly continuing_subword_prefix?: string
    readonly max_input_chars_per_word?: number
  }
}

interface Step {
  readonly type?: string
  readonly normalizers?: readonly Step[]
  readonly pretokenizers?: readonly Step[]
  readonly clean_text?: boolean
  readonly handle_chinese_chars?: boolean
  readonly strip_accents?: boolean | null
  readonly lowercase?: boolean
}

/**
 * A WordPiece tokenizer, as `tokenizer.json` of the Hugging Face tokenizers library describes it. Offsets are kept through all steps.
 *
 * @param text  the file
 * @param name  what errors call it
 * @throws ConfigError when it is no such file, or another kind of tokenizer
 * @see Wu et al. 2016, Google's neural machine translation system, section 4.1: the longest piece first
 */
export function readTokenizer(text: string, name: string): Tokenizer {
  const file = parsed(text, name)
  const model = file.model
  if (model?.type !== 'WordPiece' && !(model && model.type === undefined && model.continuing_subword_prefix !== undefined))
    throw new ConfigError(`${name}: is a ${model?.type ?? 'nameless'} tokenizer, but only WordPiece ones (BERT, MiniLM, BGE, E5) are read.`)
  const vocabulary = new Map(Object.entries(model.vocab ?? {}))
  const unknown = vocabulary.get(model.unk_token ?? '[UNK]')
  if (unknown === undefined) throw new ConfigError(`${name}: its vocabulary does not hold the token for unknown words.`)
  const lettersOf = normaliser(normalisersOf(file.normalizer, name))
  const cut = cutterOf(file.pre_tokenizer, name)
  const prefix = model.continuing_subword_prefix ?? '##'
  const longest = model.max_input_chars_per_word ?? 100
  const added = new Map((file.added_tokens ?? []).filter(({ content }) => content !== '').map(({ content, id }) => [content, id]))
  const addedPattern = added.size > 0 ? new RegExp([...added.keys()].sort(longestFirst).map(escaped).join('|'), 'gu') : null
  const known = new Map<string, readonly { readonly id: number; readonly letters: number }[]>()

  const piecesOf = (word: readonly string[]): readonly { readonly id: number; readonly letters: number }[] => {
    const text = word.join('')
    let pieces = known.get(text)
    if (!pieces) {
      pieces = wordPieces(word, vocabulary, prefix, longest) ?? [{ id: unknown, letters: word.length }]
      // Words repeat; a bound keeps a corpus of noise from filling the memory.
      if (known.size < 50_000) known.set(text, pieces)
    }
    return pieces
  }

  const takePlain = (text: string, from: number, to: number, into: Encoding): void => {
    const letters = lettersOf(text, from, to)
    for (const [start, end] of cut(letters)) {
      let at = start
      for (const piece of piecesOf(letters.letters.slice(start, end))) {
        into.ids.push(piece.id)
        into.starts.push(letters.starts[at]!)
        into.ends.push(letters.ends[at + piece.letters - 1]!)
        at += piece.letters
      }
    }
  }

  const { before, after } = framesOf(file, name)
  return {
    tokens(text) {
      const encoding: Encoding = { ids: [], starts: [], ends: [] }
      let from = 0
      if (addedPattern)
        for (const match of text.matchAll(addedPattern)) {
          takePlain(text, from, match.index, encoding)
          from = match.index + match[0].length
          encoding.ids.push(added.get(match[0])!)
          encoding.starts.push(match.index)
          encoding.ends.push(from)
        }
      takePlain(text, from, text.length, encoding)
      return encoding
    },
    before,
    after,
    padding: vocabulary.get('[PAD]') ?? 0,
    size: Math.max(0, ...[...vocabulary.values(), ...added.values()].map((id) => id + 1)),
  }
}

const longestFirst = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1)
const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

function parsed(text: string, name: string): TokenizerFile {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {}
  throw new ConfigError(`${name}: is no JSON object. It should be the tokenizer.json that came with the model.`)
}

/** The pieces of a word, the longest first; null when some part of it is in no piece. */
function wordPieces(
  word: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
  prefix: string,
  longest: number,
): { id: number; letters: number }[] | null {
  if (word.length > longest) return null
  const pieces: { id: number; letters: number }[] = []
  for (let from = 0; from < word.length; ) {
    let to = word.length
    let id: number | undefined
    for (; to > from; to--) {
      id = vocabulary.get((from > 0 ? prefix : '') + word.slice(from, to).join(''))
      if (id !== undefined) break
    }
    if (id === undefined) return null
    pieces.push({ id, letters: to - from })
    from = to
  }
  return pieces
}

function normalisersOf(step: Step | null | undefined, name: string): Normaliser[] {
  switch (step?.type) {
    case undefined:
      return []
    case 'Sequence':
      return (step.normalizers ?? []).flatMap((each) => normalisersOf(each, name))
    case 'BertNormalizer': {
      const steps: Normaliser[] = []
      if (step.clean_text ?? true) steps.push(cleanText)
      if (step.handle_chinese_chars ?? true) steps.push(ideographsApart)
      // Where nothing is said of accents, they go with the capitals.
      if (step.strip_accents ?? step.lowercase ?? true) steps.push(withoutAccents)
      if (step.lowercase ?? true) steps.push(lowerCase)
      return steps
    }
    case 'Lowercase':
      return [lowerCase]
    case 'StripAccents':
      return [withoutMarks]
    case 'NFD':
      return [decomposed]
    case 'NFKD':
      return [compatible]
    default:
      throw new ConfigError(`${name}: normalises with "${step?.type}", which is not known here. Use the export of a BERT-like model.`)
  }
}

/** Spans of letters: words and single signs. */
type Cutter = (letters: Letters) => [number, number][]

const space = /^\p{White_Space}$/u
const sign = /^[!-/:-@[-`{-~\p{P}]$/u

function cutterOf(step: Step | null | undefined, name: string): Cutter {
  const type = step?.type === 'Sequence' && step.pretokenizers?.length === 1 ? step.pretokenizers[0]?.type : step?.type
  if (type === 'BertPreTokenizer') return (letters) => cutAt(letters, true)
  if (type === 'WhitespaceSplit') return (letters) => cutAt(letters, false)
  throw new ConfigError(`${name}: cuts words with "${type ?? 'nothing'}", which is not known here. Use the export of a BERT-like model.`)
}

/** What each letter met so far is; few letters make up a corpus. */
const kinds = new Map<string, 'space' | 'sign' | 'letter'>()
function kindOf(letter: string): 'space' | 'sign' | 'letter' {
  let kind = kinds.get(letter)
  if (!kind) kinds.set(letter, (kind = space.test(letter) ? 'space' : sign.test(letter) ? 'sign' : 'letter'))
  return kind
}

function cutAt({ letters }: Letters, signsApart: boolean): [number, number][] {
  const spans: [number, number][] = []
  let start = -1
  const close = (at: number): void => {
    if (start >= 0) spans.push([start, at])
    start = -1
  }
  for (let at = 0; at < letters.length; at++) {
    const kind = kindOf(letters[at]!)
    if (kind === 'space') close(at)
    else if (signsApart && kind === 'sign') {
      close(at)
      spans.push([at, at + 1])
    } else if (start < 0) start = at
  }
  close(letters.length)
  return spans
}

function framesOf({ post_processor: frame }: TokenizerFile, name: string): { before: number[]; after: number[] } {
  if (!frame) return { before: [], after: [] }
  if (frame.cls && frame.sep) return { before: [frame.cls[1]], after: [frame.sep[1]] }
  if (frame.type !== 'TemplateProcessing' || !frame.single)
    throw new ConfigError(`${name}: frames texts with "${frame.type}", which is not known here. Use the export of a BERT-like model.`)
  const before: number[] = []
  const after: number[] = []
  let side = before
  for (const part of frame.single) {
    if (part.Sequence) side = after
    else if (part.SpecialToken) side.push(...(frame.special_tokens?.[part.SpecialToken.id]?.ids ?? []))
  }
  return { before, after }
}
