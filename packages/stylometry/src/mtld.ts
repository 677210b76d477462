/** When a factor of MTLD closes: `at-most` when the running ratio is at or below the threshold, `below` only when it is below. */
export type MtldRule = 'at-most' | 'below'

const threshold = 0.72

let seen = new Uint32Array(1024)
let round = 0

/**
 * Factors of one direction: how often the running type-token ratio falls to the threshold; what remains counts as the part of a factor
 * that it is, (1 - ratio) / (1 - threshold).
 */
function factors(types: ArrayLike<number>, typeCount: number, rule: MtldRule, backward: boolean): number {
  const n = types.length
  if (seen.length < typeCount) {
    seen = new Uint32Array(2 * typeCount)
    round = 0
  }
  // Marks of an earlier factor are told apart by its number, so that nothing has to be erased.
  if (round > 0xffffffff - n - 2) {
    seen.fill(0)
    round = 0
  }
  round++
  let closed = 0
  let tokens = 0
  let different = 0
  const below = rule === 'below'
  for (let i = 0; i < n; i++) {
    const type = types[backward ? n - 1 - i : i]!
    tokens++
    if (seen[type] !== round) {
      seen[type] = round
      different++
    }
    // 0.72 is 18 / 25: whole numbers tell on which side a ratio lies, and cost no division.
    const over = 25 * different - 18 * tokens
    if (over < 0 || (over === 0 && !below)) {
      closed++
      round++
      tokens = 0
      different = 0
    }
  }
  return closed + (tokens > 0 ? (1 - different / tokens) / (1 - threshold) : 0)
}

/**
 * Measure of textual lexical diversity in one direction: words a factor. A text that never falls, of which no part of a factor is complete
 * (all words different), has at least as many: its number of words is returned, as lexicalrichness does.
 */
export function mtldOneWay(types: ArrayLike<number>, typeCount: number, rule: MtldRule, backward: boolean): number | null {
  if (types.length === 0) return null
  const made = factors(types, typeCount, rule, backward)
  return types.length / (made === 0 ? 1 : made)
}

/**
 * MTLD: the mean number of consecutive words over which the type-token ratio stays above 0.72, mean of forward and backward.
 *
 * Programs differ in when a factor closes, and so in their values by up to 7 %: `at-most` is lexicalrichness's (ratio <= 0.72), `below` the
 * strict reading (ratio < 0.72). Neither asks for 10 words a factor, as TAALED does. Never compare values of two rules.
 *
 * @param types  type index of each word, below `typeCount`
 * @returns      in words; null for no word or one
 * @see McCarthy & Jarvis 2010, Behavior Research Methods 42(2):381-392
 */
export function mtld(types: ArrayLike<number>, typeCount: number, rule: MtldRule = 'at-most'): number | null {
  if (types.length < 2) return null
  return (mtldOneWay(types, typeCount, rule, false)! + mtldOneWay(types, typeCount, rule, true)!) / 2
}
