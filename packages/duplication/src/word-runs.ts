import { mix32 } from '@corpuscope/statistics'

/** Words of a run. */
export const wordsInRun = 5

/** The different runs of a sequence of words, in order of first appearance: two 32-bit hashes each. Valid until the next call. */
export interface WordRuns {
  count: number
  low: Uint32Array
  high: Uint32Array
}

const runs: WordRuns = { count: 0, low: new Uint32Array(1024), high: new Uint32Array(1024) }
/** Open addressing: place of a run + 1, or 0. */
let slots = new Int32Array(4096)
const keptSlots = 1 << 20

/**
 * Finds the different runs of `size` words. Two runs share both hashes when they are the same words, or by chance: among the runs of a
 * million notes of 150 words some pair does so with a probability of 6e-4, among those of two notes with one of 5e-15. Words are known
 * by 32 bits, so runs that differ in two words of one hash are the same as well.
 */
export function wordRuns(sequence: ArrayLike<number>, size = wordsInRun): WordRuns {
  runs.count = 0
  const most = sequence.length - size + 1
  if (most <= 0) return runs
  let capacity = 256
  while (capacity < most * 2) capacity *= 2
  if (slots.length < capacity || slots.length > Math.max(capacity, keptSlots)) slots = new Int32Array(capacity)
  else slots.fill(0, 0, capacity)
  if (runs.low.length < most || runs.low.length > Math.max(most, keptSlots)) {
    runs.low = new Uint32Array(Math.max(1024, most))
    runs.high = new Uint32Array(Math.max(1024, most))
  }
  const { low, high } = runs
  const mask = capacity - 1
  let count = 0
  for (let start = 0; start < most; start++) {
    let a = 0x243f6a88
    let b = 0x85a308d3 | 0
    for (let i = start; i < start + size; i++) {
      const word = sequence[i]! | 0
      a = Math.imul(a ^ word, 0x2c1b3c6d)
      a = (a << 13) | (a >>> 19)
      b = Math.imul((b + word) ^ (a >>> 7), 0x297a2d39)
      b ^= b >>> 15
    }
    const one = mix32(a ^ mix32(b))
    const other = mix32(b + one)
    let slot = one & mask
    let at = slots[slot]! - 1
    while (at >= 0 && (low[at] !== one || high[at] !== other)) {
      slot = (slot + 1) & mask
      at = slots[slot]! - 1
    }
    if (at >= 0) continue
    low[count] = one
    high[count] = other
    slots[slot] = ++count
  }
  runs.count = count
  return runs
}

/** One integer below 2^53 for a run, as sets of them are held: 53 of its 64 bits. */
export const runKey = (low: number, high: number): number => (high >>> 11) * 4294967296 + low

/** The different runs as sorted integers below 2^53. */
export function runSet(sequence: ArrayLike<number>, size = wordsInRun): Float64Array {
  const { count, low, high } = wordRuns(sequence, size)
  const set = new Float64Array(count)
  for (let i = 0; i < count; i++) set[i] = runKey(low[i]!, high[i]!)
  return set.sort()
}
