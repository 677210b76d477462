import { hash32 } from '@corpuscope/statistics'

/**
 * Words that are one slip away from a word: one letter left out, added or replaced, or two neighbours swapped. Each word of the vocabulary is filed under
 * itself and under what is left when one letter is taken out; a word that is sought, likewise, meets every word within one slip there.
 *
 * @see Damerau 1964 for the slips; Mor & Fraenkel 1982, A hash code method for detecting and correcting spelling errors, for the deletions
 */
export interface SlipIndex {
  /** Hash of what is left and number of the word, in the order of hashes. */
  readonly hashes: Uint32Array
  readonly words: Uint32Array
  /** Letters of the words that are filed, by number; `starts` has one place more. */
  readonly letters: Uint16Array
  readonly starts: Uint32Array
  readonly numbers: Uint32Array
}

interface Open {
  hashes: Float64Array
  size: number
  letters: Uint16Array
  used: number
  starts: number[]
  numbers: number[]
}

/** Shorter words differ by one letter from too many others. */
const shortest = 7

const without = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1)

const filed = (open: Open, key: string, place: number): void => {
  if (open.size === open.hashes.length) {
    const larger = new Float64Array(open.hashes.length * 2)
    larger.set(open.hashes)
    open.hashes = larger
  }
  // Hash and place in one number: sorted as one.
  open.hashes[open.size++] = hash32(key) * 2 ** 21 + place
}

// 21 bits of places: two million words, beyond which words are found as they are written alone.
const most = 2 ** 21

export const slipIndex = {
  create: (): Open => ({ hashes: new Float64Array(4096), size: 0, letters: new Uint16Array(4096), used: 0, starts: [], numbers: [] }),

  /** Files a folded word under its number; words of digits and short ones are left out. */
  add(open: Open, word: string, number: number): void {
    if (word.length < shortest || open.numbers.length >= most || /\P{L}/u.test(word)) return
    const place = open.numbers.length
    open.starts.push(open.used)
    open.numbers.push(number)
    while (open.used + word.length > open.letters.length) {
      const larger = new Uint16Array(open.letters.length * 2)
      larger.set(open.letters)
      open.letters = larger
    }
    for (let i = 0; i < word.length; i++) open.letters[open.used++] = word.charCodeAt(i)
    filed(open, word, place)
    // The first letter is seldom wrong, and a word without it is often another word.
    for (let i = 1; i < word.length; i++) if (word[i] !== word[i - 1]) filed(open, without(word, i), place)
  },

  close(open: Open): SlipIndex {
    const sorted = open.hashes.slice(0, open.size).sort()
    return {
      hashes: Uint32Array.from(sorted, (each) => Math.floor(each / 2 ** 21)),
      words: Uint32Array.from(sorted, (each) => each % 2 ** 21),
      letters: open.letters.slice(0, open.used),
      starts: Uint32Array.from([...open.starts, open.used]),
      numbers: Uint32Array.from(open.numbers),
    }
  },

  /** The number of the one word that is one slip away; -1 when there is none, or more than one. */
  find(index: SlipIndex, word: string): number {
    if (word.length < shortest) return -1
    let found = -1
    const look = (key: string): boolean => {
      const hash = hash32(key)
      for (let at = lowerBound(index.hashes, hash); index.hashes[at] === hash; at++) {
        const place = index.words[at]!
        const number = index.numbers[place]!
        if (number === found) continue
        const other = String.fromCharCode(...index.letters.subarray(index.starts[place]!, index.starts[place + 1]!))
        if (other === word || !isOneSlip(word, other)) continue
        if (found >= 0) return false
        found = number
      }
      return true
    }
    if (!look(word)) return -1
    for (let i = 1; i < word.length; i++) if (word[i] !== word[i - 1] && !look(without(word, i))) return -1
    return found
  },
}

function lowerBound(values: Uint32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [left, right] = [a.length - head - tail, b.length - head - tail]
  if (left + right === 1 || (left === 1 && right === 1)) return true
  return left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]
}
