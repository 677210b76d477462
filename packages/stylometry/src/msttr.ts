/**
 * Mean segmental type-token ratio: the mean over consecutive full segments of `window` words; what remains is discarded.
 *
 * @param types  type index of each word, below `typeCount`
 * @returns      1 / window to 1; null when there are fewer words than the window
 * @see Johnson 1944, Studies in language behavior
 */
export function meanSegmentalTypeTokenRatio(types: ArrayLike<number>, typeCount: number, window: number): number | null {
  const segments = Math.floor(types.length / window)
  if (segments === 0) return null
  const last = new Int32Array(typeCount).fill(-1)
  let different = 0
  for (let segment = 0; segment < segments; segment++)
    for (let i = segment * window; i < (segment + 1) * window; i++) {
      if (last[types[i]!] === segment) continue
      last[types[i]!] = segment
      different++
    }
  return different / (segments * window)
}
