import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { layout } from '../src/layout.ts'
import { mapQuality } from '../src/map-quality.ts'
import { hasOracles, oracle, unitRows } from './examples.ts'

test.skipIf(!hasOracles).each(['syngp500', 'ncbi_disease', 'primock57-notes'])(
  'sentence vectors of %s: as trustworthy as umap-learn, less 0.02',
  async (name) => {
    const { n, d, rows, results } = oracle(name)
    const { x, y } = await layout(rows, n, d, seededRandom(1))
    expect(mapQuality(rows, n, d, x, y, 15).trustworthiness).toBeGreaterThan(results.umap.trustworthiness15 - 0.02)
  },
)

/** Two tight clusters. */
const clusters = (n: number): Float64Array =>
  unitRows(Array.from({ length: n }, (_, i) => (i < n / 2 ? [1, 0.1 * Math.sin(i), 0] : [0, 0.1 * Math.cos(i), 1])))

test('the same random numbers draw the same map, others another', async () => {
  const first = await layout(clusters(40), 40, 3, seededRandom(1))
  expect(await layout(clusters(40), 40, 3, seededRandom(1))).toEqual(first)
  expect(await layout(clusters(40), 40, 3, seededRandom(2))).not.toEqual(first)
})

test('clusters stand apart', async () => {
  const { x, y } = await layout(clusters(60), 60, 3, seededRandom(1))
  const distance = (i: number, j: number): number => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!)
  const nearest = (i: number): number =>
    Array.from(x.keys()).reduce((best, j) => (j !== i && distance(i, j) < distance(i, best) ? j : best), i === 0 ? 1 : 0)
  for (let i = 0; i < 60; i++) expect(nearest(i) < 30).toBe(i < 30)
})

test.each([5, 6, 16])('%i documents have finite places, copies and one dimension too', async (n) => {
  for (const [rows, d] of [
    [clusters(n), 3],
    [new Float64Array(n).fill(1), 1],
  ] as const) {
    const { x, y } = await layout(rows, n, d, seededRandom(1))
    expect([...x, ...y].every(Number.isFinite)).toBe(true)
  }
})
