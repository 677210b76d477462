const lent = new Uint32Array(256)

/**
 * HD-D: the type-token ratio to expect of `draws` words drawn from the text without putting any back.
 *
 * Sum over types of [1 - C(N - f, draws) / C(N, draws)] / draws. This is the published scale, a mean type-token ratio; some programs leave out
 * the last division.
 *
 * @param frequencies  per type 1 or more
 * @returns            0 to 1; null when there are fewer words than `draws`
 * @see McCarthy & Jarvis 2007, Language Testing 24(4):459-488
 */
export function hdD(frequencies: ArrayLike<number>, draws = 42): number | null {
  let n = 0
  let most = 0
  for (let type = 0; type < frequencies.length; type++) {
    n += frequencies[type]!
    most = Math.max(most, frequencies[type]!)
  }
  if (n < draws || draws < 1) return null
  const spectrum = most < lent.length ? lent.fill(0, 0, most + 1) : new Uint32Array(most + 1)
  for (let type = 0; type < frequencies.length; type++) spectrum[frequencies[type]!]!++
  let absent = 1
  let expected = 0
  for (let f = 1; f <= most; f++) {
    // C(N - f, k) / C(N, k) from the same for f - 1; it reaches 0 when fewer than k words are left.
    absent *= Math.max(0, n - f + 1 - draws) / (n - f + 1)
    if (spectrum[f]! > 0) expected += spectrum[f]! * (1 - absent)
  }
  return expected / draws
}
