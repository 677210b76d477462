import { nearestNeighbours } from '@corpuscope/features'
import { mean, quantile, standardDeviation } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { hubness, meanPairwiseCosine, pairSimilarities, twoNnDimension, twoNnLikelihood } from '../src/index.ts'
import { hasOracles, oracle } from './examples.ts'

const corpora = ['syngp500', 'ncbi_disease', 'primock57-notes', 'ag_news_test3000']

const near = (actual: number | null, expected: number): void => {
  expect(Math.abs(actual! - expected), `${actual} for ${expected}`).toBeLessThan(1e-5)
}

test.skipIf(!hasOracles).each(corpora)('sentence vectors of %s: spread and quantiles of the pairs to 1e-5', (name) => {
  const { n, d, rows, results } = oracle(name)
  const pairs = pairSimilarities(rows, n, d).sort()
  near(standardDeviation(pairs), results.cosine.sd)
  for (const [p, value] of Object.entries(results.cosine.quantiles)) near(quantile(pairs, Number(p)), value as number)
  near(1 - meanPairwiseCosine(rows, n, d)!, results.remote_clique)
  for (const [least, count] of Object.entries(results.cosine.pairs_ge))
    expect(pairs.filter((value) => value >= Number(least)).length).toBe(count)
})

test.skipIf(!hasOracles).each(corpora)('sentence vectors of %s: nearest neighbours, hubness and TwoNN to 1e-5', (name) => {
  const { n, d, rows, results } = oracle(name)
  const { k, indices, similarities } = nearestNeighbours(rows, n, d, 10)
  const distances = (at: number): Float64Array => Float64Array.from({ length: n }, (_, i) => 1 - similarities[i * k + at - 1]!)
  near(mean(distances(1)), results.chamfer)
  for (const [at, expected] of Object.entries(results.knn as Record<string, Record<string, number>>)) {
    const sorted = distances(Number(at)).sort()
    near(mean(sorted), expected['mean']!)
    near(standardDeviation(sorted), expected['sd']!)
    near(quantile(sorted, 0.5), expected['median']!)
    near(sorted[0]!, expected['min']!)
    near(sorted[n - 1]!, expected['max']!)
  }
  const hubs = hubness(indices, n, k)!
  near(hubs.skewness, results.hubness.skewness)
  near(hubs.antihubs, results.hubness.antihub_share)
  expect(Math.max(...hubs.counts)).toBe(results.hubness.max)
  const euclidean = (at: number): Float64Array => distances(at).map((distance) => Math.sqrt(Math.max(0, 2 * distance)))
  near(twoNnLikelihood(euclidean(1), euclidean(2)), results.twonn_mle)
  near(twoNnDimension(euclidean(1), euclidean(2)), results.twonn_skdim)
})
