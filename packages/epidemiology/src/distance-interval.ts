import { type Interval, multinomialDraws, quantile } from '@corpuscope/statistics'

/** A distance of observed shares from fixed ones, and the scale on which sampling noise adds to it. */
export interface Distance {
  readonly of: (shares: Float64Array) => number
  /**
   * `plain` where noise adds to the distance itself, as in a divergence; `square` where it adds to its square, as in total
   * variation: there noise hardly matters to a large difference of a category and is everything in a small one.
   */
  readonly scale: 'plain' | 'square'
  /** Greatest value it can have; 1 unless told. */
  readonly most?: number
}

export interface DistanceIntervalOptions {
  readonly random: () => number
  readonly draws?: number
  readonly level?: number
  /** What chance alone reaches in one case of 20 (`multinomialNull`, q95): a value up to it cannot exclude a distance of 0. Default 0. */
  readonly chance?: number
}

/**
 * Bootstrap interval of the distance between the population that documents were drawn from and a reference.
 *
 * A distance of shares can only grow by noise: documents drawn again from a corpus lie further from the reference than the corpus,
 * as the corpus lies further than its population. A percentile interval would add that noise twice, and BCa is undefined when no
 * resample lies below the value, as happens in a well aligned corpus. This is the basic (reflected) interval, which takes the noise
 * off again: 2t - upper quantile to 2t - lower quantile, on the scale where noise adds, cut to 0 to 1. It is widened to hold the value
 * itself, so that value and interval can be shown together, and 0 where the value is within chance, as reflection takes too little off
 * when most categories have a handful of documents. In simulations (300 corpora each) with 31 categories and true total variations of 0 to 0.35 it covered
 * in 89 to 100 % of cases for 100 to 5,000 documents; for 30 documents in 88 to 99 % (total variation) and 77 to 97 % (divergence), always
 * erring to the high side. Plain reflection of total variation covered in 12 to 95 %.
 *
 * @param counts  documents a category
 * @returns       null for fewer than two documents, or when all carry one category: resampling then knows no other
 * @see Davison & Hinkley 1997, Bootstrap Methods and their Application, section 5.2 (basic interval); quantiles as R type 7
 */
export function distanceInterval(
  counts: ArrayLike<number>,
  distance: Distance,
  { chance = 0, ...options }: DistanceIntervalOptions,
): Interval | null {
  return distanceIntervals(counts, [{ ...distance, chance }], options)?.[0] ?? null
}

/** The same for several distances of the same resamples, each with what chance reaches in one case of 20. */
export function distanceIntervals(
  counts: ArrayLike<number>,
  distances: readonly (Distance & { readonly chance: number })[],
  { random, draws = 2000, level = 0.95 }: Omit<DistanceIntervalOptions, 'chance'>,
): readonly Interval[] | null {
  let n = 0
  let seen = 0
  for (let i = 0; i < counts.length; i++) {
    n += counts[i]!
    if (counts[i]! > 0) seen++
  }
  if (n < 2 || seen < 2) return null
  const shares = Float64Array.from(counts, (count) => count / n)
  const draw = multinomialDraws(shares, n, random)
  const sample = new Float64Array(shares.length)
  const resampled = distances.map(() => new Float64Array(draws))
  for (let i = 0; i < draws; i++) {
    draw(sample)
    for (let j = 0; j < sample.length; j++) sample[j] = sample[j]! / n
    for (let j = 0; j < distances.length; j++) resampled[j]![i] = distances[j]!.of(sample)
  }
  const tail = (1 - level) / 2
  return distances.map(({ of, scale, chance, most = 1 }, j) => {
    const values = resampled[j]!.sort()
    const value = of(shares)
    const reflected = (resampled: number): number =>
      scale === 'plain' ? 2 * value - resampled : Math.sqrt(Math.max(0, 2 * value ** 2 - resampled ** 2))
    const low = reflected(quantile(values, 1 - tail))
    const high = reflected(quantile(values, tail))
    return [value <= chance ? 0 : Math.max(0, Math.min(low, value)), Math.min(most, Math.max(high, value))]
  })
}
