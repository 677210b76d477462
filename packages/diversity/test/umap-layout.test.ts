import { nearestNeighbours } from '@corpuscope/features'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { layout, mainAxes, onTypedArrays } from '../src/layout.ts'
import { mapQuality } from '../src/map-quality.ts'
import { fuzzyGraph } from '../src/umap-layout.ts'
import { hasOracles, oracle, unitRows } from './examples.ts'

test.skipIf(!hasOracles).each(['syngp500', 'ncbi_disease'])(
  'sentence vectors of %s: neighbours as well kept as by umap-js, within 0.01',
  async (name) => {
    const { n, d, rows } = oracle(name)
    const own = onTypedArrays(nearestNeighbours(rows, n, d, 14), mainAxes(rows, n, d), seededRandom(1))
    const peer = await layout(rows, n, d, seededRandom(1))
    const quality = mapQuality(rows, n, d, own.x, own.y, 15)
    const expected = mapQuality(rows, n, d, peer.x, peer.y, 15)
    expect(quality.trustworthiness).toBeGreaterThan(expected.trustworthiness - 0.01)
    expect(quality.preservation).toBeGreaterThan(expected.preservation - 0.01)
  },
)

test('weights of a neighbourhood sum to log2 of its size, and the union has both directions', () => {
  const random = seededRandom('graph')
  const [n, k] = [200, 14]
  const indices = new Uint32Array(n * k)
  const distances = new Float64Array(n * k)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < k; j++) {
      indices[i * k + j] = (i + j + 1) % n
      distances[i * k + j] = (j + 1) / 10 + random() / 20
    }
  const { heads, tails, weights } = fuzzyGraph({ k, indices, similarities: distances.map((distance) => 1 - distance) }, distances)
  // A ring whose neighbours all lie ahead: no edge has its reverse among the neighbours, so that no weight is joined with another.
  const ahead = new Float64Array(n)
  const byEdge = new Map<string, number>()
  for (let edge = 0; edge < heads.length; edge++) {
    byEdge.set(`${heads[edge]} ${tails[edge]}`, weights[edge]!)
    if ((tails[edge]! - heads[edge]! + n) % n <= k) ahead[heads[edge]!]! += weights[edge]!
  }
  for (const sum of ahead) expect(sum).toBeCloseTo(Math.log2(15), 4)
  expect(byEdge.size).toBe(2 * n * k)
  for (let edge = 0; edge < heads.length; edge++) expect(byEdge.get(`${tails[edge]} ${heads[edge]}`)).toBe(weights[edge])
})

test('beyond 5,000 documents the map is drawn on typed arrays, and keeps who is near whom', async () => {
  const n = 5100
  const rows = unitRows(Array.from({ length: n }, (_, i) => [Math.cos(i % 17), Math.sin(i % 17), Math.cos(i) / 4, Math.sin(2 * i) / 4]))
  const map = await layout(rows, n, 4, seededRandom(1))
  expect(map).toEqual(onTypedArrays(nearestNeighbours(rows, n, 4, 14, { precision: 'single' }), mainAxes(rows, n, 4), seededRandom(1)))
  const judged = Uint32Array.from({ length: 300 }, (_, i) => 17 * i)
  expect(mapQuality(rows, n, 4, map.x, map.y, 15, { rows: judged }).trustworthiness).toBeGreaterThan(0.95)
})
