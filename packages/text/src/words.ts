import type { Document, WordRule } from '@corpuscope/core'
import { type CharacterTables, characterTables, kindAt, kinds } from './characters.ts'
import { finish53 } from './hash.ts'
import { view } from './view.ts'

/** The running words of a text, in columns: a word is an index, a type (distinct lower-cased word) is another. */
export interface Words {
  readonly count: number
  /** Per word: UTF-16 offsets into the text, end exclusive. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Per word: its type, numbered from 0 in order of first appearance. */
  readonly types: Uint32Array
  /** Per type: the lower-cased word. Made at the first request. */
  readonly vocabulary: readonly string[]
  /** Per type: how many words are of it. */
  readonly frequencies: Uint32Array
  /** Per type: an integer below 2^53 that depends on the lower-cased word alone, on every machine and in every document. */
  readonly hashes: Float64Array
}

// Buffers live between documents, since most are small and alike; a giant's are dropped again.
const keptCapacity = 1 << 20

interface Scratch {
  count: number
  starts: Uint32Array
  ends: Uint32Array
  types: Uint32Array
  typeCount: number
  frequencies: Uint32Array
  lanesA: Int32Array
  lanesB: Int32Array
  /** Per type: end of its lower-cased units in the arena; they begin where the type before ends. */
  arenaEnds: Uint32Array
  arenaEnd: number
  arena: Uint16Array
  /** Open addressing, linear probing: type + 1, or 0. */
  slots: Int32Array
  mask: number
}

const newScratch = (): Scratch => ({
  count: 0,
  starts: new Uint32Array(4096),
  ends: new Uint32Array(4096),
  types: new Uint32Array(4096),
  typeCount: 0,
  frequencies: new Uint32Array(2048),
  lanesA: new Int32Array(2048),
  lanesB: new Int32Array(2048),
  arenaEnds: new Uint32Array(2048),
  arenaEnd: 0,
  arena: new Uint16Array(16384),
  slots: new Int32Array(4096),
  mask: 4095,
})

let spare: Scratch | undefined

function prepare(length: number): Scratch {
  const scratch = spare ?? newScratch()
  spare = undefined
  scratch.count = 0
  scratch.typeCount = 0
  scratch.arenaEnd = 0
  // The types of a text are not longer than the text, and two units more let a surrogate pair be written before it is judged.
  if (scratch.arena.length < length + 2) scratch.arena = new Uint16Array(length + 2 + (length >>> 1))
  let capacity = 512
  while (capacity < 65536 && capacity * 4 < length) capacity *= 2
  if (scratch.slots.length < capacity) scratch.slots = new Int32Array(capacity)
  else scratch.slots.fill(0, 0, capacity)
  scratch.mask = capacity - 1
  return scratch
}

function release(scratch: Scratch) {
  if (scratch.arena.length <= keptCapacity && scratch.starts.length <= keptCapacity) spare = scratch
}

function grown<Column extends Uint32Array | Int32Array>(column: Column, make: (length: number) => Column): Column {
  const larger = make(column.length * 2)
  larger.set(column)
  return larger
}

const uint32 = (length: number) => new Uint32Array(length)
const int32 = (length: number) => new Int32Array(length)

function growWords(scratch: Scratch) {
  scratch.starts = grown(scratch.starts, uint32)
  scratch.ends = grown(scratch.ends, uint32)
  scratch.types = grown(scratch.types, uint32)
}

function growTypes(scratch: Scratch) {
  scratch.frequencies = grown(scratch.frequencies, uint32)
  scratch.lanesA = grown(scratch.lanesA, int32)
  scratch.lanesB = grown(scratch.lanesB, int32)
  scratch.arenaEnds = grown(scratch.arenaEnds, uint32)
}

const slotOf = (a: number, b: number) => {
  const mixed = Math.imul(a ^ (b >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 16)
}

function rehash(scratch: Scratch) {
  const capacity = (scratch.mask + 1) * 2
  const slots = new Int32Array(capacity)
  const mask = capacity - 1
  for (let type = 0; type < scratch.typeCount; type++) {
    let slot = slotOf(scratch.lanesA[type]!, scratch.lanesB[type]!) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = type + 1
  }
  scratch.slots = slots
  scratch.mask = mask
}

const seedA = 0x811c9dc5 | 0
const seedB = 0x9e3779b1 | 0
const primeA = 0x01000193
const primeB = 0x85ebca6b | 0

/** Notes one word whose lower-cased units stand in the arena from `arenaEnd` to `until`. */
function record(scratch: Scratch, start: number, end: number, a: number, b: number, until: number) {
  const { arena, arenaEnds, lanesA, lanesB, slots, mask, arenaEnd } = scratch
  let slot = slotOf(a, b) & mask
  let type = -1
  for (;;) {
    const candidate = slots[slot]! - 1
    if (candidate < 0) break
    if (lanesA[candidate] === a && lanesB[candidate] === b) {
      // Equal hashes are compared unit by unit: a collision may cost time, never a wrong count.
      const from = candidate === 0 ? 0 : arenaEnds[candidate - 1]!
      const length = until - arenaEnd
      if (arenaEnds[candidate]! - from === length) {
        let same = 0
        while (same < length && arena[from + same] === arena[arenaEnd + same]) same++
        if (same === length) {
          type = candidate
          break
        }
      }
    }
    slot = (slot + 1) & mask
  }
  if (type < 0) {
    type = scratch.typeCount++
    if (type === scratch.frequencies.length) growTypes(scratch)
    scratch.frequencies[type] = 1
    scratch.lanesA[type] = a
    scratch.lanesB[type] = b
    scratch.arenaEnds[type] = until
    scratch.arenaEnd = until
    slots[slot] = type + 1
    if (type * 2 > mask) rehash(scratch)
  } else scratch.frequencies[type]!++
  const word = scratch.count++
  if (word === scratch.starts.length) growWords(scratch)
  scratch.starts[word] = start
  scratch.ends[word] = end
  scratch.types[word] = type
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(unit: number): Intl.Segmenter {
  const locale =
    unit >= 0x0e00 && unit < 0x0e80 ? 'th' : unit >= 0x0e80 && unit < 0x0f00 ? 'lo' : unit >= 0x1780 && unit < 0x1800 ? 'km' : unit >= 0x1000 && unit < 0x10a0 ? 'my' : 'ja'
  let segmenter = segmenters.get(locale)
  if (!segmenter) segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'word' })))
  return segmenter
}

/** Cuts the run of unspaced script that begins at `index` by dictionary, and returns where it ends. */
function segmentRun(scratch: Scratch, text: string, index: number, tables: CharacterTables): number {
  let end = index
  for (;;) {
    const kind = kindAt(text, end, tables)
    if (kind !== kinds.unspaced && kind !== kinds.unspacedMark) break
    end += text.codePointAt(end)! > 0xffff ? 2 : 1
  }
  for (const { segment, index: offset, isWordLike } of segmenterFor(text.charCodeAt(index)).segment(text.slice(index, end))) {
    if (!isWordLike) continue
    let a = seedA
    let b = seedB
    let until = scratch.arenaEnd
    for (let i = 0; i < segment.length; i++) {
      const unit = segment.charCodeAt(i)
      scratch.arena[until++] = unit
      a = Math.imul(a ^ unit, primeA)
      b = Math.imul(b ^ unit, primeB)
      b ^= b >>> 13
    }
    record(scratch, index + offset, index + offset + segment.length, a, b, until)
  }
  return end
}

/** One pass over the text; false when it holds a character whose lower case needs the whole text. */
function scan(scratch: Scratch, text: string, rule: WordRule): boolean {
  const tables = characterTables(rule)
  const { kind: kindTable, lower, learn, astral } = tables
  const { arena } = scratch
  const wholeRuns = rule === 'letters'
  const length = text.length
  let index = 0
  while (index < length) {
    let unit = text.charCodeAt(index)
    let kind = kindTable[unit]!
    if (kind < kinds.letter) {
      index++
      continue
    }
    const start = index
    let a = seedA
    let b = seedB
    let until = scratch.arenaEnd
    if (kind > kinds.number) {
      if (kind === kinds.unknown) kind = learn(unit)
      if (kind === kinds.contextual) return false
      let pair = ''
      if (kind === kinds.surrogate) {
        const codePoint = text.codePointAt(index)!
        if (codePoint > 0xffff) {
          const found = astral(codePoint)
          kind = found.kind
          pair = found.lower
        } else kind = kinds.separator
      }
      if (kind === kinds.unspaced) {
        index = segmentRun(scratch, text, index, tables)
        continue
      }
      if (kind !== kinds.letter && kind !== kinds.number) {
        index += pair === '' ? 1 : 2
        continue
      }
      if (pair !== '') {
        const first = pair.charCodeAt(0)
        arena[until++] = first
        a = Math.imul(a ^ first, primeA)
        b = Math.imul(b ^ first, primeB)
        b ^= b >>> 13
        index++
        unit = pair.charCodeAt(1)
      }
    }
    let mixed = kind === kinds.number
    let tail = false
    for (;;) {
      const low = lower[unit]!
      arena[until++] = low
      a = Math.imul(a ^ low, primeA)
      b = Math.imul(b ^ low, primeB)
      b ^= b >>> 13
      if (++index === length) break
      unit = text.charCodeAt(index)
      kind = kindTable[unit]!
      if (kind === kinds.letter) continue
      if (kind === kinds.separator) break
      if (kind === kinds.unknown) kind = learn(unit)
      if (kind === kinds.apostrophe) {
        const next = kindAt(text, index + 1, tables)
        if (next !== kinds.letter && next !== kinds.mark) break
        tail = true
        continue
      }
      let pair = ''
      if (kind === kinds.surrogate) {
        const codePoint = text.codePointAt(index)!
        if (codePoint <= 0xffff) break
        const found = astral(codePoint)
        kind = found.kind
        pair = found.lower
      }
      if (kind === kinds.number) {
        if (tail) break
        mixed = true
      } else if (kind === kinds.contextual) return false
      else if (kind !== kinds.letter && kind !== kinds.mark) break
      if (pair !== '') {
        const first = pair.charCodeAt(0)
        arena[until++] = first
        a = Math.imul(a ^ first, primeA)
        b = Math.imul(b ^ first, primeB)
        b ^= b >>> 13
        index++
        unit = pair.charCodeAt(1)
      }
    }
    if (!(wholeRuns && mixed)) record(scratch, start, index, a, b, until)
  }
  return true
}

/** Moves offsets from the lower-cased text back to the text: I with dot is the one character that becomes longer. */
function restoreOffsets(scratch: Scratch, text: string) {
  let dots = text.indexOf('\u0130')
  if (dots < 0) return
  let shift = 0
  for (let word = 0; word < scratch.count; word++) {
    // The n-th dotted I begins at dots + n in the lower-cased text and takes two units there, of which the second is never a word's first.
    while (dots >= 0 && dots + shift < scratch.starts[word]!) {
      shift++
      dots = text.indexOf('\u0130', dots + 1)
    }
    scratch.starts[word]! -= shift
    while (dots >= 0 && dots + shift + 1 < scratch.ends[word]!) {
      shift++
      dots = text.indexOf('\u0130', dots + 1)
    }
    scratch.ends[word]! -= shift
  }
}

// V8 keeps a slice of 13 or more units as a pointer into its parent: one long word would hold a whole vocabulary in memory.
const detached = (slice: string, narrow: boolean) => {
  if (slice.length < 13) return slice
  const encoding = narrow ? 'latin1' : 'utf16le'
  return Buffer.from(slice, encoding).toString(encoding)
}

function readVocabulary(arena: Uint16Array, ends: Uint32Array): readonly string[] {
  const bytes = Buffer.from(arena.buffer, arena.byteOffset, arena.byteLength)
  const wide = bytes.toString('utf16le')
  const narrow = Buffer.from(arena).toString('latin1')
  const vocabulary: string[] = new Array(ends.length)
  let from = 0
  for (let type = 0; type < ends.length; type++) {
    const to = ends[type]!
    let most = 0
    for (let i = from; i < to; i++) most |= arena[i]!
    vocabulary[type] = detached((most < 256 ? narrow : wide).slice(from, to), most < 256)
    from = to
  }
  return vocabulary
}

/**
 * The words of a text.
 *
 * - `standard`: letters and digits, with the marks that combine with them, and apostrophes between letters:
 *   `[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*`. Runs of Han, kana, Thai, Lao, Khmer and Myanmar letters are words of their own,
 *   cut by the dictionary of `Intl.Segmenter`; Hangul is written with blanks and is not cut.
 * - `oracle-1`: `text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*​/gu)`, to the letter.
 * - `letters`: `\b[a-z]+\b` on the lower-cased text with Unicode word boundaries, as SynGP500 was counted: `100mg` and `naïve` hold no
 *   word. (Plain `[a-z]+` gives other figures than those published.)
 *
 * Words are lower-cased by the Unicode rules without a locale. Offsets point into the text as it is: slicing there and lower-casing gives the
 * word, except next to a capital sigma or I with dot, whose lower case depends on what stands around them.
 *
 * @example scanWords("It's 2.5 mg", 'standard').vocabulary // ["it's", '2', '5', 'mg']
 */
export function scanWords(text: string, rule: WordRule = 'standard'): Words {
  const scratch = prepare(text.length)
  if (!scan(scratch, text, rule)) {
    const lowered = text.toLowerCase()
    release(scratch)
    return finish(scanLowered(lowered, rule), text)
  }
  return finish(scratch)
}

function scanLowered(lowered: string, rule: WordRule): Scratch {
  const scratch = prepare(lowered.length)
  scan(scratch, lowered, rule)
  return scratch
}

function finish(scratch: Scratch, original?: string): Words {
  if (original !== undefined) restoreOffsets(scratch, original)
  const { count, typeCount, lanesA, lanesB } = scratch
  const arena = scratch.arena.slice(0, scratch.arenaEnd)
  const arenaEnds = scratch.arenaEnds.slice(0, typeCount)
  const hashes = new Float64Array(typeCount)
  for (let type = 0; type < typeCount; type++) hashes[type] = finish53(lanesA[type]!, lanesB[type]!)
  let vocabulary: readonly string[] | undefined
  const words: Words = {
    count,
    starts: scratch.starts.slice(0, count),
    ends: scratch.ends.slice(0, count),
    types: scratch.types.slice(0, count),
    get vocabulary() {
      return (vocabulary ??= readVocabulary(arena, arenaEnds))
    },
    frequencies: scratch.frequencies.slice(0, typeCount),
    hashes,
  }
  release(scratch)
  return words
}

/** The words of a document by its `wordRule`, `standard` without one: see `scanWords`. */
export const words: (document: Document) => Words = view((document) => scanWords(document.text, document.wordRule ?? 'standard'))
