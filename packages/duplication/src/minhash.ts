import { mix32 } from '@corpuscope/statistics'

/** Values of a signature. */
export const bins = 128
const binBits = 7

/** Bins that an empty bin asks for a value, in order: the same for every document, so that equal sets are filled alike. */
const probes = 256

/** A function that writes the signature of the first `count` hashes into `signature`. */
export type Signer = (hashes: ArrayLike<number>, count: number, signature: Uint32Array) => void

/**
 * One-permutation MinHash with optimal densification: one hash of each element, whose first 7 bits say the bin and whose others compete
 * for the least of it; an empty bin takes the value of the first non-empty bin on a random walk of its own. The share of equal bins of
 * two signatures estimates the Jaccard similarity of their sets.
 *
 * @returns a signer for sets of 32-bit hashes, each once; an empty set has no signature and is refused
 * @see Li, Owen & Zhang 2012, One Permutation Hashing; Shrivastava 2017, Optimal Densification for Fast and Accurate Minwise Hashing
 */
export function minhash(seed: number): Signer {
  const walk = new Uint8Array(bins * probes)
  const asks = (bin: number, attempt: number): number => mix32(bin * 0x10000 + attempt, seed + 1) >>> (32 - binBits)
  for (let bin = 0; bin < bins; bin++) for (let attempt = 0; attempt < probes; attempt++) walk[bin * probes + attempt] = asks(bin, attempt)
  const empty = 0xffffffff
  const turn = Math.imul(seed, 0x9e3779b1)
  const least = new Uint32Array(bins)
  return (hashes, count, signature) => {
    if (count === 0) throw new RangeError('minhash: the empty set has no signature')
    least.fill(empty)
    for (let i = 0; i < count; i++) {
      // As `mix32`, written out: in a call, numbers beyond 31 bits would become objects.
      let hash = hashes[i]! ^ turn
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
      hash ^= hash >>> 16
      const bin = hash >>> (32 - binBits)
      const value = (hash << binBits) >>> binBits
      if (value < least[bin]!) least[bin] = value
    }
    for (let bin = 0; bin < bins; bin++) {
      let from = bin
      for (let attempt = 0; least[from] === empty; attempt++) from = attempt < probes ? walk[bin * probes + attempt]! : asks(bin, attempt)
      signature[bin] = least[from]!
    }
  }
}
