import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { overusedPhrases } from '../src/index.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(overusedPhrases(), { beside: true, features: [wordSequences()], rounds: 2 }))

const common = 'the patient has pain and fever in the chest with cough for three days no rash seen today given advice'.split(' ')

function corpus(seed: string, tail: (i: number) => string) {
  const random = seededRandom(seed)
  return Array.from({ length: 60 }, (_, i) => {
    const words = Array.from({ length: 80 }, () => common[Math.floor(random() * common.length)]!)
    return createDocument({ id: `${seed}${i}`, language: 'en', text: `${words.join(' ')} ${tail(i)}` })
  })
}

const options = (against: ReturnType<typeof corpus>) => ({ against, features: [wordSequences()] })

test('a planted phrase is found, and two corpora of one making have none', async () => {
  const plain = corpus('b', () => '')
  const found = await audited(
    overusedPhrases(),
    corpus('a', () => 'rich tapestry of symptoms rich tapestry of symptoms'),
    'en',
    options(plain),
  )
  expect(found.estimate('overused-phrases')!.value).toBeGreaterThanOrEqual(4)
  const phrases = found.audit.tables[0]!.rows.map(([phrase]) => phrase)
  expect(phrases).toContain('rich tapestry of')
  expect(phrases).not.toContain('the')
  const none = await audited(
    overusedPhrases(),
    corpus('c', () => ''),
    'en',
    options(plain),
  )
  expect(none.estimate('overused-phrases')!.value).toBe(0)
})

test('a word that no dictionary knows, and a phrase of fewer than five documents, are counted or left out but never shown', async () => {
  const written = corpus('a', (i) => `zbigniewska zbigniewska zbigniewska ${i < 4 ? 'purple elephant '.repeat(40) : ''}`)
  const { audit, estimate } = await audited(overusedPhrases(), written, 'en', options(corpus('b', () => '')))
  expect(estimate('overused-phrases')!.value).toBeGreaterThan(0)
  expect(JSON.stringify(audit)).not.toMatch(/zbigniewska|elephant/)
})

test('without another corpus: not applicable, with the reason', async () =>
  expect(
    (
      await audited(
        overusedPhrases(),
        corpus('a', () => ''),
        'en',
        { features: [wordSequences()] },
      )
    ).estimate('overused-phrases'),
  ).toMatchObject({
    status: 'not applicable',
    value: null,
  }))
