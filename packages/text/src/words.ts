import type { Document, WordRule } from '@corpuscope/core'
import { type CharacterTables, characterTables, kindAt, kinds } from './characters.ts'
import { column, copied } from './column.ts'
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
  /** The lower-cased word of one type, for who needs a few of them: the whole vocabulary costs a string a type. */
  word(type: number): string
  /** Per type: how many words are of it. */
  readonly frequencies: Uint32Array
  /** Per type: an integer below 2^53 that depends on the lower-cased word alone, on every machine and in every document. */
  readonly hashes: Float64Array
}

// Buffers live between documents, since most are small and alike; a giant's are dropped again.
const keptCapacity = 1 << 20

interface Scratch {
  /** The text; words are lower-cased in place as the scan passes over them. */
  units: Uint16Array
  bytes: Buffer
  count: number
  starts: Uint32Array
  ends: Uint32Array
  types: Uint32Array
  typeCount: number
  frequencies: Uint32Array
  /** Per type: two hashes of its units that share no arithmetic, FNV-1a and another. */
  lanes: Int32Array
  seconds: Int32Array
  /** Per type: its first word. */
  firsts: Uint32Array
  /** Open addressing, linear probing: type + 1, or 0. */
  slots: Int32Array
  mask: number
}

function newScratch(): Scratch {
  const units = new Uint16Array(16384)
  return {
    units,
    bytes: Buffer.from(units.buffer),
    count: 0,
    starts: new Uint32Array(4096),
    ends: new Uint32Array(4096),
    types: new Uint32Array(4096),
    typeCount: 0,
    frequencies: new Uint32Array(2048),
    lanes: new Int32Array(2048),
    seconds: new Int32Array(2048),
    firsts: new Uint32Array(2048),
    slots: new Int32Array(4096),
    mask: 4095,
  }
}

let spare: Scratch | undefined

function prepare(text: string): Scratch {
  const scratch = spare ?? newScratch()
  spare = undefined
  const { length } = text
  scratch.count = 0
  scratch.typeCount = 0
  if (scratch.units.length <= length) {
    scratch.units = new Uint16Array(length + (length >>> 1) + 1)
    scratch.bytes = Buffer.from(scratch.units.buffer)
  }
  // Reading units from a typed array is about twice as fast as charCodeAt; 0 behind the last one ends the last word.
  scratch.bytes.write(text, 0, 'utf16le')
  scratch.units[length] = 0
  let capacity = 256
  while (capacity < 65536 && capacity * 4 < length) capacity *= 2
  if (scratch.slots.length < capacity) scratch.slots = new Int32Array(capacity)
  else scratch.slots.fill(0, 0, capacity)
  scratch.mask = capacity - 1
  return scratch
}

function release(scratch: Scratch) {
  if (scratch.units.length <= keptCapacity) spare = scratch
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
  scratch.lanes = grown(scratch.lanes, int32)
  scratch.seconds = grown(scratch.seconds, int32)
  scratch.firsts = grown(scratch.firsts, uint32)
}

const slotOf = (lane: number) => {
  const mixed = Math.imul(lane ^ (lane >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 16)
}

function rehash(scratch: Scratch) {
  const capacity = (scratch.mask + 1) * 2
  const slots = new Int32Array(capacity)
  const mask = capacity - 1
  for (let type = 0; type < scratch.typeCount; type++) {
    let slot = slotOf(scratch.lanes[type]!) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = type + 1
  }
  scratch.slots = slots
  scratch.mask = mask
}

/** The hash that tells a type apart beside its lane: made once a type, since words that come again need it no more. */
function secondLane(units: Uint16Array, start: number, end: number): number {
  let second = secondSeed
  for (let i = start; i < end; i++) {
    second = Math.imul(second ^ units[i]!, secondPrime)
    second ^= second >>> 13
  }
  return second
}

/** Notes the word that stands, lower-cased, in `units` from `start` to `end`. */
function record(scratch: Scratch, start: number, end: number, lane: number) {
  const { starts, ends, firsts, lanes, slots, mask, units } = scratch
  const length = end - start
  let slot = slotOf(lane) & mask
  let type = -1
  for (;;) {
    const candidate = slots[slot]! - 1
    if (candidate < 0) break
    if (lanes[candidate] === lane) {
      // Equal hashes are compared unit by unit: a collision may cost time, never a wrong count.
      const first = firsts[candidate]!
      const from = starts[first]!
      if (ends[first]! - from === length) {
        let same = 0
        while (same < length && units[from + same] === units[start + same]) same++
        if (same === length) {
          type = candidate
          break
        }
      }
    }
    slot = (slot + 1) & mask
  }
  const word = scratch.count++
  if (type < 0) {
    type = scratch.typeCount++
    if (type === scratch.frequencies.length) growTypes(scratch)
    scratch.frequencies[type] = 1
    scratch.lanes[type] = lane
    scratch.seconds[type] = secondLane(units, start, end)
    scratch.firsts[type] = word
    slots[slot] = type + 1
    if (type * 2 > mask) rehash(scratch)
  } else scratch.frequencies[type]!++
  if (word === scratch.starts.length) growWords(scratch)
  scratch.starts[word] = start
  scratch.ends[word] = end
  scratch.types[word] = type
}

// FNV-1a over UTF-16 units finds the type inside a document; a second lane that shares no arithmetic with it makes the two as good as
// 64 bits for the hash that leaves it.
const seed = 0x811c9dc5 | 0
const prime = 0x01000193
const secondSeed = 0x9e3779b1 | 0
const secondPrime = 0x2c1b3c6d
/** What the two lanes of a word's hash begin with and are multiplied by, for who hashes words in another loop. */
export const wordSeeds = { first: seed, firstPrime: prime, second: secondSeed, secondPrime } as const

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(unit: number): Intl.Segmenter {
  let locale = 'ja'
  if (unit >= 0x0e00 && unit < 0x0e80) locale = 'th'
  else if (unit >= 0x0e80 && unit < 0x0f00) locale = 'lo'
  else if (unit >= 0x1000 && unit < 0x10a0) locale = 'my'
  else if (unit >= 0x1780 && unit < 0x1800) locale = 'km'
  let segmenter = segmenters.get(locale)
  if (!segmenter) segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'word' })))
  return segmenter
}

// The segmenter's cost grows with the square of what it is given.
const longestPiece = 256

const wholeCharacters = (text: string, end: number) => (text.codePointAt(end - 1)! > 0xffff ? end - 1 : end)

/** Cuts the run of unspaced script that begins at `index` by dictionary, and returns where it ends. */
function segmentRun(scratch: Scratch, text: string, index: number, tables: CharacterTables): number {
  const { units } = scratch
  let runEnd = index
  for (;;) {
    const kind = kindAt(text, runEnd, tables)
    if (kind !== kinds.unspaced && kind !== kinds.unspacedMark) break
    runEnd += text.codePointAt(runEnd)! > 0xffff ? 2 : 1
  }
  const segmenter = segmenterFor(units[index]!)
  let from = index
  while (from < runEnd) {
    const to = runEnd - from > longestPiece ? wholeCharacters(text, from + longestPiece) : runEnd
    let next = to
    for (const { segment, index: offset, isWordLike } of segmenter.segment(text.slice(from, to))) {
      const start = from + offset
      const end = start + segment.length
      // The piece's last word may go on behind it: it opens the next piece, unless it fills the whole.
      if (end === to && to < runEnd && offset > 0) {
        next = start
        break
      }
      if (!isWordLike) continue
      let lane = seed
      for (let i = start; i < end; i++) lane = Math.imul(lane ^ units[i]!, prime)
      record(scratch, start, end, lane)
    }
    from = next
  }
  return runEnd
}

/** One pass over the text; false when it holds a character whose lower case needs the whole text. */
function scan(scratch: Scratch, text: string, rule: WordRule): boolean {
  const tables = characterTables(rule)
  const { entries, learn, astral } = tables
  const { units } = scratch
  // Locals, because a bundler turns module constants into variables, which the loop below would read again for every character.
  const { separator, apostrophe, mark, letter, number, unspaced, surrogate, contextual, unknown } = kinds
  const wholeRuns = rule === 'letters'
  const { length } = text
  let index = 0
  while (index < length) {
    let entry = entries[units[index]!]!
    let kind = entry >>> 16
    if (kind < letter) {
      index++
      continue
    }
    const start = index
    let lane = 0x811c9dc5 | 0
    if (kind > number) {
      if (kind === unknown) {
        entry = learn(units[index]!)
        kind = entry >>> 16
      }
      if (kind === contextual) return false
      let pair = ''
      if (kind === surrogate) {
        const codePoint = text.codePointAt(index)!
        if (codePoint > 0xffff) {
          const found = astral(codePoint)
          kind = found.kind
          pair = found.lower
        } else kind = separator
      }
      if (kind === unspaced) {
        index = segmentRun(scratch, text, index, tables)
        continue
      }
      if (kind !== letter && kind !== number) {
        index += pair === '' ? 1 : 2
        continue
      }
      if (pair !== '') {
        const first = pair.charCodeAt(0)
        units[index++] = first
        lane = Math.imul(lane ^ first, 0x01000193)
        entry = pair.charCodeAt(1)
      }
    }
    let mixed = kind === number
    let tail = false
    for (;;) {
      const low = entry & 0xffff
      units[index] = low
      lane = Math.imul(lane ^ low, 0x01000193)
      entry = entries[units[++index]!]!
      kind = entry >>> 16
      if (kind === letter) continue
      if (kind === separator) break
      if (kind === unknown) {
        entry = learn(units[index]!)
        kind = entry >>> 16
      }
      if (kind === apostrophe) {
        const next = kindAt(text, index + 1, tables)
        if (next !== letter && next !== mark) break
        tail = true
        continue
      }
      let pair = ''
      if (kind === surrogate) {
        const codePoint = text.codePointAt(index)!
        if (codePoint <= 0xffff) break
        const found = astral(codePoint)
        kind = found.kind
        pair = found.lower
      }
      if (kind === number) {
        if (tail) break
        mixed = true
      } else if (kind === contextual) return false
      else if (kind !== letter && kind !== mark) break
      if (pair !== '') {
        const first = pair.charCodeAt(0)
        units[index++] = first
        lane = Math.imul(lane ^ first, 0x01000193)
        entry = pair.charCodeAt(1)
      }
    }
    if (!(wholeRuns && mixed)) record(scratch, start, index, lane)
  }
  return true
}

/** Moves offsets from the lower-cased text back to the text: I with dot is the one character that becomes longer. */
function restoreOffsets({ starts, ends, count }: Words, text: string) {
  let dots = text.indexOf('\u0130')
  if (dots < 0) return
  let shift = 0
  for (let word = 0; word < count; word++) {
    // The n-th dotted I begins at dots + n in the lower-cased text and takes two units there, of which the second is never a word's first.
    while (dots >= 0 && dots + shift < starts[word]!) {
      shift++
      dots = text.indexOf('\u0130', dots + 1)
    }
    starts[word]! -= shift
    while (dots >= 0 && dots + shift + 1 < ends[word]!) {
      shift++
      dots = text.indexOf('\u0130', dots + 1)
    }
    ends[word]! -= shift
  }
}

/** A copy of a slice: V8 keeps one of 13 or more units as a pointer into its parent, and one long word would hold a whole text in memory. */
export function detached(word: string): string {
  if (word.length < 13) return word
  let most = 0
  for (let i = 0; i < word.length; i++) most |= word.charCodeAt(i)
  const encoding = most < 256 ? 'latin1' : 'utf16le'
  return Buffer.from(word, encoding).toString(encoding)
}

function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (unit > 122 || (unit >= 65 && unit <= 90)) return false
  }
  return true
}

function lowered(text: string, start: number, end: number): string {
  const slice = text.slice(start, end)
  // Asking first is worth it: lower-casing leaves compiled code, and most words are lower-case already.
  return detached(isPlain(slice) ? slice : slice.toLowerCase())
}

function readVocabulary(text: string, { starts, ends }: Pick<Words, 'starts' | 'ends'>, firsts: Uint32Array): readonly string[] {
  const vocabulary: string[] = []
  for (let type = 0; type < firsts.length; type++) vocabulary.push(lowered(text, starts[firsts[type]!]!, ends[firsts[type]!]!))
  return vocabulary
}

/**
 * The words of a text.
 *
 * - `standard`: letters and digits, with the marks that combine with them, and apostrophes between letters:
 *   `[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*`. Runs of Han, kana, Thai, Lao, Khmer and Myanmar letters are words of their own,
 *   cut by the dictionary of `Intl.Segmenter`; Hangul is written with blanks and is not cut.
 * - `oracle-1`: matches of `[\p{L}\p{N}]+(?:['\u2019]\p{L}+)*` in `text.toLowerCase()`, to the letter.
 * - `letters`: `\b[a-z]+\b` on the lower-cased text with Unicode word boundaries, as SynGP500 was counted: `100mg` and `naïve` hold no
 *   word. (Plain `[a-z]+` gives other figures than those published.)
 *
 * Words are lower-cased by the Unicode rules without a locale. Offsets point into the text as it is: slicing there and lower-casing gives the
 * word, except next to a capital sigma or I with dot, whose lower case depends on what stands around them.
 *
 * @example scanWords("It's 2.5 mg", 'standard').vocabulary // ["it's", '2', '5', 'mg']
 */
export function scanWords(text: string, rule: WordRule = 'standard'): Words {
  const scratch = prepare(text)
  if (scan(scratch, text, rule)) return finish(scratch, text)
  release(scratch)
  const lowerCased = text.toLowerCase()
  const again = prepare(lowerCased)
  scan(again, lowerCased, rule)
  // Words of the lower-cased text are read now: lower-casing one by itself would not see what stood around it.
  const vocabulary = readVocabulary(lowerCased, again, again.firsts.subarray(0, again.typeCount))
  const result = finish(again, text, vocabulary)
  restoreOffsets(result, text)
  return result
}

function finish(scratch: Scratch, text: string, ready?: readonly string[]): Words {
  const { count, typeCount, lanes, seconds } = scratch
  const hashes = column.f64(typeCount)
  const frequencies = copied(scratch.frequencies, typeCount)
  const firsts = copied(scratch.firsts, typeCount)
  const starts = copied(scratch.starts, count)
  const ends = copied(scratch.ends, count)
  const types = copied(scratch.types, count)
  for (let type = 0; type < typeCount; type++) hashes[type] = finish53(lanes[type]!, seconds[type]!)
  release(scratch)
  let vocabulary = ready
  return {
    count,
    starts,
    ends,
    types,
    get vocabulary() {
      return (vocabulary ??= readVocabulary(text, { starts, ends }, firsts))
    },
    word: (type) => vocabulary?.[type] ?? lowered(text, starts[firsts[type]!]!, ends[firsts[type]!]!),
    frequencies,
    hashes,
  }
}

/** The words of a document by its `wordRule`, `standard` without one: see `scanWords`. */
export const words: (document: Document) => Words = view((document) => scanWords(document.text, document.wordRule ?? 'standard'))
