import { edges as packed } from './dictionary-en.generated.ts'

// Edge: letter (5 bits), a word ends here (1), last edge of its state (1), first edge of the next state (25; 0 for none). Edge 1 opens the root.
const ends = 32
const last = 64
const root = 1

let automaton: Uint32Array | undefined

function edges(): Uint32Array {
  if (!automaton) {
    const bytes = Buffer.from(packed, 'base64')
    automaton = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  }
  return automaton
}

/** The edge of a letter (1 to 26) out of the state that begins at `state`; 0 for none. */
function follow(all: Uint32Array, state: number, letter: number): number {
  if (state === 0) return 0
  for (let i = state; ; i++) {
    const edge = all[i]!
    if ((edge & 31) === letter) return edge
    if ((edge & last) !== 0) return 0
  }
}

/** Whether the rest of a word, from `at`, leads from a state to the end of a word. */
function accepts(all: Uint32Array, from: number, letters: Uint8Array, at: number, final: boolean): boolean {
  let state = from
  let done = final
  for (let i = at; i < letters.length; i++) {
    const edge = follow(all, state, letters[i]!)
    if (edge === 0) return false
    done = (edge & ends) !== 0
    state = edge >>> 7
  }
  return done
}

function lettersOf(word: string): Uint8Array | undefined {
  const letters = new Uint8Array(word.length)
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 96
    if (letter < 1 || letter > 26) return undefined
    letters[i] = letter
  }
  return letters
}

/**
 * Whether a lower-cased word is one of English: American, British or Australian by hunspell's dictionaries, with all forms. Words with other letters
 * than a to z are unknown to it.
 *
 * @example isEnglishWord('haemorrhages') // true
 */
export function isEnglishWord(word: string): boolean {
  const letters = lettersOf(word)
  return letters !== undefined && letters.length > 0 && accepts(edges(), root, letters, 0, false)
}

/**
 * Whether a lower-cased word is cut off from an English word two letters longer or more, as clinicians shorten them.
 *
 * @example opensEnglishWord('approp') // true: appropriate
 */
export function opensEnglishWord(word: string): boolean {
  const letters = lettersOf(word)
  if (!letters) return false
  const all = edges()
  let state = root
  for (const letter of letters) state = follow(all, state, letter) >>> 7
  if (state === 0) return false
  for (let at = state; ; at++) {
    if (all[at]! >>> 7 !== 0) return true
    if ((all[at]! & last) !== 0) return false
  }
}

/**
 * English words one slip away from a word, beginning with its first letter: one letter left out, added or replaced, or two neighbours swapped.
 *
 * @returns in the order of code units, without the word itself
 * @see Damerau 1964, CACM 7(3):171-176: four of five misspellings are one such slip, and the first letter is seldom wrong
 * @example englishNeighbours('pateint').includes('patient') // true
 */
export function englishNeighbours(word: string): string[] {
  const letters = lettersOf(word)
  if (!letters || letters.length < 2) return []
  const all = edges()
  const found = new Set<string>()
  const take = (neighbour: string): void => {
    if (neighbour !== word) found.add(neighbour)
  }
  let edge = follow(all, root, letters[0]!)
  for (let i = 1; i <= letters.length && edge !== 0; i++) {
    const state = edge >>> 7
    const final = (edge & ends) !== 0
    const before = word.slice(0, i)
    if (i < letters.length) {
      if (accepts(all, state, letters, i + 1, final)) take(before + word.slice(i + 1))
      if (i + 1 < letters.length) {
        const swapped = follow(all, state, letters[i + 1]!)
        const behind = swapped === 0 ? 0 : follow(all, swapped >>> 7, letters[i]!)
        if (behind !== 0 && accepts(all, behind >>> 7, letters, i + 2, (behind & ends) !== 0))
          take(before + word[i + 1]! + word[i]! + word.slice(i + 2))
      }
    }
    if (state !== 0) {
      for (let at = state; ; at++) {
        const other = all[at]!
        const letter = String.fromCharCode(96 + (other & 31))
        const done = (other & ends) !== 0
        if (accepts(all, other >>> 7, letters, i, done)) take(before + letter + word.slice(i))
        if (i < letters.length && accepts(all, other >>> 7, letters, i + 1, done)) take(before + letter + word.slice(i + 1))
        if ((other & last) !== 0) break
      }
    }
    edge = i < letters.length ? follow(all, state, letters[i]!) : 0
  }
  return [...found].sort()
}
