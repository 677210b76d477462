/** An abbreviation that a text defines, and the words it stands for; UTF-16 offsets, end exclusive. */
export interface ShortForm {
  readonly short: string
  readonly long: { readonly start: number; readonly end: number }
}

const bracket = /\(([^()\n]{2,12}?)(?:[,;][^()\n]{0,40})?\)/g

/**
 * Abbreviations in brackets behind their long form: `deep vein thrombosis (DVT)`. The letters of the abbreviation are found in the words before it, from
 * right to left, the first at the start of a word.
 *
 * @see Schwartz & Hearst 2003, A simple algorithm for identifying abbreviation definitions in biomedical text
 */
export function definedShortForms(text: string): ShortForm[] {
  const found: ShortForm[] = []
  if (!text.includes('(')) return found
  for (const match of text.matchAll(bracket)) {
    const short = match[1]!.trim()
    if (!isShortForm(short)) continue
    const end = text.slice(0, match.index).trimEnd().length
    const mostWords = Math.min(short.length + 5, short.length * 2)
    const from = wordsBack(text, end, mostWords)
    const start = longFormStart(short.toLowerCase(), text.slice(from, end).toLowerCase())
    if (start >= 0) found.push({ short, long: { start: from + start, end } })
  }
  return found
}

const isShortForm = (short: string): boolean =>
  short.length >= 2 &&
  short.length <= 10 &&
  !/\s.*\s/.test(short) &&
  /\p{Lu}/u.test(short) &&
  /^[\p{L}\p{N}]/u.test(short) &&
  !/^\p{Lu}\p{Ll}+$/u.test(short)

function wordsBack(text: string, end: number, words: number): number {
  let at = end
  for (let word = 0; word < words; word++) {
    let stop = at - 1
    while (stop >= 0 && text[stop] !== ' ' && text[stop] !== '\n') stop--
    if (stop < 0) return 0
    at = stop
    if (text[at] === '\n' || (at > 0 && '.;:\n('.includes(text[at - 1]!))) break
  }
  return at + 1
}

function longFormStart(short: string, long: string): number {
  let at = long.length - 1
  for (let i = short.length - 1; i >= 0; i--) {
    const letter = short[i]!
    if (!/[\p{L}\p{N}]/u.test(letter)) continue
    while (at >= 0 && (long[at] !== letter || (i === 0 && at > 0 && /[\p{L}\p{N}]/u.test(long[at - 1]!)))) at--
    if (at < 0) return -1
    at--
  }
  return at + 1
}
