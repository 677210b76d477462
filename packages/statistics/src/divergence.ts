function check(name: string, p: ArrayLike<number>, q: ArrayLike<number>): void {
  if (p.length !== q.length) {
    throw new RangeError(`${name}: both distributions need the same categories, but one has ${p.length} and the other ${q.length}`)
  }
  for (const shares of [p, q]) {
    let total = 0
    for (let i = 0; i < shares.length; i++) {
      const share = shares[i]!
      if (!(share >= 0 && share < Infinity)) throw new RangeError(`${name}: share ${i} must be 0 or more, but got ${share}`)
      total += share
    }
    if (!(Math.abs(total - 1) <= 1e-6))
      throw new RangeError(`${name}: shares must sum to 1, but sum to ${total}; divide by their sum first`)
  }
}

/**
 * Shares from counts, ready for the functions below.
 *
 * @returns counts divided by their sum; null when that is 0
 */
export function sharesOf(counts: ArrayLike<number>): Float64Array | null {
  let total = 0
  for (let i = 0; i < counts.length; i++) {
    if (!(counts[i]! >= 0 && counts[i]! < Infinity)) throw new RangeError(`sharesOf: count ${i} must be 0 or more, but got ${counts[i]}`)
    total += counts[i]!
  }
  if (total === 0) return null
  return Float64Array.from(counts, (count) => count / total)
}

/** Total variation distance: half the sum of absolute differences, the share that would have to move. 0 to 1. */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  check('totalVariation', p, q)
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += Math.abs(p[i]! - q[i]!)
  return Math.min(1, sum / 2)
}

/** Hellinger distance: sqrt(1/2 sum (sqrt p - sqrt q)^2). 0 to 1, a metric. */
export function hellinger(p: ArrayLike<number>, q: ArrayLike<number>): number {
  check('hellinger', p, q)
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += (Math.sqrt(p[i]!) - Math.sqrt(q[i]!)) ** 2
  return Math.min(1, Math.sqrt(sum / 2))
}

/**
 * Kullback-Leibler divergence of p from q, sum p ln(p / q), unsmoothed.
 *
 * @returns nats, 0 or more; null where it is infinite: p has a category that q has not
 * @see Kullback & Leibler 1951
 */
export function kullbackLeibler(p: ArrayLike<number>, q: ArrayLike<number>): number | null {
  check('kullbackLeibler', p, q)
  let sum = 0
  for (let i = 0; i < p.length; i++) {
    if (p[i] === 0) continue
    if (q[i] === 0) return null
    sum += p[i]! * Math.log(p[i]! / q[i]!)
  }
  return Math.max(0, sum)
}

/**
 * Jensen-Shannon divergence: the mean Kullback-Leibler divergence of both from their mean.
 *
 * @returns bits, 0 (equal) to 1 (nothing in common); its root is the distance that SciPy's `jensenshannon` gives
 * @see Lin 1991
 */
export function jensenShannonDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  check('jensenShannonDivergence', p, q)
  let sum = 0
  for (let i = 0; i < p.length; i++) {
    const a = p[i]!
    const b = q[i]!
    const middle = (a + b) / 2
    sum += (a > 0 ? a * Math.log2(a / middle) : 0) + (b > 0 ? b * Math.log2(b / middle) : 0)
  }
  return Math.min(1, Math.max(0, sum / 2))
}

/** Root of the Jensen-Shannon divergence in bits: a metric from 0 to 1 (Endres & Schindelin 2003). */
export const jensenShannonDistance = (p: ArrayLike<number>, q: ArrayLike<number>): number => Math.sqrt(jensenShannonDivergence(p, q))

/**
 * Population stability index: sum (actual - expected) ln(actual / expected), the symmetric Kullback-Leibler divergence.
 * 0.1 and 0.25 are customary bands of credit scoring, not tests.
 *
 * @param options floor: shares below it are raised to it, without renormalising, so that an empty category does not make the index infinite
 * @returns       nats, 0 or more; null where it is infinite, which only a floor of 0 allows
 */
export function populationStabilityIndex(
  expected: ArrayLike<number>,
  actual: ArrayLike<number>,
  { floor = 1e-4 }: { readonly floor?: number } = {},
): number | null {
  check('populationStabilityIndex', expected, actual)
  let sum = 0
  for (let i = 0; i < expected.length; i++) {
    const e = Math.max(floor, expected[i]!)
    const a = Math.max(floor, actual[i]!)
    if (e === a) continue
    if (e === 0 || a === 0) return null
    sum += (a - e) * Math.log(a / e)
  }
  return sum
}

/** Bhattacharyya coefficient: sum sqrt(p q), 0 (nothing in common) to 1 (equal); 1 less its square is the Hellinger distance (Bhattacharyya 1943). */
export function bhattacharyya(p: ArrayLike<number>, q: ArrayLike<number>): number {
  check('bhattacharyya', p, q)
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += Math.sqrt(p[i]! * q[i]!)
  return Math.min(1, sum)
}

/** Cosine of the angle between two vectors of shares: 0 (nothing in common) to 1; the largest categories decide it. */
export function cosineOfShares(p: ArrayLike<number>, q: ArrayLike<number>): number {
  check('cosineOfShares', p, q)
  let [across, along, beside] = [0, 0, 0]
  for (let i = 0; i < p.length; i++) {
    across += p[i]! * q[i]!
    along += p[i]! * p[i]!
    beside += q[i]! * q[i]!
  }
  return Math.min(1, across / Math.sqrt(along * beside))
}

/** Symmetric chi-square distance, half the sum of (p - q)^2 / (p + q): 0 to 1, and never infinite (triangular discrimination, Le Cam 1986). */
export function symmetricChiSquare(p: ArrayLike<number>, q: ArrayLike<number>): number {
  check('symmetricChiSquare', p, q)
  let sum = 0
  for (let i = 0; i < p.length; i++) if (p[i]! + q[i]! > 0) sum += (p[i]! - q[i]!) ** 2 / (p[i]! + q[i]!)
  return Math.min(1, sum / 2)
}

/** Wasserstein distance of ordered categories one step apart: how many steps a share of 1 has to move, as for age bands. 0 to k - 1. */
export function orderedWasserstein(p: ArrayLike<number>, q: ArrayLike<number>): number {
  check('orderedWasserstein', p, q)
  let [sum, ahead] = [0, 0]
  for (let i = 0; i + 1 < p.length; i++) {
    ahead += p[i]! - q[i]!
    sum += Math.abs(ahead)
  }
  return sum
}
