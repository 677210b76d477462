/**
 * Holm's step-down adjusted p-values: rejecting all that are at most alpha keeps the chance of any false rejection at alpha.
 *
 * @returns  adjusted p-values in the same order
 * @see Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((i, j) => ps[i]! - ps[j]!)
  const adjusted = new Array<number>(ps.length).fill(1)
  let least = 0
  order.forEach((i, rank) => {
    least = Math.max(least, Math.min(1, ps[i]! * (ps.length - rank)))
    adjusted[i] = least
  })
  return adjusted
}
