import { type Audit, obeysTheLaws } from '@corpuscope/core'
import { embedding } from '@corpuscope/features'
import { expect, test } from 'vitest'
import { nearestNeighboursAnalysis } from '../src/index.ts'
import { audited, documentsOf, subjects } from './examples.ts'

const of = ({ estimates }: Audit, id: string) => estimates.find(({ measure }) => measure === id)!
const measured = async (texts: readonly string[]) => (await audited(nearestNeighboursAnalysis(), documentsOf(texts))).audit

test('obeys the laws', () => obeysTheLaws(nearestNeighboursAnalysis(), { features: [embedding()] }))

test('copies have a near-identical one, others have not; the share has an interval that knows of pairs', async () => {
  const texts = subjects(60)
  const audit = await measured([...texts, ...texts.slice(0, 15)])
  const share = of(audit, 'near-identical-share')
  expect(share.value).toBeCloseTo(30 / 75, 12)
  expect(share.interval![0]).toBeGreaterThan(0.1)
  expect(share.interval![1] - share.interval![0]).toBeGreaterThan(2 * 1.96 * Math.sqrt((0.4 * 0.6) / 75))
})

test('the distance falls where a copy is added, and its interval holds it', async () => {
  const texts = subjects(60)
  const apart = of(await measured(texts), 'nearest-neighbour-distance')
  const copied = of(await measured([...texts, ...texts.slice(0, 30)]), 'nearest-neighbour-distance')
  expect(copied.value!).toBeLessThan(apart.value! / 2)
  expect(apart.interval![0]).toBeLessThan(apart.value!)
  expect(apart.interval![1]).toBeGreaterThan(apart.value!)
  expect(apart.spread!.sd).toBeGreaterThan(0)
})

test('every document gets its distance, in key order; one without words gets none', async () => {
  const { documentValues } = await audited(nearestNeighboursAnalysis(), documentsOf(['fever cough', 'fever cough', 'fever rash', '']))
  const values = documentValues.get('nearest-neighbour-distance')!
  expect([values[0], values[1], Number.isNaN(values[3])]).toEqual([0, 0, true])
  expect(values[2]!).toBeGreaterThan(0.1)
})

test('identical texts: distance 0, all near-identical, no dimension', async () => {
  const audit = await measured(Array.from({ length: 30 }, () => 'fever and chest pain'))
  expect(of(audit, 'nearest-neighbour-distance')).toMatchObject({ value: 0, interval: [0, 0] })
  expect(of(audit, 'near-identical-share').value).toBe(1)
  expect(of(audit, 'near-identical-share').interval![0]).toBeGreaterThan(0.7)
  expect(of(audit, 'intrinsic-dimension')).toMatchObject({ value: null, status: 'not applicable' })
})

test('few documents: what can be said is said', async () => {
  const audit = await measured(['fever cough', 'fever rash'])
  expect(of(audit, 'nearest-neighbour-distance')).toMatchObject({ n: 2, interval: null, status: 'measured' })
  expect(of(audit, 'hubness-skewness').reason).toContain('needs more than 11 documents')
  expect(of(audit, 'intrinsic-dimension').status).toBe('not applicable')
})

test.each([
  ['empty texts', ['', '', ' ']],
  ['one document', ['fever']],
])('%s: no value, and why', async (_, texts) => {
  const { estimates } = await measured(texts)
  expect(estimates).toHaveLength(5)
  for (const { value, reason } of estimates) {
    expect(value).toBeNull()
    expect(reason).toContain('needs two documents')
  }
})
