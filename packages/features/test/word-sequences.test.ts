import { type Analysis, concludeState, createDocument, createState, observer, type Suite } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { type WordSequences, wordSequences } from '../src/index.ts'

test('the words of each document in order, the same word the same number everywhere', async () => {
  let made: WordSequences | undefined
  const asking: Analysis<null> = {
    id: 'asking',
    measures: [],
    needs: ['words'],
    create: () => null,
    observe: () => undefined,
    merge: () => undefined,
    conclude(_, context) {
      made = context.feature<WordSequences>('words')
      return { estimates: [] }
    },
  }
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'test', title: 'Test', question: 'Which words?', analyses: [asking], headlines: [] }],
    features: [wordSequences()],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  for (const [id, text] of [
    ['b', 'pain, No fever'],
    ['a', 'No pain. No'],
    ['c', ''],
  ] as const)
    observe(createDocument({ id, text }), 'test')
  await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  const [first, second, third] = [0, 1, 2].map((i) => [...made!.of(i)])
  expect(made!.n).toBe(3)
  expect(first).toEqual([second![1], second![0], second![1]])
  expect(new Set(second).size).toBe(3)
  expect(third).toEqual([])
})
