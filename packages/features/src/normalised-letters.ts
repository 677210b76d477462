/** A text as a tokenizer sees it, with the way back: letter i of the result came from `starts[i]` to `ends[i]` of the original. */
export interface Letters {
  /** One entry a code point. */
  readonly letters: string[]
  /** UTF-16 offsets in the original text; ends are exclusive. */
  readonly starts: number[]
  readonly ends: number[]
}

/** One step of normalisation: what a letter becomes, '' to drop it. Each step sees what the step before it made. */
export type Normaliser = (letter: string) => string

/**
 * A function that gives the letters of a piece of text after all steps, each at the place of the letter it came from. Letters are looked at
 * one by one, so what becomes of each is found once and kept.
 */
export function normaliser(steps: readonly Normaliser[]): (text: string, from: number, to: number) => Letters {
  const known = new Map<number, readonly string[]>()
  const become = (letter: string): readonly string[] =>
    steps.reduce((letters, step) => letters.flatMap((each) => [...step(each)]), [letter])
  return (text, from, to) => {
    const made: Letters = { letters: [], starts: [], ends: [] }
    for (let at = from; at < to; ) {
      const code = text.codePointAt(at)!
      const end = at + (code > 0xffff ? 2 : 1)
      let letters = known.get(code)
      if (!letters) known.set(code, (letters = become(String.fromCodePoint(code))))
      for (let i = 0; i < letters.length; i++) {
        made.letters.push(letters[i]!)
        made.starts.push(at)
        made.ends.push(end)
      }
      at = end
    }
    return made
  }
}

const control = /^[\p{Cc}\p{Cf}\p{Co}\p{Cs}]$/u
const space = /^\p{White_Space}$/u
const mark = /\p{Mn}/gu
// The blocks of CJK ideographs that BERT sets apart; kana and hangul are written in words and stay together.
const ideograph =
  /^[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]$/u

/** Control characters go, every kind of space becomes one. */
export const cleanText: Normaliser = (letter) => {
  if (letter === '\t' || letter === '\n' || letter === '\r' || space.test(letter)) return ' '
  return letter === '\uFFFD' || control.test(letter) ? '' : letter
}
export const ideographsApart: Normaliser = (letter) => (ideograph.test(letter) ? ` ${letter} ` : letter)
export const withoutAccents: Normaliser = (letter) => letter.normalize('NFD').replace(mark, '')
export const withoutMarks: Normaliser = (letter) => letter.replace(mark, '')
export const lowerCase: Normaliser = (letter) => letter.toLowerCase()
export const decomposed: Normaliser = (letter) => letter.normalize('NFD')
export const compatible: Normaliser = (letter) => letter.normalize('NFKD')
