import { readFileSync } from 'node:fs'
import { createDocument, obeysTheLaws } from '@corpuscope/core'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { voices } from '../src/index.ts'
import { bestClusters } from '../src/style-clusters.ts'
import { audited } from './audited.ts'

test('obeys the laws', () => obeysTheLaws(voices()))

test('three heaps of points are three clusters', () => {
  const random = seededRandom(1)
  const points = Array.from({ length: 90 }, (_, i) => Float64Array.of((i % 3) * 10 + random(), (i % 3 === 1 ? 7 : 0) + random()))
  const { k, of, silhouette } = bestClusters(points, 6, 3, seededRandom(2))
  expect(k).toBe(3)
  expect(silhouette).toBeGreaterThan(0.8)
  expect(new Set(of.filter((_, i) => i % 3 === 0)).size).toBe(1)
})

const function1 = 'the of and to in a is was it with'.split(' ')
const function2 = 'i you we not so but my do if then'.split(' ')
const nouns = 'pain cough fever chest rash review week tablet clinic nurse'.split(' ')

function written(random: () => number, own: readonly string[], stop: string): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!
  return Array.from({ length: 30 }, () => `${Array.from({ length: 6 }, (_, i) => pick(i % 2 === 0 ? own : nouns)).join(' ')}${stop}`).join(
    ' ',
  )
}

test('two hands are two voices, and one hand is one', async () => {
  const random = seededRandom(5)
  const two = Array.from({ length: 80 }, (_, i) =>
    createDocument({ id: `n${i}`, language: 'en', text: i % 2 === 0 ? written(random, function1, '.') : written(random, function2, ' -') }),
  )
  expect((await audited(voices(), two)).estimate('voices')?.value).toBe(2)
  const both = await audited(voices(), two)
  expect(both.estimate('effective-voices')?.value).toBeCloseTo(2, 2)
  const [map] = both.audit.charts
  if (map?.form !== 'heatmap') throw new Error('no heat map')
  expect(map.column).toHaveLength(2)
  // The words of one hand lie above the mean in its own column and below it in the other.
  const row = map.row.findIndex((name) => function1.includes(name))
  expect(map.value[2 * row]! * map.value[2 * row + 1]!).toBeLessThan(0)
  const one = Array.from({ length: 80 }, (_, i) => createDocument({ id: `n${i}`, language: 'en', text: written(random, function1, '.') }))
  const alone = await audited(voices(), one)
  expect(alone.estimate('voices')?.value).toBe(1)
  expect(alone.estimate('effective-voices')?.value).toBe(1)
  expect(alone.audit.charts).toEqual([])
})

const clinic = new URL('../../../fixtures/clinic/clinic.jsonl', import.meta.url)

test('the clinicians of the clinic write differently, settings only by chance or through them', async () => {
  const notes = readFileSync(clinic, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, string> => JSON.parse(line))
    .map(({ id, text = '', clinician = '' }) =>
      createDocument({ id: `${id}`, text, language: 'en', metadata: new Map([['clinician', clinician]]) }),
    )
  const { audit, estimate } = await audited(voices(), notes)
  const [field, values, between, chance, p] = audit.tables[0]!.rows[0]!
  expect([field, values, p]).toEqual(['clinician', new Set(notes.map(({ metadata }) => metadata.get('clinician'))).size, 0.01])
  expect(between as number).toBeGreaterThan(3 * (chance as number))
  expect(estimate('voices')?.value).toBeGreaterThanOrEqual(4)
})

test('too few documents: not applicable, with the reason', async () => {
  const { estimate } = await audited(voices(), [createDocument({ text: 'the patient is well '.repeat(40), language: 'en' })])
  expect(estimate('voices')).toMatchObject({ status: 'not applicable', value: null })
})
