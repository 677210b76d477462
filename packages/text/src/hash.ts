/** Spreads every bit of a 32-bit integer over all of them; a bijection. Source: Appleby, MurmurHash3, fmix32 (public domain). */
export function mix32(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** A 32-bit hash of UTF-16 units that shares no arithmetic with FNV-1a, so that the two together are as good as 64 bits. */
export function secondLane(units: Uint16Array, from: number, to: number): number {
  let lane = 0x9e3779b1 | 0
  for (let i = from; i < to; i++) {
    lane = Math.imul(lane ^ units[i]!, 0x2c1b3c6d)
    lane ^= lane >>> 13
  }
  return lane
}

/** One integer below 2^53 from two 32-bit lanes; of a bijection of both, the upper 21 bits of one half and all of the other. */
export function finish53(a: number, b: number): number {
  const low = mix32(a ^ mix32(b))
  const high = mix32((b + low) | 0)
  return (high >>> 11) * 4294967296 + (low >>> 0)
}
