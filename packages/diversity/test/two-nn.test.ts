import { seededRandom } from '@corpuscope/statistics'
import { expect, test } from 'vitest'
import { twoNnDimension, twoNnLikelihood } from '../src/index.ts'
import { euclideanNeighbours, vectors } from './examples.ts'

function twoNearest(points: readonly (readonly number[])[]): [first: number[], second: number[]] {
  const nearest = euclideanNeighbours(points, 2)
  return [nearest.map((found) => found[0]!.distance), nearest.map((found) => found[1]!.distance)]
}

test.skipIf(!vectors)('agrees with scikit-dimension and the maximum likelihood on the reference points to 1e-9', () => {
  const [first, second] = twoNearest(vectors.twonn.points)
  expect(twoNnDimension(first, second)).toBeCloseTo(vectors.twonn['skdim_0.5.0_linear_discard_0.1'], 9)
  expect(twoNnLikelihood(first, second)).toBeCloseTo(vectors.twonn.mle_N_over_sum_ln_mu, 9)
})

test.each([1, 2, 4])('points of a %i-dimensional cube have that dimension, whatever space they lie in', (dimension) => {
  const random = seededRandom(`cube ${dimension}`)
  const points = Array.from({ length: 800 }, () => {
    const inside = Array.from({ length: dimension }, () => random())
    return [...inside, inside[0]! * 2, 1, 0]
  })
  const [first, second] = twoNearest(points)
  expect(twoNnDimension(first, second)! / dimension).toBeGreaterThan(0.85)
  expect(twoNnDimension(first, second)! / dimension).toBeLessThan(1.15)
})

test('copies are left out; what is left may be too little', () => {
  expect(twoNnDimension([0, 0, 0, 1, 1, 1], [5, 1, 2, 2, 2, 2])).toBe(twoNnDimension([1, 1, 1], [2, 2, 2]))
  expect(twoNnDimension([0, 0], [1, 1])).toBeNull()
  expect(twoNnDimension([], [])).toBeNull()
  expect(twoNnDimension([1, 1, 1, 1], [1, 1, 1, 1])).toBeNull()
  expect(twoNnLikelihood([0, 0], [0, 0])).toBeNull()
})
