import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@corpuscope/core'
import { expect, test } from 'vitest'
import { parseReference, readReference } from '../src/index.ts'

const shares = (text: string): readonly (number | null)[] => parseReference(text, 'mine.csv').categories.map(({ share }) => share)

test('shares, percents and counts give the same distribution', () => {
  expect(shares('category,share\nCough,0.25\nRash,0.75\n')).toEqual([0.25, 0.75])
  expect(shares('category,percent\nCough,25 %\nRash,75\n')).toEqual([0.25, 0.75])
  expect(shares('Category,Count\r\nCough,5\r\nRash,15')).toEqual([0.25, 0.75])
})

test('quotes, aliases and what is stated before the header', () => {
  const reference = parseReference(
    '\ufeff# title: Clinic of the harbour\n# Source: own count\n# edition: 2024\n# licence: CC0\n# remainder: Rest\n#\ncategory,aliases,count\n"Skin, ""other""",dermis; pelt ,3\nRest,,1\n',
    'harbour.csv',
  )
  expect(reference).toMatchObject({
    id: 'harbour',
    title: 'Clinic of the harbour',
    kind: 'distribution',
    remainder: 'Rest',
    denominator: 'not stated',
    source: { text: 'own count', edition: '2024', licence: 'CC0' },
    provenance: 'read from harbour.csv; counts divided by their sum',
  })
  expect(reference.categories).toEqual([
    { id: 'Skin, "other"', share: 0.75, aliases: ['dermis', 'pelt'] },
    { id: 'Rest', share: 0.25, aliases: [] },
  ])
})

test('a sum off by rounding is divided out, and said', () => {
  const reference = parseReference('category,percent\na,33.3\nb,66.6\n', 'mine.csv')
  expect(reference.categories[0]!.share).toBeCloseTo(1 / 3, 12)
  expect(reference.provenance).toContain('percents that sum to 99.9, divided by their sum')
})

test('a sum further off is an error unless normalising is asked for', () => {
  const text = 'category,percent\na,30\nb,50\n'
  expect(() => parseReference(text, 'mine.csv')).toThrow('mine.csv: the column percent sums to 80, not to 100.')
  expect(parseReference(text, 'mine.csv', { normalise: true }).categories.map(({ share }) => share)).toEqual([0.375, 0.625])
  expect(() => parseReference('category,share\na,30\nb,70\n', 'mine.csv')).toThrow('Is the column a percent?')
})

test.each([
  ['an empty file', '', 'holds no categories'],
  ['a header alone', 'category,share\n', 'holds no categories'],
  ['no category column', 'categry,share\na,1\n', 'line 1: there is no column "category". Is it "categry"?'],
  ['no value column', 'category,rat\na,1\n', 'needs one of the columns share, percent, count and rate, but has none'],
  ['a kind that is none', '# kind: rankng\ncategory,share\na,1\n', 'Did you mean "ranking"?'],
  ['a tolerance in words', '# tolerance: small\ncategory,share\na,1\n', 'the tolerance "small" is no number'],
  ['a code of two categories', 'category,share,codes\na,0.5,A1;A2\nb,0.5,A2\n', 'The code A2 belongs to "a" and to "b"'],
  ['two value columns', 'category,share,count\na,1,1\n', 'but has share and count'],
  ['a category twice', '# by hand\ncategory,count\na,1\na,2\n', 'line 4: the category "a" stands in line 3 already'],
  ['categories that differ in case alone', 'category,count\na,1\nA,2\n', '"A" names two categories'],
  ['a negative number', 'category,percent\na,-1\n', 'line 2: the percent is -1; it must be 0 or more'],
  ['a decimal comma', 'category,percent\na,"8,8"\n', 'line 2: the percent "8,8" is no number'],
  ['no number', 'category,count\na,many\n', 'line 2: the count "many" is no number'],
  ['a count of one and a half', 'category,count\na,1.5\n', 'no whole number'],
  ['only zeros', 'category,count\na,0\n', 'sums to 0'],
  ['a comma without quotes', 'category,count\nSkin, other,1\n', 'line 2: has 3 fields where the header has 2'],
  ['an open quote', 'category,count\n"a,1\n', 'line 2: a quote is opened and never closed'],
  ['text after a quote', 'category,count\n"a"b,1\n', 'line 2: there is text after a closing quote'],
  ['an empty category', 'category,count\n,1\n', 'line 2: the category is empty'],
  ['a fact that is none', '# licens: CC0\ncategory,count\na,1\n', 'Did you mean "licence"?'],
  ['a remainder that is no category', '# remainder: Rest\ncategory,count\na,1\n', 'The remainder "Rest" is no category'],
])('%s is told with its line', (_, text, message) => {
  expect(() => parseReference(text, 'mine.csv')).toThrow(ConfigError)
  expect(() => parseReference(text, 'mine.csv')).toThrow(message)
})

test('lines are counted through quoted line breaks', () => {
  expect(() => parseReference('category,count\n"a\nb",1\nc,x\n', 'mine.csv')).toThrow('line 4')
})

test('names of objects’ own parts are categories like any other', () => {
  expect(parseReference('category,count\nconstructor,1\n__proto__,3\n', 'mine.csv').categories.map(({ id, share }) => [id, share])).toEqual(
    [
      ['constructor', 0.25],
      ['__proto__', 0.75],
    ],
  )
})

test('reads a file, and says what is wrong with one that it cannot read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'))
  try {
    const path = join(folder, 'Mine.2024.csv')
    await writeFile(path, 'category,count\nCough,1\n')
    expect(await readReference(path)).toMatchObject({ id: 'Mine.2024', categories: [{ id: 'Cough', share: 1 }] })
    await expect(readReference(join(folder, 'absent.csv'))).rejects.toThrow(/absent\.csv: cannot be read \(ENOENT\)/)
    await writeFile(path, Uint8Array.from([0x63, 0xe9, 0x0a]))
    await expect(readReference(path)).rejects.toThrow('is not UTF-8')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('rates per 100 encounters are divided by their sum, which may be over 100', () => {
  const reference = parseReference('category,rate\na,120\nb,40\n', 'mine.csv')
  expect(reference.categories.map(({ share }) => share)).toEqual([0.75, 0.25])
  expect(reference.provenance).toContain('rates divided by their sum, 160 per 100 encounters')
})

test('CSV states tolerance, sample size, stratum and codes', () => {
  const reference = parseReference(
    '# tolerance: 0.05\n# sampleSize: 900\n# age: 65+\n# kind: distribution\ncategory,share,codes,group\na,1,A1; A2,first\n',
    'mine.csv',
  )
  expect(reference).toMatchObject({ tolerance: 0.05, sampleSize: 900, stratum: { age: '65+' } })
  expect(reference.categories).toEqual([{ id: 'a', share: 1, aliases: [], codes: ['A1', 'A2'], group: 'first' }])
})

test('a list needs no values', () => {
  const reference = parseReference('# kind: list\ncategory\na\nb\n', 'mine.csv')
  expect([reference.kind, ...reference.categories.map(({ share }) => share)]).toEqual(['list', null, null])
})

const yaml = `
title: Clinic of the harbour
unit: percent
tolerance: 0.03
remainder: Rest
categories:
  - { id: Cough, value: 60, aliases: [coughing], codes: [R05] }
  - id: Rest
    value: 40
coding:
  - { category: Cough, pattern: cough(?:ing)? }
source: { text: own count, edition: "2024", licence: CC0 }
denominator: encounters
`

test('YAML says the same by the published schema', () => {
  expect(parseReference(yaml, 'harbour.yaml')).toEqual({
    id: 'harbour',
    title: 'Clinic of the harbour',
    kind: 'distribution',
    tolerance: 0.03,
    remainder: 'Rest',
    categories: [
      { id: 'Cough', share: 0.6, aliases: ['coughing'], codes: ['R05'] },
      { id: 'Rest', share: 0.4, aliases: [] },
    ],
    coding: [{ category: 'Cough', pattern: 'cough(?:ing)?', weight: 1 }],
    denominator: 'encounters',
    source: { text: 'own count', edition: '2024', licence: 'CC0' },
    provenance: 'read from harbour.yaml',
  })
})

test.each([
  [
    'a key nobody knows',
    yaml.replace('denominator', 'denominatr'),
    '"denominatr" is nothing a reference states. Did you mean "denominator"?',
  ],
  ['a word for a number', yaml.replace('value: 40', 'value: many'), 'line 9: categories.1.value'],
  ['no YAML at all', 'categories: [', 'harbour.yaml line 1'],
  ['a missing value', yaml.replace('    value: 40\n', ''), '"Rest" has no value'],
  ['a rule for no category', yaml.replace('category: Cough', 'category: Caugh'), 'A coding rule is for "Caugh"'],
])('YAML: %s', (_, text, sentence) => expect(() => parseReference(text, 'harbour.yaml')).toThrow(sentence))
