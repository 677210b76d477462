import { dated, fullYear, isCalendarDate } from './calendar.ts'
import { isBlank, isDigit, isLetter, isWordy } from './characters.ts'
import { dateCues, hasCue, skipBlanks } from './cues.ts'
import { dayAndMonth, monthAndShortYear, monthAndYear, partial } from './date-partial.ts'
import {
  connectors,
  digitsEnd,
  lengthUnits,
  lowerCased,
  pastConnector,
  pastOrdinal,
  pastSeparators,
  readYear,
  wordEnd,
} from './date-words.ts'
import { separators, touches } from './digit-groups.ts'
import type { Detector, Identifier, Scan } from './identifier.ts'
import { beyondLetters, folded } from './letters.ts'
import { longestMonthName, monthNames } from './month-names.ts'
import type { ScannedText } from './scanned-text.ts'

/** Full dates: in figures, or a day, a month's name and a year in either order. */
export const date: Detector = (scan, at) => {
  const { text, groups } = scan
  const length = groups.ends[0]! - at
  if (length === 8) return stamped(scan, at)
  if ((length > 2 && length !== 4) || (at > 0 && isWordy(text.charCodeAt(at - 1)))) return undefined
  if (groups.count >= 3 && groups.separators[0] === groups.separators[1] && touches(groups, 0) && touches(groups, 1)) {
    const found = inFigures(scan, at)
    if (found) return found
  }
  if (length > 2) return length === 4 && at - scan.ends.month <= monthReach ? monthAndYear(scan, at) : undefined
  const end = groups.ends[0]!
  const after = text.charCodeAt(end)
  const named = at - scan.ends.month <= monthReach || mayOpenMonth(text, pastSeparators(text, pastOrdinal(text, end), 2))
  return (
    (after === separators.dot ? dottedWithBlanks(scan, at) : undefined) ??
    (named ? (dayFirst(scan, at) ?? monthFirst(scan, at)) : undefined) ??
    (groups.count > 1 ? partial(scan, at) : undefined) ??
    (named ? (dayAndMonth(scan, at) ?? monthAndShortYear(scan, at)) : undefined)
  )
}

const stamp = /(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T[0-2]\d[0-5]\d(?:[0-5]\d)?Z?(?!\w)/y

/** 20230201T0930, the basic form of ISO 8601. */
function stamped({ text }: Scan, at: number): Identifier | undefined {
  if (text.charCodeAt(at + 8) !== 84 || (at > 0 && isWordy(text.charCodeAt(at - 1)))) return undefined
  stamp.lastIndex = at
  const found = stamp.exec(text.string)
  if (!found) return undefined
  const [year, month, day] = [text.slice(at, at + 4), text.slice(at + 4, at + 6), text.slice(at + 6, at + 8)].map(Number) as [
    number,
    number,
    number,
  ]
  return isCalendarDate(year, month, day) ? dated(at, at + found[0].length, year, month, day) : undefined
}

/** From a month's end to the figure behind it: separators, and a word such as "del" between. */
const monthReach = 10

/** First two letters of every month and of what may stand between it and its day, as one number. */
const openings: ReadonlySet<number> = new Set(
  [...monthNames.keys(), 'of', 'de', 'del', 'do'].flatMap((name) =>
    [name, name.normalize('NFD')].map((each) => opening(each.charCodeAt(0), each.charCodeAt(1))),
  ),
)
function opening(first: number, second: number): number {
  return first < beyondLetters && second < beyondLetters ? folded[first]! * beyondLetters + folded[second]! : 0
}
const mayOpenMonth = (text: ScannedText, at: number): boolean =>
  isLetter(text.charCodeAt(at)) && openings.has(opening(text.charCodeAt(at), text.charCodeAt(at + 1)))

function inFigures(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const separator = groups.separators[0]!
  if (separator !== separators.slash && separator !== separators.hyphen && separator !== separators.dot) return undefined
  const end = groups.ends[2]!
  const first = groups.ends[0]! - at
  const second = groups.ends[1]! - groups.starts[1]!
  const third = end - groups.starts[2]!
  if (second > 2 || (first === 4 ? third > 2 : third !== 2 && third !== 4)) return undefined
  if (!standsAlone(text, at, end, separator, first === 4 || third === 2)) return undefined
  const a = Number(text.slice(at, at + first))
  const b = Number(text.slice(groups.starts[1]!, groups.ends[1]!))
  const c = Number(text.slice(groups.starts[2]!, end))
  if (first === 4) return isCalendarDate(a, b, c) ? dated(at, end, a, b, c) : undefined
  if (third === 2) {
    // 10.2.13 is a version or a section, 10-12-24 a range; 3/4/52 is "three to four weeks" in Australian notes.
    const padded = first === 2 && second === 2
    // 8-14-22 and 14.3.57 can be a day and a month in one order alone.
    const dayAlone = separator === separators.hyphen ? a <= 12 && b > 12 && second === 2 : a > 12 && b <= 12
    const doubtful =
      (separator === separators.hyphen && !dayAlone) ||
      (separator === separators.dot && !padded && !dayAlone && !scan.writesPoints()) ||
      (separator === separators.slash && c === 52 && b === a + 1 && !padded)
    if (doubtful && !hasCue(scan, at, dateCues)) return undefined
    if (lengthUnits.has(text.slice(skipBlanks(text, end, 1), wordEnd(text, skipBlanks(text, end, 1))))) return undefined
  }
  const year = third === 2 ? fullYear(c) : c
  if (isCalendarDate(year, b, a)) return dated(at, end, year, b, a)
  // American: the month first.
  return isCalendarDate(year, a, b) ? dated(at, end, year, a, b) : undefined
}

/**
 * Not a piece of a longer number in the same style, nor of a word.
 *
 * @param closed  the last figures could go on: no letter may follow, except the T of a time (`2024-03-12T10:00`)
 */
function standsAlone(text: ScannedText, start: number, end: number, separator: number, closed: boolean): boolean {
  if (start > 1) {
    const before = text.charCodeAt(start - 1)
    if ((before === separator || (closed && before === 44)) && isDigit(text.charCodeAt(start - 2))) return false
  }
  const after = text.charCodeAt(end)
  if (after === separator && isWordy(text.charCodeAt(end + 1))) return false
  if (after === 84 && isDigit(text.charCodeAt(end + 1))) return true
  return !isDigit(after) && after !== 95 && after !== 37 && !(closed && isLetter(after))
}

/** 10. 03. 2043, as German letters write it. */
function dottedWithBlanks(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const monthAt = pastDot(text, groups.ends[0]!)
  const monthEnd = digitsEnd(text, monthAt, 3)
  if (monthAt < 0 || monthEnd === monthAt || monthEnd > monthAt + 2) return undefined
  const dotted = pastDot(text, monthEnd)
  // 23.04 2029: the second point forgotten, where the others of the text have theirs.
  const forgotten = dotted < 0 && monthEnd === monthAt + 2 && text.charCodeAt(monthEnd) === 32 && scan.writesPoints()
  const yearAt = forgotten ? monthEnd + 1 : dotted
  const end = digitsEnd(text, yearAt, 5)
  scan.steps += 12
  if (yearAt < 0 || end !== yearAt + 4 || !standsAlone(text, at, end, separators.dot, false)) return undefined
  const [year, month, day] = [text.slice(yearAt, end), text.slice(monthAt, monthEnd), text.slice(at, groups.ends[0]!)].map(Number) as [
    number,
    number,
    number,
  ]
  return isCalendarDate(year, month, day) ? dated(at, end, year, month, day) : undefined
}

const pastDot = (text: ScannedText, at: number): number => (text.charCodeAt(at) === separators.dot ? skipBlanks(text, at + 1, 1) : -1)

/** 12 March 2024, 12-Mar-24, 1er avril 2024, 27. März 2025, 12 de marzo de 2024. */
function dayFirst(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  let to = pastOrdinal(text, groups.ends[0]!)
  to = pastSeparators(text, to, 2)
  let end = wordEnd(text, to)
  scan.steps += end - at
  if (end - to < 2) return undefined
  let word = lowerCased(text, to, end)
  if (connectors.has(word)) {
    to = skipBlanks(text, end, 2)
    end = wordEnd(text, to)
    word = lowerCased(text, to, end)
  }
  const month = monthNames.get(word)
  if (month === undefined || isLetter(text.charCodeAt(end))) return undefined
  const initial = text.charCodeAt(to)
  const year = readYear(text, pastConnector(text, pastSeparators(text, end, 3)))
  if (!year) return undefined
  // "may" and "set" are words too: in small letters the year has to be written out.
  if (year.short && initial >= 97 && text.charCodeAt(to - 1) !== separators.hyphen) return undefined
  const day = Number(text.slice(at, groups.ends[0]!))
  return isCalendarDate(year.value, month, day) ? dated(at, year.end, year.value, month, day) : undefined
}

/** March 12, 2024; Mar 12th 2024. The day is the anchor, since there are fewer digits than letters in a text. */
function monthFirst(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const dayEnd = pastOrdinal(text, groups.ends[0]!)
  const year = readYear(text, pastSeparators(text, dayEnd, 2))
  // "Jan. 5/24": a short year behind a stroke alone.
  if (!year || (year.short && !(text.charCodeAt(dayEnd) === separators.slash && year.end === dayEnd + 3))) return undefined
  let end = at
  while (end > at - 2 && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === separators.dot)) end--
  if (end === at) return undefined
  let start = end
  while (start > 0 && start > end - longestMonthName && isLetter(text.charCodeAt(start - 1))) start--
  scan.steps += year.end - start
  if (start > 0 && isWordy(text.charCodeAt(start - 1))) return undefined
  if (year.short && text.charCodeAt(start) >= 97) return undefined
  const month = monthNames.get(lowerCased(text, start, end))
  const day = Number(text.slice(at, groups.ends[0]!))
  return month !== undefined && isCalendarDate(year.value, month, day) ? dated(start, year.end, year.value, month, day) : undefined
}
