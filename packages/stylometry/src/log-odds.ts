/**
 * How much more one text uses each word than another, with an informative Dirichlet prior: z-scores of the log-odds ratio. The prior is the
 * distribution of both texts together, worth `strength` words, so that rare words need more evidence.
 *
 * delta = ln((a + r) / (A + R - a - r)) - ln((b + r) / (B + R - b - r)), variance 1 / (a + r) + 1 / (b + r), r = R (a + b) / (A + B).
 *
 * @param ours, theirs  counts of each word, in one order; a word that neither uses has z 0
 * @param strength      R, above 0
 * @see Monroe, Colaresi & Quinn 2008, Fightin' Words, Political Analysis 16(4):372-403, equations 15, 16 and 22
 * @example logOddsScores([10, 10], [10, 10], 10) // [0, 0]
 */
export function logOddsScores(ours: ArrayLike<number>, theirs: ArrayLike<number>, strength: number): Float64Array {
  let allOurs = 0
  let allTheirs = 0
  for (let w = 0; w < ours.length; w++) {
    allOurs += ours[w]!
    allTheirs += theirs[w]!
  }
  const whole = allOurs + allTheirs
  return Float64Array.from(ours, (a, w) => {
    const b = theirs[w]!
    if (a + b === 0) return 0
    const prior = (strength * (a + b)) / whole
    const odds = (count: number, total: number): number => {
      const rest = total + strength - count - prior
      // A word that makes up a whole text has no odds: half a word stands for the rest.
      return Math.log((count + prior) / Math.max(rest, 0.5))
    }
    return (odds(a, allOurs) - odds(b, allTheirs)) / Math.sqrt(1 / (a + prior) + 1 / (b + prior))
  })
}
