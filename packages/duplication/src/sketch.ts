import { bins } from './minhash.ts'

/** Numbers of a sketch: a byte of each MinHash value, four in a number. */
export const sketchWords = bins / 4

/** Standard deviations below what is expected of a pair at which it is let go: 1 in 10,000 at the threshold itself. */
const margin = 3.72
/** Sets of fewer elements than this fill many bins by densification: up to 1.3 times the spread of independent ones, as simulated. */
const small = bins / 2
const smallSpread = 1.3

/**
 * Equal bytes that two sketches have at least when their sets have a Jaccard similarity of `atLeast`, but for 1 in 10,000 such pairs.
 *
 * @param size  elements of the smaller set
 * @see Li & Koenig 2010, b-Bit Minwise Hashing: a few bits of each value estimate the similarity
 */
export const leastAgreeing = (size: number, atLeast: number): number =>
  bins * atLeast - margin * (size < small ? smallSpread : 1) * Math.sqrt(bins * atLeast * (1 - atLeast))

/** Equal bytes of two sketches that begin at these places. */
export function agreeing(sketches: Uint32Array, a: number, b: number): number {
  let equal = 0
  for (let i = 0; i < sketchWords; i++) {
    const differing = sketches[a + i]! ^ sketches[b + i]!
    // Of each byte the highest bit is set where the byte is 0, as in Warren, Hacker's Delight, section 6-1.
    const zeros = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing | 0x7f7f7f7f)
    equal += Math.imul(zeros >>> 7, 0x01010101) >>> 24
  }
  return equal
}
