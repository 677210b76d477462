import { quantile } from './distribution.ts'

/** Bin i holds what is at least edges[i] and below edges[i + 1]; the last bin of fractional data holds its right end too. */
export interface Histogram {
  readonly edges: readonly number[]
  readonly counts: readonly number[]
}

const most = 60
const mantissas = [1, 2, 5] as const

/** Readable steps in a row: ... 0.5, 1, 2, 5, 10 ... with rung 0 at 1. Through decimal text, so that 3 steps of 0.1 end at 0.3. */
const multiple = (rung: number, times: number): number => {
  const exponent = Math.floor(rung / 3)
  return Number(`${times * mantissas[rung - 3 * exponent]!}e${exponent}`)
}

function rungNearest(width: number): number {
  let rung = 3 * Math.floor(Math.log10(width))
  while (multiple(rung + 1, 1) <= width) rung++
  return width / multiple(rung, 1) > multiple(rung + 1, 1) / width ? rung + 1 : rung
}

/** Freedman & Diaconis 1981; where half of the values are one value, that says nothing, and Sturges' rule stands in. */
function suggestedWidth(sorted: Float64Array): number {
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25)
  if (spread > 0) return (2 * spread) / Math.cbrt(sorted.length)
  return (sorted[sorted.length - 1]! - sorted[0]!) / (Math.ceil(Math.log2(sorted.length)) + 1)
}

/** Numbers of the first and the last edge, in steps. */
function span(rung: number, least: number, greatest: number, closed: boolean): [first: number, last: number] {
  const step = multiple(rung, 1)
  let first = Math.floor(least / step)
  while (multiple(rung, first) > least) first--
  while (multiple(rung, first + 1) <= least) first++
  let last = Math.max(first + 1, Math.floor(greatest / step))
  while (closed ? multiple(rung, last) < greatest : multiple(rung, last) <= greatest) last++
  return [first, last]
}

/**
 * Counts in bins with readable edges: steps of 1, 2 or 5 times a power of ten, whole numbers for whole data.
 *
 * @param values  numbers in any order, to 1e300
 * @param options bins: at most so many bins, of a width near range / bins; without it, near the width of Freedman & Diaconis,
 *                at most 60
 * @returns       null when there are no values; one bin when all are equal
 * @example histogram([1, 1, 2, 4]) // { edges: [0, 2, 4, 6], counts: [2, 1, 1] }
 */
export function histogram(values: ArrayLike<number>, options: { readonly bins?: number } = {}): Histogram | null {
  const limit = options.bins ?? most
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`histogram: bins must be a whole number, 1 or more, but got ${limit}`)
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const least = sorted[0]!
  const greatest = sorted[sorted.length - 1]!
  // NaN sorts last. Beyond 1e300 the range itself may not be a double.
  if (!(least >= -1e300 && greatest <= 1e300)) throw new RangeError('histogram: values must be numbers between -1e300 and 1e300')
  const whole = sorted.every(Number.isInteger)
  // Whole numbers keep open bins, or the last one would hold one number more than the others.
  const closed = !whole && greatest > least
  const size = Math.max(Math.abs(least), Math.abs(greatest))
  const constantWidth = whole || size === 0 ? 1 : 10 ** Math.floor(Math.log10(size))
  const width = greatest === least ? constantWidth : options.bins === undefined ? suggestedWidth(sorted) : (greatest - least) / options.bins
  // Below this, neighbouring edges would be the same double.
  let rung = rungNearest(Math.max(width, size * 2 ** -48, 1e-300))
  if (whole) rung = Math.max(0, rung)
  let [first, last] = span(rung, least, greatest, closed)
  // Data that straddles an edge at every width, such as -1 and 1 around 0, cannot do with one bin.
  const reachable = least < 0 && (closed ? greatest > 0 : greatest >= 0) ? Math.max(2, limit) : limit
  while (last - first > reachable) [first, last] = span(++rung, least, greatest, closed)

  const edges = Array.from({ length: last - first + 1 }, (_, i) => multiple(rung, first + i))
  const counts = new Array<number>(last - first).fill(0)
  let bin = 0
  for (const value of sorted) {
    while (bin < counts.length - 1 && value >= edges[bin + 1]!) bin++
    counts[bin]!++
  }
  return { edges, counts }
}
