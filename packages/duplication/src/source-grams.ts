import { leastSharers } from './shared-runs.ts'
import { runKey, wordRuns } from './word-runs.ts'

/** Texts of one side: their words, and what tells equal texts. */
export interface Texts {
  readonly n: number
  of(i: number): ArrayLike<number>
  text(i: number): ArrayLike<number>
}

/** What documents share with a source. */
export interface GramOverlap {
  /** Per document: different n-grams, those of them that stand in the source, and those that do and are no form. */
  readonly grams: Uint32Array
  readonly shared: Uint32Array
  readonly own: Uint32Array
}

/**
 * Counts the n-grams of words that documents share with a source, with and without those that are a form: an n-gram that stands in 10
 * different texts or more, of either side, says that both were written on one template, not that one was copied from the other.
 */
export function gramOverlap(corpus: Texts, source: Texts, size: number): GramOverlap {
  let all = 0
  for (let i = 0; i < source.n; i++) all += source.of(i).length
  let slots = 1024
  while (slots < all * 2) slots *= 2
  const keys = new Float64Array(slots).fill(-1)
  const there = new Uint8Array(slots)
  const here = new Uint8Array(slots)
  const slotOf = (low: number, key: number): number => {
    let slot = low & (slots - 1)
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (slots - 1)
    return slot
  }
  const count = (texts: Texts, into: Uint8Array, add: boolean): void => {
    const seen = new Set<string>()
    for (let i = 0; i < texts.n; i++) {
      // Copies of one text are no form.
      const text = Array.from(texts.text(i)).join(' ')
      if (seen.has(text)) continue
      seen.add(text)
      const { count: runs, low, high } = wordRuns(texts.of(i), size)
      for (let at = 0; at < runs; at++) {
        const key = runKey(low[at]!, high[at]!)
        const slot = slotOf(low[at]!, key)
        if (keys[slot] === -1) {
          if (!add) continue
          keys[slot] = key
        }
        if (into[slot]! < leastSharers) into[slot]!++
      }
    }
  }
  count(source, there, true)
  count(corpus, here, false)
  const grams = new Uint32Array(corpus.n)
  const shared = new Uint32Array(corpus.n)
  const own = new Uint32Array(corpus.n)
  for (let i = 0; i < corpus.n; i++) {
    const { count: runs, low, high } = wordRuns(corpus.of(i), size)
    grams[i] = runs
    for (let at = 0; at < runs; at++) {
      const slot = slotOf(low[at]!, runKey(low[at]!, high[at]!))
      if (keys[slot] === -1) continue
      shared[i]!++
      if (there[slot]! < leastSharers && here[slot]! < leastSharers) own[i]!++
    }
  }
  return { grams, shared, own }
}
