/**
 * Maximum-likelihood exponent of Zipf's law in its rank form, p(r) = r^-s / H(V, s), over the observed ranks.
 *
 * The log-likelihood is concave, and Newton's steps on its slope find the one s where the mean of ln r under the law is that of the words.
 * Least squares on the log-log plot, though usual, is biased and is not offered.
 *
 * @param frequencies  descending, each 1 or more
 * @returns            s, 0 or more; null for fewer than two types. 0 when all are equally frequent
 * @see Clauset, Shalizi & Newman 2009, SIAM Review 51:661-703, on fitting by likelihood; Zipf 1949
 */
export function zipfExponent(frequencies: ArrayLike<number>, start = 1): number | null {
  const v = frequencies.length
  if (v < 2) return null
  const logs = logRanks(v)
  let tokens = 0
  let observed = 0
  for (let r = 0; r < v; r++) {
    tokens += frequencies[r]!
    observed += frequencies[r]! * logs[r]!
  }
  observed /= tokens
  let s = start
  for (let step = 0; step < 60; step++) {
    let total = 0
    let first = 0
    let second = 0
    for (let r = 0; r < v; r++) {
      const log = logs[r]!
      const weight = Math.exp(-s * log)
      total += weight
      first += weight * log
      second += weight * log * log
    }
    const expected = first / total
    const variance = second / total - expected * expected
    // Half a unit at most: far from the solution the curve is so flat that a full step would leave it.
    const move = Math.max(-0.5, Math.min(0.5, (expected - observed) / variance))
    s += move
    // Newton's error squares with each step: behind a step of 1e-7 there is nothing left to gain.
    if (Math.abs(move) < 1e-7) break
  }
  return Math.max(0, s)
}

let kept = new Float64Array(0)

function logRanks(v: number): Float64Array {
  if (kept.length < v) {
    const more = new Float64Array(Math.max(v, 2 * kept.length))
    more.set(kept)
    for (let r = kept.length; r < more.length; r++) more[r] = Math.log(r + 1)
    kept = more
  }
  return kept
}
