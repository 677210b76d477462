import type { Document } from '@corpuscope/core'
import { type HashTable, hash53, hashTable } from '@corpuscope/statistics'
import { language, type Words, words } from '@corpuscope/text'
import { isEnglishWord } from './dictionary.ts'
import { elisionOf, foldWord } from './fold-word.ts'

import { definedShortForms } from './short-forms.ts'
import { slipIndex } from './slips.ts'
import { nameFlag, nextState, type Vocabulary } from './vocabulary.ts'

/** Names of a vocabulary in a text, in order, none over another; offsets are UTF-16 units, end exclusive. */
export interface Mentions {
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Places of the first and behind the last word. */
  readonly firstWords: Uint32Array
  readonly endWords: Uint32Array
  /** Concepts that the name may stand for, 1 or more, those preferred by this name first. */
  readonly candidates: readonly (readonly number[])[]
  /** 1 where a word was misspelt. */
  readonly slips: Uint8Array
}

/** What is remembered between documents. */
interface Memory {
  /** Hash of a word -> its number, as `numberOf` gives it; apart by language, since only English has a dictionary that keeps words from being mended. */
  english: HashTable
  others: HashTable
  readonly candidates: Choices
  readonly capitals: Choices
}

/** Candidates of the states that were met: per state its place in the lists, 0 for one that was not met. */
interface Choices {
  readonly placeOf: Int32Array
  readonly lists: (readonly number[])[]
}

const memories = new WeakMap<Vocabulary, Memory>()
/** Words remembered; beyond them all are forgotten, which costs a document. */
const mostKnown = 1 << 18

function memoryOf(vocabulary: Vocabulary): Memory {
  const none = (): HashTable => hashTable.create(1 << 12)
  const choices = (): Choices => ({ placeOf: new Int32Array(vocabulary.firstEntry.length), lists: [[]] })
  let memory = memories.get(vocabulary)
  if (!memory) memories.set(vocabulary, (memory = { english: none(), others: none(), candidates: choices(), capitals: choices() }))
  if (memory.english.size > mostKnown) memory.english = none()
  if (memory.others.size > mostKnown) memory.others = none()
  return memory
}

/** The number of a word that may be misspelt: 0 for none, its place + 1, below 0 where a slip was mended. */
function numberOf(vocabulary: Vocabulary, word: string, mend: boolean): number {
  const folded = foldWord(word)
  const exact = hashTable.get(vocabulary.words.byHash, hash53(folded) || 1)
  if (exact >= 0) return exact + 1
  if (!mend || isEnglishWord(word) || isEnglishWord(folded)) return 0
  const near = slipIndex.find(vocabulary.slips, folded)
  return near < 0 ? 0 : -near - 1
}

/** The numbers of the types of a document. */
function numbersOf(vocabulary: Vocabulary, { hashes, word }: Words, known: HashTable, english: boolean): Int32Array {
  const numbers = new Int32Array(hashes.length)
  for (let type = 0; type < hashes.length; type++) {
    const hash = hashes[type]! || 1
    const remembered = hashTable.get(known, hash)
    // -1 stands for what is not remembered, so what is lies above it by all there can be.
    if (remembered >= 0) {
      numbers[type] = remembered - zero
      continue
    }
    const form = word(type)
    numbers[type] = numberOf(vocabulary, form, english || form.length >= 9)
    hashTable.set(known, hash, numbers[type]! + zero)
  }
  return numbers
}
const zero = 2 ** 31

/** What may stand between two words of a name: blanks, one line end among them, hyphens, slashes, brackets, an apostrophe, a comma. */
function joins(text: string, from: number, to: number): boolean {
  if (to - from === 1) {
    const unit = text.charCodeAt(from)
    if (unit === 32) return true
  }
  if (to - from > 4) return false
  let lines = 0
  let signs = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10) lines++
    else if (
      unit === 45 ||
      unit === 47 ||
      unit === 39 ||
      unit === 44 ||
      unit === 40 ||
      unit === 41 ||
      (unit >= 0x2010 && unit <= 0x2013) ||
      unit === 0x2019
    )
      signs++
    else if (unit !== 32 && unit !== 9 && unit !== 13 && unit !== 0xa0) return false
  }
  return lines === 0 ? signs <= 2 : lines === 1 && signs === 0
}

/**
 * The names of a vocabulary in a document: the longest name from left to right, over folded words; a long word that neither the vocabulary nor English
 * knows may be one slip away from one of the vocabulary (as may any in languages we have no dictionary of, from nine letters on). An abbreviation that the
 * document defines itself, as in `deep vein thrombosis (DVT)`, stands for what it abbreviates.
 */
export function findConcepts(vocabulary: Vocabulary, document: Document): Mentions {
  const { text } = document
  const scanned = words(document)
  const { count, starts, ends, types } = scanned
  const memory = memoryOf(vocabulary)
  const english = language(document).language === 'en'
  const { edges, roots, firstEntry } = vocabulary
  const numbers = numbersOf(vocabulary, scanned, english ? memory.english : memory.others, english)
  const found: Found[] = []
  for (let i = 0; i < count; i++) {
    const number = numbers[types[i]!]!
    if (number === 0) continue
    let state = roots[Math.abs(number) - 1]!
    if (state < 0) continue
    let slip = number < 0 ? 1 : 0
    let best: Found | undefined
    const first = i
    for (let at = i; ; ) {
      if (firstEntry[state]! >= 0) {
        const candidates = candidatesAt(vocabulary, memory, state, at === first && isInCapitals(text, starts[at]!, ends[at]!))
        if (candidates.length > 0) best = { start: starts[first]!, end: ends[at]!, first, end_: at + 1, candidates, slip }
      }
      const next = at + 1
      if (next >= count || numbers[types[next]!] === 0) break
      const following = numbers[types[next]!]!
      const to = nextState(edges, state, Math.abs(following) - 1)
      if (to < 0 || !joins(text, ends[at]!, starts[next]!)) break
      if (following < 0) slip = 1
      state = to
      at = next
    }
    if (!best) continue
    // An elided article is one word with what follows it, and no part of the name.
    best.start += elisionOf(scanned.word(types[first]!))
    found.push(best)
    i = best.end_ - 1
  }
  return columnsOf(withShortForms(text, document, found))
}

// Filled by hand: `from` with a function costs more than the search itself.
function columnsOf(found: readonly Found[]): Mentions {
  const count = found.length
  const starts = new Uint32Array(count)
  const ends = new Uint32Array(count)
  const firstWords = new Uint32Array(count)
  const endWords = new Uint32Array(count)
  const slips = new Uint8Array(count)
  const candidates = new Array<readonly number[]>(count)
  for (let m = 0; m < count; m++) {
    const each = found[m]!
    starts[m] = each.start
    ends[m] = each.end
    firstWords[m] = each.first
    endWords[m] = each.end_
    slips[m] = each.slip
    candidates[m] = each.candidates
  }
  return { count, starts, ends, firstWords, endWords, candidates, slips }
}

function isInCapitals(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97 && unit <= 122) return false
  }
  return true
}

function candidatesAt(vocabulary: Vocabulary, { candidates, capitals }: Memory, state: number, inCapitals: boolean): readonly number[] {
  const { placeOf, lists } = inCapitals ? capitals : candidates
  const place = placeOf[state]!
  if (place > 0) return lists[place]!
  const { firstEntry, nextEntry, conceptOf, flagsOf } = vocabulary
  const entries: number[] = []
  for (let entry = firstEntry[state]!; entry >= 0; entry = nextEntry[entry]!)
    if (inCapitals || (flagsOf[entry]! & nameFlag.capitals) === 0) entries.push(entry)
  const preferred = (entry: number): number => flagsOf[entry]! & nameFlag.preferred
  const made = entries.sort((a, b) => preferred(b) - preferred(a) || conceptOf[a]! - conceptOf[b]!).map((entry) => conceptOf[entry]!)
  placeOf[state] = lists.length
  lists.push(made)
  return made
}

type Found = { start: number; end: number; first: number; end_: number; candidates: readonly number[]; slip: number }

/** The mentions with those of abbreviations that the document defines: they take the concept of the name before the bracket, everywhere. */
function withShortForms(text: string, document: Document, found: readonly Found[]): readonly Found[] {
  const definitions = definedShortForms(text)
  if (definitions.length === 0) return found
  const meaning = new Map<string, readonly number[]>()
  for (const { short, long } of definitions) {
    const name = found.find(({ start, end }) => end === long.end && start >= long.start)
    if (name && !meaning.has(short)) meaning.set(short, name.candidates)
  }
  if (meaning.size === 0) return found
  const { count, starts, ends } = words(document)
  const all = [...found]
  const taken = (start: number, end: number): boolean =>
    found.some((each) => each.start < end && start < each.end && each.end - each.start > end - start)
  for (let i = 0; i < count; i++) {
    const candidates = meaning.get(text.slice(starts[i], ends[i]))
    if (!candidates || taken(starts[i]!, ends[i]!)) continue
    const same = all.findIndex(({ start, end }) => start < ends[i]! && starts[i]! < end)
    const made = { start: starts[i]!, end: ends[i]!, first: i, end_: i + 1, candidates, slip: 0 }
    if (same >= 0) all[same] = made
    else all.push(made)
  }
  return all.sort((a, b) => a.start - b.start)
}
