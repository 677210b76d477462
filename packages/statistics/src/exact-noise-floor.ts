import { lnGamma } from './gamma.ts'
import { checkShares, type MultinomialNull } from './noise-floor.ts'

/** How many ways there are of sorting n documents into the categories that have a share; Infinity beyond 2^53. */
export function outcomes(shares: ArrayLike<number>, n: number): number {
  let among = 0
  for (let i = 0; i < shares.length; i++) if (shares[i]! > 0) among++
  let ways = 1
  for (let i = 1; i < among && ways <= Number.MAX_SAFE_INTEGER; i++) ways = (ways * (n + i)) / i
  return ways <= Number.MAX_SAFE_INTEGER ? Math.round(ways) : Infinity
}

/**
 * The noise floor without chance: every outcome with its probability. Quantiles are the least value that so many outcomes do not exceed.
 *
 * @param statistics  of the drawn shares, and of their probability, so that an outcome can be judged by how rare it is; the array is used again
 * @returns           null when n is 0
 */
export function exactMultinomialNulls(
  shares: ArrayLike<number>,
  n: number,
  statistics: readonly ((sampleShares: Float64Array, probability: number) => number)[],
): readonly MultinomialNull[] | null {
  checkShares(shares, n)
  if (n === 0) return null
  const ways = outcomes(shares, n)
  if (!(ways <= 10_000_000)) throw new RangeError(`exactMultinomialNulls: ${ways} outcomes are too many`)
  const places = Array.from(Array.from(shares).keys()).filter((i) => shares[i]! > 0)
  const probabilities = new Float64Array(ways)
  const values = statistics.map(() => new Float64Array(ways))
  const sample = new Float64Array(shares.length)
  let at = 0
  const place = (k: number, left: number, log: number): void => {
    const i = places[k]!
    const of = (count: number): number => log + count * Math.log(shares[i]!) - lnGamma(count + 1)
    if (k === places.length - 1) {
      sample[i] = left / n
      const probability = Math.exp(of(left))
      probabilities[at] = probability
      for (let j = 0; j < values.length; j++) values[j]![at] = statistics[j]!(sample, probability)
      at++
      return
    }
    for (let count = 0; count <= left; count++) {
      sample[i] = count / n
      place(k + 1, left - count, of(count))
    }
  }
  place(0, n, lnGamma(n + 1))
  return values.map((each) => exactSummary(each, probabilities))
}

function exactSummary(values: Float64Array, probabilities: Float64Array): MultinomialNull {
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!)
  const sorted = Float64Array.from(order, (i) => values[i]!)
  const below = new Float64Array(values.length + 1)
  let [centre, square] = [0, 0]
  order.forEach((i, k) => {
    below[k + 1] = below[k]! + probabilities[i]!
    centre += probabilities[i]! * values[i]!
    square += probabilities[i]! * values[i]! ** 2
  })
  const reach = (p: number): number => {
    // Equal outcomes reach their value by different roundings: a hair below the level is the level.
    for (let k = 0; k < sorted.length; k++) if (below[k + 1]! >= p - 1e-12) return sorted[k]!
    return sorted[sorted.length - 1]!
  }
  return {
    mean: centre,
    sd: Math.sqrt(Math.max(0, square - centre * centre)),
    median: reach(0.5),
    q95: reach(0.95),
    q99: reach(0.99),
    atLeast(observed) {
      const bar = observed - 1e-12 * Math.max(1, Math.abs(observed))
      const from = sorted.findIndex((value) => value >= bar)
      return from < 0 ? 0 : Math.min(1, Math.max(0, 1 - below[from]!))
    },
  }
}

/** Chance that an outcome as rare as the observed one, or rarer, is drawn: the exact multinomial test by probability ordering (Wilks 1935). */
export function exactMultinomialP(observed: ArrayLike<number>, shares: ArrayLike<number>): number | null {
  let n = 0
  let log = 0
  for (let i = 0; i < observed.length; i++) {
    n += observed[i]!
    if (observed[i]! > 0) log += observed[i]! * Math.log(shares[i]!) - lnGamma(observed[i]! + 1)
  }
  if (n === 0) return null
  const own = Math.exp(log + lnGamma(n + 1))
  // Rarer is larger; equally rare ones differ by rounding alone.
  return exactMultinomialNulls(shares, n, [(_, probability) => (probability <= own * (1 + 1e-9) ? 1 : 0)])![0]!.mean
}

/**
 * Exact mean of a statistic that is a sum over categories, as total variation and the divergences are: each category's count is binomial.
 *
 * @param term  what a category adds, from its drawn share and its share
 * @returns     to 1e-12 of the sum of the greatest terms: counts further than 12 standard deviations off are left out
 */
export function expectedSum(shares: ArrayLike<number>, n: number, term: (drawn: number, share: number) => number): number {
  checkShares(shares, n)
  const known = new Map<number, number>()
  let sum = 0
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i]!
    let mean = known.get(share)
    if (mean === undefined) {
      mean = binomialMean(n, share, (count) => term(count / n, share))
      known.set(share, mean)
    }
    sum += mean
  }
  return sum
}

function binomialMean(n: number, p: number, of: (count: number) => number): number {
  if (p <= 0) return of(0)
  if (p >= 1) return of(n)
  const reach = 12 * Math.sqrt(n * p * (1 - p)) + 40
  const [from, to] = [Math.max(0, Math.floor(n * p - reach)), Math.min(n, Math.ceil(n * p + reach))]
  let sum = 0
  let chance = Math.exp(lnGamma(n + 1) - lnGamma(from + 1) - lnGamma(n - from + 1) + from * Math.log(p) + (n - from) * Math.log1p(-p))
  for (let count = from; count <= to; count++) {
    sum += chance * of(count)
    chance *= ((n - count) / (count + 1)) * (p / (1 - p))
  }
  return sum
}
