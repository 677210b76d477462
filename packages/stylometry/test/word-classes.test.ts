import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { wordClasses, wordClassesOf } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(wordClasses()))

test('a sentence with a verb and one without: the arithmetic stands here', () => {
  const shares = wordClassesOf(createDocument({ text: 'The patient denies chest pain. Bilateral knee pain.', language: 'en' }))
  // the/DT patient/NN denies/VBZ chest/NN pain/NN bilateral/JJ knee/NN pain/NN
  expect([...shares]).toEqual([5 / 8, 1 / 8, 1 / 8, 0, 1 / 2])
})

test('other languages and empty documents are left out', async () => {
  const { estimate } = await audited(wordClasses(), [
    createDocument({ text: 'Der Patient', language: 'de' }),
    createDocument({ text: '', language: 'en' }),
  ])
  expect(estimate('noun-share')).toMatchObject({ status: 'not applicable', left: 2 })
})
