/** One margin: which group each document is in, and what share each group has in the population. */
export interface Margin {
  /** Per document: index into `shares`; -1 where it is not known, which leaves the document's weight to the other margins. */
  readonly groups: Int32Array
  readonly shares: ArrayLike<number>
}

export interface Raked {
  /** Per document; their mean is 1. */
  readonly weights: Float64Array
  /** Kish's effective sample size, (sum w)^2 / sum w^2: as many documents drawn from the population would say as much. */
  readonly effective: number
  /** Greatest difference left between a weighted share and its margin, among groups that have documents. */
  readonly residual: number
  /** Share of the population, a margin, that no document stands for and no weight can bring back. */
  readonly missing: readonly number[]
}

/**
 * Weights under which a corpus has the margins of a population. With one margin this is post-stratification, exact in one step.
 *
 * Groups without a document are left out and the other shares of that margin divided by their sum (`missing` says how much); documents of a group with a
 * share of 0 get the weight 0.
 *
 * @returns null when there is no document, or no group of a margin has both documents and a share
 * @see Deming & Stephan 1940 (iterative proportional fitting); Kish 1965
 */
export function rake(n: number, margins: readonly Margin[], { rounds = 200, tolerance = 1e-10 } = {}): Raked | null {
  if (n === 0) return null
  const weights = new Float64Array(n).fill(1)
  const missing: number[] = []
  const targets = margins.map(({ groups, shares }) => {
    const present = new Uint8Array(shares.length)
    for (const group of groups) if (group >= 0) present[group] = 1
    let covered = 0
    let all = 0
    for (let i = 0; i < shares.length; i++) {
      all += shares[i]!
      if (present[i] === 1) covered += shares[i]!
    }
    missing.push(all > 0 ? 1 - covered / all : 1)
    return covered > 0 ? Float64Array.from(shares, (share, i) => (present[i] === 1 ? share / covered : 0)) : null
  })
  if (targets.includes(null)) return null
  let residual = 0
  for (let round = 0; round < rounds; round++) {
    residual = 0
    margins.forEach(({ groups }, k) => {
      const target = targets[k]!
      const sums = new Float64Array(target.length)
      let known = 0
      for (let i = 0; i < n; i++)
        if (groups[i]! >= 0) {
          sums[groups[i]!]! += weights[i]!
          known += weights[i]!
        }
      if (known === 0) return
      for (let j = 0; j < target.length; j++) residual = Math.max(residual, Math.abs(sums[j]! / known - target[j]!))
      for (let i = 0; i < n; i++) {
        const group = groups[i]!
        if (group >= 0 && sums[group]! > 0) weights[i]! *= (target[group]! * known) / sums[group]!
      }
    })
    if (residual < tolerance) break
  }
  let sum = 0
  let squares = 0
  for (const weight of weights) {
    sum += weight
    squares += weight * weight
  }
  if (!(sum > 0)) return null
  return { weights: weights.map((weight) => (weight * n) / sum), effective: (sum * sum) / squares, residual, missing }
}
