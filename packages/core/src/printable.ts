/**
 * A text of the data as a terminal may show it: what could steer the terminal or turn the reading order shows as U+FFFD. Line feeds
 * stay only when asked for.
 */
export function printable(text: string, { lines = false } = {}): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (unit) =>
    lines && unit === '\n' ? unit : '\ufffd',
  )
}
