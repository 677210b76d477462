import { existsSync, readFileSync } from 'node:fs'
import {
  type Audit,
  auditSchema,
  type Conclusion,
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

const audit = async (labels: readonly (string | undefined)[], reference: Reference = beachRfe): Promise<Audit> =>
  auditSchema.parse((await concluded(labels, reference)).audit)

async function concluded(labels: readonly (string | undefined)[], reference: Reference): Promise<Conclusion> {
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
  return concludeState(suite, state, { version: '0', seed: 1, options: {} })
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
  const { estimates, charts, tables, notes } = await audit([...repeated({ Cough: 3, rash: 1, coughing: 1 }), undefined, ' '], {
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
  // P(|x/5 - 1/2| = 1/10, 3/10, 1/2) = 20/32, 10/32, 2/32: a mean of 0.1875, and 1/2 is reached in 2/32, more than one case of 20.
  expect(estimates[0]!.floor).toBeCloseTo(0.1875, 12)
  expect(estimates[0]!.floor95).toBeCloseTo(0.5, 12)
  expect(notes[1]!.text).toContain('every corpus of this size that could be drawn')
  const halfJensen =
    0.5 * (0.8 * Math.log2(0.8 / 0.65) + 0.2 * Math.log2(0.2 / 0.35) + 0.5 * Math.log2(0.5 / 0.65) + 0.5 * Math.log2(0.5 / 0.35))
  expect(estimates[1]!.value).toBeCloseTo(halfJensen, 12)
  expect(charts[0]).toMatchObject({ form: 'dumbbell', category: ['Cough', 'Rash'], value: [0.8, 0.2], reference: [0.5, 0.5] })
  expect(tables[0]!.rows[0]!.slice(0, 4)).toEqual(['Cough', 4, 0.8, 0.5])
})

interface Null {
  readonly mean: number
  readonly q95: number
}

interface Published {
  readonly syngp500_vs_beach_31_categories: {
    readonly syngp500_counts_n500: number[]
    readonly observed: Record<'tv' | 'jsd_bits' | 'js_distance_base2' | 'hellinger' | 'chi2', number>
    readonly chi2_p: number
    readonly g: number
    readonly cohen_w: number
    readonly kl_nats_syn_beach: number
    readonly psi: number
    readonly spearman_30_categories_without_other: number
    readonly kendall_tau_b_30: number
    readonly pearson_30: number
    readonly within_1pp_of_30: number
    readonly within_2pp_of_30: number
    readonly null_monte_carlo: Record<'tv' | 'jsd_bits' | 'js_distance_base2' | 'hellinger', Null>
  }
  readonly syngp500_vs_beach_30_named_renormalised: Record<
    'n' | 'tv' | 'chi2' | 'df' | 'p' | 'cohen_w' | 'tv_null_mean' | 'tv_null_q95',
    number
  >
}

describe.skipIf(!existsSync(vectors))('the published table of SynGP500 against BEACH', () => {
  const published = (): Published => JSON.parse(readFileSync(vectors, 'utf8'))
  const corpus = (): string[] =>
    published().syngp500_vs_beach_31_categories.syngp500_counts_n500.flatMap((n, i) => Array<string>(n).fill(beachRfe.categories[i]!.id))
  const near = (actual: unknown, expected: number, relative = 1e-9): void =>
    expect(Math.abs((actual as number) / expected - 1), `${actual} against ${expected}`).toBeLessThan(relative)

  test('every distance to 1e-9, its noise floor to 2 % of the mean and of the 95 % quantile', async () => {
    const { estimates, tables } = await audit(corpus())
    const table = tables.find(({ id }) => id === 'case-mix-statistics')!
    const { observed, null_monte_carlo: nulls, ...beach } = published().syngp500_vs_beach_31_categories
    const named = published().syngp500_vs_beach_30_named_renormalised
    const value = (measure: string) => estimates.find((estimate) => estimate.measure === measure)!
    const row = (name: string, over = 'all categories') => table.rows.find((cells) => cells[0] === name && cells[1] === over)!
    near(value('case-mix-total-variation').value, observed.tv)
    near(value('case-mix-jensen-shannon').value, observed.jsd_bits)
    near(value('case-mix-jensen-shannon-distance').value, observed.js_distance_base2)
    near(value('case-mix-hellinger').value, observed.hellinger)
    near(value('case-mix-kullback-leibler').value, beach.kl_nats_syn_beach)
    near(value('case-mix-population-stability').value, beach.psi)
    near(value('case-mix-cohen-w').value, beach.cohen_w)
    near(value('case-mix-spearman').value, beach.spearman_30_categories_without_other)
    near(value('case-mix-kendall').value, beach.kendall_tau_b_30)
    near(value('case-mix-total-variation-named').value, named.tv)
    expect(value('case-mix-total-variation-named')).toMatchObject({ n: named.n, left: 140 })
    for (const [name, expected] of [
      ['total variation', nulls.tv],
      ['Jensen-Shannon divergence', nulls.jsd_bits],
      ['Jensen-Shannon distance', nulls.js_distance_base2],
      ['Hellinger distance', nulls.hellinger],
    ] as const) {
      near(row(name)[5], expected.mean, 0.02)
      near(row(name)[6], expected.q95, 0.02)
    }
    const without = 'without "Other"'
    near(row('total variation, named', without)[5], named.tv_null_mean, 0.02)
    near(row('total variation, named', without)[6], named.tv_null_q95, 0.02)
    near(row('chi-square')[2], observed.chi2)
    near(row('chi-square')[4], beach.chi2_p)
    near(row('G')[2], beach.g)
    near(row('chi-square', without)[2], named.chi2)
    expect(row('chi-square', without)[3]).toBe(named.df)
    near(row('chi-square', without)[4], named.p)
    near(row("Cohen's w", without)[2], named.cohen_w)
    near(row("Cramer's V")[2], Math.sqrt(observed.chi2 / (500 * 30)))
    near(row('Pearson', without)[2], beach.pearson_30)
    // "Other" is 12 points off, so all 31 have as many within as the 30 named ones.
    expect(row('categories within 2 percentage points')[2]).toBe(beach.within_2pp_of_30)
    expect(row('categories within 1 percentage point')[2]).toBe(beach.within_1pp_of_30)
    // The mean of total variation is exact: nearer to that of 200,000 draws than a drawn one.
    near(row('total variation')[5], nulls.tv.mean, 0.001)
    near(row('Jensen-Shannon divergence')[5], nulls.jsd_bits.mean, 0.001)
    for (const estimate of estimates.filter(({ interval }) => interval !== null)) {
      expect(estimate.interval![0]).toBeLessThanOrEqual(estimate.value!)
      expect(estimate.interval![1]).toBeGreaterThanOrEqual(estimate.value!)
    }
  })

  test('the sentence: which categories differ beyond chance at 500 documents, and what tolerance can say', async () => {
    const { notes } = await audit(corpus())
    expect(notes[0]!.text).toMatch(/differs from the reference beyond chance: total variation 0\.174, by chance 0\.0764/)
    expect(notes[0]!.text).toMatch(/A total variation of 0\.174 shows from about 1[3-8]\d documents on\./)
    expect(notes[0]!.text).toContain(
      'Beyond chance (Goodman simultaneous intervals, 95 %) differ: Other (under: 28\u00a0% against 40.4\u00a0%); Skin symptom/complaint, other (over: 3.4\u00a0% against 1.1\u00a0%). "Other" is the remainder of the reference, not a condition.',
    )
    expect(notes[2]!.text).toMatch(
      /^Of 31 categories \d+ are shown to lie within 2 percentage points of the reference .* a convention .* 1 are over, 1 under, and \d+ cannot be decided/,
    )
    expect(notes.at(-1)!.text).toContain('an assumption')
  })

  test('fewer documents would have shown it', async () => {
    const table = (await audit(corpus())).tables.find(({ id }) => id === 'case-mix-statistics')!
    const needed = table.rows.find(([name]) => name === 'total variation')!.at(-1) as number
    // Chance reaches 0.099 with 500 and shrinks with the root: 500 (0.099 / 0.174)^2 is 162.
    expect(needed).toBeGreaterThan(130)
    expect(needed).toBeLessThan(190)
  })

  test('the chart holds every category, largest of the reference first; the residuals sort by size', async () => {
    const [chart, residuals] = (await audit(corpus())).charts
    if (chart?.form !== 'dumbbell' || residuals?.form !== 'bars') throw new Error('no dumbbell or no bars')
    expect(chart.category).toHaveLength(31)
    expect(chart.category.slice(0, 2)).toEqual(['Other', 'Prescription'])
    expect(chart.reference).toEqual([...chart.reference].sort((a, b) => b - a))
    expect(residuals.category[0]).toBe('Skin symptom/complaint, other')
    expect(residuals.category.at(-1)).toBe('Other')
  })

  test('what to add: no category is left more than 2 points off', async () => {
    const table = (await audit(corpus())).tables.find(({ id }) => id === 'case-mix-to-add')!
    const sizes = table.rows.map(([, documents, reference, add]) => [(documents as number) + (add as number), reference as number] as const)
    const total = sizes.reduce((sum, [size]) => sum + size, 0)
    for (const [size, reference] of sizes) expect(Math.abs(size / total - reference)).toBeLessThan(0.02 + 1 / total)
    expect(table.rows[0]![0]).toBe('Other')
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
  expect(new Set(estimates.map(({ status, value }) => `${status} ${value}`))).toEqual(new Set(['error null']))
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
  for (const { value, floor } of estimates.slice(0, 7)) expect([value, floor]).toEqual([0, 0])
  for (const { value, reason } of estimates.slice(7, 10)) expect([value, typeof reason]).toEqual([null, 'string'])
  expect(estimates.at(-1)).toMatchObject({ measure: 'case-mix-effective-sample', value: 2 })
  expect(notes[0]!.text).toContain('cannot be told from the reference')
})

test('a corpus with the shares of the reference is 0 apart, and within chance', async () => {
  const { estimates, notes } = await audit(repeated({ Cough: 40, Rash: 30, Other: 20, constructor: 6, ['__proto__']: 4 }), small)
  expect(estimates[0]!.value).toBeCloseTo(0, 12)
  expect(estimates[0]!.interval![0]).toBe(0)
  expect(notes[0]!.text).toContain('cannot be told from the reference at this size')
  expect(notes[0]!.text).toContain('No single category of 5 differs')
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

test('a reference of 100,000 categories is measured, drawn in part and said so', async () => {
  const k = 100_000
  const categories = Array.from({ length: k }, (_, i) => ({ id: `c${i}`, share: 1 / k, aliases: [] }))
  const { estimates, charts, tables } = await audit(['c0', 'c1', 'c7'], { ...small, remainder: 'c0', categories })
  expect(estimates[0]!.value).toBeCloseTo(1 - 3 / k, 9)
  expect(charts[0]!.summary).toContain('Drawn are the 60 largest of 100000')
  expect(tables[0]!.rows).toHaveLength(1000)
  const rank = estimates.find(({ measure }) => measure === 'case-mix-spearman')!
  expect([rank.value, rank.status]).toEqual([null, 'not applicable'])
})

test('a category that the reference gives a share of 0: what is infinite has no value and says why', async () => {
  const { estimates } = await audit(repeated({ Cough: 9, Rash: 1 }), {
    ...small,
    remainder: 'Cough',
    categories: [
      { id: 'Cough', share: 1, aliases: [] },
      { id: 'Rash', share: 0, aliases: [] },
    ],
  })
  const value = (measure: string) => estimates.find((estimate) => estimate.measure === measure)!
  expect(value('case-mix-total-variation').value).toBeCloseTo(0.1, 12)
  expect(value('case-mix-kullback-leibler')).toMatchObject({ value: null, reason: expect.stringContaining('infinite') })
  expect(value('case-mix-cohen-w')).toMatchObject({ value: null, reason: expect.stringContaining('infinite') })
  expect(value('case-mix-population-stability').value).toBeGreaterThan(0)
})

test('a reference that is a sample itself is not passed off as exact', async () => {
  const { notes } = await audit(repeated({ Cough: 9, Rash: 1 }), { ...small, sampleSize: 1000 })
  expect(notes[1]!.text).toContain('although it is itself a sample of 1000')
})

test('weights are written, a line a document: share over share, empty without a label', async () => {
  const { kept, rows } = await concluded([...repeated({ Cough: 3, Rash: 1 }), undefined], {
    ...small,
    categories: small.categories.slice(0, 2).map((category) => ({ ...category, share: 0.5 })),
  })
  const lines = new TextDecoder().decode(kept.get('weights.csv')).trim().split('\r\n')
  const of = (label: string | null): string => lines[1 + rows.labels.indexOf(label)]!.split(',')[1]!
  expect([lines[0], lines.length]).toEqual(['id,weight', 6])
  expect([of('Cough'), of('Rash'), of(null)]).toEqual(['0.666666667', '2', ''])
})

test('the largest part with the shares of the reference is listed, an id a line', async () => {
  const {
    kept,
    rows,
    audit: made,
  } = await concluded([...repeated({ Cough: 8, Rash: 2 }), undefined], {
    ...small,
    categories: small.categories.slice(0, 2).map((category) => ({ ...category, share: 0.5 })),
    tolerance: 0.1,
  })
  const ids = new TextDecoder().decode(kept.get('aligned-ids.txt')).trim().split('\n')
  const labels = ids.map((id) => rows.labels[rows.ids.indexOf(id)])
  expect([labels.filter((label) => label === 'Cough').length, labels.filter((label) => label === 'Rash').length]).toEqual([3, 2])
  expect(made.notes.map(({ text }) => text).join(' ')).toContain('5 of 10 labelled documents, listed in aligned-ids.txt')
})
