import type { Random } from '@corpuscope/statistics'

/**
 * Null model of points of unit length: each coordinate is dealt out anew among them, and the rows are brought back to unit length. What all
 * points have in common stays; what sets groups of them apart, or two of them together, goes.
 *
 * @param vectors  n x d, row-major; left as they are
 * @returns        n x d, row-major
 */
export function dealtCoordinates(vectors: Float64Array, n: number, d: number, random: Random): Float64Array {
  const mixed = vectors.slice(0, n * d)
  for (let column = 0; column < d; column++)
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const moved = mixed[i * d + column]!
      mixed[i * d + column] = mixed[j * d + column]!
      mixed[j * d + column] = moved
    }
  for (let i = 0; i < n; i++) {
    let squares = 0
    for (let column = 0; column < d; column++) squares += mixed[i * d + column]! ** 2
    const length = Math.sqrt(squares) || 1
    for (let column = 0; column < d; column++) mixed[i * d + column]! /= length
  }
  return mixed
}
