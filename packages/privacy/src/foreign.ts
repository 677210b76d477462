import { folded, hashOf, withLetter } from './letters.ts'

/** How far a text is read before its language is judged. */
const looked = 4000
const english = 'the of and to was is with for has had he she you it at by my'
const german = 'und der die das mit bei nicht keine wurde ist zur sich wird nach auf im durch vom zum sie ich eine'
const others =
  'de du des la le les et un une el los las del con por para una il che di della uma dos do da em het een van med och og som jest nie en que se su avec sur au est met op te'

type Side = 0 | 1 | 2
/** Hash of a small word -> its language: English, German, another. None of theirs share a hash: the longest has five letters. */
const sides: ReadonlyMap<number, Side> = new Map(
  [english, german, others].flatMap((words, side) => words.split(' ').map((word): [number, Side] => [hashOf(word), side as Side])),
)
const longest = 5

let last: { readonly text: string; readonly counts: readonly number[] } | undefined

/** Whether a text is written in another language than English, by small words of both: there an unknown word is no name for being unknown. */
export function isForeign(text: string): boolean {
  const [en, de, other] = smallWords(text)
  return de! + other! > en!
}

/** Whether a text is German, which writes every noun with a capital: there a capital says nothing. */
export function isGerman(text: string): boolean {
  const [en, de, other] = smallWords(text)
  return de! > 0 && de! >= other! && de! > en!
}

function smallWords(text: string): readonly number[] {
  if (last?.text === text) return last.counts
  const end = Math.min(text.length, looked)
  const counts = [0, 0, 0]
  let hash = 0
  let length = 0
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 32
    const letter = code < folded.length ? folded[code]! : 0
    if (letter !== 0) {
      hash = withLetter(hash, letter)
      length++
    } else if (length > 0) {
      if (length > 1 && length <= longest) {
        const side = sides.get(hash)
        if (side !== undefined) counts[side]!++
      }
      hash = 0
      length = 0
    }
  }
  last = { text, counts }
  return counts
}
