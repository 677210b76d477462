import { type AgreementScale, cohenKappa, fleissKappa, gwetAc1, krippendorffAlpha, type Ratings, ratingCounts } from './agreement.ts'
import { bootstrapInterval } from './bootstrap.ts'
import type { Interval } from './interval.ts'
import type { Random } from './random.ts'

export type AgreementCoefficient = `krippendorff-${AgreementScale}` | 'cohen' | 'fleiss' | 'gwet-ac1'

export interface RatingAgreement {
  readonly coefficient: AgreementCoefficient
  /** Places of the two raters in Cohen's kappa. */
  readonly raters?: readonly [number, number]
  /** Units that enter: with both ratings (Cohen), with every rating (Fleiss), with two or more (the others). */
  readonly units: number
  /** Null where the coefficient is not defined, as when all ratings are alike. */
  readonly value: number | null
  /** 95 %, bootstrap over the units that enter. */
  readonly interval: Interval | null
}

/** Beyond this many units the jackknife of BCa takes too long, and its corrections are too small to see. */
const bcaLimit = 2000

/**
 * Every coefficient of agreement that ratings allow, each with its interval.
 *
 * @param ratings     raters x units, null where a rating is missing
 * @param scales      of Krippendorff's alpha
 * @param categories  every rating that could have been given, seen or not, for AC1; those seen when left out
 * @param random      a generator for each coefficient, so that none depends on which others are asked for
 */
export function ratingAgreement(
  ratings: Ratings,
  scales: readonly AgreementScale[],
  { categories, random }: { readonly categories?: readonly number[]; readonly random: (purpose: string) => Random },
): RatingAgreement[] {
  const values = categories ?? [...new Set(ratings.flatMap((row) => row.filter((value) => value !== null)))].sort((a, b) => a - b)
  const place = new Map(values.map((value, k) => [value, k]))
  const units = ratings[0]?.length ?? 0
  const entering = (rows: Ratings, least: number): Ratings => {
    const kept = Array.from({ length: units }, (_, unit) => unit).filter(
      (unit) => rows.reduce((sum, row) => sum + Number(row[unit] !== null), 0) >= least,
    )
    return rows.map((row) => kept.map((unit) => row[unit]!))
  }
  const judged = (
    name: string,
    entered: Ratings,
    statistic: (weights?: Uint32Array) => number | null,
  ): Pick<RatingAgreement, 'units' | 'value' | 'interval'> => {
    const n = entered[0]?.length ?? 0
    const value = n > 0 ? statistic() : null
    const interval =
      value === null
        ? null
        : bootstrapInterval(n, (weights) => statistic(weights) ?? Number.NaN, {
            random: random(name),
            resamples: 1000,
            method: n > bcaLimit ? 'percentile' : 'bca',
          })
    return { units: n, value, interval }
  }
  const twice = entering(ratings, 2)
  const found: RatingAgreement[] = scales.map((scale) => {
    const coefficient = `krippendorff-${scale}` as const
    return { coefficient, ...judged(coefficient, twice, (weights) => krippendorffAlpha(twice, scale, weights)) }
  })
  for (let first = 0; first < ratings.length; first++)
    for (let second = first + 1; second < ratings.length; second++) {
      const pair = entering([ratings[first]!, ratings[second]!], 2)
      found.push({
        coefficient: 'cohen',
        raters: [first, second],
        ...judged(`cohen ${first} ${second}`, pair, (weights) => cohenKappa(pair[0]!, pair[1]!, 'none', weights)),
      })
    }
  const counted = (rows: Ratings): number[][] =>
    ratingCounts(
      rows.map((row) => row.map((value) => (value === null ? null : place.get(value)!))),
      values.length,
    )
  const complete = entering(ratings, ratings.length)
  const completeCounts = counted(complete)
  found.push({ coefficient: 'fleiss', ...judged('fleiss', complete, (weights) => fleissKappa(completeCounts, weights)) })
  // Units with one rating tell the shares of the categories, so they are resampled too.
  const once = entering(ratings, 1)
  const onceCounts = counted(once)
  const ac1 = judged('gwet-ac1', once, (weights) => gwetAc1(onceCounts, weights))
  found.push({ coefficient: 'gwet-ac1', ...ac1, units: twice[0]?.length ?? 0 })
  return found
}
