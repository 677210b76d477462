import { gzipSync } from 'node:zlib'
import { obeysTheLaws } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { compressionRatioAnalysis } from '../src/index.ts'
import { audited, documentsOf, estimateOf, subjects } from './examples.ts'

test('obeys the laws', () => obeysTheLaws(compressionRatioAnalysis()))

test('a few texts: their bytes over the bytes of gzip, joined in key order', async () => {
  const texts = ['no chest pain today', 'no chest pain', 'Übelkeit']
  const joined = Buffer.from(texts.join('\n'))
  expect(await estimateOf(compressionRatioAnalysis(), texts)).toMatchObject({
    value: joined.length / gzipSync(joined, { level: 9 }).length,
    interval: null,
    n: 3,
    left: 0,
  })
})

test('copies compress far more; the interval holds the value', async () => {
  const apart = await estimateOf(compressionRatioAnalysis(), subjects(100))
  const copies = await estimateOf(
    compressionRatioAnalysis(),
    Array.from({ length: 100 }, () => subjects(1)[0]!),
  )
  expect(copies.value!).toBeGreaterThan(4 * apart.value!)
  expect(apart.interval![0]).toBeLessThan(apart.value!)
  expect(apart.interval![1]).toBeGreaterThan(apart.value!)
})

test('of more than 100 documents a sample is compressed, and said; of empty ones nothing', async () => {
  const { audit } = await audited(compressionRatioAnalysis(), documentsOf(subjects(300)))
  expect(audit.estimates[0]).toMatchObject({ n: 100, left: 200 })
  expect(audit.estimates[0]!.reason).toContain('100 of 300 documents')
  expect((await estimateOf(compressionRatioAnalysis(), ['', ''])).reason).toBe('every document is empty')
})
