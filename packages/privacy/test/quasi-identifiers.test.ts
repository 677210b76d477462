import {
  type Analysis,
  concludeState,
  createDocument,
  createState,
  obeysTheLaws,
  observer,
  type Scalar,
  type Suite,
} from '@corpuscope/core'
import { describe, expect, test } from 'vitest'
import { quasiIdentifiers } from '../src/index.ts'
import { quasiOf } from '../src/quasi-fields.ts'

interface Record_ {
  readonly label?: string
  readonly [field: string]: Scalar | undefined
}

async function conclude(records: readonly Record_[], population?: number) {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [
      { id: 'privacy', title: 'Privacy', question: 'Who?', analyses: [quasiIdentifiers({ population }) as Analysis], headlines: [] },
    ],
    features: [],
    references: [],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  records.forEach(({ label, text, ...fields }, i) => {
    const metadata = new Map(Object.entries(fields) as [string, Scalar][])
    observe(
      createDocument({ id: `t${i}`, text: typeof text === 'string' ? text : `note ${i}`, metadata, ...(label !== undefined && { label }) }),
      'test',
    )
  })
  const { audit } = await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  return { audit, value: (measure: string) => audit.estimates.find((each) => each.measure === measure)!.value }
}

test('fewer are alone among more people, and the measure says among how many', async () => {
  const sizes = [50, 20, 10, 5, 5, ...Array<number>(5).fill(2), ...Array<number>(20).fill(1)]
  const records = sizes.flatMap((size, i) => Array.from({ length: size }, () => ({ suburb: `s${i}` })))
  const among = async (people?: number): Promise<number> => (await conclude(records, people)).value('population-uniqueness')!
  const [hundredTimes, same, more] = [await among(), await among(12_000), await among(1_200_000)]
  expect(same).toBe(hundredTimes)
  expect(more).toBeLessThan(same / 2)
  expect(more).toBeGreaterThan(0)
  const { definition } = quasiIdentifiers({ population: 1_200_000 }).measures.find(({ id }) => id === 'population-uniqueness')!
  expect(definition).toContain('the 1,200,000 people that privacy.population states')
})

test('obeys the laws', () => obeysTheLaws(quasiIdentifiers() as Analysis))

// Sweeney 2002, figure 2: a table that adheres to k-anonymity with k = 2 over race, birth, gender and ZIP.
const sweeney: readonly Record_[] = [
  ['Black', '1965', 'm', '0214*', 'short breath'],
  ['Black', '1965', 'm', '0214*', 'chest pain'],
  ['Black', '1965', 'f', '0213*', 'hypertension'],
  ['Black', '1965', 'f', '0213*', 'hypertension'],
  ['Black', '1964', 'f', '0213*', 'obesity'],
  ['Black', '1964', 'f', '0213*', 'chest pain'],
  ['White', '1964', 'm', '0213*', 'chest pain'],
  ['White', '1964', 'm', '0213*', 'obesity'],
  ['White', '1964', 'm', '0213*', 'short breath'],
  ['White', '1967', 'm', '0213*', 'chest pain'],
  ['White', '1967', 'm', '0213*', 'chest pain'],
].map(([race, year, gender, zip, label]) => ({ race: race!, year: year!, gender: gender!, zip: zip!, label: label! }))

test('the published table has k = 2; two of its classes have one label', async () => {
  const { value, audit } = await conclude(sweeney)
  expect(value('k-anonymity')).toBe(2)
  expect(value('sample-uniqueness')).toBe(0)
  expect(value('l-diversity')).toBe(1)
  expect(value('singling-out-fields')).toBeNull()
  expect(audit.tables[0]!.rows[0]).toEqual(['nothing', 2, 0, 11, 5])
})

test('ages are banded by ten years, 90 and over together', async () => {
  const { value } = await conclude([
    { age: 31, sex: 'F' },
    { age: 39, sex: 'f' },
    { age: 91, sex: 'M' },
    { age: 104, sex: 'M' },
  ])
  expect(value('k-anonymity')).toBe(2)
})

test('the smallest combination that singles out is named by its fields, and no value is shown', async () => {
  const records = ['a a', 'a b', 'b a', 'b a', 'a a', 'b a'].map((pair) => ({
    sex: `sex-${pair[0]}`,
    setting: `secret-${pair[2]}`,
    note: 'x',
  }))
  const { value, audit } = await conclude(records)
  expect([value('k-anonymity'), value('sample-uniqueness'), value('singling-out-fields')]).toEqual([1, 1 / 6, 1])
  expect(audit.notes[0]!.text).toBe(
    'Quasi-identifiers: setting, sex. 1 of 6 documents are alone with theirs; the smallest combination that singles one out is setting.',
  )
  expect(JSON.stringify(audit)).not.toMatch(/secret-|sex-/)
})

test('n documents alike have k = n; a field more never makes k larger', async () => {
  const alike = await conclude(Array.from({ length: 7 }, (_, i) => ({ sex: i < 4 ? 'f' : 'm' })))
  expect(alike.value('k-anonymity')).toBe(3)
  const finer = await conclude(Array.from({ length: 7 }, (_, i) => ({ sex: i < 4 ? 'f' : 'm', city: i % 2 ? 'x' : 'y' })))
  expect(finer.value('k-anonymity')!).toBeLessThanOrEqual(3)
})

test.each([
  ['no metadata', [{}, {}]],
  ['a field of no such name', [{ mood: 'a' }, { mood: 'b' }]],
  ['a field of one value', [{ sex: 'f' }, { sex: 'f' }]],
])('%s: not applicable', async (_, records) => {
  const { audit } = await conclude(records)
  expect(audit.estimates.every(({ status, value }) => status === 'not applicable' && value === null)).toBe(true)
})

// Li, Li & Venkatasubramanian 2007: with all labels equally far apart the distance is half the sum of absolute differences.
test('t-closeness: a class of two labels in a corpus of three', async () => {
  const { value } = await conclude([
    ...['flu', 'flu', 'gout', 'gout'].map((label) => ({ sex: 'f', label })),
    ...['flu', 'gout', 'ulcer', 'ulcer'].map((label) => ({ sex: 'm', label })),
  ])
  // Corpus: 3/8, 3/8, 2/8. Women: 1/2, 1/2, 0. Men: 1/4, 1/4, 1/2.
  expect(value('t-closeness')).toBeCloseTo((1 / 8 + 1 / 8 + 1 / 4) / 2, 12)
  expect(value('effective-k')).toBe(4)
})

test('what texts say of age, sex, occupation and family is a quasi-identifier, and no word of it is shown', async () => {
  const { value, audit } = await conclude([
    { text: '67 yo man, retired teacher, widowed' },
    { text: '64 yo man, retired teacher, widowed' },
    { text: '23 yo woman, works as a welder, married' },
  ])
  expect(audit.notes[0]!.text).toMatch(
    /^Quasi-identifiers: age in the text, sex in the text, occupation in the text, family in the text\. 1 of 3/,
  )
  expect([value('k-anonymity'), value('effective-k'), value('singling-out-fields')]).toEqual([1, 1.5, 1])
  expect(JSON.stringify(audit)).not.toMatch(/teacher|welder|widowed/)
})

test('the generalisation that repairs it: ages by 20 years join what ages by 10 part', async () => {
  const { audit } = await conclude(Array.from({ length: 20 }, (_, i) => ({ age: i < 4 ? 25 : i < 10 ? 31 : i < 17 ? 45 : 51, sex: 'f' })))
  const table = audit.tables.find(({ id }) => id === 'k-anonymity-generalisation')!
  expect(table.rows).toEqual([
    ['as it is', 3, 0, 7, 4],
    ['ages by 20 years', 10, 0, 0, 2],
  ])
})

describe('what a text says of its patient', () => {
  const [occupation, family, rare] = [2, 3, 6]
  const said = (text: string, place: number): number => quasiOf(createDocument({ text }))[place]!
  test.each([
    ['A 45 yo plumber with back pain.', 'Occupation: plumber'],
    ['67-year-old retired farmer.', 'He worked as a farmer.'],
    ['Patientin ist Hausfrau.', 'Beruf: Hausfrau'],
    ['Lavora come insegnante.', 'Professione: insegnante'],
    ['Hij werkt als timmerman.', 'Beroep: timmerman'],
    ['Il travaille comme infirmier.', 'Profession: infirmier'],
  ])('%s', (text, same) => {
    expect(said(text, occupation)).not.toBeNaN()
    expect(said(text, occupation)).toBe(said(same, occupation))
  })
  test.each(['Her husband is a teacher.', 'Son works as a builder.', 'No work today.'])('%s: not the patient', (text) =>
    expect(said(text, occupation)).toBeNaN(),
  )
  test.each(['Vedova, due figli.', 'gehuwd', 'verwitwet', 'veuve', 'viuda', 'viúva', 'lives alone'])('%s is family', (text) =>
    expect(said(text, family)).not.toBeNaN(),
  )
  test.each([
    ['Known Huntington’s disease.', 'Chorea Huntington bekannt'],
    ['Cystic fibrosis since birth', 'Mucoviscidose connue'],
    ['Hämophilie A', 'haemophilia A'],
  ])('%s and %s are one condition', (one, other) => {
    expect(said(one, rare)).not.toBeNaN()
    expect(said(one, rare)).toBe(said(other, rare))
  })
  test('a common one is none', () => expect(said('Asthma and hypertension', rare)).toBeNaN())
})
