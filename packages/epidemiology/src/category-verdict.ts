import { goodman, type Interval, wilson } from '@corpuscope/statistics'

/** A category of the reference, as the corpus has it. */
export interface CategoryShare {
  readonly category: string
  readonly documents: number
  readonly share: number
  readonly reference: number
  /** Wilson, 95 %, of this category alone. */
  readonly interval: Interval
  /** Goodman, 95 % for all categories together. */
  readonly simultaneous: Interval
  /** Beyond chance when the simultaneous interval leaves the reference out. */
  readonly verdict: 'over' | 'under' | 'undecided'
}

/**
 * Each category against its reference share, in the order given.
 *
 * @param counts  documents a category; empty when they sum to 0
 * @see Wilson 1927; Goodman 1965, whose intervals hold together, so that one of 31 categories does not stand out by luck
 */
export function categoryShares(
  categories: readonly string[],
  counts: ArrayLike<number>,
  reference: ArrayLike<number>,
): readonly CategoryShare[] {
  const intervals = goodman(counts)
  if (!intervals) return []
  let n = 0
  for (let i = 0; i < counts.length; i++) n += counts[i]!
  return categories.map((category, i) => {
    const [low, high] = intervals[i]!
    const expected = reference[i]!
    return {
      category,
      documents: counts[i]!,
      share: counts[i]! / n,
      reference: expected,
      interval: wilson(counts[i]!, n)!,
      simultaneous: [low, high],
      verdict: low > expected ? 'over' : high < expected ? 'under' : 'undecided',
    }
  })
}
