import { normalCdf } from './normal.ts'
import { averageRanks } from './rank-correlation.ts'

/** Calls `at` for each stretch between two pooled values with both cumulative shares there. */
function eachStretch(x: ArrayLike<number>, y: ArrayLike<number>, at: (f: number, g: number, width: number) => void): void {
  if (x.length === 0 || y.length === 0) throw new RangeError('two samples: each needs a value, but one is empty')
  const [a, b] = [Float64Array.from(x).sort(), Float64Array.from(y).sort()]
  const pooled = Float64Array.from([...a, ...b]).sort()
  let [i, j] = [0, 0]
  for (let k = 0; k < pooled.length; k++) {
    while (i < a.length && a[i]! <= pooled[k]!) i++
    while (j < b.length && b[j]! <= pooled[k]!) j++
    at(i / a.length, j / b.length, k + 1 < pooled.length ? pooled[k + 1]! - pooled[k]! : 0)
  }
}

/** Wasserstein-1 distance of two samples, the area between their distribution functions, in the unit of the values (Vallender 1974). */
export function wasserstein(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let area = 0
  eachStretch(x, y, (f, g, width) => {
    area += Math.abs(f - g) * width
  })
  return area
}

/** Energy distance of two samples of numbers, sqrt(2 integral (F - G)^2): Cramér's distance times the root of 2, as SciPy (Székely & Rizzo 2013). */
export function sampleEnergyDistance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let area = 0
  eachStretch(x, y, (f, g, width) => {
    area += (f - g) ** 2 * width
  })
  return Math.sqrt(2 * area)
}

/** Two-sample Kolmogorov-Smirnov test. */
export interface KolmogorovSmirnov {
  /** Greatest distance of the two distribution functions, 0 to 1. */
  readonly statistic: number
  /** Two-sided, from all arrangements of the two samples; conservative where values are tied. */
  readonly p: number
  /** By the distribution of one sample of round(n m / (n + m)) values, as SciPy's asymptotic form. */
  readonly approximateP: number
}

/** Kolmogorov-Smirnov test of two samples (Hodges 1958 for the exact p, counted in n x m steps; Marsaglia, Tsang & Wang 2003 for the approximate one). */
export function kolmogorovSmirnov(x: ArrayLike<number>, y: ArrayLike<number>): KolmogorovSmirnov {
  let statistic = 0
  eachStretch(x, y, (f, g) => {
    statistic = Math.max(statistic, Math.abs(f - g))
  })
  const [n, m] = [x.length, y.length]
  return {
    statistic,
    p: latticeP(n, m, statistic),
    approximateP: kolmogorovSurvival(Math.max(1, Math.round((n * m) / (n + m))), statistic),
  }
}

/** Share of the paths from (0, 0) to (n, m) that reach a distance of at least d, each step weighed so that all paths sum to 1. */
function latticeP(n: number, m: number, d: number): number {
  if (d <= 0) return 1
  const row = new Float64Array(m + 1)
  const inside = (i: number, j: number): boolean => Math.abs(i / n - j / m) < d - 1e-12
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++) {
      if (!inside(i, j)) row[j] = 0
      else if (i === 0 && j === 0) row[j] = 1
      // Chances of the last step having been along x or y, in a random arrangement of i x's and j y's.
      else row[j] = (i > 0 ? (row[j]! * i) / (i + j) : 0) + (j > 0 ? (row[j - 1]! * j) / (i + j) : 0)
    }
  return Math.min(1, Math.max(0, 1 - row[m]!))
}

/** Chance that the distribution function of n values lies at least d from its own, by the n-th power of a matrix. */
function kolmogorovSurvival(n: number, d: number): number {
  const k = Math.floor(n * d) + 1
  const size = 2 * k - 1
  const h = k - n * d
  const base = Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (_, j) => (i - j + 1 >= 0 ? 1 : 0)))
  for (let i = 0; i < size; i++) {
    base[i]![0]! -= h ** (i + 1)
    base[size - 1]![i]! -= h ** (size - i)
  }
  base[size - 1]![0]! += 2 * h - 1 > 0 ? (2 * h - 1) ** size : 0
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) for (let g = 1; g <= i - j + 1; g++) base[i]![j]! /= g
  // n! / n^n is shared out over the multiplications, so that nothing overflows.
  let power = base.map((_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)))
  for (let step = 1; step <= n; step++)
    power = power.map((row) =>
      Float64Array.from({ length: size }, (_, j) => row.reduce((sum, value, g) => sum + value * base[g]![j]!, 0) * (step / n)),
    )
  return Math.min(1, Math.max(0, 1 - power[k - 1]![k - 1]!))
}

/** Mann & Whitney's test of two samples. */
export interface MannWhitney {
  /** Pairs in which x is the larger, half of the ties. */
  readonly u: number
  /** Two-sided, normal with ties and continuity corrected; 1 where all values are equal. */
  readonly p: number
  /** Cliff's delta: chance that x is larger less that it is smaller, -1 to 1 (Cliff 1993). */
  readonly delta: number
}

/** Mann & Whitney 1947, from ranks, ties sharing their mean. */
export function mannWhitney(x: ArrayLike<number>, y: ArrayLike<number>): MannWhitney {
  const [n, m] = [x.length, y.length]
  if (n === 0 || m === 0) throw new RangeError('mannWhitney: each sample needs a value, but one is empty')
  const ranks = averageRanks([...Array.from(x), ...Array.from(y)])
  let sum = 0
  for (let i = 0; i < n; i++) sum += ranks[i]!
  const u = sum - (n * (n + 1)) / 2
  const times = new Map<number, number>()
  for (const rank of ranks) times.set(rank, (times.get(rank) ?? 0) + 1)
  let tied = 0
  for (const each of times.values()) tied += each ** 3 - each
  const all = n + m
  const spread = Math.sqrt(((n * m) / 12) * (all + 1 - tied / (all * (all - 1))))
  const away = Math.abs(u - (n * m) / 2) - 0.5
  return { u, p: spread > 0 ? Math.min(1, 2 * normalCdf(-away / spread)) : 1, delta: (2 * u) / (n * m) - 1 }
}
