import { addSpan, closeSpans, openSpans, type Spans } from './spans.ts'

// White space as the oracle's Python has it, which is not quite what `\s` means here.
const boundary = /(?<=[.!?])[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|\n+/g
const token = /[\p{L}\p{N}]/u

/**
 * Sentences by a rule simple enough to be the same everywhere: cut at white space after `.`, `!` or `?` and at line breaks; pieces without a
 * letter or digit do not count. Abbreviations are cut too; use `sentences` unless you compare with counts made this way.
 */
export function oracleSentences(text: string): Spans {
  const open = openSpans()
  let start = 0
  const take = (end: number) => {
    if (token.test(text.slice(start, end))) addSpan(open, start, end)
  }
  for (const match of text.matchAll(boundary)) {
    take(match.index)
    start = match.index + match[0].length
  }
  take(text.length)
  return closeSpans(open)
}
