import { analysesOf, by, obeysTheLaws, type Reference } from '@corpuscope/core'
import { referenceById } from '@corpuscope/references'
import { expect, test } from 'vitest'
import { createSuite, suiteIds } from '../src/index.ts'

const reference: Reference = referenceById('beach-rfe')
const suites = suiteIds.map((id) => createSuite({ id, seed: 1, reference }))
const analyses = [
  ...new Map(
    suites.flatMap((suite) => analysesOf(suite).map((analysis) => [analysis.id, { analysis, features: suite.features }])),
  ).values(),
]

// `npm run test:full` tries more cuts and orders.
const rounds = process.env['CORPUSCOPE_FULL'] ? 30 : 4

// The one loop: whatever a family adds to a suite has to pass here.
test.each(analyses.map(({ analysis, features }) => [analysis.id, analysis, features] as const))(
  '%s obeys the laws',
  (_, analysis, features) => obeysTheLaws(analysis, { features, rounds }),
)

test.each(analyses.filter(({ analysis }) => !analysis.needs?.length).map(({ analysis }) => [analysis.id, analysis] as const))(
  '%s by a field obeys the laws',
  (_, analysis) => obeysTheLaws(by('setting', analysis), { rounds: 2 }),
)

test('measure ids are unique over families, and headlines exist', () => {
  for (const suite of suites) {
    const ids = analysesOf(suite).flatMap(({ measures }) => measures.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { headlines } of suite.categories) for (const id of headlines) expect(ids).toContain(id)
  }
})

test('an unknown suite or part of one is refused with a suggestion', () => {
  expect(() => createSuite({ id: 'clinical-note', seed: 1 })).toThrow('Did you mean "clinical-notes"?')
  expect(() => createSuite({ id: 'clinical-notes', seed: 1, only: ['mattr-5O'] })).toThrow('Did you mean "mattr-50"?')
})

test('--only keeps what is named, by category, analysis or measure', () => {
  const whole = createSuite({ id: 'clinical-notes', seed: 1 }).categories.find(({ id }) => id === 'style')
  const suite = createSuite({ id: 'clinical-notes', seed: 1, only: ['style', 'vendi-score'] })
  expect(suite.categories.map(({ id }) => id)).toEqual(['style', 'diversity'])
  expect(analysesOf(suite).map(({ id }) => id)).toEqual([...(whole?.analyses ?? []).map(({ id }) => id), 'vendi-score'])
})
