import { vector } from '@corpuscope/core'
import { mix32 } from '@corpuscope/statistics'
import { eachWinnowed } from './winnow.ts'

/** Words that stand elsewhere too, in columns: a stretch of one document that equals a stretch of an earlier place. */
export interface RunMatches {
  /** Per document: words that lie in a repeated run. */
  readonly covered: Float64Array
  /** Stretches in order of document and start, none longer possible at either end for that earlier place. */
  readonly document: Uint32Array
  readonly start: Uint32Array
  readonly length: Uint32Array
  /** Where the same words stand first: a document before, or an earlier place of the same one. */
  readonly source: Uint32Array
  readonly sourceStart: Uint32Array
  /** Places of the corpus, the first included, where the least repeated part of the stretch stands. */
  readonly places: Uint32Array
}

/**
 * All runs of at least `size` words that stand in two places of the corpus or more, exactly: a word is covered when it lies in one.
 *
 * Winnowed fingerprints are counted first; runs of `size` words whose fingerprint was seen once cannot be repeated and are passed
 * over. The others go into a table, each compared with the first of its kind word by word. Work and memory are linear in words.
 *
 * @param words  32-bit hashes of the words of document i, in order; two runs are the same when all their hashes are
 */
export function runMatches(n: number, words: (i: number) => ArrayLike<number>, size: number): RunMatches {
  let all = 0
  for (let i = 0; i < n; i++) all += words(i).length
  const seen = countFingerprints(n, words, size, all)
  const table = runTable(words, size)
  for (let i = 0; i < n; i++) {
    const one = words(i)
    eachWinnowed(one, size, (start, _, fingerprint) => {
      if (seen[slotOf(fingerprint) & (seen.length - 1)]! > 1) table.add(i, start)
    })
  }
  return table.matches(n)
}

const slotOf = (fingerprint: number): number => mix32(fingerprint, 5)

/** One byte a slot: how often a fingerprint was chosen, or more where two fall together. */
function countFingerprints(n: number, words: (i: number) => ArrayLike<number>, size: number, all: number): Uint8Array {
  let slots = 1024
  while (slots < all && slots < 2 ** 28) slots *= 2
  const seen = new Uint8Array(slots)
  for (let i = 0; i < n; i++) {
    let before = -1
    eachWinnowed(words(i), size, (_, at, fingerprint) => {
      if (at === before) return
      before = at
      const slot = slotOf(fingerprint) & (slots - 1)
      if (seen[slot]! < 2) seen[slot]!++
    })
  }
  return seen
}

function runTable(words: (i: number) => ArrayLike<number>, size: number) {
  let slots = new Int32Array(2048).fill(-1)
  // One entry a different run of `size` words: where it stands first, and in how many places.
  const hashes = vector.create('u32')
  const documents = vector.create('u32')
  const starts = vector.create('u32')
  const counts = vector.create('u32')
  // One entry a run of `size` words looked at: where it stands and which it is.
  const inDocument = vector.create('u32')
  const at = vector.create('u32')
  const kind = vector.create('u32')

  const place = (hash: number): number => {
    let slot = mix32(hash) & (slots.length - 1)
    while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1)
    return slot
  }
  const same = (entry: number, one: ArrayLike<number>, start: number): boolean => {
    const other = words(documents.data[entry]!)
    const from = starts.data[entry]!
    for (let i = 0; i < size; i++) if (other[from + i] !== one[start + i]) return false
    return true
  }
  const hashOf = (one: ArrayLike<number>, start: number): number => {
    let hash = 0
    for (let i = start; i < start + size; i++) hash = Math.imul(hash ^ one[i]!, 0x2c1b3c6d) ^ (hash >>> 15)
    return hash >>> 0
  }
  return {
    add(document: number, start: number): void {
      const one = words(document)
      const hash = hashOf(one, start)
      let slot = mix32(hash) & (slots.length - 1)
      let entry = slots[slot]!
      while (entry >= 0 && !(hashes.data[entry] === hash && same(entry, one, start))) {
        slot = (slot + 1) & (slots.length - 1)
        entry = slots[slot]!
      }
      if (entry < 0) {
        entry = hashes.length
        slots[slot] = entry
        vector.push(hashes, hash)
        vector.push(documents, document)
        vector.push(starts, start)
        vector.push(counts, 0)
        if (hashes.length * 2 > slots.length) {
          slots = new Int32Array(slots.length * 2).fill(-1)
          for (let i = 0; i < hashes.length; i++) slots[place(hashes.data[i]!)] = i
        }
      }
      counts.data[entry]!++
      vector.push(inDocument, document)
      vector.push(at, start)
      vector.push(kind, entry)
    },
    matches(n: number): RunMatches {
      const covered = new Float64Array(n)
      const found = {
        document: vector.create('u32'),
        start: vector.create('u32'),
        length: vector.create('u32'),
        source: vector.create('u32'),
        sourceStart: vector.create('u32'),
        places: vector.create('u32'),
      }
      let document = -1
      let coveredTo = 0
      for (let i = 0; i < at.length; i++) {
        const entry = kind.data[i]!
        const times = counts.data[entry]!
        if (times < 2) continue
        const here = inDocument.data[i]!
        const start = at.data[i]!
        if (here !== document) {
          document = here
          coveredTo = 0
        }
        covered[here]! += start + size - Math.max(start, coveredTo)
        coveredTo = start + size
        const source = documents.data[entry]!
        const sourceStart = starts.data[entry]!
        if (source === here && sourceStart === start) continue
        // A run goes on where this one and the last stand side by side, here and there.
        const last = found.document.length - 1
        const reach = last < 0 ? 0 : found.length.data[last]! - size + 1
        if (
          last >= 0 &&
          found.document.data[last] === here &&
          found.source.data[last] === source &&
          found.start.data[last]! + reach === start &&
          found.sourceStart.data[last]! + reach === sourceStart
        ) {
          found.length.data[last]!++
          if (times < found.places.data[last]!) found.places.data[last] = times
          continue
        }
        vector.push(found.document, here)
        vector.push(found.start, start)
        vector.push(found.length, size)
        vector.push(found.source, source)
        vector.push(found.sourceStart, sourceStart)
        vector.push(found.places, times)
      }
      const column = (name: keyof typeof found): Uint32Array => Uint32Array.from(vector.values(found[name]))
      return {
        covered,
        document: column('document'),
        start: column('start'),
        length: column('length'),
        source: column('source'),
        sourceStart: column('sourceStart'),
        places: column('places'),
      }
    },
  }
}
