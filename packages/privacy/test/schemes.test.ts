import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isSnomedIdentifier, scanIdentifiers, schemes } from '../src/index.ts'

const vectors = new URL('../../../../shared/references/identifiers-vectors.json', import.meta.url)
const groups = existsSync(vectors)
  ? Object.entries(
      (JSON.parse(readFileSync(vectors, 'utf8')) as { identifiers: Record<string, { valid: string[]; invalid: string[] }> }).identifiers,
    )
  : []
// Medicare cards have a file and tests of their own.
const known = groups.filter(([id]) => id !== 'au_medicare' && id !== 'verhoeff_snomed')

/** What is set aside for examples, or never issued, is told apart and is nobody's. */
const named = (text: string, isCounted = false) =>
  scanIdentifiers(text)
    .identifiers.filter(({ scheme, nobody }) => scheme !== undefined && !(isCounted && nobody !== undefined))
    .map(({ scheme, start, end }) => [scheme, text.slice(start, end)])

test.skipIf(groups.length === 0).each(known)('%s: valid examples are found, invalid ones are nobody’s', (id, { valid, invalid }) => {
  const rows = schemes.filter((scheme) => scheme.id === id)
  expect(rows.length).toBeGreaterThan(0)
  const { name, cues } = rows.at(-1)!
  const cue = [...cues][0] ?? 'Number'
  for (const value of valid) expect(named(`${cue}: ${value}, seen`), value).toContainEqual([name, value])
  for (const value of invalid)
    expect(
      named(`${cue}: ${value}, seen`, true).filter(([scheme]) => scheme === name),
      value,
    ).toEqual([])
})

test.skipIf(groups.length === 0)('every scheme has an example', () => {
  const examples = new Set(groups.map(([id]) => id))
  // HPI is IHI with another prefix, ITIN is SSN with another area, MAC has no check digit.
  expect([...new Set(schemes.map(({ id }) => id))].filter((id) => !examples.has(id))).toEqual(['au_hpi', 'us_itin', 'mac'])
})

test.each([
  ['IHI 8003 6000 0000 0007', 'Individual Healthcare Identifier', '8003 6000 0000 0007'],
  ['HPI-O 8003620000000005', 'Healthcare Provider Identifier', '8003620000000005'],
  ['NHS no. 943 476 5919', 'NHS number', '943 476 5919'],
  ['AB 12 34 56 C wrote', 'National Insurance number', 'AB 12 34 56 C'],
  ['SSN 001-01-0001', 'Social Security number', '001-01-0001'],
  ['1EG4-TE5-MK73', 'Medicare Beneficiary Identifier', '1EG4-TE5-MK73'],
  ['N° 2 55 08 75 123 456 86', 'NIR', '2 55 08 75 123 456 86'],
  ['NIE X-1234567-L', 'NIE', 'X-1234567-L'],
  ['CPF 111.444.777-35', 'CPF', '111.444.777-35'],
  ['880320-0016', 'Personnummer', '880320-0016'],
  ['131052-308T', 'Henkilötunnus', '131052-308T'],
  ['DE89 3704 0044 0532 0130 00', 'IBAN', 'DE89 3704 0044 0532 0130 00'],
  ['4012 8888 8888 1881', 'payment card number', '4012 8888 8888 1881'],
  ['00-1A-2B-3C-4D-5E', 'MAC address', '00-1A-2B-3C-4D-5E'],
  ['00:1a:2b:3c:4d:5e', 'MAC address', '00:1a:2b:3c:4d:5e'],
])('as written: %j', (text, scheme, value) => expect(named(text)).toEqual([[scheme, value]]))

test.each([
  'bare 123456782, 111222333, 0848402 and 1234567893',
  'SNOMED 73211009, SCTID 32570071000036102',
  'BP 120/80, HR 72, RR 18, T 36.8, SpO2 98',
  'Lot 4111111111111111',
  'AB1234563X, 4111111111111111-2',
])('without a cue, or as part of something longer, none in %j', (text) => expect(named(text)).toEqual([]))

test('a number set aside for tests belongs to nobody', () => {
  const nobody = (text: string) => scanIdentifiers(text).identifiers.map((identifier) => identifier.nobody)
  expect(nobody('NHS 999 000 0018')).toEqual(['reserved for fiction'])
  expect(nobody('4111 1111 1111 1111')).toEqual(['reserved for fiction'])
  expect(nobody('01818000010')).toEqual(['reserved for fiction'])
})

test.each(['73211009', '38341003', '404684003'])('%s is a SNOMED CT identifier', (id) => {
  expect(isSnomedIdentifier(id)).toBe(true)
  expect(isSnomedIdentifier(`${id.slice(0, -1)}${(Number(id.at(-1)) + 1) % 10}`)).toBe(false)
})
