import { obeysTheLaws } from '@corpuscope/core'
import { embedding } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { meanPairwiseCosine, pairSimilarities, pairwiseCosine, pairwiseCosineError } from '../src/index.ts'
import { audited, documentsOf, estimateOf, hasOracles, oracle, subjects, unitRows, vectors } from './examples.ts'

test('obeys the laws', () => obeysTheLaws(pairwiseCosine(), { features: [embedding()] }))

test.each([
  [
    'two at a right angle',
    [
      [1, 0],
      [0, 1],
    ],
    0,
  ],
  [
    'two alike',
    [
      [1, 0],
      [1, 0],
    ],
    1,
  ],
  [
    'two opposed',
    [
      [1, 0],
      [-1, 0],
    ],
    -1,
  ],
  [
    'one like another of three',
    [
      [1, 0],
      [0, 1],
      [1, 0],
    ],
    1 / 3,
  ],
])('%s', (_, rows, expected) => expect(meanPairwiseCosine(unitRows(rows), rows.length, 2)).toBeCloseTo(expected, 15))

test('fewer than two rows have no pair, fewer than three no error', () => {
  expect(meanPairwiseCosine(new Float64Array(0), 0, 2)).toBeNull()
  expect(meanPairwiseCosine(unitRows([[1, 0]]), 1, 2)).toBeNull()
  expect(
    pairwiseCosineError(
      unitRows([
        [1, 0],
        [0, 1],
      ]),
      2,
      2,
    ),
  ).toBeNull()
})

test.skipIf(!vectors)('agrees with the reference values to 1e-9', () => {
  const rows = unitRows(vectors.X)
  expect(meanPairwiseCosine(rows, 6, 3)).toBeCloseTo(vectors.pairwise_cosine.mean_offdiag, 9)
  const pairs = pairSimilarities(rows, 6, 3).sort()
  expect(pairs).toHaveLength(vectors.pairwise_cosine.n_pairs)
  expect(pairs[0]).toBeCloseTo(vectors.pairwise_cosine.min, 9)
  expect(pairs[7]).toBeCloseTo(vectors.pairwise_cosine.median, 9)
  expect(pairs[14]).toBeCloseTo(vectors.pairwise_cosine.max, 9)
})

test.skipIf(!hasOracles).each(['syngp500', 'ncbi_disease', 'primock57-notes', 'ag_news_test3000'])(
  'sentence vectors of %s: mean, least and greatest to 1e-5',
  (name) => {
    const { n, d, rows, results } = oracle(name)
    expect(Math.abs(meanPairwiseCosine(rows, n, d)! - results.cosine.mean)).toBeLessThan(1e-5)
    const pairs = pairSimilarities(rows, n, d).sort()
    expect(Math.abs(pairs[0]! - results.cosine.min)).toBeLessThan(1e-5)
    expect(Math.abs(pairs.at(-1)! - results.cosine.max)).toBeLessThan(1e-5)
  },
)

test('the standard error is that of leaving out each document in turn', () => {
  const random = seededRandom('jackknife')
  const n = 20
  const all = unitRows(Array.from({ length: n }, () => [random(), random(), random()]))
  const without = Array.from({ length: n }, (_, i) => {
    const rest = Float64Array.from([...all.subarray(0, 3 * i), ...all.subarray(3 * i + 3)])
    return meanPairwiseCosine(rest, n - 1, 3)!
  })
  const mean = without.reduce((sum, value) => sum + value, 0) / n
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  expect(pairwiseCosineError(all, n, 3)).toBeCloseTo(Math.sqrt(((n - 1) / n) * squares), 12)
})

test('least, quantiles and greatest rise; the distances are the similarity said otherwise', async () => {
  const { audit } = await audited(pairwiseCosine(), documentsOf(subjects(30)))
  const value = (id: string): number => audit.estimates.find(({ measure }) => measure === id)!.value!
  const points = ['least', 'q05', 'median', 'q95', 'greatest'].map((point) => value(`pairwise-cosine-${point}`))
  expect(points).toEqual([...points].sort((a, b) => a - b))
  expect(value('remote-clique')).toBe(1 - value('pairwise-cosine'))
  expect(value('internal-diversity')).toBeCloseTo((29 / 30) * value('remote-clique'), 15)
  const { interval } = audit.estimates.find(({ measure }) => measure === 'remote-clique')!
  expect(interval![0]).toBeLessThan(value('remote-clique'))
  expect(interval![1]).toBeGreaterThan(value('remote-clique'))
})

test('texts on one subject are more alike than texts on four', async () => {
  const one = await estimateOf(pairwiseCosine(), subjects(40, 1))
  const four = await estimateOf(pairwiseCosine(), subjects(40, 4))
  expect(one.value!).toBeGreaterThan(four.value! + 0.2)
  expect(four.interval![0]).toBeLessThan(four.value!)
  expect(four.instrument).toMatch(/^[0-9a-f]{16}$/)
})

test('identical texts have mean 1, without spread', async () => {
  const { value, interval } = await estimateOf(
    pairwiseCosine(),
    Array.from({ length: 30 }, () => 'fever and chest pain'),
  )
  expect(value).toBeCloseTo(1, 12)
  expect(interval![0]).toBeCloseTo(1, 9)
  expect(interval![1]).toBe(1)
})

test('two documents have a value without an interval', async () => {
  const { value, interval, n } = await estimateOf(pairwiseCosine(), ['fever cough', 'fever rash'])
  expect(value).toBeGreaterThan(0)
  expect({ interval, n }).toEqual({ interval: null, n: 2 })
})

test.each([
  ['empty texts', ['', '', ' '], 3],
  ['one document', ['fever'], 0],
  ['one document with words', ['fever', ''], 1],
  ['nothing in common', ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'], 6],
])('%s: no value, and why', async (_, texts, left) => {
  const estimate = await estimateOf(pairwiseCosine(), texts)
  expect(estimate).toMatchObject({ value: null, status: 'not applicable', left })
  expect(estimate.reason).toContain('needs two documents with an embedding')
})

test('a document without words is left out, and said', async () => {
  const estimate = await estimateOf(pairwiseCosine(), ['fever cough', 'fever rash', 'cough rash', ''])
  expect(estimate).toMatchObject({ n: 3, left: 1, status: 'measured' })
  expect(estimate.reason).toMatch(/^1 left out: /)
})

test('the histogram holds every pair, and as many by chance', async () => {
  for (const n of [30, 2100]) {
    const { audit } = await audited(pairwiseCosine(), documentsOf(subjects(n)))
    const chart = audit.charts[0]!
    if (chart.form !== 'histogram') throw new Error('not a histogram')
    const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
    expect(sum(chart.counts)).toBe((n * (n - 1)) / 2)
    expect(sum(chart.reference!.counts)).toBeCloseTo((n * (n - 1)) / 2, 3)
    expect(audit.notes).toEqual([])
    expect(audit.estimates.map((estimate) => estimate.n)).toEqual(audit.estimates.map(() => n))
  }
})

test('of four subjects, pairs on the same one are more alike than chance has it', async () => {
  const beyondChance = async (texts: string[]): Promise<number> => {
    const { audit } = await audited(pairwiseCosine(), documentsOf(texts))
    const chart = audit.charts[0]!
    if (chart.form !== 'histogram') throw new Error('not a histogram')
    const above = (counts: readonly number[]): number => counts.reduce((sum, count, i) => sum + (chart.edges[i]! >= 0.5 ? count : 0), 0)
    return (above(chart.counts) - above(chart.reference!.counts)) / above(chart.counts)
  }
  expect(await beyondChance(subjects(200, 4))).toBeGreaterThan(0.3)
})
