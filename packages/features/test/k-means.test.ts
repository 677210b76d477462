import { existsSync, readFileSync } from 'node:fs'
import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { kMeans } from '../src/index.ts'

const square = Float64Array.of(0, 0, 0, 1, 10, 0, 10, 1)

test('two pairs of points are two clusters', () => {
  const { of, inertia, centres } = kMeans(square, 4, 2, 2, seededRandom('a'))
  expect(of[0]).toBe(of[1])
  expect(of[2]).toBe(of[3])
  expect(of[0]).not.toBe(of[2])
  expect(inertia).toBe(1)
  expect([...centres].sort((a, b) => a - b)).toEqual([0, 0.5, 0.5, 10])
})

test('as many clusters as points; one cluster; points all alike', () => {
  expect(kMeans(square, 4, 2, 4, seededRandom('a')).inertia).toBe(0)
  expect([...kMeans(square, 4, 2, 1, seededRandom('a')).centres]).toEqual([5, 0.5])
  expect(kMeans(new Float64Array(20).fill(1), 10, 2, 3, seededRandom('a')).inertia).toBe(0)
  expect(() => kMeans(square, 4, 2, 5, seededRandom('a'))).toThrow('k must be 1 to 4, but got 5')
})

const at = (path: string): URL => new URL(`../../../../shared/oracles/${path}`, import.meta.url)

const corpora = ['primock57-notes', 'syngp500', 'ncbi_disease'].slice(0, process.env['CORPUSCOPE_FULL'] ? 3 : 2)

test.skipIf(!existsSync(at('embeddings'))).each(corpora)(
  'sentence vectors of %s: inertia at most 2 percent above that of scikit-learn',
  (name) => {
    const bytes = readFileSync(at(`embeddings/${name}.f32`))
    const vectors = Float64Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i))
    const { n, dim, results } = JSON.parse(readFileSync(at(`${name}.semantic.json`), 'utf8'))
    for (const [k, { inertia }] of Object.entries(results.kmeans as Record<string, { inertia: number }>))
      expect(kMeans(vectors, n, dim, Number(k), seededRandom('clusters'), { starts: 10 }).inertia / inertia).toBeLessThan(1.02)
  },
)
