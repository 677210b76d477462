/** Bits of a block: a sum of two blocks and a carry stays a small integer. */
const width = 30
const full = 2 ** width - 1

/**
 * Length of the longest common subsequence, 30 places at a time.
 *
 * @see Hyyrö 2004, Bit-parallel LCS-length computation revisited
 * @example longestCommonSubsequence(new Uint32Array([1, 2, 3]), new Uint32Array([1, 3, 2])) // 2
 */
export function longestCommonSubsequence(a: Uint32Array, b: Uint32Array): number {
  return lengthWith(placesOf(a), b)
}

interface Places {
  readonly length: number
  readonly blocks: number
  /** Word -> row of `masks`. */
  readonly rows: ReadonlyMap<number, number>
  /** A row of blocks for each different word: the places where it stands. */
  readonly masks: Int32Array
}

function placesOf(words: Uint32Array): Places {
  const blocks = Math.ceil(words.length / width)
  const rows = new Map<number, number>()
  for (const word of words) if (!rows.has(word)) rows.set(word, rows.size)
  const masks = new Int32Array(rows.size * blocks)
  words.forEach((word, i) => {
    masks[rows.get(word)! * blocks + Math.floor(i / width)]! |= 1 << (i % width)
  })
  return { length: words.length, blocks, rows, masks }
}

function lengthWith({ length, blocks, rows, masks }: Places, words: Uint32Array): number {
  const open = new Int32Array(blocks).fill(full)
  for (const word of words) {
    const row = rows.get(word)
    if (row === undefined) continue
    let carry = 0
    for (let block = 0; block < blocks; block++) {
      const before = open[block]!
      const matched = before & masks[row * blocks + block]!
      const sum = before + matched + carry
      carry = sum >>> width
      open[block] = (sum & full) | (before & ~matched)
    }
  }
  let found = 0
  for (let i = 0; i < length; i++) if ((open[Math.floor(i / width)]! & (1 << (i % width))) === 0) found++
  return found
}

/**
 * ROUGE-L between all pairs of documents: twice the longest common subsequence of words over the sum of lengths.
 *
 * @returns n x n, symmetric, 0 to 1; 0 where a document is empty, and on the diagonal
 * @see Lin 2004, ROUGE; F of equal weight, no stemming
 */
export function rougeL(documents: readonly Uint32Array[]): Float64Array {
  const n = documents.length
  const scores = new Float64Array(n * n)
  const places = documents.map(placesOf)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const both = documents[i]!.length + documents[j]!.length
      scores[i * n + j] = scores[j * n + i] = both === 0 ? 0 : (2 * lengthWith(places[i]!, documents[j]!)) / both
    }
  return scores
}
