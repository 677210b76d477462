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
  let leavingA = 1
  let leavingB = 1
  for (let i = 0; i < size; i++) {
    leavingA = Math.imul(leavingA, 0x2c1b3c6d)
    leavingB = Math.imul(leavingB, 0x297a2d39)
  }
  let count = 0
  let a = 0
  let b = 0
  for (let end = 0; end < sequence.length; end++) {
    // Two rolling sums of the run's words. What one of them is made of is no multiple of what the other is, so that they do not fall
    // together for the same runs.
    const word = sequence[end]! | 0
    a = (Math.imul(a, 0x2c1b3c6d) + word) | 0
    b = (Math.imul(b, 0x297a2d39) + Math.imul(word ^ (word >>> 15), 0x85ebca6b)) | 0
    if (end >= size) {
      const left = sequence[end - size]! | 0
      a = (a - Math.imul(left, leavingA)) | 0
      b = (b - Math.imul(Math.imul(left ^ (left >>> 15), 0x85ebca6b), leavingB)) | 0
    }
    if (end < size - 1) continue
    // MurmurHash3's finaliser, written out: in a call, numbers beyond 31 bits would become objects.
    let other = Math.imul(b ^ (b >>> 16), 0x85ebca6b)
    other = Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
    other ^= other >>> 16
    let one = (a + other) | 0
    one = Math.imul(one ^ (one >>> 16), 0x85ebca6b)
    one = Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
    one ^= one >>> 16
    let slot = one & mask
    let at = slots[slot]! - 1
    while (at >= 0 && ((low[at]! | 0) !== one || (high[at]! | 0) !== other)) {
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
