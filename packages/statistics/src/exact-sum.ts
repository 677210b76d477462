/** A sum without rounding: doubles that do not overlap, least first, whose exact total is the sum. Plain data, usually one to three long. */
export type ExactSum = number[]

function add(sum: ExactSum, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`exactSum: can only add finite numbers, but got ${value}`)
  let carried = value
  let kept = 0
  for (let i = 0; i < sum.length; i++) {
    const part = sum[i]!
    const high = carried + part
    // What rounding took away from `high`, exactly: the smaller operand less what of it arrived (Dekker's fast two-sum).
    const low = Math.abs(carried) < Math.abs(part) ? carried - (high - part) : part - (high - carried)
    if (low !== 0) sum[kept++] = low
    carried = high
  }
  if (!Number.isFinite(carried)) throw new RangeError('exactSum: the sum has left the range of a double; scale the values down first')
  if (carried !== 0) sum[kept++] = carried
  if (kept < sum.length) sum.length = kept
}

function value(sum: ExactSum): number {
  let i = sum.length - 1
  if (i < 0) return 0
  let high = sum[i]!
  let low = 0
  while (i > 0) {
    const part = sum[--i]!
    const before = high
    high = before + part
    low = part - (high - before)
    if (low !== 0) break
  }
  // The rest decides a tie that was rounded to even by `low` alone.
  if (i > 0 && ((low < 0 && sum[i - 1]! < 0) || (low > 0 && sum[i - 1]! > 0))) {
    const twice = low * 2
    const other = high + twice
    if (other - high === twice) high = other
  }
  return high
}

/**
 * Sums of doubles that are exact until they are read: in any order, cut anywhere and merged, `value` gives the same bits.
 *
 * `create` is the empty sum, `add` and `merge` change their first argument, `value` is the exact sum rounded once, half to even
 * (0 when empty, never -0).
 *
 * @throws RangeError for NaN, an infinity, or a running sum beyond 1.8e308
 * @see Shewchuk 1997, Adaptive Precision Floating-Point Arithmetic; the rounding of `value` is that of Python's `math.fsum`
 * @example sumOf([0.1, 0.2, 0.3, -0.6]) // -2.7755575615628914e-17, where + gives 1.1102230246251565e-16
 */
export const exactSum = {
  create: (): ExactSum => [],
  add,
  merge(sum: ExactSum, other: Readonly<ExactSum>): void {
    for (const part of other) add(sum, part)
  },
  value,
}

/** The exact sum of the values, rounded once; 0 when there are none. */
export function sumOf(values: ArrayLike<number>): number {
  const sum = exactSum.create()
  for (let i = 0; i < values.length; i++) add(sum, values[i]!)
  return value(sum)
}
