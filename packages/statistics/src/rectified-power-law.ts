/** A quantity of x that nears a limit, or grows without one: limit + scale / (offset + x^exponent). */
export interface RectifiedPowerLaw {
  readonly limit: number
  readonly scale: number
  /** 0 or more. */
  readonly offset: number
  /** Above 0: nears the limit as x grows; below 0 and without offset, grows as a power of x. */
  readonly exponent: number
  readonly at: (x: number) => number
}

const exponents = Array.from({ length: 57 }, (_, i) => -1.2 + 0.05 * i).filter((exponent) => Math.abs(exponent) > 0.01)
/** Offsets tried, as multiples of x^exponent in the middle of the data. */
const offsets = [0, 0.1, 0.3, 1, 3, 10]
const refinements = 200

/**
 * The rectified power law that comes nearest to some points by least squares of the relative errors: limit and scale in closed form for every
 * exponent and offset of a grid, the best of which is refined by a pattern search.
 *
 * @param x  above 0, ascending, four or more different ones
 * @param y  above 0
 * @param weights  of the squared relative errors, by default 1 each
 * @see Lin, Huang, Qi et al. 2024, Selecting Large Language Model to Fine-tune via Rectified Scaling Law, ICML (arXiv:2402.02314)
 * @example rectifiedPowerLaw([1, 2, 4, 8, 16], [2, 1.5, 1.25, 1.125, 1.0625]).at(32).toFixed(3) // '1.031'
 */
export function rectifiedPowerLaw(
  x: readonly number[],
  y: readonly number[],
  weights: readonly number[] = y.map(() => 1),
): RectifiedPowerLaw {
  if (x.length < 4 || x.length !== y.length) throw new RangeError(`rectifiedPowerLaw: needs four points or more, but got ${x.length}`)
  if (![...x, ...y].every((value) => value > 0 && value < Infinity)) throw new RangeError('rectifiedPowerLaw: points must be above 0')
  const middle = Math.sqrt(x[0]! * x.at(-1)!)
  let best = fitted(x, y, weights, 1, 0)
  let share = 0
  // The offset as a share of x^exponent in the middle of the data: so it means the same when the exponent moves.
  const consider = (exponent: number, offset: number): boolean => {
    const found = fitted(x, y, weights, exponent, offset * middle ** exponent)
    const better = found.error < best.error
    if (better) [best, share] = [found, offset]
    return better
  }
  for (const exponent of exponents) for (const offset of offsets) consider(exponent, offset)
  let [exponentStep, offsetFactor] = [0.025, 1.5]
  for (let refinement = 0; refinement < refinements; refinement++) {
    const { exponent } = best
    const offset = share
    const moved =
      consider(exponent + exponentStep, offset) ||
      consider(exponent - exponentStep, offset) ||
      consider(exponent, offset * offsetFactor) ||
      consider(exponent, offset / offsetFactor) ||
      consider(exponent + exponentStep, offset * offsetFactor) ||
      consider(exponent - exponentStep, offset / offsetFactor) ||
      consider(exponent + exponentStep, offset / offsetFactor) ||
      consider(exponent - exponentStep, offset * offsetFactor)
    if (!moved) [exponentStep, offsetFactor] = [exponentStep / 2, Math.sqrt(offsetFactor)]
  }
  const { limit, scale, offset, exponent } = best
  return { limit, scale, offset, exponent, at: (value) => limit + scale / (offset + value ** exponent) }
}

/** Limit and scale for a given exponent and offset, by weighted linear least squares. */
function fitted(x: readonly number[], y: readonly number[], weights: readonly number[], exponent: number, offset: number) {
  let [w, wz, wy, wzz, wzy] = [0, 0, 0, 0, 0]
  const terms = x.map((value) => 1 / (offset + value ** exponent))
  terms.forEach((z, i) => {
    const weight = weights[i]! / y[i]! ** 2
    w += weight
    wz += weight * z
    wy += weight * y[i]!
    wzz += weight * z * z
    wzy += weight * z * y[i]!
  })
  const determinant = w * wzz - wz * wz
  const scale = determinant > 1e-12 * w * wzz ? (w * wzy - wz * wy) / determinant : 0
  const limit = (wy - scale * wz) / w
  const error = terms.reduce((sum, z, i) => sum + weights[i]! * ((limit + scale * z - y[i]!) / y[i]!) ** 2, 0)
  return { limit, scale, offset, exponent, error: Number.isFinite(error) ? error : Number.POSITIVE_INFINITY }
}
