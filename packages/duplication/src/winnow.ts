import { mix32 } from '@corpuscope/statistics'

/** Words of a fingerprint; what a run must have beyond them decides how far apart fingerprints may stand. */
const wordsInFingerprint = 16
const multiplier = 0x9e3779b1

/**
 * Winnowing: of every `size` consecutive words one fingerprint of 16 words is chosen, the least in a hash order, the last of equals. Which
 * one depends on those words alone, so two places with the same `size` words choose the same: no run of `size` words or more that
 * is repeated goes without a repeated fingerprint.
 *
 * @param words  a hash a word
 * @param visit  called for every run of `size` words with where it starts, where its fingerprint starts, and the fingerprint
 * @see Schleimer, Wilkerson & Aiken 2003, Winnowing: Local Algorithms for Document Fingerprinting
 */
export function eachWinnowed(
  words: ArrayLike<number>,
  size: number,
  visit: (start: number, at: number, fingerprint: number) => void,
): void {
  const length = Math.min(wordsInFingerprint, size)
  const width = size - length + 1
  if (words.length < size) return
  let leaving = 1
  for (let i = 0; i < length; i++) leaving = Math.imul(leaving, multiplier)
  // Fingerprints that may still be the least of a window to come, rising; a ring that never holds more than a window.
  const values = new Uint32Array(width)
  const places = new Uint32Array(width)
  let head = 0
  let held = 0
  let rolling = 0
  for (let end = 0; end < words.length; end++) {
    rolling = (Math.imul(rolling, multiplier) + words[end]!) | 0
    if (end >= length) rolling = (rolling - Math.imul(words[end - length]!, leaving)) | 0
    const at = end - length + 1
    if (at < 0) continue
    const value = mix32(rolling, 3)
    if (held > 0 && places[head]! + width <= at) {
      head = head + 1 === width ? 0 : head + 1
      held--
    }
    let last = head + held - 1
    if (last >= width) last -= width
    while (held > 0 && values[last]! >= value) {
      held--
      last = last === 0 ? width - 1 : last - 1
    }
    const next = held === 0 ? head : last + 1 === width ? 0 : last + 1
    values[next] = value
    places[next] = at
    held++
    const start = at - width + 1
    if (start >= 0) visit(start, places[head]!, values[head]!)
  }
}
