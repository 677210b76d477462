import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  areaUnderCurve,
  classifierTwoSample,
  energyDistance,
  frechetDistance,
  frontierIntegral,
  gaussianKernel,
  mauve,
  maximumMeanDiscrepancy,
  medianPair,
  overlap,
  type Points,
  pooledDistances,
} from '../src/index.ts'
import { hasOracles, oracle, vectors } from './examples.ts'

const points = (rows: readonly (readonly number[])[]): Points => ({ vectors: Float64Array.from(rows.flat()), n: rows.length })
const firstOf = (x: Points, y: Points): Uint8Array => new Uint8Array(x.n + y.n).fill(1, 0, x.n)
const near = (actual: number, expected: number, tolerance: number): void =>
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThan(tolerance)
if (!vectors) console.log('skipped: the vectors of ../shared are not here')

describe.skipIf(!vectors)('values of the reference implementations to 1e-9', () => {
  const [x, y] = vectors ? [points(vectors.X), points(vectors.Y)] : [points([]), points([])]
  const exact = (actual: number, expected: number): void => near(actual, expected, 1e-9)

  test('precision, recall, density and coverage', () => {
    const check = (candidate: Points, k: number, expected: Record<'precision' | 'recall' | 'density' | 'coverage', number>): void => {
      const found = overlap(x, candidate, 3, k)
      for (const name of ['precision', 'recall', 'density', 'coverage'] as const) exact(found[name], expected[name])
    }
    check(y, 2, vectors.prdc_k2_real_X_fake_Y)
    check(points(vectors.prdc_k1_mode_dropped.fake), 1, vectors.prdc_k1_mode_dropped)
    check(x, 2, vectors.prdc_k2_identical_sets)
  })

  test('Fréchet distance', () => {
    exact(frechetDistance(x, y, 3)!, vectors.frechet_distance_X_Y.value_squared_distance_ddof1)
    exact(frechetDistance(x, x, 3)!, 0)
    expect(frechetDistance(x, { ...y, n: 1 }, 3)).toBeNull()
  })

  test('maximum mean discrepancy and energy distance', () => {
    const distances = pooledDistances(x, y, 3)
    const first = firstOf(x, y)
    const { biased, unbiased } = maximumMeanDiscrepancy(gaussianKernel(distances, 1), 11, first)
    exact(biased, vectors.mmd.rbf_gamma_1.biased_mmd2)
    exact(unbiased, vectors.mmd.rbf_gamma_1.unbiased_mmd2)
    exact(energyDistance(distances, 11, first), vectors.energy_distance_sq_V_statistic)
    const both = [...vectors.X, ...vectors.Y] as number[][]
    const cubic = Float64Array.from({ length: 121 }, (_, at) => {
      const [a, b] = [both[Math.floor(at / 11)]!, both[at % 11]!]
      return (a.reduce((sum, value, k) => sum + value * b[k]!, 0) / 3 + 1) ** 3
    })
    exact(maximumMeanDiscrepancy(cubic, 11, first).biased, vectors.mmd['poly3_kid_(xy/d+1)^3'].biased_mmd2)
    exact(maximumMeanDiscrepancy(cubic, 11, first).unbiased, vectors.mmd['poly3_kid_(xy/d+1)^3'].unbiased_mmd2)
    exact(medianPair(distances, 11), vectors.mmd.median_heuristic_sigma_pooled)
  })

  test('MAUVE', () => {
    const { p, q, q_disjoint_support, mauve_p_q, mauve_p_p, mauve_p_q0 } = vectors.mauve_from_histograms
    exact(mauve(p, q), mauve_p_q)
    exact(mauve(p, p), mauve_p_p)
    exact(mauve(p, q_disjoint_support), mauve_p_q0)
  })

  test('frontier integral', () => {
    const { p, q, frontier_integral_p_q } = vectors.mauve_from_histograms
    exact(frontierIntegral(p, q), frontier_integral_p_q)
    expect(frontierIntegral(p, p)).toBe(0)
    expect(frontierIntegral([1, 0], [0, 1])).toBe(1)
  })
})

const pairs = ['primock57-notes--syngp500', 'ncbi_disease--syngp500', 'ag_news_test3000--ncbi_disease']
// The others take a minute: with CORPUSCOPE_FULL=1 only.
const tried = process.env['CORPUSCOPE_FULL'] ? pairs : pairs.slice(0, 1)
const pairFile = (name: string): URL => new URL(`../../../../shared/oracles/pair.${name}.json`, import.meta.url)

describe.skipIf(!hasOracles || !existsSync(pairFile(pairs[0]!)))('sentence vectors of two corpora, to 1e-5', () => {
  test.each(tried)('%s', (name) => {
    const { results } = JSON.parse(readFileSync(pairFile(name), 'utf8'))
    const [a, b] = name.split('--').map((corpus) => oracle(corpus)) as [ReturnType<typeof oracle>, ReturnType<typeof oracle>]
    const [x, y] = [a, b].map(({ rows, n }) => ({ vectors: rows, n })) as [Points, Points]
    const d = a.d
    for (const k of [3, 5, 10]) {
      const found = overlap(x, y, d, k)
      for (const key of ['precision', 'recall', 'density', 'coverage'] as const) near(found[key], results[`prdc_k${k}`][key], 1e-5)
    }
    near(frechetDistance(x, y, d)!, results.frechet, 1e-5)
    const distances = pooledDistances(x, y, d)
    const first = firstOf(x, y)
    near(medianPair(distances, x.n + y.n), results.mmd.median_distance, 1e-5)
    near(energyDistance(distances, x.n + y.n, first), results.energy_distance, 1e-5)
    const kernel = gaussianKernel(distances, results.mmd.gamma)
    const { biased, unbiased } = maximumMeanDiscrepancy(kernel, x.n + y.n, first)
    near(biased, results.mmd.biased, 1e-5)
    near(unbiased, results.mmd.unbiased, 1e-5)
    // Its folds are others: where it can tell the corpora apart, so can we.
    const size = Math.min(x.n, y.n, 500)
    const { auc } = classifierTwoSample({ vectors: x.vectors, n: size }, { vectors: y.vectors, n: size }, d)
    near(auc, results.c2st_logistic.auc, 0.02)
  })
})

test('area under the curve: pairs in the right order, ties counting half', () => {
  // 0.4 > 0.1, 0.4 > 0.3, 0.3 > 0.1, 0.3 = 0.3: 3.5 of 4.
  const { auc, interval } = areaUnderCurve(Float64Array.of(0.1, 0.3), Float64Array.of(0.3, 0.4))
  expect(auc).toBe(3.5 / 4)
  // DeLong: placements 0.75, 1 above and 1, 0.75 below; each variance is 1/32, over 2.
  expect(auc - interval[0]).toBeCloseTo(1.959964 * Math.sqrt(1 / 32), 6)
  expect(interval[1]).toBe(1)
})
