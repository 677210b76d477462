/** Runs of words as they stand in documents; a run never crosses from one document into the next. */

/** Every run of n consecutive words, numbered by what it says, in the order of documents and places. */
export interface NGrams {
  /** Number of the run at each place; documents one after the other. */
  readonly numbers: Uint32Array
  /** Where each document's runs begin; one more than documents. */
  readonly starts: Uint32Array
  /** Different runs. */
  readonly different: number
}

/**
 * Numbers the runs of n words of some documents.
 *
 * @param documents  words as whole numbers below 2^32
 * @param n          1 or more
 */
export function nGrams(documents: readonly Uint32Array[], n: number): NGrams {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`nGrams: n must be a whole number of words, 1 or more, but got ${n}`)
  const starts = new Uint32Array(documents.length + 1)
  documents.forEach((words, i) => {
    starts[i + 1] = starts[i]! + Math.max(0, words.length - n + 1)
  })
  const total = starts[documents.length]!
  const numbers = new Uint32Array(total)
  // Open addressing in typed arrays: far faster than a Set of a million keys. Runs are told apart by 64 bits of hash.
  let size = 16
  while (size < 1.25 * total) size *= 2
  const firstLane = new Int32Array(size)
  const secondLane = new Int32Array(size)
  const slots = new Uint32Array(size)
  let different = 0
  let at = 0
  for (const words of documents)
    for (let from = 0; from + n <= words.length; from++) {
      let a = 0x243f6a88
      let b = 0x85a308d3 | 0
      for (let i = from; i < from + n; i++) {
        const word = words[i]!
        a = Math.imul(a ^ word, 0x2c1b3c6d)
        a = (a << 13) | (a >>> 19)
        b = Math.imul((b + word) ^ (a >>> 7), 0x297a2d39)
        b ^= b >>> 15
      }
      a = Math.imul(a ^ (a >>> 16), 0x85ebca6b)
      b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
      let slot = ((a ^ (a >>> 13)) + b) & (size - 1)
      while (slots[slot] !== 0 && (firstLane[slot] !== a || secondLane[slot] !== b)) slot = (slot + 1) & (size - 1)
      if (slots[slot] === 0) {
        firstLane[slot] = a
        secondLane[slot] = b
        slots[slot] = ++different
      }
      numbers[at++] = slots[slot]! - 1
    }
  return { numbers, starts, different }
}

/**
 * In how many documents each run stands.
 *
 * @returns a count for each number
 */
export function documentFrequencies({ numbers, starts, different }: NGrams): Uint32Array {
  const frequencies = new Uint32Array(different)
  const last = new Uint32Array(different)
  for (let i = 0; i + 1 < starts.length; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const number = numbers[at]!
      if (last[number] === i + 1) continue
      last[number] = i + 1
      frequencies[number]!++
    }
  return frequencies
}

/**
 * Share of different runs among all: distinct-n. Their sum over n = 1 to 4 is the n-gram diversity score.
 *
 * @returns 0 (repeated for ever) to 1 (never repeated); null when no document has n words
 * @see Li et al. 2016, A diversity-promoting objective function for neural conversation models, NAACL; runs within documents
 */
export const distinctShare = ({ numbers, different }: NGrams): number | null => (numbers.length === 0 ? null : different / numbers.length)

/**
 * Standard error of `distinctShare`, by leaving out one document at a time: with it go the runs that stand in no other.
 *
 * @returns null when fewer than three documents have a run
 */
export function distinctShareError(grams: NGrams): number | null {
  const { numbers, starts, different } = grams
  const frequencies = documentFrequencies(grams)
  const counted = new Uint8Array(different)
  const without: number[] = []
  for (let i = 0; i + 1 < starts.length; i++) {
    const size = starts[i + 1]! - starts[i]!
    if (size === 0) continue
    let own = 0
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const number = numbers[at]!
      if (frequencies[number] === 1 && counted[number] === 0) {
        counted[number] = 1
        own++
      }
    }
    const left = numbers.length - size
    if (left > 0) without.push((different - own) / left)
  }
  const n = without.length
  if (n < 3) return null
  const mean = without.reduce((sum, value) => sum + value, 0) / n
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(((n - 1) / n) * squares)
}

/**
 * Self-repetition of each document: ln(1 + the number of other documents that hold one of its different runs, summed over the runs).
 *
 * @param grams  runs of 4 words, by convention
 * @returns      0 or more for each document; 0 where it has no run
 * @see Salkar et al. 2022, Self-repetition in abstractive neural summarizers, AACL
 */
export function selfRepetition(grams: NGrams): Float64Array {
  const { numbers, starts, different } = grams
  const frequencies = documentFrequencies(grams)
  const last = new Uint32Array(different)
  return Float64Array.from({ length: starts.length - 1 }, (_, i) => {
    let others = 0
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const number = numbers[at]!
      if (last[number] === i + 1) continue
      last[number] = i + 1
      others += frequencies[number]! - 1
    }
    return Math.log1p(others)
  })
}
