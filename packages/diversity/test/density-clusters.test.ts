import { normalQuantile, seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { densityClusters } from '../src/index.ts'

const random = seededRandom('islands')
const normal = (): number => normalQuantile(0.001 + 0.998 * random())

/** Places around some centres, in turn. */
function around(centres: readonly (readonly [number, number])[], n: number) {
  const at = (axis: 0 | 1): Float64Array => Float64Array.from({ length: n }, (_, i) => centres[i % centres.length]![axis] + normal())
  return densityClusters(at(0), at(1))
}

test('five islands are five clusters, each with its peak near its centre', () => {
  const centres = [
    [0, 0],
    [8, 0],
    [0, 8],
    [9, 9],
    [4, 15],
  ] as const
  const { k, of, peaks } = around(centres, 1000)
  expect(k).toBe(5)
  centres.forEach(([x, y], i) => {
    const votes = Array.from({ length: 200 }, (_, j) => of[i + 5 * j]!)
    const cluster = votes.sort((a, b) => a - b)[100]!
    expect(votes.filter((vote) => vote === cluster).length).toBeGreaterThan(190)
    expect(Math.hypot(peaks[cluster]!.x - x, peaks[cluster]!.y - y)).toBeLessThan(1)
  })
})

test('one island is one cluster, and what lies far out belongs to none', () => {
  const { k, of } = around([[0, 0]], 1000)
  expect(k).toBe(1)
  // A tenth of the peak is as far out as nine of ten places of a normal distribution go.
  expect(of.filter((cluster) => cluster === 0).length).toBeGreaterThan(880)
  const lonely = densityClusters(
    Float64Array.from({ length: 101 }, (_, i) => (i < 100 ? normal() : 40)),
    Float64Array.from({ length: 101 }, (_, i) => (i < 100 ? normal() : 40)),
  )
  expect(lonely.of[100]).toBe(-1)
})

test('clusters are numbered by size', () => {
  const x = Float64Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 20 : 0) + normal())
  const { of } = densityClusters(x, x.map(normal))
  expect([of[0], of[1]]).toEqual([1, 0])
})

test('places at one point are one cluster, no places none', () => {
  expect(densityClusters(new Float64Array(20), new Float64Array(20)).k).toBe(1)
  expect(densityClusters(new Float64Array(0), new Float64Array(0)).k).toBe(0)
})
