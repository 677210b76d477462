import { type Repeats, repeatsOf } from './repeats.ts'

/** When a factor of MTLD closes: `at-most` when the running ratio is at or below the threshold, `below` only when it is below. */
export type MtldRule = 'at-most' | 'below'

const threshold = 0.72

/**
 * Factors of one direction: how often the running type-token ratio falls to the threshold; what remains counts as the part of a factor
 * that it is, (1 - ratio) / (1 - threshold).
 */
function factors({ previous, next }: Repeats, rule: MtldRule, backward: boolean): number {
  const n = previous.length
  // 0.72 is 18 / 25: 25 x different - 18 x words tells on which side a ratio lies in whole numbers, and costs no division. Whether a word is new
  // is a coin's toss that no processor foresees: the sign of a difference, -1 below 0, adds 25 without asking.
  const closing = rule === 'below' ? -1 : 0
  let closed = 0
  let over = 0
  let tokens = 0
  if (backward) {
    let first = n - 1
    for (let i = n - 1; i >= 0; i--) {
      over += (((first - next[i]!) >> 31) & 25) - 18
      if (over > closing) continue
      closed++
      over = 0
      first = i - 1
    }
    tokens = first + 1
  } else {
    let first = 0
    for (let i = 0; i < n; i++) {
      over += (((previous[i]! - first) >> 31) & 25) - 18
      if (over > closing) continue
      closed++
      over = 0
      first = i + 1
    }
    tokens = n - first
  }
  const different = (over + 18 * tokens) / 25
  return closed + (tokens > 0 ? (1 - different / tokens) / (1 - threshold) : 0)
}

/**
 * Measure of textual lexical diversity in one direction: words a factor. A text that never falls, of which no part of a factor is complete
 * (all words different), has at least as many: its number of words is returned, as lexicalrichness does.
 */
export const mtldOneWay = (types: ArrayLike<number>, typeCount: number, rule: MtldRule, backward: boolean): number | null =>
  oneWay(repeatsOf(types, typeCount), rule, backward)

function oneWay(repeats: Repeats, rule: MtldRule, backward: boolean): number | null {
  const n = repeats.previous.length
  if (n === 0) return null
  const made = factors(repeats, rule, backward)
  return n / (made === 0 ? 1 : made)
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
export const mtld = (types: ArrayLike<number>, typeCount: number, rule: MtldRule = 'at-most'): number | null =>
  mtldOf(repeatsOf(types, typeCount), rule)

/** `mtld` of a text whose repeats are known. */
export function mtldOf(repeats: Repeats, rule: MtldRule): number | null {
  if (repeats.previous.length < 2) return null
  return (oneWay(repeats, rule, false)! + oneWay(repeats, rule, true)!) / 2
}
