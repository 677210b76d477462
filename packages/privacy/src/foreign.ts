import { folded, hashOf, withLetter } from './letters.ts'

/** How far a text is read before its language is judged. */
const looked = 4000
const english = 'the of and to was is with for has had he she you it at by my'
const others =
  'und der die das mit bei nicht keine wurde ist zur de du des la le les et un une el los las del con por una para il che di della uma dos do da em het een van med och og som jest nie'

/** Hash of a small word -> which side it counts for. None of theirs share a hash: the longest has five letters. */
const sides: ReadonlyMap<number, number> = new Map([
  ...english.split(' ').map((word): [number, number] => [hashOf(word), -1]),
  ...others.split(' ').map((word): [number, number] => [hashOf(word), 1]),
])
const longest = 5

let last: { readonly text: string; readonly answer: boolean } | undefined

/** Whether a text is written in another language than English, by small words of both: there an unknown word is no name for being unknown. */
export function isForeign(text: string): boolean {
  if (last?.text === text) return last.answer
  const end = Math.min(text.length, looked)
  let balance = 0
  let hash = 0
  let length = 0
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 32
    const letter = code < folded.length ? folded[code]! : 0
    if (letter !== 0) {
      hash = withLetter(hash, letter)
      length++
    } else if (length > 0) {
      if (length > 1 && length <= longest) balance += sides.get(hash) ?? 0
      hash = 0
      length = 0
    }
  }
  last = { text, answer: balance > 0 }
  return last.answer
}
