import { type Audit, obeysTheLaws } from '@corpuscope/core'
import { embedding } from '@corpuscope/features'
import { expect, test } from 'vitest'
import { embeddingSpread } from '../src/index.ts'
import { audited, documentsOf, subjects } from './examples.ts'

const of = ({ estimates }: Audit, id: string) => estimates.find(({ measure }) => measure === id)!
const measured = async (texts: readonly string[]) => (await audited(embeddingSpread(), documentsOf(texts))).audit

test('obeys the laws', () => obeysTheLaws(embeddingSpread(), { features: [embedding()] }))

test('four subjects spread more than one, by every measure, each inside its interval', async () => {
  const one = await measured(subjects(80, 1))
  const four = await measured(subjects(80, 4))
  for (const id of ['embedding-span', 'dcscore']) expect(of(four, id).value!).toBeGreaterThan(of(one, id).value! * 1.05)
  for (const { value, interval } of four.estimates) {
    expect(interval![0]).toBeLessThan(value!)
    expect(interval![1]).toBeGreaterThan(value!)
  }
})

test('identical texts have no spread and are worth one document', async () => {
  const audit = await measured(Array.from({ length: 30 }, () => 'fever and chest pain'))
  expect(of(audit, 'embedding-span').value).toBeCloseTo(0, 12)
  expect(of(audit, 'mst-dispersion')).toMatchObject({ value: 0, interval: [0, 0] })
  expect(of(audit, 'dcscore').value).toBeCloseTo(1, 12)
})

test('of more than 1,000 documents a sample is compared, and said', async () => {
  const audit = await measured(subjects(1100))
  expect(of(audit, 'embedding-span')).toMatchObject({ n: 1100, left: 0 })
  expect(of(audit, 'mst-dispersion')).toMatchObject({ n: 1000, left: 100 })
  expect(of(audit, 'mst-dispersion').reason).toContain('1,000 of 1,100 documents drawn')
})

test.each([
  ['empty texts', ['', '']],
  ['one document', ['fever']],
])('%s: no value, and why', async (_, texts) => {
  const { estimates } = await measured(texts)
  expect(estimates.map(({ status }) => status)).toEqual(Array(3).fill('not applicable'))
})
