import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createDocument, type Document } from '@corpuscope/core'
import { integerBelow, seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { labellingUtility, learningSizes, taggingUtility } from '../src/index.ts'
import { bestTags, type SequenceTagger, trainTagger } from '../src/sequence-tagger.ts'

const random = seededRandom('tagger')
const anything = (tags: number): Uint8Array => new Uint8Array((tags + 1) * tags).fill(1)

test('the best sequence is the best of all sequences', () => {
  const [tags, n, width] = [3, 5, 2]
  for (let round = 0; round < 20; round++) {
    const model: SequenceTagger = {
      tags,
      weights: Float64Array.from({ length: 10 * tags }, () => random() - 0.5),
      transitions: Float64Array.from({ length: (tags + 1) * tags }, () => random() - 0.5),
      allowed: anything(tags).map((_, i) => (i === 5 ? 0 : 1)),
    }
    const features = Uint32Array.from({ length: n * width }, () => 1 + integerBelow(random, 9))
    const total = (path: readonly number[]): number =>
      path.reduce((sum, tag, i) => {
        const step = (i === 0 ? tags : path[i - 1]!) * tags + tag
        if (model.allowed[step] === 0) return Number.NEGATIVE_INFINITY
        const own = [0, 1].reduce((all, k) => all + model.weights[features[i * width + k]! * tags + tag]!, 0)
        return sum + model.transitions[step]! + own
      }, 0)
    const every = Array.from({ length: tags ** n }, (_, code) => Array.from({ length: n }, (__, i) => Math.floor(code / tags ** i) % tags))
    const best = Math.max(...every.map(total))
    expect(total([...bestTags(model, { features, width })])).toBeCloseTo(best, 12)
  }
})

test('a perceptron learns a rule that its features hold, and keeps the mean of its weights', () => {
  // Tag 1 behind feature 3, else 0.
  const sentences = Array.from({ length: 30 }, () => {
    const features = Uint32Array.from({ length: 6 }, () => 1 + integerBelow(random, 4))
    return { features, width: 1, tags: Uint8Array.from(features, (feature) => Number(feature === 3)) }
  })
  const model = trainTagger(sentences, { tags: 2, columns: 8, allowed: anything(2), epochs: 30, random })
  for (const sentence of sentences) expect([...bestTags(model, sentence)]).toEqual([...sentence.tags])
  // One sentence once: the weights were 0 before it and 1 after it, so their mean is 1/2.
  const once = trainTagger([{ features: Uint32Array.of(1), width: 1, tags: Uint8Array.of(1) }], {
    tags: 2,
    columns: 2,
    allowed: anything(2),
    epochs: 1,
    random,
  })
  expect([...once.weights]).toEqual([0, 0, -1 / 2, 1 / 2])
})

const drugs = ['aspirin', 'codeine', 'insulin', 'digoxin', 'warfarin', 'lithium']
const marked = (id: string, right: boolean): Document => {
  const drug = drugs[integerBelow(random, drugs.length)]!
  const text = `Patient ${id} was given ${drug} daily and felt ${['well', 'tired', 'better'][integerBelow(random, 3)]}.`
  const start = text.indexOf(right ? drug : 'felt')
  return createDocument({ id, text, language: 'en', annotations: [{ type: 'drug', start, end: start + (right ? drug.length : 4) }] })
}

test('a corpus with the right spans is worth more than one with the wrong ones, at as many documents', () => {
  const of = (prefix: string, n: number, right: boolean): Document[] => Array.from({ length: n }, (_, i) => marked(`${prefix}${i}`, right))
  const { points, difference } = taggingUtility(
    { corpus: of('a', 40, true), baseline: of('b', 20, false), test: of('t', 20, true) },
    { seed: 1 },
  )
  const type = points.map(({ corpus, documents, scores }) => [corpus, documents, scores.find(({ score }) => score === 'type')!.value])
  expect(type[3]).toEqual(['corpus', 40, 1])
  expect(type.at(-1)).toEqual(['baseline', 20, 0])
  expect(difference).toEqual({ documents: 20, score: 'type', value: 1, interval: [1, 1] })
})

test('labels: what words tell apart is learned, and two corpora alike do not differ', () => {
  const of = (prefix: string, n: number): Document[] =>
    Array.from({ length: n }, (_, i) => {
      const sick = i % 2 === 0
      return createDocument({
        id: `${prefix}${i}`,
        text: `${sick ? 'fever and chills' : 'script renewed'} seen ${i}`,
        label: sick ? 'ill' : 'well',
      })
    })
  const { points, difference } = labellingUtility({ corpus: of('a', 60), baseline: of('b', 60), test: of('t', 40) }, { seed: 1 })
  expect(points.at(-1)!.scores.map(({ score, value }) => [score, value])).toEqual([
    ['accuracy', 1],
    ['macro-f1', 1],
  ])
  expect(difference).toEqual({ documents: 60, score: 'accuracy', value: 0, interval: [0, 0] })
})

test.each([
  [100, [6, 13, 25, 50, 100]],
  [9, [5, 9]],
  [3, [3]],
])('sizes of a learning curve over %d documents', (n, sizes) => expect(learningSizes(n)).toEqual(sizes))

const ncbi = fileURLToPath(new URL('../../../../shared/corpora/ncbi_disease/ncbi_disease.jsonl', import.meta.url))

// Doğan, Leaman & Lu 2014 report 0.818 for BANNER, a conditional random field, trained on the training part and scored on the test part, exact spans.
test.skipIf(!existsSync(ncbi))('finds diseases as well as a conditional random field is reported to, within 0.03', () => {
  const read = (split: string): Document[] =>
    readFileSync(ncbi, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter((record) => record.split === split)
      .map(({ id, text, spans }) =>
        createDocument({
          id,
          text,
          language: 'en',
          annotations: spans.map(({ start, end }: { start: number; end: number }) => ({ start, end, type: 'disease' })),
        }),
      )
  const train = read('train')
  const { points } = taggingUtility({ corpus: train, test: read('test') }, { seed: 1, modes: ['span'] })
  const [f1, half] = [points.at(-1)!, points.at(-2)!].map(({ scores }) => scores[0]!.value!)
  expect(f1).toBeGreaterThan(0.788)
  expect(f1).toBeGreaterThan(half!)
})
