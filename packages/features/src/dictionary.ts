import { brotliDecompressSync } from 'node:zlib'
import * as english from './dictionary-en.generated.ts'
import * as spanish from './dictionary-es.generated.ts'
import * as french from './dictionary-fr.generated.ts'
import * as portuguese from './dictionary-pt.generated.ts'

/** Spelling in one language, by hunspell's dictionaries with all forms. Words are given in lower case. */
export interface Dictionary {
  /** Whether a word is one of the language. Words with letters that the language does not write are unknown to it. */
  knows(word: string): boolean
  /** Whether a word consists of letters that the language writes. */
  spells(word: string): boolean
  /**
   * Whether a word is cut off from a word two letters longer or more, as clinicians shorten them.
   *
   * @example dictionaryOf('en').opens('approp') // true: appropriate
   */
  opens(word: string): boolean
  /**
   * Words one slip away from a word, beginning with its first letter: one letter left out, added or replaced, or two neighbours swapped.
   *
   * @returns in the order of code units, without the word itself
   * @see Damerau 1964, CACM 7(3):171-176: four of five misspellings are one such slip, and the first letter is seldom wrong
   * @example dictionaryOf('en').neighbours('pateint').includes('patient') // true
   */
  neighbours(word: string): string[]
}

interface Packed {
  readonly alphabet: string
  readonly edges: string
}

const packed: Readonly<Record<string, Packed>> = { en: english, es: spanish, fr: french, pt: portuguese }

/** Languages with a dictionary whose licence lets us give it on: those of German and Italian are under the GPL. */
export const spelledLanguages: readonly string[] = Object.keys(packed)

const made = new Map<string, Dictionary>()

/** The dictionary of a language, unpacked at its first use; undefined where there is none. */
export function dictionaryOf(language: string): Dictionary | undefined {
  let dictionary = made.get(language)
  if (!dictionary && Object.hasOwn(packed, language)) made.set(language, (dictionary = unpacked(packed[language]!)))
  return dictionary
}

let ofEnglish: Dictionary | undefined

/**
 * Whether a lower-cased word is one of English: American, British or Australian.
 *
 * @example isEnglishWord('haemorrhages') // true
 */
export const isEnglishWord = (word: string): boolean => (ofEnglish ??= dictionaryOf('en')!).knows(word)

// Edge: letter (6 bits), a word ends here (1), last edge of its state (1), first edge of the next state (24; 0 for none). Edge 1 opens the root.
const letterBits = 63
const ends = 64
const last = 128
const stateShift = 8
const root = 1

/** Edges are kept with their lowest bytes first, then the second ones and so on, compressed. */
function edgesOf(text: string): Uint32Array {
  const planes = brotliDecompressSync(Buffer.from(text, 'base64'))
  const edges = new Uint32Array(planes.length / 4)
  const n = edges.length
  for (let i = 0; i < n; i++) edges[i] = planes[i]! | (planes[n + i]! << 8) | (planes[2 * n + i]! << 16) | (planes[3 * n + i]! << 24)
  return edges
}

function unpacked({ alphabet, edges: text }: Packed): Dictionary {
  const edges = edgesOf(text)
  const codes = new Map([...alphabet].map((letter, i) => [letter.charCodeAt(0), i + 1]))

  const lettersOf = (word: string): Uint8Array | undefined => {
    const letters = new Uint8Array(word.length)
    for (let i = 0; i < word.length; i++) {
      const code = codes.get(word.charCodeAt(i))
      if (code === undefined) return undefined
      letters[i] = code
    }
    return letters
  }
  const knows = (word: string): boolean => {
    const letters = lettersOf(word)
    return letters !== undefined && letters.length > 0 && accepts(edges, root, letters, 0, false)
  }
  return {
    knows,
    spells: (word) => lettersOf(word) !== undefined,
    opens(word) {
      const letters = lettersOf(word)
      if (!letters) return false
      let state = root
      for (const letter of letters) state = follow(edges, state, letter) >>> stateShift
      return state !== 0 && edgesFrom(edges, state).some((edge) => edge >>> stateShift !== 0)
    },
    neighbours(word) {
      const letters = lettersOf(word)
      return letters && letters.length > 1 ? neighboursOf(edges, alphabet, word, letters) : []
    },
  }
}

/** The edge of a letter out of the state that begins at `state`; 0 for none. */
function follow(edges: Uint32Array, state: number, letter: number): number {
  if (state === 0) return 0
  for (let i = state; ; i++) {
    const edge = edges[i]!
    if ((edge & letterBits) === letter) return edge
    if ((edge & last) !== 0) return 0
  }
}

function edgesFrom(edges: Uint32Array, state: number): number[] {
  const found: number[] = []
  for (let i = state; state !== 0; i++) {
    found.push(edges[i]!)
    if ((edges[i]! & last) !== 0) break
  }
  return found
}

/** Whether the rest of a word, from `at`, leads from a state to the end of a word. */
function accepts(edges: Uint32Array, from: number, letters: Uint8Array, at: number, final: boolean): boolean {
  let state = from
  let done = final
  for (let i = at; i < letters.length; i++) {
    const edge = follow(edges, state, letters[i]!)
    if (edge === 0) return false
    done = (edge & ends) !== 0
    state = edge >>> stateShift
  }
  return done
}

function neighboursOf(edges: Uint32Array, alphabet: string, word: string, letters: Uint8Array): string[] {
  const found = new Set<string>()
  const take = (neighbour: string): void => {
    if (neighbour !== word) found.add(neighbour)
  }
  let edge = follow(edges, root, letters[0]!)
  for (let i = 1; i <= letters.length && edge !== 0; i++) {
    const state = edge >>> stateShift
    const final = (edge & ends) !== 0
    const before = word.slice(0, i)
    if (i < letters.length) {
      if (accepts(edges, state, letters, i + 1, final)) take(before + word.slice(i + 1))
      if (i + 1 < letters.length) {
        const swapped = follow(edges, state, letters[i + 1]!)
        const behind = swapped === 0 ? 0 : follow(edges, swapped >>> stateShift, letters[i]!)
        if (behind !== 0 && accepts(edges, behind >>> stateShift, letters, i + 2, (behind & ends) !== 0))
          take(before + word[i + 1]! + word[i]! + word.slice(i + 2))
      }
    }
    for (const other of edgesFrom(edges, state)) {
      const letter = alphabet[(other & letterBits) - 1]!
      const done = (other & ends) !== 0
      if (accepts(edges, other >>> stateShift, letters, i, done)) take(before + letter + word.slice(i))
      if (i < letters.length && accepts(edges, other >>> stateShift, letters, i + 1, done)) take(before + letter + word.slice(i + 1))
    }
    edge = i < letters.length ? follow(edges, state, letters[i]!) : 0
  }
  return [...found].sort()
}
