import { folded, hashOf, withLetter } from './letters.ts'
import type { ScannedText } from './scanned-text.ts'

/** How far a text is read before its language is judged. */
const looked = 4000
const english = 'the of and to was is with for has had he she you it at by my'
const german = 'und der die das mit bei nicht keine wurde ist zur sich wird nach auf im durch vom zum sie ich eine'
const others =
  'de du des la le les et un une el los las del con por para una il che di della uma dos do da em het een van med och og som jest nie en que se su avec sur au est met op te'

/** By a small word's hash, which of them share none: the hash itself, and its language, of which 3 is none of them. */
const hashes = new Int32Array(1 << 10)
const sides = new Uint8Array(hashes.length).fill(3)
const longest = 5
;[english, german, others].forEach((words, side) => {
  for (const word of words.split(' ')) {
    const slot = slotOf(hashOf(word))
    hashes[slot] = hashOf(word)
    sides[slot] = side
  }
})

/** The slot that holds a hash, or the free one where it would lie. */
function slotOf(hash: number): number {
  let slot = (hash ^ (hash >>> 8)) & (hashes.length - 1)
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (hashes.length - 1)
  return slot
}

let last: { readonly text: ScannedText; readonly counts: readonly number[] } | undefined

/** Whether a text is written in another language than English, by small words of both: there an unknown word is no name for being unknown. */
export function isForeign(text: ScannedText): boolean {
  const [en, de, other] = smallWords(text)
  return de! + other! > en!
}

/** Whether a text is German, which writes every noun with a capital: there a capital says nothing. */
export function isGerman(text: ScannedText): boolean {
  const [en, de, other] = smallWords(text)
  return de! > 0 && de! >= other! && de! > en!
}

function smallWords(text: ScannedText): readonly number[] {
  if (last?.text === text) return last.counts
  const end = Math.min(text.length, looked)
  const counts = [0, 0, 0, 0]
  let hash = 0
  let length = 0
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 32
    const letter = code < folded.length ? folded[code]! : 0
    if (letter !== 0) {
      hash = withLetter(hash, letter)
      length++
    } else if (length > 0) {
      if (length > 1 && length <= longest) counts[sides[slotOf(hash)]!]!++
      hash = 0
      length = 0
    }
  }
  last = { text, counts }
  return counts
}
