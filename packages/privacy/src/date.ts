import { isBlank, isDigit, isLetter, isWordy } from './characters.ts'
import { dateCues, hasCue, skipBlanks, wordsBefore } from './cues.ts'
import { separators, touches } from './digit-groups.ts'
import { type Detector, type Identifier, type Scan, strengths } from './identifier.ts'
import { beyondLetters, folded } from './letters.ts'
import { longestMonthName, monthNames } from './month-names.ts'

const firstYear = 1800
const lastYear = 2199
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether there is such a day in the Gregorian calendar, between 1800 and 2199. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return false
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= monthLengths[month - 1]! + (leap ? 1 : 0)
}

// Two figures: 00 to 49 are of this century, as spreadsheets read them.
const fullYear = (year: number): number => (year < 50 ? 2000 + year : 1900 + year)

/** Full dates: in figures, or a day, a month's name and a year in either order. */
export const date: Detector = (scan, at) => {
  const { text, groups } = scan
  const length = groups.ends[0]! - at
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
    (named ? dayAndMonth(scan, at) : undefined)
  )
}

/** From a month's end to the figure behind it: separators, and a word such as "del" between. */
const monthReach = 10

/** First two letters of every month and of what may stand between it and its day, as one number. */
const openings: ReadonlySet<number> = new Set(
  [...monthNames.keys(), 'of', 'de', 'del', 'do'].flatMap((name) => [name, name.normalize('NFD')].map((each) => opening(each, 0))),
)
function opening(text: string, at: number): number {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
  return first < beyondLetters && second < beyondLetters ? folded[first]! * beyondLetters + folded[second]! : 0
}
const mayOpenMonth = (text: string, at: number): boolean => isLetter(text.charCodeAt(at)) && openings.has(opening(text, at))

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
    const doubtful =
      separator === separators.hyphen ||
      (separator === separators.dot && !padded && !scan.writesPoints()) ||
      (separator === separators.slash && c === 52 && b === a + 1 && !padded)
    if (doubtful && !hasCue(scan, at, dateCues)) return undefined
    if (lengthUnits.has(text.slice(skipBlanks(text, end, 1), wordEnd(text, skipBlanks(text, end, 1))))) return undefined
  }
  const year = third === 2 ? fullYear(c) : c
  if (isCalendarDate(year, b, a)) return dated(at, end, year, b, a)
  // American: the month first.
  return isCalendarDate(year, a, b) ? dated(at, end, year, a, b) : undefined
}

/** Month names that are other words too: alone beside a number they say nothing. */
const wordsToo: ReadonlySet<string> = new Set(
  'may mar set sep ago out dec dez abr mai fev jan jun jul oct okt nov apr aug feb maj'.split(' '),
)

/** The name of a month that ends before a place, and where it begins. */
function monthBefore(scan: Scan, at: number): { month: number; start: number; word: string } | undefined {
  const { text } = scan
  let end = at
  while (end > at - 2 && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === separators.dot)) end--
  let start = end
  while (start > 0 && start > end - longestMonthName && isLetter(text.charCodeAt(start - 1))) start--
  scan.steps += at - start
  if (start === end || (start > 0 && isWordy(text.charCodeAt(start - 1)))) return undefined
  const word = lowerCased(text, start, end)
  if (connectors.has(word)) {
    return monthBefore(scan, start)
  }
  const month = monthNames.get(word)
  return month === undefined ? undefined : { month, start, word }
}

/** October 2022, marzo de 2024, März 2024; a year alone is no identifier. */
function monthAndYear(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const end = groups.ends[0]!
  const year = Number(text.slice(at, end))
  if (year < 1900 || year > 2099 || isWordy(text.charCodeAt(end)) || text.charCodeAt(end) === 37) return undefined
  const found = monthBefore(scan, at)
  // "may 2000" may be a verb and a dose.
  if (!found || (found.word.length < 4 && text.charCodeAt(found.start) >= 97 && wordsToo.has(found.word))) return undefined
  return { kind: 'date', start: found.start, end, strength: strengths.pattern, identity: `${year}-${found.month}` }
}

/** 12 janvier, 3 March, 14. Februar; March 3rd: a day without its year, where the month is written out or with a capital. */
function dayAndMonth(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const day = Number(text.slice(at, groups.ends[0]!))
  const plain = pastOrdinal(text, groups.ends[0]!)
  const ordinal = plain > groups.ends[0]!
  if (day < 1 || day > 31 || (at > 0 && '.,/-:'.includes(text[at - 1]!) && isDigit(text.charCodeAt(at - 2)))) return undefined
  let to = pastSeparators(text, plain, 2)
  if (to > plain) {
    let end = wordEnd(text, to)
    let word = lowerCased(text, to, end)
    if (connectors.has(word)) {
      to = skipBlanks(text, end, 2)
      end = wordEnd(text, to)
      word = lowerCased(text, to, end)
    }
    scan.steps += end - at
    const month = monthNames.get(word)
    const isWhole = word.length > 3 || (text.charCodeAt(to) < 97 && !wordsToo.has(word))
    if (month !== undefined && isWhole && !isWordy(text.charCodeAt(end)) && isCalendarDate(2000, month, day))
      return { kind: 'date', start: at, end, strength: strengths.pattern, identity: `--${month}-${day}` }
  }
  const found = monthBefore(scan, at)
  if (!found || connectors.has(found.word) || (found.word.length < 4 && !ordinal) || text.charCodeAt(found.start) >= 97) return undefined
  const after = text.charCodeAt(plain)
  if (isWordy(after) || after === 37 || (isJoint(after) && isDigit(text.charCodeAt(plain + 1))) || after === 58) return undefined
  if (lengthUnits.has(text.slice(skipBlanks(text, plain, 1), wordEnd(text, skipBlanks(text, plain, 1))))) return undefined
  return isCalendarDate(2000, found.month, day)
    ? { kind: 'date', start: found.start, end: plain, strength: strengths.pattern, identity: `--${found.month}-${day}` }
    : undefined
}

const slashCues: ReadonlySet<string> = new Set('on since from until till by dated through thru'.split(' '))
const notDenominators: ReadonlySet<number> = new Set([7, 10, 12])

/** 3/15 behind "on" or "since": a day of an American note, or 15/3 of another; 3/7 and 3/12 are days and months, 8/10 a score. */
function slashed(scan: Scan, at: number, a: number, b: number, end: number): Identifier | undefined {
  const { text } = scan
  const after = text.charCodeAt(end)
  if (notDenominators.has(b) || isWordy(after) || after === 37 || after === 47) return undefined
  if ((after === 46 || after === 45) && isDigit(text.charCodeAt(end + 1))) return undefined
  const month = isCalendarDate(2000, a, b) ? [a, b] : isCalendarDate(2000, b, a) ? [b, a] : undefined
  if (!month) return undefined
  const [word] = wordsBefore(scan, at, 1)
  if (word === undefined || !slashCues.has(word)) return undefined
  return { kind: 'date', start: at, end, strength: strengths.cue, identity: `--${month[0]}-${month[1]}` }
}

/** 10/63-12/63, 03-05/2021: the end of a range of months. */
const monthBeforeHyphen = /(?<![\d./-])(?:0?[1-9]|1[0-2])(?:\/(?:\d\d|(?:19|20)\d\d))?-$/
const monthAndHyphen = 10

const dayBefore = /(?<![\d.,/:-])(0?[1-9]|[12]\d|3[01])(\.?)(?: ?[-–] ?| ?\/ ?| (?:und|u\.|bis|bis zum|and|to|y|e|et|au|al|a) )$/u
const rangeReach = 16

/**
 * The day or month before a date that says the rest for both: 21. und 23.04.2028, 06-07.11.2024, 03 - 05/2021.
 *
 * @param found  the date behind it, in figures
 */
export function rangeBefore(scan: Scan, found: Identifier): Identifier | undefined {
  const { text } = scan
  const written = text.slice(found.start, found.end)
  const isMonth = /^\d{1,2}\/\d{2,4}$/.test(written)
  if (!isMonth && !/^\d{1,2}\. ?\d{1,2}\. ?\d{2,4}$/.test(written)) return undefined
  const from = Math.max(0, found.start - rangeReach)
  scan.steps += rangeReach
  const day = dayBefore.exec(text.slice(from, found.start))
  if (!day || (isMonth && (Number(day[1]) > 12 || day[2] !== '' || /\//.test(day[0]) || /\p{L}/u.test(day[0])))) return undefined
  const start = from + day.index
  // A bare figure before "and" counts something.
  if (day[2] === '' && /\p{L}/u.test(day[0])) return undefined
  const end = start + day[1]!.length + day[2]!.length
  return { ...found, start, end, identity: `${found.identity} ${Number(day[1])}` }
}

const partialCues: ReadonlySet<string> = new Set('am vom seit bis ab zum'.split(' '))

/**
 * A month and year (04/2021), and where a text writes its dates with points a day and month (19.3.) or a month and short year (9/24); a
 * year alone is no identifier.
 */
function partial(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  if (groups.count < 2 || !touches(groups, 0)) return undefined
  const joined = at > 1 && isJoint(text.charCodeAt(at - 1)) && isWordy(text.charCodeAt(at - 2))
  if (joined && !monthBeforeHyphen.test(text.slice(Math.max(0, at - monthAndHyphen), at))) return undefined
  const end = groups.ends[1]!
  const second = end - groups.starts[1]!
  const a = Number(text.slice(at, groups.ends[0]!))
  const b = Number(text.slice(groups.starts[1]!, end))
  const after = text.charCodeAt(end)
  if (groups.separators[0] === separators.slash && second === 4)
    return a >= 1 && a <= 12 && b >= 1900 && b < 2100 && !isWordy(after) && !(isJoint(after) && isDigit(text.charCodeAt(end + 1)))
      ? { kind: 'date', start: at, end, strength: strengths.pattern, identity: `${b}-${a}` }
      : undefined
  if (groups.separators[0] === separators.slash && second <= 2 && !scan.writesPoints()) return slashed(scan, at, a, b, end)
  if (groups.separators[0] === separators.slash && second === 2) {
    // 8/10 is a pain, 9/30 a score.
    const unitAt = skipBlanks(text, end, 3)
    const isScore =
      lengthUnits.has(text.slice(unitAt, wordEnd(text, unitAt))) ||
      b === 10 ||
      b === 30 ||
      isWordy(after) ||
      after === 37 ||
      (isJoint(after) && isWordy(text.charCodeAt(end + 1)) && after !== separators.hyphen)
    return a >= 1 && a <= 12 && !isScore
      ? { kind: 'date', start: at, end, strength: strengths.cue, identity: `${fullYear(b)}-${a}` }
      : undefined
  }
  if (groups.separators[0] !== separators.dot || second > 2 || after !== separators.dot || isWordy(text.charCodeAt(end + 1)))
    return undefined
  if (!isCalendarDate(2000, b, a) || !(scan.writesPoints() || hasCueDirectly(scan, at))) return undefined
  return { kind: 'date', start: at, end: end + 1, strength: strengths.cue, identity: `--${b}-${a}` }
}

/** Whether a text writes its dates with points (12.03.2024): then 12.3. and 9.7.24 are dates too, and figures with a decimal comma. */
export const writesPoints = (text: string): boolean => /(?<![\d.])(?:0[1-9]|[12]\d|3[01])\. ?[01]?\d\. ?(?:19|20)\d\d/.test(text)

const isJoint = (code: number): boolean => code >= separators.hyphen && code <= separators.slash

const hasCueDirectly = (scan: Scan, at: number): boolean => {
  const [word] = wordsBefore(scan, at, 1)
  return word !== undefined && partialCues.has(word)
}

// A specimen of 13/09/10 cm was measured, not dated.
const lengthUnits: ReadonlySet<string> = new Set(['mm', 'cm', 'm', 'ml', 'mL', 'mg', 'g', 'kg', 'mmHg'])

/**
 * Not a piece of a longer number in the same style, nor of a word.
 *
 * @param closed  the last figures could go on: no letter may follow, except the T of a time (`2024-03-12T10:00`)
 */
function standsAlone(text: string, start: number, end: number, separator: number, closed: boolean): boolean {
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
  const yearAt = pastDot(text, monthEnd)
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

const pastDot = (text: string, at: number): number => (text.charCodeAt(at) === separators.dot ? skipBlanks(text, at + 1, 1) : -1)

function digitsEnd(text: string, at: number, most: number): number {
  let end = at
  while (end < at + most && isDigit(text.charCodeAt(end))) end++
  return end
}

const ordinals: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'o'])
const connectors: ReadonlySet<string> = new Set(['of', 'de', 'del', 'do'])

const wordEnd = (text: string, at: number): number => {
  const most = at + longestMonthName
  let end = at
  while (end < most && isLetter(text.charCodeAt(end))) end++
  return end
}

const lowerCased = (text: string, start: number, end: number): string => text.slice(start, end).toLowerCase().normalize('NFC')

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
  const year = readYear(text, pastSeparators(text, pastOrdinal(text, groups.ends[0]!), 2))
  if (!year || year.short) return undefined
  let end = at
  while (end > at - 2 && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === separators.dot)) end--
  if (end === at) return undefined
  let start = end
  while (start > 0 && start > end - longestMonthName && isLetter(text.charCodeAt(start - 1))) start--
  scan.steps += year.end - start
  if (start > 0 && isWordy(text.charCodeAt(start - 1))) return undefined
  const month = monthNames.get(lowerCased(text, start, end))
  const day = Number(text.slice(at, groups.ends[0]!))
  return month !== undefined && isCalendarDate(year.value, month, day) ? dated(start, year.end, year.value, month, day) : undefined
}

function pastOrdinal(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 0xba || code === 0xaa) return at + 1
  if (!isLetter(code)) return at
  const end = wordEnd(text, at)
  return end - at <= 2 && ordinals.has(lowerCased(text, at, end)) ? end : at
}

function pastSeparators(text: string, at: number, most: number): number {
  let to = at
  while (to < at + most) {
    const code = text.charCodeAt(to)
    if (!isBlank(code) && code !== 44 && code !== 39 && code !== 0x2019 && (code < separators.hyphen || code > separators.slash)) break
    to++
  }
  return to
}

function pastConnector(text: string, at: number): number {
  if (!isLetter(text.charCodeAt(at))) return at
  const end = wordEnd(text, at)
  return connectors.has(lowerCased(text, at, end)) ? skipBlanks(text, end, 2) : at
}

function readYear(text: string, at: number): { value: number; short: boolean; end: number } | undefined {
  const end = digitsEnd(text, at, 5)
  const length = end - at
  if (length !== 4 && length !== 2) return undefined
  const after = text.charCodeAt(end)
  // 12 Mar 24/7, 12 Mar 10:30 and 12 Mar 20% go on differently.
  if (isWordy(after) || after === 37 || ((after === 47 || after === 58 || after === 46) && isDigit(text.charCodeAt(end + 1))))
    return undefined
  const value = Number(text.slice(at, end))
  return { value: length === 2 ? fullYear(value) : value, short: length === 2, end }
}

function dated(start: number, end: number, year: number, month: number, day: number): Identifier {
  const two = (value: number): string => String(value).padStart(2, '0')
  return { kind: 'date', start, end, strength: strengths.pattern, identity: `${year}-${two(month)}-${two(day)}` }
}
