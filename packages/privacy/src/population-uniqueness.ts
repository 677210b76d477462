import { stirlingError } from '@corpuscope/statistics'

/** Exponent and concentration of the Pitman (two-parameter Ewens) model of how many people share their quasi-identifiers. */
export interface Pitman {
  /** 0 (exclusive) to 1 (exclusive): how heavy the tail of small classes is. */
  readonly alpha: number
  /** Above 0. */
  readonly theta: number
}

/**
 * Chance that one person of a population is alone in it with their quasi-identifiers.
 *
 * Each of the n - 1 others joins that person's class with probability (1 - alpha) / (theta + i) and leaves it alone otherwise.
 *
 * @param n  people, 1 or more
 * @see Hoshino 2001, Applying Pitman's sampling formula to microdata disclosure risk assessment, J. Official Statistics 17:499-520
 * @example aloneAmong({ alpha: 0.5, theta: 1 }, 2) // 0.75
 */
export const aloneAmong = ({ alpha, theta }: Pitman, n: number): number =>
  // Gamma(theta + alpha + n - 1) / Gamma(theta + alpha) * Gamma(theta + 1) / Gamma(theta + n)
  (theta / (theta + n - 1)) * Math.exp(gammaRatio(theta + n - 1, alpha) - gammaRatio(theta, alpha))

/** Classes that n people are expected to fall into. @example classesAmong({ alpha: 0.5, theta: 1 }, 2) // 1.75 */
export const classesAmong = ({ alpha, theta }: Pitman, n: number): number =>
  (theta / alpha) * Math.expm1(gammaRatio(theta + n, alpha) - gammaRatio(theta, alpha))

const asymptotic = 20

/** ln gamma(x + a) - ln gamma(x) for x and a above 0, by Stirling's series: no difference of large numbers. */
function gammaRatio(x: number, a: number): number {
  let below = 0
  let at = x
  for (; at < asymptotic; at++) below += Math.log1p(a / at)
  return (at - 0.5) * Math.log1p(a / at) + a * Math.log(at + a) - a + stirlingError(at + a) - stirlingError(at) - below
}

const rounds = 60

/**
 * The model whose expected classes and expected lone people are those of a sample.
 *
 * @param n        people in the sample
 * @param classes  classes they fall into
 * @param alone    people alone in their class
 * @returns        undefined where no model of the family has both: nobody or everybody alone, or fewer lone people than any has
 */
export function pitmanOf(n: number, classes: number, alone: number): Pitman | undefined {
  if (alone <= 0 || alone >= n || classes >= n || classes <= 1) return undefined
  const thetaFor = (alpha: number): number => {
    let [low, high] = [-20, 2 * Math.log(n) + 5]
    for (let i = 0; i < rounds; i++) {
      const middle = (low + high) / 2
      if (classesAmong({ alpha, theta: Math.exp(middle) }, n) < classes) low = middle
      else high = middle
    }
    return Math.exp((low + high) / 2)
  }
  // With the classes held, a heavier tail puts more people alone.
  const excess = (alpha: number): number => n * aloneAmong({ alpha, theta: thetaFor(alpha) }, n) - alone
  let [low, high] = [1e-6, 1 - 1e-6]
  if (excess(low) > 0 || excess(high) < 0) return undefined
  for (let i = 0; i < rounds; i++) {
    const middle = (low + high) / 2
    if (excess(middle) < 0) low = middle
    else high = middle
  }
  const alpha = (low + high) / 2
  return { alpha, theta: thetaFor(alpha) }
}
