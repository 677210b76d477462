import { type EuropeanLanguage, stopWords } from '@corpuscope/text'
import type { Dictionary } from './dictionary.ts'

/** Fewer words are terms of a field and no dictionary. */
export const fewestOfDictionary = 20_000
/** A dictionary holds this share of the function words of its language. */
const functionWordShare = 0.9

/** Words that a person brings, beside the dictionary of a language or in its place. */
export interface WordList extends Dictionary {
  readonly size: number
  /** Whether the list is large enough for a dictionary of the language, and of that language: it holds nine of ten of its function words. */
  covers(language: EuropeanLanguage): boolean
}

/**
 * A list of words to look words up in.
 *
 * @param text  lower-cased words, each once, sorted by code units, one a line
 */
export function wordList(text: string): WordList {
  const words = text.split('\n')
  const known = new Set(words)
  const alphabet = [...new Set(words.join(''))].sort()
  const letters = new Set(alphabet)
  const covered = new Map<EuropeanLanguage, boolean>()
  return {
    size: known.size,
    covers(language) {
      let is = covered.get(language)
      if (is === undefined) {
        const common = [...stopWords(language)]
        const held = common.filter((word) => known.has(word)).length
        covered.set(language, (is = known.size >= fewestOfDictionary && common.length > 0 && held >= functionWordShare * common.length))
      }
      return is
    },
    knows: (word) => known.has(word),
    spells: (word) => [...word].every((letter) => letters.has(letter)),
    opens(word) {
      for (let i = lowerBound(words, word); i < words.length && words[i]!.startsWith(word); i++)
        if (words[i]!.length >= word.length + 2) return true
      return false
    },
    neighbours: (word) => [...slipsOf(word, alphabet)].filter((other) => other !== word && known.has(other)).sort(),
  }
}

/** Both dictionaries as one. */
export const eitherDictionary = (a: Dictionary, b: Dictionary): Dictionary => ({
  knows: (word) => a.knows(word) || b.knows(word),
  spells: (word) => a.spells(word) || b.spells(word),
  opens: (word) => a.opens(word) || b.opens(word),
  neighbours: (word) => [...new Set([...a.neighbours(word), ...b.neighbours(word)])].sort(),
})

function slipsOf(word: string, alphabet: readonly string[]): Set<string> {
  const made = new Set<string>()
  for (let i = 1; i <= word.length; i++) {
    const [before, rest] = [word.slice(0, i), word.slice(i)]
    if (rest !== '') made.add(before + rest.slice(1))
    if (rest.length > 1) made.add(before + rest[1]! + rest[0]! + rest.slice(2))
    for (const letter of alphabet) {
      made.add(before + letter + rest)
      if (rest !== '') made.add(before + letter + rest.slice(1))
    }
  }
  return made
}

function lowerBound(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words[middle]! < word) low = middle + 1
    else high = middle
  }
  return low
}
