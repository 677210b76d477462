import { sumOf } from './exact-sum.ts'
import { lnGamma } from './gamma.ts'
import { criticalValue, type Interval } from './interval.ts'
import { multinomialDraws } from './multinomial.ts'
import type { Random } from './random.ts'

/** What a sample says of the kinds it did not see, from how many kinds were seen once and twice. */
export interface Richness {
  readonly n: number
  /** Kinds seen. */
  readonly seen: number
  readonly once: number
  readonly twice: number
  /** Good-Turing: estimated share of the population that is of a kind not seen, f1 / n. */
  readonly unseenMass: number
  /** Chao & Jost 2012: estimated share of the population that is of a kind seen. */
  readonly coverage: number
  /** Chao1: a lower bound of the number of kinds there are. */
  readonly chao1: number
  /** Chao1 in its bias-corrected form, seen + f1 (f1 - 1) / (2 (f2 + 1)). */
  readonly chao1BiasCorrected: number
  /** Of Chao1; 0 where nothing was seen once. */
  readonly variance: number
  /** Log-normal interval of Chao 1987; null where nothing was seen once. */
  readonly interval: Interval | null
}

/** Kinds by how often they were seen, `[times, kinds]`, ascending: all that the estimates need. */
function spectrum(counts: ArrayLike<number>): [times: number, kinds: number][] {
  const kinds = new Map<number, number>()
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`richness: counts must be whole numbers, but got ${count}`)
    if (count > 0) kinds.set(count, (kinds.get(count) ?? 0) + 1)
  }
  return [...kinds].sort((a, b) => a[0] - b[0])
}

const timesSeen = (sorted: readonly [number, number][], times: number): number => sorted.find(([seen]) => seen === times)?.[1] ?? 0
const total = (sorted: readonly [number, number][]): number => sorted.reduce((sum, [times, kinds]) => sum + times * kinds, 0)

const unseenKinds = (n: number, once: number, twice: number): number =>
  twice > 0 ? (((n - 1) / n) * once * once) / (2 * twice) : (((n - 1) / n) * once * (once - 1)) / 2

/** Chao & Jost 2012, eq. 4a. */
function sampleCoverage(n: number, once: number, twice: number): number {
  if (once === 0) return 1
  const below = twice > 0 ? (n - 1) * once + 2 * twice : (n - 1) * (once - 1) + 2
  const above = twice > 0 ? (n - 1) * once : (n - 1) * (once - 1)
  return below > 0 ? 1 - (once / n) * (above / below) : 0
}

/**
 * Coverage and richness of a sample.
 *
 * @param counts  how often each kind was seen, whole numbers; zeros do not count
 * @returns       null when nothing was seen
 * @see Good 1953; Chao 1984, 1987; Chao & Jost 2012. Chao1 with the factor (n - 1) / n, as iNEXT; f2 = 0 takes f1 (f1 - 1) / 2
 */
export function richness(counts: ArrayLike<number>, level = 0.95): Richness | null {
  const sorted = spectrum(counts)
  const n = total(sorted)
  if (n === 0) return null
  const seen = sorted.reduce((sum, [, kinds]) => sum + kinds, 0)
  const once = timesSeen(sorted, 1)
  const twice = timesSeen(sorted, 2)
  const unseen = unseenKinds(n, once, twice)
  const chao1 = seen + unseen
  const variance = unseen === 0 ? 0 : Math.max(0, chaoVariance(chao1, n, once, twice))
  return {
    n,
    seen,
    once,
    twice,
    unseenMass: once / n,
    coverage: sampleCoverage(n, once, twice),
    chao1,
    chao1BiasCorrected: seen + (once * (once - 1)) / (2 * (twice + 1)),
    variance,
    interval: once === 0 || unseen === 0 ? null : chaoInterval(seen, chao1, variance, criticalValue(level)),
  }
}

function chaoVariance(chao1: number, n: number, once: number, twice: number): number {
  const a = (n - 1) / n
  const ratio = once / twice
  return twice > 0
    ? twice * ((a / 2) * ratio ** 2 + a ** 2 * ratio ** 3 + (a ** 2 / 4) * ratio ** 4)
    : (a * once * (once - 1)) / 2 + (a ** 2 * once * (2 * once - 1) ** 2) / 4 - (a ** 2 * once ** 4) / (4 * chao1)
}

function chaoInterval(seen: number, chao1: number, variance: number, z: number): Interval {
  const unseen = chao1 - seen
  const factor = Math.exp(z * Math.sqrt(Math.log1p(variance / unseen ** 2)))
  return [seen + unseen / factor, seen + unseen * factor]
}

/**
 * Share of the population whose kind is expected among m documents, m smaller or larger than the sample.
 *
 * @returns null when nothing was seen
 * @see Chao & Jost 2012, Coverage-based rarefaction and extrapolation, equations 4 and 12
 */
export function coverageAt(counts: ArrayLike<number>, m: number): number | null {
  if (!Number.isSafeInteger(m) || m < 0) throw new RangeError(`coverageAt: m must be a whole number, 0 or more, but got ${m}`)
  const sorted = spectrum(counts)
  const n = total(sorted)
  if (n === 0) return null
  const [once, twice] = [timesSeen(sorted, 1), timesSeen(sorted, 2)]
  if (m === n) return sampleCoverage(n, once, twice)
  if (m > n) {
    const above = twice > 0 ? (n - 1) * once : (n - 1) * (once - 1)
    const below = above + 2 * Math.max(1, twice)
    return once === 0 ? 1 : 1 - (once / n) * (above / below) ** (m - n + 1)
  }
  let missed = 0
  const all = lnGamma(n) - lnGamma(n - m)
  for (const [times, kinds] of sorted)
    if (n - times >= m) missed += kinds * (times / n) * Math.exp(lnGamma(n - times + 1) - lnGamma(n - times - m + 1) - all)
  return 1 - missed
}

/**
 * Hill number: the effective number of kinds, as many as equally frequent ones would be as diverse.
 *
 * @param order  0 counts kinds, 1 is the exponential of Shannon's entropy, 2 the inverse of Simpson's concentration
 * @returns      1 to the number of kinds; null when nothing was counted
 * @see Hill 1973, Diversity and Evenness
 */
export function hillNumber(counts: ArrayLike<number>, order: number): number | null {
  const n = sumOf(counts)
  if (n === 0) return null
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const share = counts[i]! / n
    if (share > 0) sum += order === 1 ? -share * Math.log(share) : share ** order
  }
  return order === 1 ? Math.exp(sum) : sum ** (1 / (1 - order))
}

/** Interval of the unseen mass, f1 / n +- z sqrt(f1 (1 - f1 / n) + 2 f2) / n, cut to 0 to 1; null where its width would be 0 (Esty 1983). */
export function unseenMassInterval({ n, once, twice }: Richness, level = 0.95): Interval | null {
  const variance = once * (1 - once / n) + 2 * twice
  if (!(variance > 0)) return null
  const half = (criticalValue(level) * Math.sqrt(variance)) / n
  return [Math.max(0, once / n - half), Math.min(1, once / n + half)]
}

/** Kinds expected in m documents, from a spectrum: rarefaction up to n, extrapolation beyond (Colwell et al. 2012). */
function kindsAt(sorted: readonly [number, number][], n: number, m: number): number {
  let seen = 0
  for (const [, kinds] of sorted) seen += kinds
  if (m === n) return seen
  if (m < n) {
    let missed = 0
    const all = lnGamma(n + 1) - lnGamma(n - m + 1)
    for (const [times, kinds] of sorted)
      if (n - times >= m) missed += kinds * Math.exp(lnGamma(n - times + 1) - lnGamma(n - times - m + 1) - all)
    return seen - missed
  }
  const once = timesSeen(sorted, 1)
  const unseen = unseenKinds(n, once, timesSeen(sorted, 2))
  if (unseen === 0) return seen
  return seen + unseen * (1 - (1 - once / (n * unseen + once)) ** (m - n))
}

/**
 * Kinds expected among m documents, m smaller or larger than the sample; beyond twice the sample it is a guess.
 *
 * @returns null when nothing was seen
 * @see Hurlbert 1971; Colwell et al. 2012; Chao & Jost 2012
 */
export function rarefied(counts: ArrayLike<number>, m: number): number | null {
  if (!Number.isSafeInteger(m) || m < 0) throw new RangeError(`rarefied: m must be a whole number, 0 or more, but got ${m}`)
  const sorted = spectrum(counts)
  const n = total(sorted)
  return n === 0 ? null : kindsAt(sorted, n, m)
}

export interface RarefactionPoint {
  readonly m: number
  readonly kinds: number
  readonly interval: Interval
}

/**
 * The curve of kinds against documents, with intervals from samples drawn of the estimated population: the seen kinds shrunk by the estimated
 * coverage, the unseen ones sharing the rest equally.
 *
 * @returns a point for each m; empty when nothing was seen
 * @see Chao et al. 2014, Rarefaction and extrapolation with Hill numbers, appendix G; the interval is normal, cut to 1 or more
 */
export function rarefactionCurve(
  counts: ArrayLike<number>,
  sizes: readonly number[],
  { random, draws = 50, level = 0.95 }: { readonly random: Random; readonly draws?: number; readonly level?: number },
): readonly RarefactionPoint[] {
  const sorted = spectrum(counts)
  const n = total(sorted)
  if (n === 0) return []
  const draw = multinomialDraws(estimatedPopulation(counts, n, sorted), n, random)
  const sample = new Float64Array(estimatedLength(counts, n, sorted))
  const sums = new Float64Array(sizes.length)
  const squares = new Float64Array(sizes.length)
  for (let i = 0; i < draws; i++) {
    draw(sample)
    const drawn = spectrum(sample)
    sizes.forEach((m, j) => {
      const kinds = kindsAt(drawn, n, m)
      sums[j]! += kinds
      squares[j]! += kinds * kinds
    })
  }
  const z = criticalValue(level)
  return sizes.map((m, j) => {
    const kinds = kindsAt(sorted, n, m)
    const spread = z * Math.sqrt(Math.max(0, squares[j]! - (sums[j]! * sums[j]!) / draws) / Math.max(1, draws - 1))
    return { m, kinds, interval: [Math.max(Math.min(1, kinds), kinds - spread), kinds + spread] }
  })
}

const hidden = (n: number, sorted: readonly [number, number][]): number =>
  Math.ceil(unseenKinds(n, timesSeen(sorted, 1), timesSeen(sorted, 2)))

const estimatedLength = (counts: ArrayLike<number>, n: number, sorted: readonly [number, number][]): number =>
  counts.length + hidden(n, sorted)

function estimatedPopulation(counts: ArrayLike<number>, n: number, sorted: readonly [number, number][]): Float64Array {
  const unseen = hidden(n, sorted)
  const coverage = unseen === 0 ? 1 : sampleCoverage(n, timesSeen(sorted, 1), timesSeen(sorted, 2))
  const shares = new Float64Array(counts.length + unseen)
  let expectedMissed = 0
  for (const [times, kinds] of sorted) expectedMissed += (kinds * times * (1 - times / n) ** n) / n
  const weight = expectedMissed > 0 ? (1 - coverage) / expectedMissed : 0
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const share = counts[i]! / n
    shares[i] = Math.max(0, share * (1 - weight * (1 - share) ** n))
    sum += shares[i]!
  }
  for (let i = counts.length; i < shares.length; i++) {
    shares[i] = (1 - coverage) / unseen
    sum += shares[i]!
  }
  return shares.map((share) => share / sum)
}
