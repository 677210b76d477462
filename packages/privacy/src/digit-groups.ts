import { isBlank, isDigit } from './characters.ts'
import type { ScannedText } from './scanned-text.ts'

/** Groups of digits that may be one number: `(02) 9876 5432` is three. Reused from anchor to anchor. */
export interface DigitGroups {
  count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** What stands between group i and the next: blank, `-`, `.`, `/`, or `(` for any use of brackets. */
  readonly separators: Int32Array
}

/** No number we know is written in more groups, or has a longer one. */
const mostGroups = 8
const longestGroup = 20

export const separators = { blank: 32, bracket: 40, hyphen: 45, dot: 46, slash: 47 } as const

export const createDigitGroups = (): DigitGroups => ({
  count: 0,
  starts: new Int32Array(mostGroups),
  ends: new Int32Array(mostGroups),
  separators: new Int32Array(mostGroups),
})

/**
 * Reads the groups that begin at a digit, at most 8; the first is read to its end, a later one of more than 20 digits ends the reading.
 *
 * @returns  how many characters were looked at
 */
export function readDigitGroups(text: ScannedText, at: number, groups: DigitGroups): number {
  let start = at
  let count = 0
  for (;;) {
    const most = count === 0 ? text.length : start + longestGroup + 1
    let end = start + 1
    while (end < most && isDigit(text.charCodeAt(end))) end++
    if (count > 0 && end === most) break
    if (count > 0) groups.separators[count - 1] = separatorBetween(text, groups.ends[count - 1]!)
    groups.starts[count] = start
    groups.ends[count] = end
    groups.separators[count] = 0
    count++
    if (count === mostGroups) break
    const next = nextGroup(text, end)
    if (next < 0) break
    start = next
  }
  groups.count = count
  return groups.ends[count - 1]! - at + longestGroup
}

const isHyphen = (code: number): boolean => code === 45 || code === 0x2010 || code === 0x2011

/** Where the next group begins, or -1: one separator, a bracket with a blank or hyphen beside it, or a hyphen or slash between blanks. */
function nextGroup(text: ScannedText, end: number): number {
  const first = text.charCodeAt(end)
  let at = end + 1
  if (isBlank(first)) {
    const second = text.charCodeAt(at)
    if (second === separators.bracket) at++
    else if ((isHyphen(second) || second === separators.slash) && isBlank(text.charCodeAt(at + 1))) at += 2
  } else if (first === 41) {
    const second = text.charCodeAt(at)
    if (isBlank(second) || isHyphen(second)) at++
  } else if (!(isHyphen(first) || first === separators.dot || first === separators.slash || first === separators.bracket)) return -1
  return isDigit(text.charCodeAt(at)) ? at : -1
}

function separatorBetween(text: ScannedText, end: number): number {
  const first = text.charCodeAt(end)
  if (isHyphen(first)) return separators.hyphen
  if (first === 41 || first === separators.bracket) return separators.bracket
  if (!isBlank(first)) return first
  const second = text.charCodeAt(end + 1)
  if (second === separators.bracket || second === separators.slash) return second
  return isHyphen(second) ? separators.hyphen : separators.blank
}

/** The digits of the first `count` groups, without what separates them. */
export function digitsOf(text: ScannedText, groups: DigitGroups, count: number): string {
  let digits = ''
  for (let i = 0; i < count; i++) digits += text.slice(groups.starts[i]!, groups.ends[i]!)
  return digits
}

/** Whether groups i and i + 1 have exactly one character between them. */
export const touches = (groups: DigitGroups, i: number): boolean => groups.ends[i]! + 1 === groups.starts[i + 1]!

/** Whether a number may begin here: it is not the rest of a word, or of a longer number with points, hyphens or slashes. */
export function beginsFreely(text: ScannedText, start: number): boolean {
  if (start === 0) return true
  const before = text.charCodeAt(start - 1)
  if (isDigit(before) || before === 95) return false
  if (before === 43 || before === separators.dot || before === separators.slash || before === 58 || isHyphen(before))
    return start === 1 || !isDigit(text.charCodeAt(start - 2))
  return true
}

/** Whether a number may end here. */
export function endsFreely(text: ScannedText, end: number): boolean {
  if (end >= text.length) return true
  const after = text.charCodeAt(end)
  if (isDigit(after) || after === 95 || after === 37) return false
  if (after === separators.dot || after === separators.slash || after === 58 || isHyphen(after)) return !isDigit(text.charCodeAt(end + 1))
  return true
}
