import { normalisedText } from '@corpuscope/text'

/** A planted string, and all that could stand in its place. */
export interface Canary {
  /** What fills it. */
  readonly secret: string
  /** log2 of how many fillings there are; 0 when nothing of it is secret. */
  readonly bits: number
  /** The fillings that stand in a normalised text, in order. */
  fillingsIn(text: string): string[]
}

const special = /[.*+?^${}()|[\]\\/-]/g
const escaped = (text: string): string => text.replace(special, '\\$&')

/**
 * A canary from a line of the list: braces mark what is secret in it, else its digits are.
 *
 * @example canaryOf('The code is {28}.').bits // log2(100)
 */
export function canaryOf(line: string): Canary {
  const text = normalisedText(line)
  const marked = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/.exec(text)
  const pieces = marked
    ? [
        { text: marked[1]!, secret: false },
        { text: marked[2]!, secret: true },
        { text: marked[3]!, secret: false },
      ]
    : text.split(/(\d+)/).map((piece, i) => ({ text: piece, secret: i % 2 === 1 }))
  let pattern = ''
  let bits = 0
  let secret = ''
  for (const piece of pieces)
    if (!piece.secret) pattern += escaped(piece.text)
    else {
      secret += piece.text
      pattern += '('
      for (const character of piece.text) {
        const kind = /\d/.test(character) ? '\\d' : /[a-z]/.test(character) ? '[a-z]' : escaped(character)
        bits += kind === '\\d' ? Math.log2(10) : kind === '[a-z]' ? Math.log2(26) : 0
        pattern += kind
      }
      pattern += ')'
    }
  const within = new RegExp(pattern, 'gu')
  const [opening = ''] = pieces.map((piece) => (piece.secret ? '' : piece.text))
  return {
    secret,
    bits,
    fillingsIn(document) {
      // Most documents do not hold what it begins with, and are not looked at further.
      if (!document.includes(opening)) return []
      return Array.from(document.matchAll(within), (match) => match.slice(1).join(''))
    },
  }
}
