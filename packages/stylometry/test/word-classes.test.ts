import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { wordClasses, wordClassesOf } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(wordClasses()))

test('a sentence with a verb and one without: the arithmetic stands here', () => {
  const shares = wordClassesOf(createDocument({ text: 'The patient denies chest pain. Bilateral knee pain.', language: 'en' }))
  // the/DT patient/NN denies/VBZ chest/NN pain/NN bilateral/JJ knee/NN pain/NN
  // Nouns, names, verbs, adjectives, adverbs, determiners, pronouns, prepositions, conjunctions, numerals; sentences without a verb.
  expect([...shares]).toEqual([5 / 8, 0, 1 / 8, 1 / 8, 0, 1 / 8, 0, 0, 0, 0, 1 / 2])
})

test('every class is found in a sentence that has them all', () => {
  const text = 'She quickly gave the old patient 5 tablets and went to Sydney.'
  // She/PRP quickly/RB gave/VBD the/DT old/JJ patient/NN 5/CD tablets/NNS and/CC went/VBD to/TO Sydney/NNP
  const [first, ...rest] = wordClassesOf(createDocument({ text, language: 'en' }))
  expect(first).toBe(3 / 12)
  expect(rest).toEqual([1 / 12, 2 / 12, 1 / 12, 1 / 12, 1 / 12, 1 / 12, 1 / 12, 1 / 12, 1 / 12, 0])
})

test('of more documents than the sample holds, those whose keys hash lowest are tagged, however the corpus is cut', async () => {
  const documents = Array.from({ length: 2100 }, (_, i) => createDocument({ id: `n${i}`, text: `The patient ${i} sleeps`, language: 'en' }))
  const { estimate } = await audited(wordClasses(), documents)
  expect(estimate('noun-share')).toMatchObject({ n: 2000, left: 100, value: expect.closeTo(0.25, 1) })
})

test('other languages and empty documents are left out', async () => {
  const { estimate } = await audited(wordClasses(), [
    createDocument({ text: 'Der Patient', language: 'de' }),
    createDocument({ text: '', language: 'en' }),
  ])
  expect(estimate('noun-share')).toMatchObject({ status: 'not applicable', left: 2 })
})
