import { obeysTheLaws } from '@corpuscope/core'
import { embedding, topics } from '@corpuscope/features'
import { hillNumber } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { topicsAnalysis } from '../src/index.ts'
import { audited, documentsOf, subjects, vectors } from './examples.ts'

test('obeys the laws', () => obeysTheLaws(topicsAnalysis(), { features: [embedding(), topics()] }))

const value = (audit: Awaited<ReturnType<typeof audited>>['audit'], id: string) => audit.estimates.find(({ measure }) => measure === id)!

test('five subjects are five topics, which are the labels, and their words name them', async () => {
  const documents = documentsOf(subjects(200, 5), (i) => `kind ${i % 5}`)
  const { audit, documentValues } = await audited(topicsAnalysis(), documents)
  expect(value(audit, 'topic-count').value).toBe(5)
  expect(value(audit, 'topic-stability').value).toBeCloseTo(1, 12)
  expect(value(audit, 'cluster-entropy').value).toBeCloseTo(5, 12)
  expect(value(audit, 'topic-left-out-share')).toMatchObject({ value: 0, n: 200 })
  expect(value(audit, 'topic-label-ari')).toMatchObject({ value: 1, interval: [1, 1], n: 200 })
  expect(value(audit, 'topic-label-nmi').value).toBeCloseTo(1, 12)
  for (const [number, words, size, share, label, ofLabel] of audit.tables[0]!.rows) {
    expect(words).toMatch(new RegExp(`^(subject${String(label).slice(-1)}word\\d+(, |$)){4}`))
    expect([size, share, ofLabel]).toEqual([40, 0.2, 1])
    expect(number).toBeLessThan(6)
  }
  const found = documentValues.get('topic')!
  for (let i = 0; i < 200; i++) expect(found[i]).toBe(found[i % 5])
})

test('labels at random tell nothing of the topics', async () => {
  const { audit } = await audited(
    topicsAnalysis(),
    documentsOf(subjects(200, 5), (i) => `kind ${(i * 7919) % 3}`),
  )
  const { value: rand, interval } = value(audit, 'topic-label-ari')
  expect(Math.abs(rand!)).toBeLessThan(0.05)
  expect(interval![0]).toBeLessThan(rand!)
  expect(interval![1]).toBeGreaterThan(rand!)
})

test('a label of one subject reaches fewer topics than one of all', async () => {
  const { audit } = await audited(
    topicsAnalysis(),
    documentsOf(subjects(200, 5), (i) => (i % 5 === 0 ? 'narrow' : i % 2 === 0 ? 'wide' : 'wide too')),
  )
  const chart = audit.charts.find(({ id }) => id === 'topics-coverage-by-label')!
  if (chart.form !== 'intervals') throw new Error('not intervals')
  expect(chart.category[0]).toBe('narrow')
  expect(chart.value[0]).toBeCloseTo(1, 12)
  expect(chart.value[1]!).toBeGreaterThan(3)
})

test('a word of fewer than five documents of a topic is never shown', async () => {
  const texts = subjects(100, 5).map((text, i) => (i < 4 ? `${text} secretword secretword secretword secretword` : text))
  const { audit } = await audited(topicsAnalysis(), documentsOf(texts))
  expect(JSON.stringify(audit)).not.toContain('secretword')
})

test('a word that every topic uses names none', async () => {
  const texts = subjects(200, 5).map((text) => `everywhere everywhere everywhere ${text}`)
  const { audit } = await audited(topicsAnalysis(), documentsOf(texts))
  expect(audit.tables[0]!.rows.length).toBeGreaterThan(1)
  expect(JSON.stringify(audit.tables)).not.toContain('everywhere')
})

test.skipIf(!vectors)('the evenness of clusters agrees with the reference values to 1e-9', () => {
  const { shares, effective_clusters_exp_H, hill_q2 } = vectors.cluster_entropy
  const sizes = (shares as number[]).map((share) => Math.round(6 * share))
  expect(hillNumber(sizes, 1)).toBeCloseTo(effective_clusters_exp_H, 9)
  expect(hillNumber(sizes, 2)).toBeCloseTo(hill_q2, 9)
})

test.each([
  ['few documents', subjects(49)],
  ['empty texts', Array.from({ length: 60 }, () => '')],
])('%s: no topics, and why', async (_, texts) => {
  const { audit } = await audited(topicsAnalysis(), documentsOf(texts))
  for (const estimate of audit.estimates) expect(estimate).toMatchObject({ value: null, status: 'not applicable' })
  expect(audit.estimates[0]!.reason).toContain('needs 50 documents with an embedding')
  expect(audit.charts).toEqual([])
})

test('without labels there is nothing to agree with', async () => {
  const { audit } = await audited(topicsAnalysis(), documentsOf(subjects(100, 5)))
  expect(value(audit, 'topic-label-ari').reason).toBe('no document has a label')
})
