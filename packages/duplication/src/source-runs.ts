import { mix32 } from '@corpuscope/statistics'

/** Fewer words on end say nothing: they are phrases of the language. */
export const leastShared = 8
/** Places of one run of `leastShared` words that are followed; a run of more places is everybody's. */
const mostPlaces = 64
const multiplier = 0x9e3779b1

/** The longest run of words that a document shares with a source; 0 words when it shares none of `leastShared`. */
export interface SourceRun {
  readonly length: number
  readonly start: number
  /** Document of the source, and where the run starts in it. */
  readonly source: number
  readonly sourceStart: number
}

/**
 * Looks for the longest run that a sequence of words shares with any document of a source. Each place where 8 words agree is followed as far
 * as the words go on agreeing, so the run is exact, unless all of its runs of 8 words stand in more than 64 places: of those the first
 * 64 are followed, and a longer run might be found behind them.
 *
 * @param n      documents of the source
 * @param words  32-bit hashes of the words of its document i, in order
 * @returns      a function of a sequence of words; work is linear in words, and in the places that agree
 */
export function sourceRuns(n: number, words: (i: number) => ArrayLike<number>): (sequence: ArrayLike<number>) => SourceRun {
  const starts = new Uint32Array(n + 1)
  for (let i = 0; i < n; i++) starts[i + 1] = starts[i]! + words(i).length
  const total = starts[n]!
  const all = new Uint32Array(total)
  for (let i = 0; i < n; i++) all.set(words(i), starts[i]!)
  let size = 1024
  while (size < total * 2) size *= 2
  // Per different run its last place + 1; each place knows the one before it.
  const slots = new Int32Array(size)
  const counts = new Uint8Array(size)
  const before = new Int32Array(total)

  const slotOf = (hash: number, sequence: ArrayLike<number>, at: number): number => {
    let slot = mix32(hash, 3) & (size - 1)
    for (let place = slots[slot]! - 1; place >= 0; place = slots[slot]! - 1) {
      let same = 0
      while (same < leastShared && all[place + same] === sequence[at + same]) same++
      if (same === leastShared) return slot
      slot = (slot + 1) & (size - 1)
    }
    return slot
  }
  const eachStart = (sequence: ArrayLike<number>, from: number, to: number, visit: (at: number, hash: number) => void): void => {
    let leaving = 1
    for (let i = 0; i < leastShared; i++) leaving = Math.imul(leaving, multiplier)
    let hash = 0
    for (let end = from; end < to; end++) {
      hash = (Math.imul(hash, multiplier) + sequence[end]!) | 0
      if (end - from >= leastShared) hash = (hash - Math.imul(sequence[end - leastShared]!, leaving)) | 0
      if (end - from >= leastShared - 1) visit(end - leastShared + 1, hash)
    }
  }
  for (let i = 0; i < n; i++)
    eachStart(all, starts[i]!, starts[i + 1]!, (at, hash) => {
      const slot = slotOf(hash, all, at)
      if (counts[slot]! >= mostPlaces) return
      counts[slot]!++
      before[at] = slots[slot]!
      slots[slot] = at + 1
    })

  // Per place of the source: when it was met last, and how long the run is that ends in it then.
  const met = new Float64Array(total)
  const lengths = new Uint32Array(total)
  let clock = 1
  return (sequence) => {
    let length = 0
    let start = 0
    let place = 0
    clock += 2
    const begun = clock
    eachStart(sequence, 0, sequence.length, (at, hash) => {
      const now = begun + at
      clock = now
      for (let here = slots[slotOf(hash, sequence, at)]! - 1; here >= 0; here = before[here]! - 1) {
        const run = here > 0 && met[here - 1] === now - 1 ? lengths[here - 1]! + 1 : leastShared
        met[here] = now
        lengths[here] = run
        const first = at + leastShared - run
        // Of equally long runs the first, and of its places the first: places come last to first.
        if (run > length || (run === length && first === start && here + leastShared - run < place)) {
          length = run
          start = first
          place = here + leastShared - run
        }
      }
    })
    return length === 0
      ? { length, start, source: 0, sourceStart: 0 }
      : { length, start, source: documentAt(starts, place), sourceStart: place - starts[documentAt(starts, place)]! }
  }
}

/** The document in which a place of all words lies. */
function documentAt(starts: Uint32Array, place: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high - 1) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= place) low = middle
    else high = middle
  }
  return low
}
