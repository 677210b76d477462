import { kept } from './kept.ts'
import { runSignature, signatureLength } from './run-signature.ts'
import { runSet, type WordRuns, wordRuns, wordsInRun } from './word-runs.ts'

/** The runs of 5 words of a corpus's documents, kept as sequences of words: sets are made when they are looked at. */
export interface RunSource {
  readonly n: number
  /** Different runs of document i. */
  size(i: number): number
  /** From `runSignature`; empty for a document without a run. */
  signature(i: number): ArrayLike<number>
  /** The lower hashes of the different runs of document i, in the order of `runs`; valid until the next call. */
  low(i: number): ArrayLike<number>
  /** The different runs of document i, valid until the next call. */
  runs(i: number): WordRuns
  /** The same as sorted integers below 2^53. Sets looked at lately are kept. */
  set(i: number): Float64Array
}

/**
 * @param words      32-bit hashes of the words of document i, in order
 * @param signature  as observed; made here where it was not
 * @param low        the same
 * @param inRun      words of a run, where not 5; the signature is then as observed
 */
export function runSource(
  n: number,
  words: (i: number) => ArrayLike<number>,
  signature?: (i: number) => ArrayLike<number>,
  low?: (i: number) => ArrayLike<number>,
  inRun = wordsInRun,
): RunSource {
  const signed = signature ?? kept((i: number) => runSignature(words(i)))
  return {
    n,
    size: (i) => signed(i)[0] ?? 0,
    signature: signed,
    low:
      low ??
      ((i) => {
        const runs = wordRuns(words(i), inRun)
        return runs.low.subarray(0, runs.count)
      }),
    runs: (i) => wordRuns(words(i), inRun),
    set: kept((i) => runSet(words(i), inRun)),
  }
}

/** Band after band the keys of some documents, as `eachCandidate` takes them. */
export function bandKeys(members: ArrayLike<number>, signature: (i: number) => ArrayLike<number>): Uint32Array {
  const n = members.length
  const bands = signatureLength - 3
  const keys = new Uint32Array(bands * n)
  for (let m = 0; m < n; m++) {
    const one = signature(members[m]!)
    for (let band = 0; band < bands; band++) keys[band * n + m] = one[3 + band]!
  }
  return keys
}
