import {
  adjustedResiduals,
  benjaminiHochberg,
  equivalenceTest,
  goodman,
  type Interval,
  normalCdf,
  normalQuantile,
  wilson,
} from '@corpuscope/statistics'

/** Difference of shares that counts as aligned where a reference names none: 2 percentage points, a convention. */
export const customaryTolerance = 0.02

/** A category of the reference, as the corpus has it. */
export interface CategoryShare {
  readonly category: string
  readonly documents: number
  readonly share: number
  readonly reference: number
  /** Share over reference; null where the reference is 0. */
  readonly ratio: number | null
  /** Wilson, 95 %, of this category alone. */
  readonly interval: Interval
  /** Goodman, 95 % for all categories together. */
  readonly simultaneous: Interval
  /** (o - e) / sqrt(e (1 - e / n)), standard normal by chance; null where the reference is 0 or 1. */
  readonly residual: number | null
  /** Two-sided p of the residual, Benjamini-Hochberg adjusted over the categories; 0 for a document where the reference has none. */
  readonly adjustedP: number
  /** Larger p of the two one-sided tests that the share is within the tolerance of the reference. */
  readonly equivalenceP: number
  /** The simultaneous interval leaves the reference out. */
  readonly beyondChance: boolean
  /** Least number of documents at which this difference would leave the simultaneous interval; null where there is no difference. */
  readonly showsFrom: number | null
  /**
   * `aligned`: within the tolerance, as the two one-sided tests show; else `over` or `under` where the difference is beyond chance; else `undecided` at this n.
   */
  readonly verdict: 'aligned' | 'over' | 'under' | 'undecided'
}

/**
 * Each category against its reference share, in the order given.
 *
 * @param counts  documents a category; empty when they sum to 0
 * @param options tolerance: difference of shares that counts as aligned
 * @see Wilson 1927; Goodman 1965, whose intervals hold together, so that one of 31 categories does not stand out by luck; Haberman 1973; Schuirmann 1987
 */
export function categoryShares(
  categories: readonly string[],
  counts: ArrayLike<number>,
  reference: ArrayLike<number>,
  { tolerance = customaryTolerance }: { readonly tolerance?: number } = {},
): readonly CategoryShare[] {
  const intervals = goodman(counts)
  if (!intervals) return []
  let n = 0
  for (let i = 0; i < counts.length; i++) n += counts[i]!
  const residuals = adjustedResiduals(
    counts,
    Array.from(reference, (share) => share * n),
  )
  const adjusted = benjaminiHochberg(
    residuals.map((residual, i) =>
      residual === null ? (reference[i] === 0 && counts[i]! > 0 ? 0 : 1) : 2 * normalCdf(-Math.abs(residual)),
    ),
  )
  const critical = normalQuantile(1 - 0.05 / (2 * categories.length))
  return categories.map((category, i) => {
    const [low, high] = intervals[i]!
    const expected = reference[i]!
    const share = counts[i]! / n
    const { p, equivalent } = equivalenceTest(counts[i]!, n, Math.min(1, expected), tolerance)!
    const beyond = low > expected ? 'over' : high < expected ? 'under' : undefined
    return {
      category,
      documents: counts[i]!,
      share,
      reference: expected,
      ratio: expected > 0 ? share / expected : null,
      interval: wilson(counts[i]!, n)!,
      simultaneous: [low, high],
      residual: residuals[i]!,
      adjustedP: adjusted[i]!,
      equivalenceP: p,
      beyondChance: beyond !== undefined,
      showsFrom: Math.abs(share - expected) < 1e-12 ? null : showsFrom(share, expected, critical),
      verdict: equivalent ? 'aligned' : (beyond ?? 'undecided'),
    }
  })
}

// Goodman's interval is the score test turned round: it leaves p out once |share - p| > z sqrt(p (1 - p) / n).
const showsFrom = (share: number, expected: number, z: number): number =>
  Math.max(1, Math.floor((z * z * expected * (1 - expected)) / (share - expected) ** 2) + 1)
