import { existsSync, readFileSync } from 'node:fs'
import { ConfigError } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { csvRecords } from '../src/csv-records.ts'
import { beachRfe, categoryIndex, checkReference, comparableLabel, referenceById, referenceIds, references } from '../src/index.ts'

const table = new URL('../../../../shared/references/epidemiology/beach-rfe.csv', import.meta.url)

test('every bundled reference can be used and states where it is from', () => {
  for (const [id, reference] of references) {
    expect(reference.id).toBe(id)
    expect(checkReference(reference)).toEqual([])
  }
  expect(referenceIds).toEqual([
    'beach-age-1998',
    'beach-problems',
    'beach-rfe',
    'beach-sex-1998',
    'consultation-settings',
    'icpc2-chapters',
    'icpc2-components',
    'icpc2-processes',
    'modified-monash',
    'racgp-2022',
    'snomed-semantic-groups',
  ])
})

test('an unknown reference is named with the one that was meant', () => {
  expect(referenceById('beach-rfe')).toBe(beachRfe)
  expect(() => referenceById('beach-rfc')).toThrow(ConfigError)
  expect(() => referenceById('beach-rfc')).toThrow('Did you mean "beach-rfe"?')
  expect(() => referenceById('__proto__')).toThrow('Known are beach-age-1998, beach-problems, beach-rfe')
})

test('BEACH has 30 reasons and the remainder, and its percentages sum to 100', () => {
  expect(beachRfe.categories).toHaveLength(31)
  expect(beachRfe.categories.at(-1)?.id).toBe(beachRfe.remainder)
  expect(beachRfe.categories.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12)
})

test.skipIf(!existsSync(table))('BEACH agrees with the transcription: names, order, percentages, the labels of the paper', () => {
  const [head, ...rows] = csvRecords(readFileSync(table, 'utf8'), 'beach-rfe.csv')
  const column = (name: string): number => head!.fields.indexOf(name)
  expect(beachRfe.categories.map(({ id }) => id)).toEqual(rows.map(({ fields }) => fields[column('category')]))
  expect(beachRfe.categories.map(({ share }) => share)).toEqual(rows.map(({ fields }) => Number(fields[column('beach_percent')]) / 100))
  expect(beachRfe.categories.flatMap(({ aliases }) => aliases)).toEqual(
    rows.flatMap(({ fields }) => fields[column('note')]!.match(/^paper label: ([^;]*)/)?.[1] ?? []),
  )
})

test('a label finds its category in any case, with any dash, any blanks, and under an alias', () => {
  const index = categoryIndex(beachRfe)
  const find = (label: string): string | undefined => beachRfe.categories[index.get(comparableLabel(label)) ?? -1]?.id
  expect(find('  diabetes  -  ALL ')).toBe('Diabetes – all')
  expect(find('Diabetes\u00a0\u2014 all')).toBe('Diabetes – all')
  expect(find('ear pain / earache')).toBe('Ear pain/earache')
  expect(index.get(comparableLabel('SKIN symptom - other'))).toBe(15)
  expect(find('check\u2011up')).toBe('Check-up')
  expect(find('Earache')).toBeUndefined()
  expect(find('constructor')).toBeUndefined()
  expect(find('__proto__')).toBeUndefined()
})

test('a category keeps its name against another one’s alias', () => {
  const index = categoryIndex({
    ...beachRfe,
    categories: [
      { id: 'a', share: 0.5, aliases: ['B'] },
      { id: 'b', share: 0.5, aliases: [] },
    ],
  })
  expect(index.get('b')).toBe(1)
})

const shared = (path: string): URL => new URL(`../../../../shared/references/${path}`, import.meta.url)
const column = (path: string, name: string): readonly string[] => {
  const [head, ...rows] = csvRecords(readFileSync(shared(path), 'utf8'), path)
  return rows.map(({ fields }) => fields[head!.fields.indexOf(name)]!)
}

test.skipIf(!existsSync(table)).each([
  ['beach-problems', 'epidemiology/beach-problems.csv', 'problem_grouper'],
  ['racgp-2022', 'curriculum/racgp-2022-units.csv', 'unit'],
  ['snomed-semantic-groups', 'semantics/snomed-semantic-groups.csv', 'semantic_type'],
  ['modified-monash', 'geography/modified-monash.csv', 'category'],
  ['consultation-settings', 'settings/consultation-settings.csv', 'id'],
])('%s agrees with its transcription', (id, path, name) => {
  expect(referenceById(id).categories.map((category) => category.id)).toEqual(column(path, name))
})

test.skipIf(!existsSync(table))('what was only recalled has no share', () => {
  const population = column('geography/modified-monash.csv', 'provenance_population')
  const shares = referenceById('modified-monash').categories.map(({ share }) => share)
  expect(shares).toEqual(population.map((provenance) => (provenance === 'read' ? 0.7 : null)))
  const read = column('epidemiology/beach-age-sex.csv', 'provenance').map((provenance) => provenance !== 'recalled')
  const percents = column('epidemiology/beach-age-sex.csv', 'percent_of_encounters').filter((_, i) => read[i])
  const bundled = ['beach-sex-1998', 'beach-age-1998'].flatMap((id) =>
    referenceById(id).categories.map(({ share }) => String(Math.round(100 * share!))),
  )
  expect(bundled).toEqual(percents)
})

test('a code finds its category, also by its rubric in any chapter', () => {
  const index = categoryIndex(beachRfe)
  const find = (label: string): string | undefined => beachRfe.categories[index.get(comparableLabel(label)) ?? -1]?.id
  expect([find('R05'), find('r05'), find('*50'), find('K50'), find('-50')]).toEqual([
    'Cough',
    'Cough',
    'Prescription',
    'Prescription',
    'Prescription',
  ])
  expect(find('E50')).toBeUndefined()
})
