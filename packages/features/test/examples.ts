import {
  type Analysis,
  concludeState,
  createDocument,
  createState,
  type Document,
  type Feature,
  mergeStates,
  observer,
  type Result,
  type Suite,
} from '@corpuscope/core'
import { type Embedding, embedding } from '../src/index.ts'

/** Documents with ids in the order of their texts. */
export const documentsOf = (texts: readonly string[]): Document[] =>
  texts.map((text, i) => createDocument({ id: `note-${String(i).padStart(3, '0')}`, text }))

/** What the feature makes of the documents, given to it one part after the other. */
export async function made<Partial, Value>(feature: Feature<Partial, Value>, ...parts: readonly (readonly Document[])[]): Promise<Value> {
  let value: Value | undefined
  const taker: Analysis<null> = {
    id: 'taker',
    measures: [],
    needs: [feature.id],
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude(_, context): Result {
      value = context.feature<Value>(feature.id)
      return { estimates: [] }
    },
  }
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'test', title: 'Test', question: 'What is made?', analyses: [taker], headlines: [] }],
    features: [feature as Feature],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  for (const documents of parts) {
    const part = createState(suite)
    for (const document of documents) observer(suite, part)(document, 'test')
    mergeStates(suite, state, part)
  }
  await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  return value!
}

export const embeddingOf = (texts: readonly string[], options: { rank?: number; seed?: number } = {}): Promise<Embedding> =>
  made(embedding(options), documentsOf(texts))

/** Cosine of two documents' points. */
export function cosine({ d, vectors }: Embedding, i: number, j: number): number {
  let sum = 0
  for (let k = 0; k < d; k++) sum += vectors[i * d + k]! * vectors[j * d + k]!
  return sum
}
