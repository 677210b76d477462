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
import { column, type EuropeanLanguage, scanWords, words } from '@corpuscope/text'

/** The words of a document that no list knows, where they are written in lower case and by themselves. */
export interface Unknown {
  /** Of the word itself, without what an apostrophe joins to it. */
  readonly hashes: Float64Array
  readonly counts: Uint32Array
  /** The word of the i-th hash. */
  readonly word: (i: number) => string
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
      const { word: wordOf, hashes, types, starts, ends, frequencies } = words(document)
      const isUnknown = column.u8(hashes.length)
      let plainWords = 0
      let some = 0
      for (let type = 0; type < hashes.length; type++) {
        const own = classes[type]!
        if ((own & wordClass.digit) === 0) plainWords += frequencies[type]!
        const wanted = hasDictionary
          ? (own & wordClass.unlisted) !== 0
          : (own & listedClasses) === 0 && letters[type]! >= shortest && letters[type]! <= longest
        if (!wanted || (list && isListed(hashes[type]!, () => wordOf(type), language))) continue
        isUnknown[type] = 1
        some++
      }
      const dictionary = dictionaryOf(language) ?? list!
      if (lentCounts.length < hashes.length) lentCounts = new Uint32Array(2 * hashes.length)
      const alone = lentCounts
      const found: number[] = []
      let joined = 0
      for (let word = 0; some > 0 && word < types.length; word++) {
        const type = types[word]!
        if (isUnknown[type] === 0) continue
        const isJoined = (classes[type]! & wordClass.joined) !== 0
        const [from, to] = isJoined ? bareSpan(wordOf(type), language) : [0, ends[word]! - starts[word]!]
        if (to - from < shortest || !standsAlone(document.text, starts[word]! + from, starts[word]! + to, dictionary)) continue
        if (alone[type]!++ > 0) continue
        found.push(type)
        if (isJoined) joined++
      }
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
        alone[type] = 0
      }
      return {
        hashes: own.subarray(0, typesFound.length),
        counts: counts.subarray(0, typesFound.length),
        word: (i) => bareOf(wordOf(typesFound[i]!), language),
        plainWords,
        language,
      }
    },
    all(document) {
      const { hashes, word } = words(document)
      const { letters, classes, language } = wordFacts(document)
      if (lent.length < hashes.length) lent = new Float64Array(2 * hashes.length)
      let kept = 0
      let joined = 0
      for (let type = 0; type < hashes.length; type++) {
        const own = classes[type]!
        if (letters[type]! < shortest || (own & wordClass.digit) !== 0) continue
        if ((own & wordClass.joined) !== 0 && language !== undefined) {
          lent[kept++] = bareHash(hashes[type]!, () => word(type), language)
          joined++
        } else lent[kept++] = hashes[type]!
      }
      const all = lent.subarray(0, kept)
      // A document counts once for a word, joined or not.
      return joined === 0 ? all : Float64Array.from(new Set(all))
    },
  }
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
