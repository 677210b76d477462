import { obeysTheLaws } from '@corpuscope/core'
import { embedding, topics } from '@corpuscope/features'
import { expect, test } from 'vitest'
import { semanticMap } from '../src/index.ts'
import { audited, documentsOf, estimateOf, subjects } from './examples.ts'

test('obeys the laws', () => obeysTheLaws(semanticMap(), { features: [embedding(), topics()] }))

test('every document has a place, to four decimals, with its label and language', async () => {
  const { audit, documentValues } = await audited(
    semanticMap(),
    documentsOf(subjects(60), (i) => `kind ${i % 4}`),
  )
  expect(audit.estimates[0]).toMatchObject({ measure: 'map-trustworthiness', n: 60, left: 0, status: 'measured' })
  expect(audit.estimates[0]!.value).toBeGreaterThan(0.8)
  const chart = audit.charts[0]!
  if (chart.form !== 'map') throw new Error('not a map')
  expect(chart.document.slice(0, 2)).toEqual(['note-00000', 'note-00001'])
  expect(chart.fields.map(({ name }) => name)).toEqual(['label', 'topic', 'density cluster', 'language'])
  expect(chart.fields[0]!.values.slice(0, 5)).toEqual(['kind 0', 'kind 1', 'kind 2', 'kind 3', 'kind 0'])
  for (const value of [...chart.x, ...chart.y]) expect(Math.round(value * 1e4) / 1e4).toBe(value)
  expect([...documentValues.get('map-x')!]).toEqual(chart.x)
})

test('where documents crowd stand the words that set them apart', async () => {
  const { audit, documentValues } = await audited(semanticMap(), documentsOf(subjects(120)))
  const chart = audit.charts[0]!
  if (chart.form !== 'map') throw new Error('not a map')
  expect(chart.labels!.length).toBeGreaterThan(1)
  const clusters = documentValues.get('map-cluster')!
  for (const { text, x, y } of chart.labels!) {
    expect(text).toMatch(/^subject(\d)word\d+, subject\1word\d+$/)
    // The documents nearest to a name are on its subject.
    const kind = Number(/\d/.exec(text)![0])
    const nearest = Array.from(chart.x.keys()).sort(
      (i, j) => Math.hypot(chart.x[i]! - x, chart.y[i]! - y) - Math.hypot(chart.x[j]! - x, chart.y[j]! - y),
    )
    for (const i of nearest.slice(0, 3)) expect(i % 4).toBe(kind)
    expect(clusters[nearest[0]!]).toBeGreaterThan(0)
  }
})

test('without labels the map has no field for them', async () => {
  const { audit } = await audited(semanticMap(), documentsOf(subjects(40)))
  const chart = audit.charts[0]!
  expect(chart.form === 'map' && chart.fields.map(({ name }) => name)).toEqual(['language'])
})

test('another run is the same to the byte, another seed is not', async () => {
  const documents = documentsOf(subjects(40))
  const once = JSON.stringify((await audited(semanticMap(), documents)).audit.charts)
  expect(JSON.stringify((await audited(semanticMap(), [...documents].reverse())).audit.charts)).toBe(once)
  expect(JSON.stringify((await audited(semanticMap(), documents, 2)).audit.charts)).not.toBe(once)
})

test('documents without a point are left out, and have no place', async () => {
  const { audit, documentValues } = await audited(semanticMap(), documentsOf([...subjects(20), '', 'unheard']))
  expect(audit.estimates[0]).toMatchObject({ n: 20, left: 2 })
  expect(audit.estimates[0]!.reason).toContain('judged by 9 neighbours, since there are 20 documents; 2 left out')
  expect(documentValues.get('map-x')!.slice(20)).toEqual(new Float64Array([Number.NaN, Number.NaN]))
})

test.each([
  ['four documents', subjects(4), 'needs 5 documents'],
  ['empty texts', ['', '', '', '', '', ' '], 'needs 5 documents'],
  ['one', ['fever'], 'needs 5 documents'],
  ['identical texts', Array.from({ length: 20 }, () => 'fever and chest pain'), 'all documents have the same embedding'],
])('%s: no map, and why', async (_, texts, reason) => {
  const { audit, documentValues } = await audited(semanticMap(), documentsOf(texts))
  expect(audit.estimates[0]).toMatchObject({ value: null, status: 'not applicable' })
  expect(audit.estimates[0]!.reason).toContain(reason)
  expect(audit.charts).toEqual([])
  expect(documentValues.size).toBe(0)
})

test('five documents are enough', async () => {
  expect(await estimateOf(semanticMap(), ['fever cough', 'fever rash', 'cough rash', 'rash', 'fever'])).toMatchObject({
    n: 5,
    status: 'measured',
  })
})
