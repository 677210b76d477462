import { exactMultinomialNulls, expectedSum, type MultinomialNull, multinomialNulls, outcomes, type Random } from '@corpuscope/statistics'
import type { CaseMixDistance } from './distances.ts'

/** So many outcomes are gone through one by one, faster than as many are drawn. */
const mostEnumerated = 20_000

/** Whether chance is computed from every outcome of n documents and not from drawn ones. */
export const isEnumerated = (reference: ArrayLike<number>, n: number): boolean => outcomes(reference, n) <= mostEnumerated

/**
 * What chance alone gives: exactly where all outcomes can be gone through; else quantiles from seeded draws, and the exact mean of the distances that are
 * sums over categories.
 *
 * @param functions  the distances as numbers, in the order of `distances`
 * @returns          null when n is 0
 */
export function chanceOf(
  reference: Float64Array,
  n: number,
  distances: readonly CaseMixDistance[],
  functions: readonly ((shares: Float64Array) => number)[],
  options: { readonly random: Random; readonly draws: number },
): readonly MultinomialNull[] | null {
  if (isEnumerated(reference, n)) return exactMultinomialNulls(reference, n, functions)
  const drawn = multinomialNulls(reference, n, functions, options)
  return (
    drawn?.map((chance, i) => {
      const { term } = distances[i]!
      return term ? { ...chance, mean: expectedSum(reference, n, term) } : chance
    }) ?? null
  )
}
