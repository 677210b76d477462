import { obeysTheLaws } from '@corpuscope/core'
import { embedding, wordSequences } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { growth } from '../src/index.ts'
import { audited, documentsOf, subjects } from './examples.ts'

test('obeys the laws', () => obeysTheLaws(growth(), { features: [embedding(), wordSequences()] }))

const vendiGrowth = async (texts: readonly string[]) => {
  const { audit } = await audited(growth(), documentsOf(texts))
  return { audit, estimate: audit.estimates.find(({ measure }) => measure === 'vendi-score-growth')! }
}

test('copies of a few texts: as many again add nothing, and it is said', async () => {
  const { audit, estimate } = await vendiGrowth(Array.from({ length: 400 }, (_, i) => subjects(8)[i % 8]!))
  expect(estimate.value!).toBeLessThan(0.01)
  expect(estimate.interval![1]).toBeLessThan(0.05)
  expect(audit.notes[0]!.text).toContain('adds next to none')
})

test('texts that are ever new: as many again add much, and it is said', async () => {
  const random = seededRandom('new')
  // Each word stands in some documents, so that it ties them; the directions outnumber the documents.
  const texts = Array.from({ length: 300 }, () => Array.from({ length: 6 }, () => `word${Math.floor(random() * 100)}`).join(' '))
  const { estimate } = await vendiGrowth(texts)
  expect(estimate.value!).toBeGreaterThan(0.02)
})

test('half of a corpus foretells the whole within its interval', async () => {
  const texts = subjects(800, 40)
  const random = seededRandom('order')
  const mixed = texts
    .map((text) => [random(), text] as const)
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
  const { audit, estimate } = await vendiGrowth(mixed)
  const chart = audit.charts.find(({ id }) => id === 'vendi-score-growth-curve')!
  if (chart.form !== 'curve') throw new Error('not a curve')
  const [measured, foretold] = chart.series
  expect(measured!.x.at(-1)).toBe(800)
  expect(foretold!.x.at(-1)).toBe(1600)
  expect(foretold!.y[0]).toBeCloseTo(measured!.y.at(-1)!, 9)
  expect([...measured!.y]).toEqual([...measured!.y].sort((a, b) => a - b))
  expect(estimate.interval![0]).toBeLessThanOrEqual(estimate.value!)
})

test('few documents: no growth, and why', async () => {
  const { audit } = await audited(growth(), documentsOf(subjects(159)))
  expect(audit.estimates.map(({ reason }) => reason)).toEqual(Array(3).fill('needs 160 documents with an embedding, but has 159'))
  expect(audit.charts).toEqual([])
})
