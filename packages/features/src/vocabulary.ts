import { type HashTable, hash53, hashTable } from '@corpuscope/statistics'
import { isStopWord, scanWords } from '@corpuscope/text'
import { isEnglishWord } from './dictionary.ts'
import { foldWord } from './fold-word.ts'

import { type SlipIndex, slipIndex } from './slips.ts'

/**
 * Names of concepts, compiled: an automaton over folded words, in columns. A state is the path of words that leads to it, from state 0; a name ends at
 * a state; a name of several concepts is ambiguous.
 */
export interface Vocabulary {
  /** Per concept. */
  readonly codes: readonly string[]
  /** Per concept: the preferred name, or the first that was given. */
  readonly names: readonly string[]
  /** Per concept: place in `types`; -1 for none. */
  readonly typeOf: Int32Array
  readonly types: readonly string[]
  /** Names compiled; doubled ones count once. */
  readonly size: number
  readonly words: WordTable
  readonly edges: EdgeTable
  /** Per word: the state it leads to from state 0, -1 for none. */
  readonly roots: Int32Array
  /** Per state: its first entry, -1 for none. */
  readonly firstEntry: Int32Array
  /** Per entry: the next one of the state, its concept, and its flags. */
  readonly nextEntry: Int32Array
  readonly conceptOf: Int32Array
  readonly flagsOf: Uint8Array
  readonly slips: SlipIndex
}

/** Names that stand for several concepts. */
export function ambiguousNames({ firstEntry, nextEntry }: Vocabulary): number {
  let names = 0
  for (const entry of firstEntry) if (entry >= 0 && nextEntry[entry]! >= 0) names++
  return names
}

/** What an entry says of its name. */
export const nameFlag = {
  /** The name the concept is called by. */
  preferred: 1,
  /** An abbreviation that is a word of the language too, such as AS or CAT: it stands for the concept only in capitals. */
  capitals: 2,
} as const

interface WordTable {
  /** Folded word's hash -> its number. */
  readonly byHash: HashTable
  readonly count: number
}

/** Edges by open addressing: from a state, over a word, to a state. */
interface EdgeTable {
  from: Int32Array
  word: Int32Array
  to: Int32Array
  size: number
}

const slotFor = (state: number, word: number, mask: number): number => {
  let h = Math.imul(state ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) & mask
}

/** The state that a word leads to from a state; -1 for none. */
export function nextState({ from, word: words, to }: EdgeTable, state: number, word: number): number {
  const mask = from.length - 1
  let slot = slotFor(state, word, mask)
  while (from[slot] !== -1) {
    if (from[slot] === state && words[slot] === word) return to[slot]!
    slot = (slot + 1) & mask
  }
  return -1
}

const emptyEdges = (slots: number): EdgeTable => ({
  from: new Int32Array(slots).fill(-1),
  word: new Int32Array(slots),
  to: new Int32Array(slots),
  size: 0,
})

function place(table: EdgeTable, from: number, word: number, to: number): void {
  const mask = table.from.length - 1
  let slot = slotFor(from, word, mask)
  while (table.from[slot] !== -1) slot = (slot + 1) & mask
  table.from[slot] = from
  table.word[slot] = word
  table.to[slot] = to
  table.size++
}

function grownEdges(table: EdgeTable): EdgeTable {
  const larger = emptyEdges(table.from.length * 2)
  for (let slot = 0; slot < table.from.length; slot++)
    if (table.from[slot] !== -1) place(larger, table.from[slot]!, table.word[slot]!, table.to[slot]!)
  return larger
}

function rootsOf({ from, word, to }: EdgeTable, words: number): Int32Array {
  const roots = new Int32Array(words).fill(-1)
  for (let slot = 0; slot < from.length; slot++) if (from[slot] === 0) roots[word[slot]!] = to[slot]!
  return roots
}

/** A column that grows. */
class Column {
  data = new Int32Array(1024)
  size = 0
  push(value: number): void {
    if (this.size === this.data.length) {
      const larger = new Int32Array(this.data.length * 2)
      larger.set(this.data)
      this.data = larger
    }
    this.data[this.size++] = value
  }
}

/** Words of the longest name that is taken in. */
const longestName = 16
const batchUnits = 1 << 16
const longestTyped = 40

export interface VocabularyBuilder {
  add(code: string, name: string, options?: { readonly type?: string | undefined; readonly preferred?: boolean | undefined }): void
  /** The type of a concept that has names, or will have. */
  setType(code: string, type: string): void
  /** The same for a concept that has names; nothing for any other, and the first of several types. */
  setTypeOfKnown(code: string, type: string): void
  finish(): Vocabulary
}

/**
 * Takes names in one by one and compiles them. Memory grows with distinct words, states and concepts, not with the file.
 *
 * @param language  of the names: one that is nothing but a function word is left out, unless it is written in capitals
 */
export function vocabularyBuilder(language = 'en'): VocabularyBuilder {
  const conceptByCode = new Map<string, number>()
  const codes: string[] = []
  const names: string[] = []
  const preferred: boolean[] = []
  const typeOf = new Column()
  const types: string[] = []
  const typeByName = new Map<string, number>()
  const byHash = hashTable.create(1 << 14)
  const typed = slipIndex.create()
  let words = 0
  let edges = emptyEdges(1 << 12)
  const firstEntry = new Column()
  firstEntry.push(-1)
  const nextEntry = new Column()
  const conceptOf = new Column()
  const flagsOf = new Column()

  let batch: string[] = []
  let waiting: { concept: number; name: string; preferred: boolean }[] = []
  let units = 0

  const conceptFor = (code: string): number => {
    let concept = conceptByCode.get(code)
    if (concept === undefined) {
      concept = codes.length
      conceptByCode.set(code, concept)
      codes.push(code)
      names.push('')
      preferred.push(false)
      typeOf.push(-1)
    }
    return concept
  }

  const wordOf = (folded: string): number => {
    const hash = hash53(folded) || 1
    let word = hashTable.get(byHash, hash)
    if (word < 0) {
      word = words++
      hashTable.set(byHash, hash, word)
      if (folded.length <= longestTyped) slipIndex.add(typed, folded, word)
    }
    return word
  }

  const flush = (): void => {
    const text = batch.join('\n')
    const scanned = scanWords(text)
    const { count, starts, types: typesOfWords, vocabulary } = scanned
    const wordOfType = new Int32Array(vocabulary.length).fill(-1)
    let at = 0
    let end = 0
    for (const [i, name] of batch.entries()) {
      end += name.length + 1
      const first = at
      while (at < count && starts[at]! < end) at++
      if (at > first && at - first <= longestName) take(waiting[i]!, first, at, vocabulary, typesOfWords, wordOfType)
    }
    batch = []
    waiting = []
    units = 0
  }

  const take = (
    { concept, name, preferred: first }: (typeof waiting)[number],
    from: number,
    to: number,
    vocabulary: readonly string[],
    typesOfWords: Uint32Array,
    wordOfType: Int32Array,
  ): void => {
    let flags = first ? nameFlag.preferred : 0
    if (to - from === 1) {
      const word = vocabulary[typesOfWords[from]!]!
      const capitals = /\p{Lu}/u.test(name) && name === name.toUpperCase()
      const everyday = isStopWord(word, language) || isStopWord(word, 'en')
      // One letter or a bare number says nothing, in any spelling; a short abbreviation that is a word too says it in capitals.
      if (/^(?:\p{L}|[\p{N}.,]+)$/u.test(word)) return
      if (everyday && !capitals) return
      if (capitals && name.length <= 5 && (everyday || isEnglishWord(word))) flags |= nameFlag.capitals
    }
    let state = 0
    for (let i = from; i < to; i++) {
      const type = typesOfWords[i]!
      let word = wordOfType[type]!
      if (word < 0) wordOfType[type] = word = wordOf(foldWord(vocabulary[type]!))
      let next = nextState(edges, state, word)
      if (next < 0) {
        next = firstEntry.size
        firstEntry.push(-1)
        if (edges.size * 2 >= edges.from.length) edges = grownEdges(edges)
        place(edges, state, word, next)
      }
      state = next
    }
    for (let entry = firstEntry.data[state]!; entry >= 0; entry = nextEntry.data[entry]!)
      if (conceptOf.data[entry] === concept) {
        // The name in small letters too frees the one in capitals; preferred once is preferred.
        flagsOf.data[entry] = ((flagsOf.data[entry]! | flags) & nameFlag.preferred) | (flagsOf.data[entry]! & flags & nameFlag.capitals)
        return
      }
    nextEntry.push(firstEntry.data[state]!)
    conceptOf.push(concept)
    flagsOf.push(flags)
    firstEntry.data[state] = conceptOf.size - 1
  }

  const typeFor = (type: string): number => {
    let place = typeByName.get(type)
    if (place === undefined) {
      place = types.length
      typeByName.set(type, place)
      types.push(type)
    }
    return place
  }

  return {
    add(code, name, { type, preferred: first = false } = {}) {
      const concept = conceptFor(code)
      if (type !== undefined && typeOf.data[concept] === -1) typeOf.data[concept] = typeFor(type)
      if (names[concept] === '' || (first && !preferred[concept])) {
        names[concept] = name
        preferred[concept] = first
      }
      batch.push(name)
      waiting.push({ concept, name, preferred: first })
      units += name.length
      if (units >= batchUnits) flush()
    },
    setType(code, type) {
      typeOf.data[conceptFor(code)] = typeFor(type)
    },
    setTypeOfKnown(code, type) {
      const concept = conceptByCode.get(code)
      if (concept !== undefined && typeOf.data[concept] === -1) typeOf.data[concept] = typeFor(type)
    },
    finish() {
      flush()
      return {
        codes,
        names,
        typeOf: typeOf.data.slice(0, typeOf.size),
        types,
        size: conceptOf.size,
        words: { byHash, count: words },
        edges,
        roots: rootsOf(edges, words),
        firstEntry: firstEntry.data.slice(0, firstEntry.size),
        nextEntry: nextEntry.data.slice(0, nextEntry.size),
        conceptOf: conceptOf.data.slice(0, conceptOf.size),
        flagsOf: Uint8Array.from(flagsOf.data.subarray(0, flagsOf.size)),
        slips: slipIndex.close(typed),
      }
    },
  }
}
