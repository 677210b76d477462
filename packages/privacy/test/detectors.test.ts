import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { confidenceOf, detectors, type Identifier, identifierKinds, scanIdentifiers, schemes, strengths } from '../src/index.ts'

const all = detectors()

test('every kind and every scheme has a row, and only these', () =>
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set([...identifierKinds, ...schemes].map(({ id }) => id))))

test('ids are unique', () => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length))

test('classes of Safe Harbor, countries and check digits', () => {
  const row = (id: string) => all.find((each) => each.id === id)!
  expect(row('uk_nhs')).toMatchObject({
    kind: 'health-number',
    countries: ['GB'],
    checkDigit: true,
    safeHarbor: { letter: 'I' },
    cues: ['nhs'],
  })
  expect(row('us_ssn')).toMatchObject({ kind: 'national-number', countries: ['US'], checkDigit: false, safeHarbor: { letter: 'G' } })
  expect(row('iban')).toMatchObject({ countries: [], checkDigit: true, safeHarbor: { letter: 'J' } })
  expect(row('person')).toMatchObject({ checkDigit: false, safeHarbor: { letter: 'A' }, confidence: ['medium', 'low'] })
  expect(row('phone').countries).toContain('AU')
})

// Ten numbers that differ in one digit pass one check digit of modulus 10 at most twice, and all pass where there is none.
test.each([
  ['uk_nhs', '9434765919'],
  ['au_tfn', '123456782'],
  ['ca_sin', '046454286'],
])('%s tests the check digit it is said to have', (id, example) => {
  const { isValid } = schemes.find((each) => each.id === id)!
  const passing = [...'0123456789'].filter((digit) => isValid(example.slice(0, -1) + digit))
  expect(passing).toEqual([example.at(-1)])
})

const confidences: ReadonlyMap<Identifier['strength'], string> = new Map([
  [strengths.lexicon, 'low'],
  [strengths.cue, 'medium'],
  [strengths.pattern, 'medium'],
  [strengths.checkDigit, 'high'],
  [strengths.address, 'high'],
])

test('what the detectors believe is what the table says, over the fixture corpus', () => {
  const folder = new URL('../../../fixtures/clinic/notes/', import.meta.url)
  const found = readdirSync(folder).flatMap((file) => scanIdentifiers(readFileSync(new URL(file, folder), 'utf8')).identifiers)
  expect(found.length).toBeGreaterThan(0)
  for (const { kind, strength } of found) expect(confidenceOf[kind]).toContain(confidences.get(strength))
})
