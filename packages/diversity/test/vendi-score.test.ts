import { obeysTheLaws } from '@corpuscope/core'
import { embedding, pickRows } from '@corpuscope/features'
import { seededRandom, standardDeviation, symmetricEigen } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { gramMatrix, renyiEntropy, spectrum, vendiScore, vendiScoreAnalysis } from '../src/index.ts'
import { audited, documentsOf, estimateOf, hasOracles, oracle, subjects, unitRows, vectors } from './examples.ts'

const orders = { '0': 0, '0.1': 0.1, '0.5': 0.5, '1': 1, '2': 2, inf: Number.POSITIVE_INFINITY }
const eigenvalues = (rows: Float64Array, n: number, d: number): Float64Array => symmetricEigen(gramMatrix(rows, n, d), d).values

test('obeys the laws', () => obeysTheLaws(vendiScoreAnalysis(), { features: [embedding()] }))

const axis = (k: number): number[] => Array.from({ length: 6 }, (_, i) => (i === k ? 1 : 0))
test.each([
  ['all alike', [0, 0, 0, 0, 0, 0], 1],
  ['all unrelated', [0, 1, 2, 3, 4, 5], 6],
  ['two groups of three', [0, 0, 0, 1, 1, 1], 2],
  ['four and two', [0, 0, 0, 0, 1, 1], Math.exp(-(2 / 3) * Math.log(2 / 3) - (1 / 3) * Math.log(1 / 3))],
])('%s', (_, axes, expected) => {
  expect(vendiScore(eigenvalues(unitRows(axes.map(axis)), 6, 6))).toBeCloseTo(expected, 12)
})

test('orders weigh rare kinds less and less: rank, entropy, sum of squares, greatest', () => {
  const values = [0.5, 0.25, 0.25]
  expect(vendiScore(values, 0)).toBe(3)
  expect(vendiScore(values, 1)).toBeCloseTo(2 ** 1.5, 14)
  expect(vendiScore(values, 2)).toBeCloseTo(1 / 0.375, 14)
  expect(vendiScore(values, Number.POSITIVE_INFINITY)).toBe(2)
  expect(vendiScore([0.5, 0.5, 1e-17, -1e-18], 0)).toBe(2)
  expect(vendiScore([])).toBeUndefined()
  expect(() => vendiScore(values, -1)).toThrow('order must be 0 or more')
})

test.skipIf(!vectors)('agrees with the vendi-score package on the reference vectors to 1e-9', () => {
  const values = eigenvalues(unitRows(vectors.X), 6, 3)
  const { eigenvalues_dual_3x3: expected, orders: scores } = vectors.vendi_cosine_kernel
  for (let k = 0; k < 3; k++) expect(values[k]).toBeCloseTo(expected[k], 9)
  for (const [name, score] of Object.entries(scores))
    expect(vendiScore(values, orders[name as keyof typeof orders])).toBeCloseTo(score as number, 9)
  expect(vectors.vendi_edge.two_groups_4_and_2_q1).toBeCloseTo(1.88988157484, 9)
})

test.skipIf(!vectors)('agrees with it on other kernels too: a Gaussian one, and documents of unequal weight', () => {
  const n = 6
  const kernel = (value: (i: number, j: number) => number): Float64Array =>
    symmetricEigen(
      Float64Array.from({ length: n * n }, (_, at) => value(Math.floor(at / n), at % n)),
      n,
    ).values
  const squared = (i: number, j: number): number =>
    vectors.X[i].reduce((sum: number, x: number, k: number) => sum + (x - vectors.X[j][k]) ** 2, 0)
  const gaussian = kernel((i, j) => Math.exp(-squared(i, j) / (2 * 0.5 ** 2)) / n)
  for (const [name, score] of Object.entries(vectors['vendi_rbf_sigma0.5']))
    expect(vendiScore(gaussian, orders[name as keyof typeof orders])).toBeCloseTo(score as number, 9)
  const rows = unitRows(vectors.X)
  const cosine = (i: number, j: number): number => [0, 1, 2].reduce((sum, k) => sum + rows[3 * i + k]! * rows[3 * j + k]!, 0)
  const weighted = kernel((i, j) => Math.sqrt(vectors.p[i] * vectors.p[j]) * cosine(i, j))
  expect(vendiScore(weighted, 1)).toBeCloseTo(vectors.vendi_cosine_kernel.probability_weighted_q1, 9)
  expect(vendiScore(weighted, 2)).toBeCloseTo(vectors.vendi_cosine_kernel.probability_weighted_q2, 9)
})

test.skipIf(!hasOracles).each(['syngp500', 'ncbi_disease', 'primock57-notes', 'ag_news_test3000'])(
  'sentence vectors of %s: orders 1, 2 and infinity to 1e-5',
  (name) => {
    const { n, d, rows, results } = oracle(name)
    // The package scales the stored single-precision rows to unit length again.
    const units = unitRows(Array.from({ length: n }, (_, i) => [...rows.subarray(i * d, (i + 1) * d)]))
    const values = eigenvalues(units, n, d)
    for (const order of ['1', '2', 'inf'] as const)
      expect(Math.abs(vendiScore(values, orders[order])! - results.vendi[order])).toBeLessThan(1e-5)
    // The vectors have rank 381 of 384 at most. At order 0.1 the package counts what rounding makes of the zeros, at most 1e-16 each,
    // as kinds of documents; we do not, and lie below it by no more than that.
    const kept = vendiScore(values, 0)!
    const score = vendiScore(values, 0.1)!
    expect(kept).toBeLessThanOrEqual(Math.min(n, 381))
    expect(score).toBeLessThan(results.vendi['0.1'])
    expect((score ** 0.9 + (d - kept) * 1e-16 ** 0.1) ** (1 / 0.9)).toBeGreaterThan(results.vendi['0.1'])
  },
)

test('the n x n kernel has the same entropy as its d x d dual', () => {
  const random = seededRandom('dual')
  const rows = unitRows(Array.from({ length: 9 }, () => Array.from({ length: 4 }, () => random() - 0.3)))
  const kernel = new Float64Array(81)
  for (let i = 0; i < 9; i++)
    for (let j = 0; j < 9; j++) for (let k = 0; k < 4; k++) kernel[i * 9 + j]! += (rows[i * 4 + k]! * rows[j * 4 + k]!) / 9
  expect(vendiScore(symmetricEigen(kernel, 9).values)).toBeCloseTo(vendiScore(eigenvalues(rows, 9, 4))!, 12)
})

test.each([0.1, 1, 2, Number.POSITIVE_INFINITY])(
  'order %d: the standard error is the spread over half-samples drawn without replacement',
  (order) => {
    const random = seededRandom('half-samples')
    const [n, d] = [600, 8]
    // Three uneven clusters: the kind of structure that makes the entropy uncertain.
    const rows = unitRows(
      Array.from({ length: n }, () => {
        const cluster = random() < 0.5 ? 0 : random() < 0.7 ? 1 : 2
        return Array.from({ length: d }, (_, k) => (k === cluster ? 1.5 : 0) + random() - 0.5)
      }),
    )
    const { error } = renyiEntropy(spectrum(rows, n, d), order)
    const entropies = Array.from({ length: 400 }, () => {
      const places = Array.from({ length: n }, (_, i) => ({ i, at: random() })).sort((a, b) => a.at - b.at)
      const half = places.slice(0, n / 2).map(({ i }) => i)
      return renyiEntropy(spectrum(pickRows(rows, d, half), n / 2, d), order).entropy
    })
    const halves = standardDeviation(entropies)!
    expect(error! / halves).toBeGreaterThan(0.8)
    expect(error! / halves).toBeLessThan(1.25)
  },
)

test('orders stand in the audit, falling, each in its interval', async () => {
  const { audit } = await audited(vendiScoreAnalysis(), documentsOf(subjects(60)))
  const of = (id: string) => audit.estimates.find(({ measure }) => measure === id)!
  const values = ['vendi-score-q0-1', 'vendi-score', 'vendi-score-q2', 'vendi-score-q-infinity'].map((id) => of(id))
  for (const { value, interval } of values) {
    expect(interval![0]).toBeLessThan(value!)
    expect(interval![1]).toBeGreaterThan(value!)
  }
  for (let i = 1; i < 4; i++) expect(values[i]!.value!).toBeLessThan(values[i - 1]!.value!)
})

test('more subjects make more effective documents, inside the interval and the bounds', async () => {
  const one = await estimateOf(vendiScoreAnalysis(), subjects(60, 1))
  const four = await estimateOf(vendiScoreAnalysis(), subjects(60, 4))
  expect(four.value!).toBeGreaterThan(one.value! * 1.5)
  expect(four.interval![0]).toBeLessThan(four.value!)
  expect(four.interval![1]).toBeGreaterThan(four.value!)
  expect(four.interval![1]).toBeLessThanOrEqual(60)
  expect(four.instrument).toMatch(/^[0-9a-f]{16}$/)
})

test('identical texts are worth one document', async () => {
  const { value, interval } = await estimateOf(
    vendiScoreAnalysis(),
    Array.from({ length: 50 }, () => 'fever and chest pain'),
  )
  expect(value).toBe(1)
  expect(interval).toEqual([1, 1])
})

test('texts without a word in common are worth as many as they are', async () => {
  const { value } = await estimateOf(vendiScoreAnalysis(), ['fever cough', 'rash itch', 'ankle knee'])
  expect(value).toBeCloseTo(3, 12)
})

test.each([
  ['one document', ['fever'], 1],
  ['two', ['fever', 'rash'], 2],
])('%s: a value without an interval', async (_, texts, expected) => {
  expect(await estimateOf(vendiScoreAnalysis(), texts)).toMatchObject({ value: expected, interval: null, n: texts.length, left: 0 })
})

test.each([
  ['empty texts', ['', ' ']],
  ['stop words only', ['it is the', 'and of']],
])('%s: no value, and why', async (_, texts) => {
  const estimate = await estimateOf(vendiScoreAnalysis(), texts)
  expect(estimate).toMatchObject({ value: null, status: 'not applicable', left: 2, n: 0 })
  expect(estimate.reason).toContain('needs a document with an embedding')
})
