import { mean } from './distribution.ts'
import { studentSurvival } from './equivalence.ts'
import { normalCdf } from './normal.ts'

/** Ranks from 1, ties sharing the mean of theirs. */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end]!]! === values[order[start]!]!) end++
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end + 1) / 2
    start = end
  }
  return ranks
}

function check(name: string, x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length !== y.length) throw new RangeError(`${name}: both need the same length, but one has ${x.length} and the other ${y.length}`)
  for (const values of [x, y])
    for (let i = 0; i < values.length; i++)
      if (!Number.isFinite(values[i]!)) throw new RangeError(`${name}: value ${i} must be finite, but got ${values[i]}`)
}

/** Pearson's product-moment correlation, -1 to 1; null when one side is constant or there are fewer than two pairs. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  check('pearson', x, y)
  const [u, v] = [mean(x) ?? 0, mean(y) ?? 0]
  let [together, across, along] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    together += (x[i]! - u) * (y[i]! - v)
    across += (x[i]! - u) ** 2
    along += (y[i]! - v) ** 2
  }
  return across > 0 && along > 0 ? Math.max(-1, Math.min(1, together / Math.sqrt(across * along))) : null
}

/** Two-sided p of a correlation of n pairs by Student's t with n - 2 degrees; null for fewer than three pairs. */
export function correlationP(correlation: number, n: number): number | null {
  if (n < 3) return null
  if (Math.abs(correlation) >= 1) return 0
  return 2 * studentSurvival(Math.abs(correlation) * Math.sqrt((n - 2) / (1 - correlation ** 2)), n - 2)
}

/**
 * Spearman's rank correlation, with average ranks for ties.
 *
 * @returns -1 to 1; null when one side is constant or there are fewer than two pairs
 * @see Spearman 1904
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  check('spearman', x, y)
  const a = averageRanks(x)
  const b = averageRanks(y)
  const middle = (a.length + 1) / 2
  let together = 0
  let across = 0
  let along = 0
  for (let i = 0; i < a.length; i++) {
    const u = a[i]! - middle
    const v = b[i]! - middle
    together += u * v
    across += u * u
    along += v * v
  }
  return across > 0 && along > 0 ? Math.max(-1, Math.min(1, together / Math.sqrt(across * along))) : null
}

/** Kendall's counts: pairs in all, tied on each side, and concordant less discordant ones. */
function kendallCounts(x: ArrayLike<number>, y: ArrayLike<number>): { pairs: number; tiedX: number; tiedY: number; score: number } {
  check('kendall', x, y)
  const n = x.length
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  const pairs = (n * (n - 1)) / 2
  const tiedX = tiedPairs(order, (a, b) => x[a]! === x[b]!)
  const tiedBoth = tiedPairs(order, (a, b) => x[a]! === x[b]! && y[a]! === y[b]!)
  const arranged = Float64Array.from(order, (i) => y[i]!)
  const swaps = inversions(arranged)
  const tiedY = tiedPairs(Array.from(arranged.keys()), (a, b) => arranged[a]! === arranged[b]!)
  return { pairs, tiedX, tiedY, score: pairs - tiedX - tiedY + tiedBoth - 2 * swaps }
}

/**
 * Kendall's tau-b: concordant less discordant pairs, over the pairs that are tied in neither; ties corrected for.
 *
 * @returns -1 to 1; null when one side is constant or there are fewer than two pairs
 * @see Kendall 1945; counted in n log n as Knight 1966
 */
export function kendallTauB(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const { pairs, tiedX, tiedY, score } = kendallCounts(x, y)
  const below = Math.sqrt((pairs - tiedX) * (pairs - tiedY))
  return below > 0 ? Math.max(-1, Math.min(1, score / below)) : null
}

/** Stuart's tau-c: as tau-b, for tables with more rows than columns; null when one side is constant (Stuart 1953). */
export function kendallTauC(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const { score } = kendallCounts(x, y)
  const least = Math.min(new Set(Array.from(x)).size, new Set(Array.from(y)).size)
  return least < 2 ? null : (2 * score) / (x.length ** 2 * ((least - 1) / least))
}

/** Two-sided p of Kendall's tau by the normal approximation with ties; null when one side is constant or there are fewer than three pairs (Kendall 1970). */
export function kendallP(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const n = x.length
  const { tiedX, tiedY, score } = kendallCounts(x, y)
  const ties = (values: ArrayLike<number>, of: (times: number) => number): number => {
    const times = new Map<number, number>()
    for (let i = 0; i < values.length; i++) times.set(values[i]!, (times.get(values[i]!) ?? 0) + 1)
    return [...times.values()].reduce((sum, each) => sum + of(each), 0)
  }
  const cubic = (t: number): number => t * (t - 1) * (t - 2)
  const spread = (t: number): number => t * (t - 1) * (2 * t + 5)
  const all = n * (n - 1)
  const variance =
    (spread(n) - ties(x, spread) - ties(y, spread)) / 18 +
    (2 * tiedX * tiedY) / all +
    (ties(x, cubic) * ties(y, cubic)) / (9 * all * (n - 2))
  return n > 2 && variance > 0 ? Math.min(1, 2 * normalCdf(-Math.abs(score) / Math.sqrt(variance))) : null
}

function tiedPairs(order: readonly number[], same: (a: number, b: number) => boolean): number {
  let tied = 0
  let run = 1
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && same(order[i]!, order[i - 1]!)) run++
    else {
      tied += (run * (run - 1)) / 2
      run = 1
    }
  }
  return tied
}

/** Pairs in the wrong order; sorts the values on the way (merge sort). */
function inversions(values: Float64Array): number {
  const other = new Float64Array(values.length)
  let count = 0
  for (let width = 1; width < values.length; width *= 2)
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length)
      const end = Math.min(start + 2 * width, values.length)
      let left = start
      let right = middle
      for (let to = start; to < end; to++) {
        if (right >= end || (left < middle && values[left]! <= values[right]!)) other[to] = values[left++]!
        else {
          count += middle - left
          other[to] = values[right++]!
        }
      }
      values.set(other.subarray(start, end), start)
    }
  return count
}
