import { mix32 } from '@corpuscope/statistics'

/** Hashes of a part, and slots it is counted in: both stay in a processor's second cache. */
const partBits = 16
const slotBits = 18
/** Bits that say which upper bits a frequent hash has; no more than fit into 128 kB. */
const markBits = 20
/** Hashes taken apart at once. */
const mostAtOnce = 1 << 26

/** How often hashes occur, roughly: both say so of every hash that does. */
export interface HashCounts {
  /** Twice or more; and of one in five that occurs once, which shares its upper bits with another. */
  repeated(hash: number): boolean
  /** At least so often as was asked; and of hardly any other: those that share the upper bits with one, or with several that together do. */
  frequent(hash: number): boolean
}

/**
 * Which of many well-mixed hashes occur more than once, and which at least so often.
 *
 * The hashes are taken apart by their upper bits first and counted part by part. A table for all of them at once would be out of the
 * processor's caches, and wait for memory at every count: ten times as long.
 *
 * @param least  2 to 255
 */
export function hashCounts(hashes: Uint32Array, least: number): HashCounts {
  let bits = 0
  while (hashes.length >>> bits > 1 << partBits && bits + slotBits < 32) bits++
  const parts = 1 << bits
  const starts = new Uint32Array(parts + 1)
  // Shifted twice: a shift by 32 is none.
  for (let i = 0; i < hashes.length; i++) starts[((hashes[i]! >>> 1) >>> (31 - bits)) + 1]!++
  for (let part = 0; part < parts; part++) starts[part + 1]! += starts[part]!

  const often: number[] = []
  const twice = new Uint8Array(2 ** (bits + slotBits - 3))
  const counts = new Uint8Array(1 << slotBits)
  for (let first = 0; first < parts; ) {
    let last = first + 1
    while (last < parts && starts[last + 1]! - starts[first]! <= mostAtOnce) last++
    const apart = first === 0 && last === 1 ? hashes : takenApart(hashes, starts, first, last, bits)
    for (let part = first; part < last; part++) {
      counts.fill(0)
      for (let i = starts[part]! - starts[first]!; i < starts[part + 1]! - starts[first]!; i++) {
        const slot = (apart[i]! << bits) >>> (32 - slotBits)
        const count = counts[slot]!
        if (count === least) continue
        counts[slot] = count + 1
        if (count === 1) {
          const at = part * (1 << slotBits) + slot
          twice[Math.floor(at / 8)]! |= 1 << (at & 7)
        }
        if (count + 1 === least) often.push(part * (1 << slotBits) + slot)
      }
    }
    first = last
  }
  const lower = 32 - slotBits - bits
  return {
    repeated: (hash) => ((twice[hash >>> (lower + 3)]! >>> ((hash >>> lower) & 7)) & 1) === 1,
    frequent: heldBy(often, lower),
  }
}

/** The hashes of parts [first, last), part after part. */
function takenApart(hashes: Uint32Array, starts: Uint32Array, first: number, last: number, bits: number): Uint32Array {
  const apart = new Uint32Array(starts[last]! - starts[first]!)
  const next = starts.slice(first, last).map((start) => start - starts[first]!)
  for (let i = 0; i < hashes.length; i++) {
    const part = ((hashes[i]! >>> 1) >>> (31 - bits)) - first
    if (part >= 0 && part < next.length) apart[next[part]!++] = hashes[i]!
  }
  return apart
}

/** Whether the upper bits of a hash, all but `lower`, are among these. */
function heldBy(values: readonly number[], lower: number): (hash: number) => boolean {
  let size = 64
  while (size < 8 * values.length) size *= 2
  const slots = new Int32Array(size).fill(-1)
  const mask = size - 1
  // Most hashes are told from a bit for their upper ones: the table is out of the first cache.
  const marked = new Uint8Array(1 << (markBits - 3))
  const mark = Math.max(0, 32 - lower - markBits)
  for (const value of values) {
    const bit = value >>> mark
    marked[bit >>> 3]! |= 1 << (bit & 7)
    let slot = mix32(value) & mask
    while (slots[slot]! >= 0) slot = (slot + 1) & mask
    slots[slot] = value
  }
  return (hash) => {
    const value = hash >>> lower
    const bit = value >>> mark
    if (((marked[bit >>> 3]! >>> (bit & 7)) & 1) === 0) return false
    let slot = mix32(value) & mask
    for (let at = slots[slot]!; at >= 0; at = slots[slot]!) {
      if (at === value) return true
      slot = (slot + 1) & mask
    }
    return false
  }
}
