import { criticalValue, type Interval, multinomialDraws, quantile, type Random } from '@corpuscope/statistics'

/** A coder against labels: labels down, codes across, row-major. */
export interface Confusion {
  readonly classes: number
  readonly counts: ArrayLike<number>
}

/**
 * Prevalence of one condition from a test that errs: (share coded + specificity - 1) / (sensitivity + specificity - 1), cut to 0 to 1.
 *
 * @param positive     documents coded, of n
 * @param sensitivity  right among audited documents that have it, `[right, of]`
 * @param specificity  right among audited documents that do not
 * @returns            null where the coder is no better than chance (sensitivity + specificity of 1 or less), or nothing was audited
 * @see Rogan & Gladen 1978, with their variance (delta method), which counts the audit's own uncertainty
 */
export function roganGladen(
  positive: number,
  n: number,
  sensitivity: readonly [right: number, of: number],
  specificity: readonly [right: number, of: number],
  level = 0.95,
): { readonly prevalence: number; readonly interval: Interval } | null {
  if (n === 0 || sensitivity[1] === 0 || specificity[1] === 0) return null
  const share = positive / n
  const [se, sp] = [sensitivity[0] / sensitivity[1], specificity[0] / specificity[1]]
  const youden = se + sp - 1
  if (!(youden > 0)) return null
  const prevalence = Math.max(0, Math.min(1, (share + sp - 1) / youden))
  const variance =
    ((share * (1 - share)) / n +
      (prevalence ** 2 * se * (1 - se)) / sensitivity[1] +
      ((1 - prevalence) ** 2 * sp * (1 - sp)) / specificity[1]) /
    youden ** 2
  const half = criticalValue(level) * Math.sqrt(variance)
  return { prevalence, interval: [Math.max(0, prevalence - half), Math.min(1, prevalence + half)] }
}

/**
 * Shares of the true classes among coded documents, from the coder's confusion: the shares under which the codes are most likely. Where the inverse of
 * the confusion matrix has no negative entry it is that; where it has, this is the nearest answer that is a distribution.
 *
 * @param coded  documents a code
 * @param prior  added to each row of the confusion along its diagonal, so that classes without a labelled document count as coded right
 * @see Rogan & Gladen 1978; Lucy 1974 and D'Agostini 1995 for the iteration (expectation-maximisation)
 */
export function correctedShares(coded: ArrayLike<number>, { classes, counts }: Confusion, prior = 1, steps = 100): Float64Array | null {
  let n = 0
  for (let j = 0; j < classes; j++) n += coded[j]!
  if (n === 0) return null
  const chance = new Float64Array(classes * classes)
  for (let i = 0; i < classes; i++) {
    let sum = prior
    for (let j = 0; j < classes; j++) sum += counts[i * classes + j]!
    for (let j = 0; j < classes; j++) chance[i * classes + j] = sum > 0 ? (counts[i * classes + j]! + (i === j ? prior : 0)) / sum : 0
  }
  let shares = Float64Array.from({ length: classes }, (_, i) => (coded[i]! + 0.5) / (n + 0.5 * classes))
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(classes)
    for (let j = 0; j < classes; j++) {
      if (coded[j] === 0) continue
      let below = 0
      for (let i = 0; i < classes; i++) below += shares[i]! * chance[i * classes + j]!
      if (below > 0) for (let i = 0; i < classes; i++) next[i]! += (coded[j]! * shares[i]! * chance[i * classes + j]!) / below / n
    }
    shares = next
  }
  const sum = shares.reduce((total, share) => total + share, 0)
  return sum > 0 ? shares.map((share) => share / sum) : null
}

/**
 * Shares of all documents, labelled and coded together, corrected for the coder, with percentile intervals: labelled documents, codes and the audit are
 * drawn again each time.
 *
 * @param labelled  documents a class, by label
 * @param coded     documents a class, by code
 */
export function correctedPrevalence(
  labelled: ArrayLike<number>,
  coded: ArrayLike<number>,
  confusion: Confusion,
  { random, draws = 200 }: { readonly random: Random; readonly draws?: number },
): { readonly shares: Float64Array; readonly intervals: readonly Interval[] } | null {
  const { classes } = confusion
  const sumOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)
  const [ours, theirs, audited] = [sumOf(labelled), sumOf(coded), sumOf(confusion.counts)]
  if (ours + theirs === 0) return null
  const together = (counts: ArrayLike<number>, shares: Float64Array | null): Float64Array =>
    Float64Array.from({ length: classes }, (_, i) => (counts[i]! + (shares?.[i] ?? 0) * theirs) / (ours + theirs))
  const shares = together(labelled, correctedShares(coded, confusion))
  const shareOf = (values: ArrayLike<number>, sum: number): Float64Array =>
    Float64Array.from(values, (value) => (sum > 0 ? value / sum : 0))
  const drawLabelled = multinomialDraws(shareOf(labelled, ours), ours, random)
  const drawCoded = multinomialDraws(shareOf(coded, theirs), theirs, random)
  const drawAudit = multinomialDraws(shareOf(confusion.counts, audited), audited, random)
  const [a, b, c] = [new Float64Array(classes), new Float64Array(classes), new Float64Array(classes * classes)]
  const values = Array.from({ length: classes }, () => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    if (ours > 0) drawLabelled(a)
    if (theirs > 0) drawCoded(b)
    if (audited > 0) drawAudit(c)
    const drawn = together(a, correctedShares(b, { classes, counts: c }, 1, 30))
    for (let i = 0; i < classes; i++) values[i]![draw] = drawn[i]!
  }
  return {
    shares,
    intervals: values.map((each, i) => {
      each.sort()
      return [Math.min(shares[i]!, quantile(each, 0.025)), Math.max(shares[i]!, quantile(each, 0.975))]
    }),
  }
}
