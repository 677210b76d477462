import type { Document } from '@corpuscope/core'
import { type HashTable, hash53, hashTable } from '@corpuscope/statistics'
import { language, words } from '@corpuscope/text'
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

/** What is remembered of words between documents: number in the vocabulary, and whether it took a slip to find it. */
interface Memory {
  known: HashTable
  candidates: Map<number, readonly number[]>
  capitals: Map<number, readonly number[]>
}

const memories = new WeakMap<Vocabulary, Memory>()
/** Words remembered; beyond them all are forgotten, which costs a document. */
const mostKnown = 1 << 18
const slipped = 2 ** 31

function memoryOf(vocabulary: Vocabulary): Memory {
  let memory = memories.get(vocabulary)
  if (!memory) memories.set(vocabulary, (memory = { known: hashTable.create(1 << 12), candidates: new Map(), capitals: new Map() }))
  if (memory.known.size > mostKnown) memory.known = hashTable.create(1 << 12)
  return memory
}

/** The number of a word that may be misspelt: 0 for none, number + 1, with `slipped` added where one slip was mended. */
function numberOf(vocabulary: Vocabulary, word: string, mend: boolean): number {
  const folded = foldWord(word)
  const exact = hashTable.get(vocabulary.words.byHash, hash53(folded) || 1)
  if (exact >= 0) return exact + 1
  if (!mend || isEnglishWord(word) || isEnglishWord(folded)) return 0
  const near = slipIndex.find(vocabulary.slips, folded)
  return near < 0 ? 0 : near + 1 + slipped
}

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
  const { count, starts, ends, types, hashes, vocabulary: forms } = words(document)
  const memory = memoryOf(vocabulary)
  const english = language(document).language === 'en'
  const { edges, firstEntry } = vocabulary
  // Known ones are told apart by language: only English has a dictionary that keeps its words from being mended.
  const salt = english ? 1 : 0
  const numbers = new Float64Array(hashes.length)
  for (let type = 0; type < hashes.length; type++) {
    const key = hashes[type]! - (hashes[type]! % 2) + salt || 2
    let number = hashTable.get(memory.known, key)
    if (number < 0) {
      const form = forms[type]!
      number = numberOf(vocabulary, form, english || form.length >= 9)
      hashTable.set(memory.known, key, number)
    }
    numbers[type] = number
  }
  const found: { start: number; end: number; first: number; end_: number; candidates: readonly number[]; slip: number }[] = []
  for (let i = 0; i < count; i++) {
    const number = numbers[types[i]!]!
    if (number === 0) continue
    let state = nextState(edges, 0, (number % slipped) - 1)
    if (state < 0) continue
    let slip = number >= slipped ? 1 : 0
    let best: (typeof found)[number] | undefined
    const first = i
    for (let at = i; ; ) {
      if (firstEntry[state]! >= 0) {
        const candidates = candidatesAt(vocabulary, memory, state, at === first && isInCapitals(text, starts[at]!, ends[at]!))
        if (candidates.length > 0) best = { start: starts[first]!, end: ends[at]!, first, end_: at + 1, candidates, slip }
      }
      const next = at + 1
      if (next >= count || numbers[types[next]!] === 0) break
      const following = numbers[types[next]!]!
      const to = nextState(edges, state, (following % slipped) - 1)
      if (to < 0 || !joins(text, ends[at]!, starts[next]!)) break
      if (following >= slipped) slip = 1
      state = to
      at = next
    }
    if (!best) continue
    // An elided article is one word with what follows it, and no part of the name.
    best.start += elisionOf(forms[types[first]!]!)
    found.push(best)
    i = best.end_ - 1
  }
  const all = withShortForms(text, document, found)
  return {
    count: all.length,
    starts: Uint32Array.from(all, (each) => each.start),
    ends: Uint32Array.from(all, (each) => each.end),
    firstWords: Uint32Array.from(all, (each) => each.first),
    endWords: Uint32Array.from(all, (each) => each.end_),
    candidates: all.map((each) => each.candidates),
    slips: Uint8Array.from(all, (each) => each.slip),
  }
}

function isInCapitals(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97 && unit <= 122) return false
  }
  return true
}

function candidatesAt(vocabulary: Vocabulary, { candidates, capitals }: Memory, state: number, inCapitals: boolean): readonly number[] {
  const cache = inCapitals ? capitals : candidates
  let made = cache.get(state)
  if (made) return made
  const { firstEntry, nextEntry, conceptOf, flagsOf } = vocabulary
  const entries: number[] = []
  for (let entry = firstEntry[state]!; entry >= 0; entry = nextEntry[entry]!)
    if (inCapitals || (flagsOf[entry]! & nameFlag.capitals) === 0) entries.push(entry)
  const preferred = (entry: number): number => flagsOf[entry]! & nameFlag.preferred
  made = entries.sort((a, b) => preferred(b) - preferred(a) || conceptOf[a]! - conceptOf[b]!).map((entry) => conceptOf[entry]!)
  cache.set(state, made)
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
