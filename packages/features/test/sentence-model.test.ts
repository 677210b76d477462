import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { openSentenceModel, openTokenClassifier, windowsOf } from '../src/index.ts'
import { letterModel } from './letter-model.ts'

const shared = fileURLToPath(new URL('../../../../shared/models', import.meta.url))
const here = existsSync(shared)
if (!here) console.log('skipped: the models of ../shared are not here')

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let most = a.length === b.length ? 0 : Number.POSITIVE_INFINITY
  for (let i = 0; i < b.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!))
  return most
}

describe.skipIf(!here)('agrees with PyTorch on the tiny models', () => {
  interface Expected {
    pooling: 'mean' | 'cls'
    text: string
    embedding: number[]
  }
  const expected: Expected[] = here ? JSON.parse(readFileSync(`${shared}/tiny-bert/expected.json`, 'utf8')) : []
  test.each(expected.map((each) => [each.pooling, each.text.slice(0, 30), each] as const))(
    '%s of "%s"',
    async (pooling, _, { text, embedding }) => {
      const model = await openSentenceModel(`${shared}/tiny-bert`, { pooling })
      expect(distance(await model.vector(text), embedding)).toBeLessThan(1e-5)
      await model.close()
    },
  )

  interface Classified {
    text: string
    labels: string[]
    offsets: [number, number][]
    logits: number[][]
  }
  const classified: Classified[] = here ? JSON.parse(readFileSync(`${shared}/tiny-bert-ner/expected.json`, 'utf8')) : []
  test.each(classified.map((each) => [each.text.slice(0, 30), each] as const))(
    'labels of "%s"',
    async (_, { text, labels, offsets, logits }) => {
      const model = await openTokenClassifier(`${shared}/tiny-bert-ner`)
      const tokens = await model.classify(text)
      // Those of the file begin and end with the special tokens.
      expect(tokens.map(({ label }) => label)).toEqual(labels.slice(1, -1))
      expect(tokens.map(({ start, end }) => [start, end])).toEqual(offsets.slice(1, -1))
      for (const [i, token] of tokens.entries()) expect(distance(token.logits, logits[i + 1]!)).toBeLessThan(1e-5)
      await model.close()
    },
  )

  test('the limit of pooling.json holds, not that of tokenizer.json', async () => {
    const model = await openSentenceModel(`${shared}/tiny-bert`)
    const long = 'word '.repeat(600)
    expect(distance(await model.vector(long), await model.vector('word '.repeat(254)))).toBe(0)
    expect(distance(await model.vector(long), await model.vector('word '.repeat(126)))).toBeGreaterThan(1e-4)
    await model.close()
  })
})

describe('a model that gives each letter a direction', () => {
  const model = letterModel()
  afterAll(model.remove)

  test('the mean counts every token, the special ones too', async () => {
    const opened = await openSentenceModel(model.folder)
    // [CLS] a b [SEP]: four directions of equal length.
    expect(distance(await opened.vector('a b'), [0.5, 0.5, 0.5, 0.5])).toBeLessThan(1e-7)
    expect(
      distance(
        await opened.vector('a a'),
        [2, 0, 1, 1].map((value) => value / Math.sqrt(6)),
      ),
    ).toBeLessThan(1e-7)
    expect(await opened.embed(['', ' \n'])).toEqual([null, null])
    await opened.close()
  })

  test('long texts: the beginning, both ends, all of it', async () => {
    const at = async (longTexts: 'cut' | 'first-last' | 'all'): Promise<number[]> => {
      const opened = await openSentenceModel(model.folder, { longTexts, maxTokens: 4 })
      const vector = await opened.vector('a a b b b b')
      await opened.close()
      return [...vector]
    }
    const unit = (values: readonly number[]): number[] => values.map((value) => value / Math.hypot(...values))
    const [aa, bb] = [unit([2, 0, 1, 1]), unit([0, 2, 1, 1])]
    expect(distance(await at('cut'), aa)).toBeLessThan(1e-7)
    expect(distance(await at('first-last'), unit(aa.map((value, k) => value + bb[k]!)))).toBeLessThan(1e-7)
    expect(distance(await at('all'), unit(aa.map((value, k) => value + 2 * bb[k]!)))).toBeLessThan(1e-7)
  })

  test('what changes a number changes the fingerprint', async () => {
    const prints = new Set<string>()
    for (const options of [{}, { pooling: 'cls' }, { maxTokens: 6 }, { longTexts: 'all' }] as const) {
      const opened = await openSentenceModel(model.folder, options)
      prints.add(opened.instrument.fingerprint)
      await opened.close()
    }
    expect(prints.size).toBe(4)
  })

  test('a folder without a model, or a limit it cannot read, is said', async () => {
    await expect(openSentenceModel('/nowhere')).rejects.toThrow(
      '/nowhere: there is no model.onnx in it. A folder for the embedding model holds model.onnx',
    )
    await expect(openSentenceModel(model.folder, { maxTokens: 2 })).rejects.toThrow(
      'a window of 2 tokens is not possible. The model reads 3 to 16',
    )
  })
})

test('windows cover the text, and the last one reaches back', () => {
  expect(windowsOf(3, 4, 'all')).toEqual([[0, 3]])
  expect(windowsOf(0, 4, 'first-last')).toEqual([[0, 0]])
  expect(windowsOf(9, 4, 'cut')).toEqual([[0, 4]])
  expect(windowsOf(9, 4, 'first-last')).toEqual([
    [0, 4],
    [5, 9],
  ])
  expect(windowsOf(9, 4, 'all')).toEqual([
    [0, 4],
    [4, 8],
    [5, 9],
  ])
})
