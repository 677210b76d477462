import { type Repeats, repeatsOf } from './repeats.ts'

/**
 * Mean segmental type-token ratio: the mean over consecutive full segments of `window` words; what remains is discarded.
 *
 * @param types  type index of each word, below `typeCount`
 * @returns      1 / window to 1; null when there are fewer words than the window
 * @see Johnson 1944, Studies in language behavior
 */
export const meanSegmentalTypeTokenRatio = (types: ArrayLike<number>, typeCount: number, window: number): number | null =>
  segmentalRatio(repeatsOf(types, typeCount), window)

/** `meanSegmentalTypeTokenRatio` of a text whose repeats are known. */
export function segmentalRatio({ previous }: Pick<Repeats, 'previous'>, window: number): number | null {
  const segments = Math.floor(previous.length / window)
  if (segments === 0) return null
  let different = 0
  for (let start = 0; start < segments * window; start += window)
    // The sign of a difference: -1 for a word that is new in the segment. Nothing to foresee, and so quicker than asking.
    for (let i = start; i < start + window; i++) different -= (previous[i]! - start) >> 31
  return different / (segments * window)
}
