import { describe, expect, test } from 'vitest'
import { readTokenizer, truncated } from '../src/index.ts'
import { letterTokenizer } from './letter-model.ts'

const tokenizer = readTokenizer(JSON.stringify(letterTokenizer), 'tokenizer.json')
/** Each token with the part of the text that it came from. */
const read = (text: string): [number, string][] => {
  const { ids, starts, ends } = tokenizer.tokens(text)
  return ids.map((id, i) => [id, text.slice(starts[i], ends[i])])
}

describe('WordPiece', () => {
  test.each<[string, string, [number, string][]]>([
    [
      'the longest piece first',
      'ab',
      [
        [4, 'a'],
        [6, 'b'],
      ],
    ],
    ['a word with an unknown part is unknown as a whole', 'abx', [[1, 'abx']]],
    [
      'capitals and accents fall, the place stays',
      'ÁB',
      [
        [4, 'Á'],
        [6, 'B'],
      ],
    ],
    [
      'a combining mark goes without a token of its own',
      'a\u0301b',
      [
        [4, 'a'],
        [6, 'b'],
      ],
    ],
    [
      'signs stand alone',
      'a,b',
      [
        [4, 'a'],
        [1, ','],
        [5, 'b'],
      ],
    ],
    [
      'ideographs stand alone; a rare one is two code units',
      'a𠀀b',
      [
        [4, 'a'],
        [1, '𠀀'],
        [5, 'b'],
      ],
    ],
    [
      'control characters fall, all spaces part',
      'a\u0000\u200bb\u00a0c',
      [
        [4, 'a'],
        [6, 'b'],
        [7, 'c'],
      ],
    ],
    [
      'special tokens in a text are read as such',
      'a[SEP]b',
      [
        [4, 'a'],
        [3, '[SEP]'],
        [5, 'b'],
      ],
    ],
    ['a very long word is unknown', 'a'.repeat(101), [[1, 'a'.repeat(101)]]],
    ['nothing', '', []],
  ])('%s', (_, text, tokens) => expect(read(text)).toEqual(tokens))

  test('a cut text keeps its last special token', () => {
    expect(truncated(tokenizer, 'a b a b', 4).ids).toEqual([2, 4, 5, 3])
    expect(truncated(tokenizer, '', 4).ids).toEqual([2, 3])
  })

  test('another kind of tokenizer is refused in one sentence', () => {
    const unigram = JSON.stringify({ ...letterTokenizer, model: { type: 'Unigram', vocab: [] } })
    expect(() => readTokenizer(unigram, 't.json')).toThrow(
      't.json: is a Unigram tokenizer, but only WordPiece ones (BERT, MiniLM, BGE, E5) are read.',
    )
    expect(() => readTokenizer('[', 't.json')).toThrow('t.json: is no JSON object.')
  })
})
