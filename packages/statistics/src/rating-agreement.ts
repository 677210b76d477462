import { type AgreementScale, cohenKappa, fleissKappa, gwetAc1, krippendorffAlpha, type Ratings, ratingCounts } from './agreement.ts'
import { type BootstrapMethod, groupedBootstrap } from './grouped-bootstrap.ts'
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
  /** 95 %, over the units that enter. */
  readonly interval: Interval | null
  readonly intervalMethod?: `${BootstrapMethod} over units`
  /** Why there is no value, or no interval. */
  readonly reason?: string
}

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
  const judged = (
    name: string,
    { times }: Alike,
    statistic: (weights: ArrayLike<number>) => number | null,
  ): Pick<RatingAgreement, 'units' | 'value' | 'interval' | 'intervalMethod' | 'reason'> => {
    const units = times.reduce((sum, each) => sum + each, 0)
    const value = units > 0 ? statistic(times) : null
    if (value === null)
      return {
        units,
        value,
        interval: null,
        reason: units === 0 ? 'no unit has the ratings it needs' : 'all ratings are alike: chance alone would agree as well',
      }
    const { interval, method, reason } = groupedBootstrap(times, (weights) => statistic(weights) ?? Number.NaN, { random: random(name) })
    return {
      units,
      value,
      interval,
      ...(interval && { intervalMethod: `${method} over units` as const }),
      ...(reason !== undefined && { reason }),
    }
  }
  const counted = ({ kinds }: Alike): number[][] =>
    ratingCounts(
      kinds.map((row) => row.map((value) => (value === null ? null : place.get(value)!))),
      values.length,
    )
  // Which rater gave which rating makes no difference but to Cohen's kappa.
  const twice = alike(ratings, 2, true)
  const found: RatingAgreement[] = scales.map((scale) => {
    const coefficient = `krippendorff-${scale}` as const
    return { coefficient, ...judged(coefficient, twice, (weights) => krippendorffAlpha(twice.kinds, scale, weights)) }
  })
  for (let first = 0; first < ratings.length; first++)
    for (let second = first + 1; second < ratings.length; second++) {
      const pair = alike([ratings[first]!, ratings[second]!], 2, false)
      found.push({
        coefficient: 'cohen',
        raters: [first, second],
        ...judged(`cohen ${first} ${second}`, pair, (weights) => cohenKappa(pair.kinds[0]!, pair.kinds[1]!, 'none', weights)),
      })
    }
  const complete = alike(ratings, ratings.length, true)
  const completeCounts = counted(complete)
  found.push({ coefficient: 'fleiss', ...judged('fleiss', complete, (weights) => fleissKappa(completeCounts, weights)) })
  // Units with one rating tell the shares of the categories, so they are resampled too.
  const once = alike(ratings, 1, true)
  const onceCounts = counted(once)
  const ac1 = judged('gwet-ac1', once, (weights) => gwetAc1(onceCounts, weights))
  found.push({ coefficient: 'gwet-ac1', ...ac1, units: twice.times.reduce((sum, each) => sum + each, 0) })
  return found
}

/** Units that were rated alike stand for each other: raters x kinds, and how many units are of each. */
interface Alike {
  readonly kinds: Ratings
  readonly times: readonly number[]
}

/**
 * The kinds of units with so many ratings at least.
 *
 * @param anyRater  units with the same ratings by other raters are of one kind
 */
function alike(ratings: Ratings, least: number, anyRater: boolean): Alike {
  const units = ratings[0]?.length ?? 0
  const kinds: (number | null)[][] = ratings.map(() => [])
  const times: number[] = []
  const known = new Map<string, number>()
  for (let unit = 0; unit < units; unit++) {
    const given = ratings.map((row) => row[unit]!)
    if (given.filter((value) => value !== null).length < least) continue
    if (anyRater) given.sort((a, b) => (a === null ? (b === null ? 0 : 1) : b === null ? -1 : a - b))
    const key = given.join(' ')
    const kind = known.get(key)
    if (kind !== undefined) {
      times[kind]!++
      continue
    }
    known.set(key, times.length)
    given.forEach((value, rater) => void kinds[rater]!.push(value))
    times.push(1)
  }
  return { kinds, times }
}
