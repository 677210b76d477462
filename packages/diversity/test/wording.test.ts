import { type Audit, obeysTheLaws } from '@corpuscope/core'
import { wordSequences } from '@corpuscope/features'
import { expect, test } from 'vitest'
import { wording } from '../src/index.ts'
import { counted, hasWording } from './counted.ts'
import { audited, documentsOf, subjects } from './examples.ts'

const of = ({ estimates }: Audit, id: string) => estimates.find(({ measure }) => measure === id)!
const measured = async (texts: readonly string[]) => (await audited(wording(), documentsOf(texts))).audit

test('obeys the laws', () => obeysTheLaws(wording(), { features: [wordSequences()] }))

test('three copies of five words, by hand', async () => {
  const audit = await measured(Array.from({ length: 3 }, () => 'no chest pain or fever'))
  expect(of(audit, 'distinct-1').value).toBeCloseTo(5 / 15, 14)
  expect(of(audit, 'distinct-4').value).toBeCloseTo(2 / 6, 14)
  expect(of(audit, 'n-gram-diversity').value).toBeCloseTo(4 / 3, 14)
  expect(of(audit, 'self-repetition').value).toBeCloseTo(Math.log(1 + 4), 14)
  expect(of(audit, 'self-bleu').value).toBeCloseTo(1, 14)
  expect(of(audit, 'rouge-l-homogenisation').value).toBeCloseTo(1, 14)
})

test.skipIf(!hasWording)('notes of PriMock57, in key order: what does not depend on order is as counted by Python packages', async () => {
  const { texts, oracle } = counted('primock57-notes')
  const audit = await measured(texts)
  // Our words keep combining marks and cut unspaced scripts: the same on these notes.
  expect(of(audit, 'n-gram-diversity').value).toBeCloseTo(oracle.ngrams['ngram_diversity_1to4']!, 9)
  expect(of(audit, 'self-repetition').value).toBeCloseTo(oracle.ngrams['self_repetition_4']!, 9)
  expect(of(audit, 'self-bleu').value).toBeCloseTo(oracle.self_bleu60, 9)
})

test('one subject repeats itself more than eight, by every measure across documents, each inside its interval', async () => {
  const one = await measured(subjects(60, 1))
  const eight = await measured(subjects(60, 8))
  for (const id of ['self-bleu', 'rouge-l-homogenisation']) expect(of(one, id).value!).toBeGreaterThan(of(eight, id).value!)
  expect(of(one, 'distinct-1').value!).toBeLessThan(of(eight, 'distinct-1').value!)
  for (const { value, interval } of one.estimates) {
    expect(interval![0]).toBeLessThanOrEqual(value!)
    expect(interval![1]).toBeGreaterThanOrEqual(value!)
  }
})

test.each([
  ['empty texts', ['', ' ']],
  ['no document', ['']],
])('%s: no value, and why', async (_, texts) => {
  for (const { value, reason } of (await measured(texts)).estimates) {
    expect(value).toBeNull()
    expect(reason).toBeTruthy()
  }
})

test('short documents: words have a share, runs of four have none', async () => {
  const audit = await measured(['fever', 'no fever'])
  expect(of(audit, 'distinct-1')).toMatchObject({ value: 2 / 3, n: 2, interval: null })
  expect(of(audit, 'distinct-2')).toMatchObject({ value: 1, n: 1, left: 1 })
  expect(of(audit, 'n-gram-diversity').reason).toContain('no document has 4 words')
  expect(of(audit, 'self-bleu').status).toBe('not applicable')
})

test('other scripts have runs of words', async () => {
  const audit = await measured(['患者发热三天，咳嗽', '患者发热三天，头痛', 'ปวดท้องมากวันนี้', 'боль в груди сегодня утром'])
  expect(of(audit, 'distinct-2').value!).toBeGreaterThan(0.5)
  expect(of(audit, 'distinct-2').value!).toBeLessThan(1)
})
