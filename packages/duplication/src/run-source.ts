import { kept } from './kept.ts'
import { runSignature } from './run-signature.ts'
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
