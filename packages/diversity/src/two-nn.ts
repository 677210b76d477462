/** Share of the greatest ratios that is left out: the largest are the least reliable. */
const discarded = 0.1

/**
 * Intrinsic dimension by two nearest neighbours: near a point of a d-dimensional sheet, the ratio of the distances to its second and first
 * neighbour exceeds x with probability x^-d. The slope through the origin of -ln(1 - i / N) on the logarithm of the i-th smallest ratio,
 * over the lowest 90 %.
 *
 * @param first, second  distances to the first and second neighbour of each point; a point with a copy (first = 0) is left out
 * @returns              0 or more; null when fewer than two ratios remain or all ratios are 1
 * @see Facco, d'Errico, Rodriguez & Laio 2017, Scientific Reports 7:12140; the F = i / N of scikit-dimension 0.5.0
 */
export function twoNnDimension(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const ratios = logarithms(first, second)
  const n = ratios.length
  const kept = Math.trunc(n * (1 - discarded))
  if (kept < 2) return null
  let products = 0
  let squares = 0
  for (let i = 0; i < kept; i++) {
    products += ratios[i]! * -Math.log(1 - (i + 1) / n)
    squares += ratios[i]! ** 2
  }
  return squares === 0 ? null : products / squares
}

/**
 * The same dimension by maximum likelihood: N / Σ ln(second / first), over all points without a copy.
 *
 * @returns 0 or more; null when no point is left or all ratios are 1
 */
export function twoNnLikelihood(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const ratios = logarithms(first, second)
  const sum = ratios.reduce((total, value) => total + value, 0)
  return sum === 0 ? null : ratios.length / sum
}

/** Distances of equal vectors come out a few roundings off 0. */
const rounding = 1e-7

function logarithms(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array {
  const ratios: number[] = []
  for (let i = 0; i < first.length; i++) if (first[i]! > rounding) ratios.push(Math.log(second[i]! / first[i]!))
  return Float64Array.from(ratios).sort()
}
