/** MurmurHash3's finaliser: every bit of the input moves every bit of the output with a chance of one half. A bijection on 32 bits. */
function finalise(x: number): number {
  let h = x
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * One of 2^32 bijections of the 32-bit integers, chosen by the seed; seed 0 is MurmurHash3's finaliser.
 *
 * @returns integer from 0 to 2^32 - 1
 */
export const mix32 = (x: number, seed = 0): number => finalise(x ^ Math.imul(seed, 0x9e3779b1))

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

/**
 * MurmurHash3 (x86, 32 bits) over the UTF-16 code units, least significant byte first.
 *
 * @returns integer from 0 to 2^32 - 1, the same on every machine; not for secrets
 * @see Appleby 2011, SMHasher
 */
export function hash32(text: string, seed = 0): number {
  let h = seed | 0
  const pairs = text.length & ~1
  for (let i = 0; i < pairs; i += 2) {
    const block = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)
    h ^= Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593)
    h = (Math.imul(rotate(h, 13), 5) + 0xe6546b64) | 0
  }
  if (pairs < text.length) h ^= Math.imul(rotate(Math.imul(text.charCodeAt(pairs), 0xcc9e2d51), 15), 0x1b873593)
  return finalise(h ^ (text.length * 2))
}

/**
 * A wider hash, for sets of many millions: two unlike 32-bit hashes in one pass, finalised across each other.
 *
 * @returns integer from 0 to 2^53 - 1, the same on every machine; not for secrets. Among a million texts the chance of any collision is 6e-5.
 */
export function hash53(text: string): number {
  let a = 0x2f0b4a27
  let b = 0x61c88647
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(rotate(a ^ Math.imul(unit, 0xcc9e2d51), 13), 0x9e3779b1)
    b = Math.imul(rotate(b + Math.imul(unit + 1, 0x1b873593), 17), 0x85ebca77)
  }
  const low = finalise(a ^ rotate(b, 16) ^ text.length)
  const high = finalise(b + Math.imul(low, 0xc2b2ae3d))
  return (high & 0x1fffff) * 2 ** 32 + low
}
