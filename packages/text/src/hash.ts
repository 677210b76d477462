/** Spreads every bit of a 32-bit integer over all of them; a bijection. Source: Appleby, MurmurHash3, fmix32 (public domain). */
export function mix32(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** One integer below 2^53 from two 32-bit lanes; of a bijection of both, the upper 21 bits of one half and all of the other. */
export function finish53(a: number, b: number): number {
  const low = mix32(a ^ mix32(b))
  const high = mix32((b + low) | 0)
  return (high >>> 11) * 4294967296 + (low >>> 0)
}
