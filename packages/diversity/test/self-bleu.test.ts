import { expect, test } from 'vitest'
import { selfBleu } from '../src/index.ts'
import { counted, hasWording, numbered } from './counted.ts'
import { vectors } from './examples.ts'

const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

test('copies score 1, strangers 0, an empty document 0', () => {
  const found = selfBleu(numbered(['no acute distress today', 'no acute distress today', 'rash itch', '']))
  expect([...found]).toEqual([1, 1, 0, 0])
})

test('one document has no other', () => expect(selfBleu(numbered(['no acute distress']))[0]).toBeNaN())

test('a run counts at most as often as one other document has it', () => {
  // Of four words two are matched; BLEU-1 is 2/4, longer than both references.
  expect(selfBleu(numbered(['no no no pain', 'no pain', 'pain']), 1)[0]).toBeCloseTo(2 / 4, 14)
})

test.skipIf(!vectors)('agrees with NLTK on the reference documents to 1e-9', () => {
  const documents = numbered(vectors.texts.documents)
  for (const order of [2, 4]) {
    const { per_document, mean: expected } = vectors.texts.self_bleu[`self_bleu_${order}`]
    const found = selfBleu(documents, order)
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(per_document[i], 9)
    })
    expect(mean(found)).toBeCloseTo(expected, 9)
  }
})

test.skipIf(!hasWording).each(['syngp500', 'ncbi_disease', 'primock57-notes', 'primock57-dialogues', 'ag_news_test3000', 'grascco_phi'])(
  '%s: self-BLEU of the first 60 documents as by NLTK, to 1e-9',
  (name) => {
    const { texts, oracle } = counted(name)
    const documents = numbered(texts.slice(0, 60))
    const found = selfBleu(documents).filter((_, i) => documents[i]!.length >= 4)
    expect(mean(found)).toBeCloseTo(oracle.self_bleu60, 9)
  },
)
