import type { Document } from '@corpuscope/core'
import {
  bareSpan,
  type Dictionary,
  dictionaryOf,
  listedClasses,
  spelledLanguages,
  type WordList,
  wordClass,
  wordFacts,
} from '@corpuscope/features'
import { hashTable } from '@corpuscope/statistics'
import { column, type EuropeanLanguage, scanWords, type Words, words } from '@corpuscope/text'

/** The words of a document that no list knows, where they are written in lower case and by themselves. */
export interface Unknown {
  /** Of the word itself, without what an apostrophe joins to it. */
  readonly hashes: Float64Array
  readonly counts: Uint32Array
  /** The word of the i-th hash. */
  readonly word: (i: number) => string
  /** Where they stand, three numbers each: the place of the word in the columns above, and where it begins and ends in the text. */
  readonly spans: Uint32Array
  readonly plainWords: number
  readonly language: EuropeanLanguage
}

/** Shorter words are abbreviations more often than words, longer ones are no words. */
const shortest = 4
const longest = 40

/** Which words a dictionary would have to know, and which it does not; `list` are words that the user brings. */
export interface SpelledWords {
  /** Undefined when the document's language has neither a dictionary nor a list that is one. */
  unknown(document: Document): Unknown | undefined
  /** The types of a document that a misspelled word could be or be meant to be, by their hash; the array is lent until the next call. */
  all(document: Document): Float64Array
}

export function spelledWords(list?: WordList): SpelledWords {
  // By the hash of a type: that of the word itself (l'hôpital: hôpital), and whether the list that stands for a dictionary knows it.
  const bare = hashTable.create()
  const listed = hashTable.create()

  const bareHash = (hash: number, word: () => string, language: EuropeanLanguage): number => {
    let found = hashTable.get(bare, hash)
    if (found < 0) hashTable.set(bare, hash, (found = hashOf(bareOf(word(), language))))
    return found
  }
  const isListed = (hash: number, word: () => string, language: EuropeanLanguage): boolean => {
    let found = hashTable.get(listed, hash)
    if (found < 0) hashTable.set(listed, hash, (found = list!.knows(bareOf(word(), language)) ? 1 : 0))
    return found === 1
  }

  let lent = new Float64Array(2048)
  // Per type, lent to one call after the other: all zero between them.
  let lentCounts = new Uint32Array(2048)
  return {
    unknown(document) {
      const { classes, letters, language } = wordFacts(document)
      if (language === undefined) return undefined
      const hasDictionary = spelledLanguages.includes(language)
      if (!hasDictionary && !list?.covers(language)) return undefined
      const read = words(document)
      const { word: wordOf, hashes, frequencies } = read
      const wanted = column.u8(hashes.length)
      const some = hasDictionary ? markUnlisted(wanted, classes) : markLong(wanted, classes, letters)
      if (list && some > 0)
        for (let type = 0; type < hashes.length; type++)
          if (wanted[type] === 1 && isListed(hashes[type]!, () => wordOf(type), language)) wanted[type] = 0
      if (lentCounts.length < hashes.length) lentCounts = new Uint32Array(2 * hashes.length)
      const alone = lentCounts
      const stood: number[] = []
      const found =
        some === 0 ? [] : countAlone(alone, stood, document.text, read, wanted, classes, language, dictionaryOf(language) ?? list!)
      let joined = 0
      for (const type of found) if ((classes[type]! & wordClass.joined) !== 0) joined++
      const plainWords = plainWordsOf(classes, frequencies)
      const own = column.f64(found.length)
      const counts = column.u32(found.length)
      const typesFound: number[] = []
      // Two types are one word only where an apostrophe joined something to it.
      const places = joined > 0 ? new Map<number, number>() : undefined
      for (const type of found) {
        const isJoined = (classes[type]! & wordClass.joined) !== 0
        const hash = isJoined ? bareHash(hashes[type]!, () => wordOf(type), language) : hashes[type]!
        const place = places?.get(hash) ?? typesFound.length
        if (place === typesFound.length) {
          typesFound.push(type)
          places?.set(hash, place)
        }
        own[place] = hash
        counts[place]! += alone[type]!
        alone[type] = place
      }
      const spans = column.u32(3 * stood.length)
      stood.forEach((word, i) => {
        const type = read.types[word]!
        const isJoined = (classes[type]! & wordClass.joined) !== 0
        const [from, to] = isJoined ? bareSpan(wordOf(type), language) : [0, read.ends[word]! - read.starts[word]!]
        spans[3 * i] = alone[type]!
        spans[3 * i + 1] = read.starts[word]! + from
        spans[3 * i + 2] = read.starts[word]! + to
      })
      for (const type of found) alone[type] = 0
      return {
        hashes: own.subarray(0, typesFound.length),
        counts: counts.subarray(0, typesFound.length),
        word: (i) => bareOf(wordOf(typesFound[i]!), language),
        spans,
        plainWords,
        language,
      }
    },
    all(document) {
      const { hashes, word } = words(document)
      const { letters, classes, language } = wordFacts(document)
      if (lent.length < hashes.length) lent = new Float64Array(2 * hashes.length)
      const joined = language === undefined ? [] : joinedTypes(letters, classes)
      if (joined.length === 0) return lent.subarray(0, spellable(lent, hashes, letters, classes))
      // A document counts once for a word, joined or not.
      const bareHashes = new Set(joined.map((type) => bareHash(hashes[type]!, () => word(type), language!)))
      const filter = lentFilter.fill(0)
      for (const hash of bareHashes) filter[(hash | 0) & (filter.length - 1)] = 1
      let kept = 0
      const all = spellable(lent, hashes, letters, classes)
      for (let i = 0; i < all; i++) {
        const hash = lent[i]!
        if (filter[(hash | 0) & (filter.length - 1)] === 0 || !bareHashes.has(hash)) lent[kept++] = hash
      }
      for (const hash of bareHashes) lent[kept++] = hash
      return lent.subarray(0, kept)
    },
  }
}

/** Tells of most hashes that they are none of a few. */
const lentFilter = new Uint8Array(4096)

function joinedTypes(letters: Uint8Array, classes: Uint16Array): number[] {
  const found: number[] = []
  for (let type = 0; type < classes.length; type++)
    if ((classes[type]! & (wordClass.joined | wordClass.digit)) === wordClass.joined && letters[type]! >= shortest) found.push(type)
  return found
}

/** Takes the hashes of types that a word could be meant to be, without those that something is joined to, and returns how many they are. */
function spellable(into: Float64Array, hashes: Float64Array, letters: Uint8Array, classes: Uint16Array): number {
  let kept = 0
  for (let type = 0; type < hashes.length; type++)
    if (letters[type]! >= shortest && (classes[type]! & (wordClass.digit | wordClass.joined)) === 0) into[kept++] = hashes[type]!
  return kept
}

function markUnlisted(wanted: Uint8Array, classes: Uint16Array): number {
  let some = 0
  for (let type = 0; type < classes.length; type++) {
    if ((classes[type]! & wordClass.unlisted) === 0) continue
    wanted[type] = 1
    some++
  }
  return some
}

function markLong(wanted: Uint8Array, classes: Uint16Array, letters: Uint8Array): number {
  let some = 0
  for (let type = 0; type < classes.length; type++) {
    if ((classes[type]! & listedClasses) !== 0 || letters[type]! < shortest || letters[type]! > longest) continue
    wanted[type] = 1
    some++
  }
  return some
}

/** Counts the words that stand by themselves of each type that is wanted, and returns those types in the order in which they come; `stood` gets the words. */
function countAlone(
  counts: Uint32Array,
  stood: number[],
  text: string,
  { word: wordOf, types, starts, ends }: Words,
  wanted: Uint8Array,
  classes: Uint16Array,
  language: EuropeanLanguage,
  dictionary: Dictionary,
): number[] {
  const found: number[] = []
  // Two loops, since what the second asks of few words would have the compiler make the first anew each time that it meets a rare case.
  const n = wantedWords(types, wanted)
  for (let i = 0; i < n; i++) {
    const word = lentPlaces[i]!
    const type = types[word]!
    const start = starts[word]!
    const stands =
      (classes[type]! & wordClass.joined) === 0
        ? ends[word]! - start >= shortest && standsAlone(text, start, ends[word]!, dictionary)
        : joinedStandsAlone(text, start, wordOf(type), language, dictionary)
    if (!stands) continue
    stood.push(word)
    if (counts[type]!++ === 0) found.push(type)
  }
  return found
}

let lentPlaces = new Uint32Array(2048)

/** Notes the places of the words whose types are wanted in `lentPlaces`, and returns how many they are. */
function wantedWords(types: Uint32Array, wanted: Uint8Array): number {
  if (lentPlaces.length < types.length) lentPlaces = new Uint32Array(2 * types.length)
  let n = 0
  for (let word = 0; word < types.length; word++) if (wanted[types[word]!] === 1) lentPlaces[n++] = word
  return n
}

function joinedStandsAlone(text: string, start: number, word: string, language: EuropeanLanguage, dictionary: Dictionary): boolean {
  const [from, to] = bareSpan(word, language)
  return to - from >= shortest && standsAlone(text, start + from, start + to, dictionary)
}

function plainWordsOf(classes: Uint16Array, frequencies: Uint32Array): number {
  let plain = 0
  for (let type = 0; type < classes.length; type++) if ((classes[type]! & wordClass.digit) === 0) plain += frequencies[type]!
  return plain
}

export const hashOf = (word: string): number => scanWords(word).hashes[0]!

function bareOf(word: string, language: EuropeanLanguage): string {
  if (!word.includes("'") && !word.includes('\u2019')) return word
  const [from, to] = bareSpan(word, language)
  return word.slice(from, to)
}

const apostrophes = new Set("'\u2019")
const joints = new Set("@/_.\u2010\u2011+#&'\u2019")
const wordlike = /[\p{L}\p{N}]/u

/** In lower case throughout, and no part of an address or a path; a part of a compound with hyphens, when the whole is no word that was divided. */
function standsAlone(text: string, start: number, end: number, dictionary: Dictionary): boolean {
  for (let i = start; i < end; i++) if (!isSmallLetter(text.charCodeAt(i))) return false
  const before = text[start - 1]
  const after = text[end]
  if (before === '-' || after === '-') return isPartOfCompound(text, start, end, dictionary)
  // What an apostrophe joins was cut off.
  if (before !== undefined && joints.has(before) && !(apostrophes.has(before) && start > 1 && wordlike.test(text[start - 2]!)))
    if (start > 1 && (before !== '.' || wordlike.test(text[start - 2]!))) return false
  if (after === undefined || !joints.has(after)) return true
  const next = text[end + 1]
  if (apostrophes.has(after)) return next !== undefined && wordlike.test(next)
  return after === '.' && !(next !== undefined && wordlike.test(next))
}

function isPartOfCompound(text: string, start: number, end: number, dictionary: Dictionary): boolean {
  // A combining form is no word by itself: cortico-, médiastino-.
  if (text[end] === '-' && text[end - 1] === 'o') return false
  const isPart = (at: number): boolean => text[at] === '-' || isSmallLetter(text.charCodeAt(at))
  let from = start
  while (from > 0 && isPart(from - 1)) from--
  let to = end
  while (to < text.length && isPart(to)) to++
  const whole = text.slice(from, to)
  if (/^-|-$|--/.test(whole) || (from > 0 && /[\p{L}\p{N}@/_.'\u2019]/u.test(text[from - 1]!))) return false
  if (to < text.length && /[\p{L}\p{N}@/_'\u2019]/u.test(text[to]!)) return false
  return !dictionary.knows(whole.replaceAll('-', ''))
}

/** a to z, and those with the marks of Western languages. */
const isSmallLetter = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0xff && unit !== 0xf7) || unit === 0x153
