import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { dcScore, distancesToCentroid, mstDispersion, neighbourRadii, remoteClique } from '../src/index.ts'
import { unitRows, vectors } from './examples.ts'

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
const square = unitRows([
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
])

test('four corners of a square: three edges, all as far from the centre', () => {
  expect(mstDispersion(square, 4, 2)).toBeCloseTo(1, 15)
  expect(mstDispersion(square, 4, 2, 'euclidean')).toBeCloseTo(Math.SQRT2, 15)
  expect([...distancesToCentroid(square, 4, 2)]).toEqual([1, 1, 1, 1])
})

test('DCScore: each corner has itself at 1, two at 0 and one at -1', () => {
  expect(dcScore(square, 4, 2)).toBeCloseTo((4 * Math.E) / (Math.E + 2 + 1 / Math.E), 14)
  expect(dcScore(square, 4, 2, 0.01)).toBeCloseTo(4, 12)
})

test('rows all alike are worth one document and have no distance', () => {
  const same = unitRows(Array.from({ length: 6 }, () => [3, 4]))
  expect(dcScore(same, 6, 2)).toBeCloseTo(1, 14)
  expect(mstDispersion(same, 6, 2)).toBeCloseTo(0, 14)
  expect(mean(distancesToCentroid(same, 6, 2))).toBeCloseTo(0, 14)
})

test.skipIf(!vectors)('agrees with the reference values to 1e-9', () => {
  const units = unitRows(vectors.X)
  const { cosine_distance, euclidean_distance, dcscore, knn_k2_euclidean, vendi_cosine_kernel } = vectors
  expect(mstDispersion(units, 6, 3)).toBeCloseTo(cosine_distance.mst_mean_edge, 9)
  expect(remoteClique(units, 6, 3)).toBeCloseTo(cosine_distance.remote_clique_excl_self, 9)
  expect((remoteClique(units, 6, 3)! * 5) / 6).toBeCloseTo(vendi_cosine_kernel.intdiv_1_minus_mean_K_incl_diag, 9)
  const nearest = neighbourRadii(units, 6, 3, 1)
  expect(mean(nearest)).toBeCloseTo(cosine_distance.chamfer_mean_nn, 9)
  nearest.forEach((radius, i) => {
    expect(radius).toBeCloseTo(cosine_distance.nn_distances[i], 9)
  })
  expect(dcScore(units, 6, 3)).toBeCloseTo(dcscore.cosine_tau_1, 9)
  expect(dcScore(units, 6, 3, 0.1)).toBeCloseTo(dcscore['cosine_tau_0.1'], 9)

  const points = Float64Array.from(vectors.X.flat())
  expect(mstDispersion(points, 6, 3, 'euclidean')).toBeCloseTo(euclidean_distance.mst_mean_edge, 9)
  expect(remoteClique(points, 6, 3, 'euclidean')).toBeCloseTo(euclidean_distance.remote_clique_excl_self, 9)
  expect(mean(neighbourRadii(points, 6, 3, 1, 'euclidean'))).toBeCloseTo(euclidean_distance.chamfer_mean_nn, 9)
  expect(mean(distancesToCentroid(points, 6, 3))).toBeCloseTo(euclidean_distance.span_mean_distance_to_centroid, 9)
  const radii = neighbourRadii(points, 6, 3, 2, 'euclidean')
  radii.forEach((radius, i) => {
    expect(radius).toBeCloseTo(knn_k2_euclidean.kth_radius[i], 9)
  })
  expect(mean(radii)).toBeCloseTo(knn_k2_euclidean.mean_kth_radius, 9)
})

test('the tree is no longer than any other: Kruskal over all pairs gives the same length', () => {
  const random = seededRandom('kruskal')
  const n = 40
  const rows = unitRows(Array.from({ length: n }, () => [random() - 0.5, random() - 0.5, random() - 0.5]))
  const edges = Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    let dot = 0
    for (let k = 0; k < 3; k++) dot += rows[i * 3 + k]! * rows[j * 3 + k]!
    return { i, j, length: 1 - dot }
  })
    .filter(({ i, j }) => i < j)
    .sort((a, b) => a.length - b.length)
  const group = Array.from({ length: n }, (_, i) => i)
  let total = 0
  for (const { i, j, length } of edges) {
    const [a, b] = [group[i]!, group[j]!]
    if (a === b) continue
    for (let at = 0; at < n; at++) if (group[at] === b) group[at] = a
    total += length
  }
  expect(mstDispersion(rows, n, 3)).toBeCloseTo(total / (n - 1), 12)
})

test('without rows there is no value, with one there is no tree', () => {
  expect(mstDispersion(new Float64Array(0), 0, 2)).toBeNull()
  expect(mstDispersion(unitRows([[1, 0]]), 1, 2)).toBeNull()
  expect(remoteClique(unitRows([[1, 0]]), 1, 2)).toBeNull()
  expect(() => neighbourRadii(square, 4, 2, 4)).toThrow('k must be 1 or more and below 4')
  expect(dcScore(new Float64Array(0), 0, 2)).toBeNull()
  expect(dcScore(unitRows([[1, 0]]), 1, 2)).toBe(1)
  expect(() => dcScore(square, 4, 2, 0)).toThrow('temperature must be above 0')
})
