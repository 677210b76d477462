const scale = 5
const points = 25

/**
 * MAUVE of two histograms over the same cells: the area under the curve of exp(-5 KL) that mixtures of the two trace.
 *
 * @param p, q  shares, each summing to 1
 * @returns     0 (nothing in common) to 1 (the same)
 * @see Pillutla et al. 2021, NeurIPS; grid and area as in mauve-text 0.4.0
 */
export function mauve(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const curve: [number, number][] = [[0, 1]]
  for (let i = points - 1; i >= 0; i--) {
    const weight = 1e-6 + (i * (1 - 2e-6)) / (points - 1)
    const mixture = Float64Array.from({ length: p.length }, (_, cell) => weight * p[cell]! + (1 - weight) * q[cell]!)
    curve.push([Math.exp(-scale * divergence(q, mixture)), Math.exp(-scale * divergence(p, mixture))])
  }
  curve.push([1, 0])
  return (area(curve) + area(curve.map(([x, y]) => [y, x]))) / 2
}

/**
 * Frontier integral of two histograms over the same cells: twice the mean over mixtures of the divergences of both from the mixture.
 *
 * @param p, q  shares, each summing to 1
 * @returns     0 (the same) to 1 (nothing in common)
 * @see Liu et al. 2021, NeurIPS, whose integral has this closed form, cell by cell
 */
export function frontierIntegral(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0
  for (let cell = 0; cell < p.length; cell++) {
    const [a, b] = [p[cell]!, q[cell]!]
    // Where the two are all but equal the term vanishes, and the quotient would lose its digits.
    if (Math.abs(a - b) <= 1e-8) continue
    sum += (a + b) / 2 - (a === 0 || b === 0 ? 0 : (a * b * Math.log(a / b)) / (a - b))
  }
  return sum
}

function divergence(p: ArrayLike<number>, r: Float64Array): number {
  let sum = 0
  for (let cell = 0; cell < p.length; cell++) if (p[cell]! > 0) sum += p[cell]! * Math.log(p[cell]! / r[cell]!)
  return sum
}

function area(curve: readonly (readonly [number, number])[]): number {
  const sorted = [...curve].sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let sum = 0
  for (let i = 1; i < sorted.length; i++) sum += ((sorted[i]![0] - sorted[i - 1]![0]) * (sorted[i]![1] + sorted[i - 1]![1])) / 2
  return sum
}
