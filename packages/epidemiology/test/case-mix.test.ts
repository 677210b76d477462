import { existsSync, readFileSync } from 'node:fs'
import {
  type Audit,
  auditSchema,
  concludeState,
  createDocument,
  createState,
  obeysTheLaws,
  observer,
  type Reference,
  type Suite,
} from '@corpuscope/core'
import { beachRfe } from '@corpuscope/references'
import { describe, expect, test } from 'vitest'
import { caseMix } from '../src/index.ts'

const vectors = new URL('../../../../shared/references/statistics-vectors.json', import.meta.url)
const labelsFile = new URL('../../../../shared/corpora/syngp500/labels.csv', import.meta.url)

async function audit(labels: readonly (string | undefined)[], reference: Reference = beachRfe): Promise<Audit> {
  const suite: Suite = {
    id: 'test',
    title: 'Test',
    categories: [{ id: 'case-mix', title: 'Case mix', question: 'Whose?', analyses: [caseMix(reference)], headlines: [] }],
    features: [],
    references: [reference],
    language: () => 'en',
  }
  const state = createState(suite)
  const observe = observer(suite, state)
  labels.forEach((label, i) => {
    observe(createDocument({ id: `note-${i}`, text: 'no fever', ...(label !== undefined && { label }) }), 'test')
  })
  const { audit } = await concludeState(suite, state, { version: '0', seed: 1, options: {} })
  return auditSchema.parse(audit)
}

const repeated = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([label, n]) => Array<string>(n).fill(label))

const small: Reference = {
  ...beachRfe,
  id: 'small',
  remainder: 'Other',
  categories: [
    { id: 'Cough', share: 0.4, aliases: ['Coughing'] },
    { id: 'Rash', share: 0.3, aliases: [] },
    { id: 'Other', share: 0.2, aliases: [] },
    { id: 'constructor', share: 0.06, aliases: [] },
    { id: '__proto__', share: 0.04, aliases: [] },
  ],
}

test('obeys the laws, with labels that match and with labels that do not', async () => {
  await obeysTheLaws(caseMix(small))
  await obeysTheLaws(caseMix(beachRfe))
})

test('the arithmetic of a small case', async () => {
  const { estimates, charts, tables } = await audit([...repeated({ Cough: 3, rash: 1, coughing: 1 }), undefined, ' '], {
    ...small,
    categories: small.categories.slice(0, 2).map((category, i) => ({ ...category, share: [0.5, 0.5][i]! })),
  })
  // 4 of 5 cough, where the reference has one half.
  expect(estimates[0]).toMatchObject({
    measure: 'case-mix-total-variation',
    n: 5,
    left: 2,
    status: 'measured',
    reason: '2 documents without a label left out',
  })
  expect(estimates[0]!.value).toBeCloseTo(0.3, 12)
  // P(|x/5 - 1/2| = 1/10, 3/10, 1/2) = 20/32, 10/32, 2/32: a mean of 0.1875.
  expect(Math.abs(estimates[0]!.floor! - 0.1875)).toBeLessThan(0.1875 * 0.05)
  const halfJensen =
    0.5 * (0.8 * Math.log2(0.8 / 0.65) + 0.2 * Math.log2(0.2 / 0.35) + 0.5 * Math.log2(0.5 / 0.65) + 0.5 * Math.log2(0.5 / 0.35))
  expect(estimates[1]!.value).toBeCloseTo(halfJensen, 12)
  expect(charts[0]).toMatchObject({ form: 'dumbbell', category: ['Cough', 'Rash'], value: [0.8, 0.2], reference: [0.5, 0.5] })
  expect(tables[0]!.rows[0]!.slice(0, 4)).toEqual(['Cough', 4, 0.8, 0.5])
})

describe.skipIf(!existsSync(vectors))('the published table of SynGP500 against BEACH', () => {
  const published = (): { counts: number[]; tv: number; jsd: number; floors: [number, number] } => {
    const { observed, syngp500_counts_n500, null_monte_carlo } = JSON.parse(readFileSync(vectors, 'utf8')).syngp500_vs_beach_31_categories
    return {
      counts: syngp500_counts_n500,
      tv: observed.tv,
      jsd: observed.jsd_bits,
      floors: [null_monte_carlo.tv.mean, null_monte_carlo.jsd_bits.mean],
    }
  }
  const corpus = (): string[] => published().counts.flatMap((n, i) => Array<string>(n).fill(beachRfe.categories[i]!.id))

  test('distances agree, and so do the noise floors within 2 %', async () => {
    const { tv, jsd, floors } = published()
    const { estimates } = await audit(corpus())
    expect(Math.abs(estimates[0]!.value! / tv - 1)).toBeLessThan(1e-9)
    expect(Math.abs(estimates[1]!.value! / jsd - 1)).toBeLessThan(1e-9)
    expect(Math.abs(estimates[0]!.floor! / floors[0] - 1)).toBeLessThan(0.02)
    expect(Math.abs(estimates[1]!.floor! / floors[1] - 1)).toBeLessThan(0.02)
    for (const { value, interval, n, left } of estimates) {
      expect([n, left]).toEqual([500, 0])
      expect(interval![0]).toBeGreaterThan(0)
      expect(interval![0]).toBeLessThan(value!)
      expect(interval![1]).toBeGreaterThan(value!)
    }
  })

  test('exactly two categories differ beyond chance', async () => {
    const { tables, notes } = await audit(corpus())
    const found = tables[0]!.rows.filter((row) => row.at(-1) !== 'undecided').map((row) => [row[0], row.at(-1)])
    expect(found).toEqual([
      ['Other', 'under'],
      ['Skin symptom/complaint, other', 'over'],
    ])
    expect(notes[0]!.text).toMatch(/differs from the reference beyond chance: total variation 0\.174, by chance 0\.07[67]/)
    expect(notes[1]!.text).toContain(
      'differ: Other (under: 28\u00a0% against 40.4\u00a0%); Skin symptom/complaint, other (over: 3.4\u00a0% against 1.1\u00a0%)',
    )
    expect(notes[2]!.text).toContain('an assumption')
  })

  test('the chart holds every category, largest of the reference first', async () => {
    const [chart] = (await audit(corpus())).charts
    if (chart?.form !== 'dumbbell') throw new Error('no dumbbell')
    expect(chart.category).toHaveLength(31)
    expect(chart.category.slice(0, 2)).toEqual(['Other', 'Prescription'])
    expect(chart.reference).toEqual([...chart.reference].sort((a, b) => b - a))
  })
})

test.skipIf(!existsSync(labelsFile))('the labels of SynGP500 all find their category', async () => {
  const lines = readFileSync(labelsFile, 'utf8').trim().split('\n').slice(1)
  const labels = lines.map((line) => line.match(/^[^,]*,(?:"([^"]*)"|([^,]*)),/)).map((match) => match?.[1] ?? match?.[2] ?? '')
  const { estimates } = await audit([...labels, ...Array<undefined>(235).fill(undefined)])
  expect(estimates[0]).toMatchObject({ n: 265, left: 235, status: 'measured', reason: '235 documents without a label left out' })
})

test('without any label: not applicable, and what to give', async () => {
  const { estimates } = await audit([undefined, '', '  '])
  for (const estimate of estimates)
    expect(estimate).toMatchObject({
      value: null,
      status: 'not applicable',
      left: 3,
      reason: 'no document has a label: give --labels or --label-field',
    })
})

test('a label that is no category is an error that names it and what was meant, never Other', async () => {
  const { estimates } = await audit(repeated({ Cough: 3, Headahce: 2 }))
  expect(estimates.map(({ status, value }) => [status, value])).toEqual([
    ['error', null],
    ['error', null],
  ])
  expect(estimates[0]!.reason).toBe(
    'a label of 2 documents is no category of beach-rfe: "Headahce" (2 documents; did you mean "Headache"?). Correct the labels, or give a reference whose categories or aliases hold them.',
  )
})

test.each(['constructor', '__proto__', 'toString'])('"%s" is a label like any other', async (label) => {
  expect((await audit([label, 'Cough'])).estimates[0]).toMatchObject({
    status: 'error',
    reason: expect.stringContaining(`"${label}" (1 document)`),
  })
})

test('text in place of labels is not shown', async () => {
  const long = 'x'.repeat(64)
  const one = (await audit([long])).estimates[0]!
  expect(one.reason).toContain('a label of 64 characters (1 document)')
  expect(JSON.stringify(one)).not.toContain(long)
  const many = (await audit(Array.from({ length: 201 }, (_, i) => `Name ${i}`))).estimates[0]!
  expect(many.reason).toContain('the field has 201 different values')
  expect(many.reason).not.toContain('Name')
})

test('four unknown labels: three are shown, most frequent first', async () => {
  const { reason } = (await audit(repeated({ zz1: 1, zz2: 2, zz3: 3, zz4: 4 }))).estimates[0]!
  expect(reason).toContain(
    '4 labels of 10 documents are no category of beach-rfe: "zz4" (4 documents); "zz3" (3 documents); "zz2" (2 documents); and 1 more. Correct',
  )
})

test('one document, and a corpus of one label: measured, without an interval', async () => {
  const [one] = (await audit(['Cough'])).estimates
  expect(one).toMatchObject({ n: 1, interval: null, reason: 'one document has no interval' })
  expect(one!.value).toBeCloseTo(1 - 0.041, 12)
  const [same] = (await audit(repeated({ Cough: 50 }))).estimates
  expect(same).toMatchObject({ n: 50, interval: null, reason: expect.stringContaining('one label') })
})

test('one category: nothing can differ', async () => {
  const { estimates, notes } = await audit(['Any', 'any'], {
    ...small,
    remainder: 'Any',
    categories: [{ id: 'Any', share: 1, aliases: [] }],
  })
  expect(estimates.map(({ value, floor }) => [value, floor])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(notes[0]!.text).toContain('cannot be told from the reference')
})

test('a corpus with the shares of the reference is 0 apart, and within chance', async () => {
  const { estimates, notes } = await audit(repeated({ Cough: 40, Rash: 30, Other: 20, constructor: 6, ['__proto__']: 4 }), small)
  expect(estimates[0]!.value).toBeCloseTo(0, 12)
  expect(estimates[0]!.interval![0]).toBe(0)
  expect(notes[0]!.text).toContain('cannot be told from the reference at this size')
  expect(notes[1]!.text).toContain('No single category of 5 differs')
})

test('a reference without shares has no distance', async () => {
  const { estimates } = await audit(['Cough'], { ...small, kind: 'ranking' })
  expect(estimates[0]).toMatchObject({ status: 'not applicable', reason: expect.stringContaining('ranking') })
})

test.each([
  [
    'one share missing',
    [
      { id: 'Cough', share: 1, aliases: [] },
      { id: 'Rash', share: null, aliases: [] },
    ],
  ],
  ['only zeros', [{ id: 'Cough', share: 0, aliases: [] }]],
  ['no categories', []],
])('%s: not applicable, never NaN', async (_, categories) => {
  const { estimates } = await audit(['Cough'], { ...small, categories })
  expect(estimates[0]).toMatchObject({
    value: null,
    status: 'not applicable',
    reason: 'small does not give a share for each of its categories',
  })
})

test('shares that rounding left beside 1 are divided by their sum', async () => {
  const { estimates } = await audit(repeated({ Cough: 1, Rash: 1 }), {
    ...small,
    remainder: 'Cough',
    categories: [
      { id: 'Cough', share: 0.499, aliases: [] },
      { id: 'Rash', share: 0.499, aliases: [] },
    ],
  })
  expect(estimates[0]!.value).toBe(0)
})

test('numbers of two references, or of two editions of one, are told apart', async () => {
  const of = async (share: number): Promise<string | undefined> =>
    (
      await audit(['Cough'], {
        ...small,
        categories: [
          { id: 'Cough', share, aliases: [] },
          { id: 'Other', share: 1 - share, aliases: [] },
        ],
      })
    ).estimates[0]!.instrument
  expect(await of(0.5)).toMatch(/^small@[0-9a-f]{16}$/)
  expect(await of(0.5)).toBe(await of(0.5))
  expect(await of(0.5)).not.toBe(await of(0.4))
})

test('a reference of 20,000 categories is measured, drawn in part and said so', async () => {
  const categories = Array.from({ length: 20_000 }, (_, i) => ({ id: `c${i}`, share: 1 / 20_000, aliases: [] }))
  const { estimates, charts, tables } = await audit(['c0', 'c1'], { ...small, remainder: 'c0', categories })
  expect(estimates[0]!.value).toBeCloseTo(0.9999, 9)
  expect(charts[0]!.summary).toContain('Drawn are the 60 largest of 20000')
  expect(tables[0]!.rows).toHaveLength(1000)
})
