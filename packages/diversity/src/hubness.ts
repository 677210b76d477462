/** How unevenly rows are neighbours of others. */
export interface Hubness {
  /** Of how many other rows each row is one of the k nearest. */
  readonly counts: Uint32Array
  /** Third standardised moment (population) of the counts: 0 when even, large when few rows are near to everything; null when all are equal. */
  readonly skewness: number | null
  /** Share of all neighbourhood places that would have to move to make them even. */
  readonly robinHood: number
  /** Share of rows that are nobody's neighbour. */
  readonly antihubs: number
}

/**
 * Hubness of a table of nearest neighbours.
 *
 * @param indices  n x k, the k nearest of each row
 * @returns        null when there are no rows or no neighbours
 * @see Radovanović, Nanopoulos & Ivanović 2010, Hubs in space, JMLR 11; Robin Hood index: Feldbauer et al. 2018
 */
export function hubness(indices: Uint32Array, n: number, k: number): Hubness | null {
  if (n === 0 || k === 0) return null
  const counts = new Uint32Array(n)
  for (const row of indices) counts[row]!++
  let squares = 0
  let cubes = 0
  let moved = 0
  let none = 0
  // Every row gives k places away, so that the mean count is k.
  for (const count of counts) {
    const deviation = count - k
    squares += deviation ** 2
    cubes += deviation ** 3
    moved += Math.abs(deviation)
    if (count === 0) none++
  }
  return {
    counts,
    skewness: squares === 0 ? null : cubes / n / (squares / n) ** 1.5,
    robinHood: moved / (2 * n * k),
    antihubs: none / n,
  }
}
