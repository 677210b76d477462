import { quantile, standardDeviation } from './distribution.ts'

/**
 * Gaussian kernel density at evenly spread places, scaled so that its trapezoids add up to 1 over them.
 *
 * The bandwidth is Silverman's rule of thumb, 0.9 min(sd, IQR / 1.34) n^(-1/5), as R's `bw.nrd0`; where all values are alike, half a step.
 *
 * @param values  1 or more
 * @param places  ascending, evenly spread, 2 or more
 * @see Silverman 1986, Density Estimation, section 3.4.2, equation 3.31
 */
export function kernelDensity(values: ArrayLike<number>, places: ArrayLike<number>): Float64Array {
  const step = places[1]! - places[0]!
  const width = Math.max(silverman(values), step / 2)
  const density = new Float64Array(places.length)
  for (let v = 0; v < values.length; v++)
    for (let at = 0; at < places.length; at++) density[at]! += Math.exp(-(((places[at]! - values[v]!) / width) ** 2) / 2)
  let area = 0
  for (let at = 1; at < places.length; at++) area += (step * (density[at - 1]! + density[at]!)) / 2
  return area > 0 ? density.map((height) => height / area) : density
}

/** Bandwidth by Silverman's rule; 0 for fewer than two different values. */
export function silverman(values: ArrayLike<number>): number {
  const sd = standardDeviation(values) ?? 0
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length > 0 ? (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34 : 0
  return 0.9 * (middle > 0 ? Math.min(sd, middle) : sd) * values.length ** -0.2
}
