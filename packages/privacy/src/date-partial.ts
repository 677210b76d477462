import { fullYear, isCalendarDate } from './calendar.ts'
import { isDigit, isWordy } from './characters.ts'
import { skipBlanks, wordsBefore } from './cues.ts'
import { connectors, isJoint, lengthUnits, lowerCased, monthBefore, pastOrdinal, pastSeparators, wordEnd } from './date-words.ts'
import { separators, touches } from './digit-groups.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { monthNames } from './month-names.ts'
import type { ScannedText } from './scanned-text.ts'

/** Month names that are other words too: alone beside a number they say nothing. */
const wordsToo: ReadonlySet<string> = new Set(
  'may mar set sep ago out dec dez abr mai fev jan jun jul oct okt nov apr aug feb maj'.split(' '),
)

/** October 2022, marzo de 2024, März 2024; a year alone is no identifier. */
export function monthAndYear(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const end = groups.ends[0]!
  const year = Number(text.slice(at, end))
  if (year < 1900 || year > 2099 || isWordy(text.charCodeAt(end)) || text.charCodeAt(end) === 37) return undefined
  const found = monthBefore(scan, at)
  // "may 2000" may be a verb and a dose.
  if (!found || (found.word.length < 4 && text.charCodeAt(found.start) >= 97 && wordsToo.has(found.word))) return undefined
  return { kind: 'date', start: found.start, end, strength: strengths.pattern, identity: `${year}-${found.month}` }
}

const joints: ReadonlySet<number> = new Set([...'.,/-:'].map((sign) => sign.charCodeAt(0)))
const weekday = /(?<!\p{L})(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[.,]? $/u

/** Feb-23, Sep/24: a month's short name with a capital, then two figures. */
export function monthAndShortYear(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const end = groups.ends[0]!
  const joint = text.charCodeAt(at - 1)
  if (end - at !== 2 || (joint !== separators.hyphen && joint !== separators.slash)) return undefined
  const after = text.charCodeAt(end)
  if (isWordy(after) || after === 37 || ((isJoint(after) || after === 58) && isWordy(text.charCodeAt(end + 1)))) return undefined
  const found = monthBefore(scan, at - 1)
  if (!found || text.charCodeAt(found.start) >= 97 || found.start + found.word.length !== at - 1) return undefined
  const year = fullYear(Number(text.slice(at, end)))
  return { kind: 'date', start: found.start, end, strength: strengths.pattern, identity: `${year}-${found.month}` }
}

/** 12 janvier, 3 March, 14. Februar; March 3rd: a day without its year, where the month is written out or with a capital. */
export function dayAndMonth(scan: Scan, at: number): Identifier | undefined {
  const { text, groups } = scan
  const day = Number(text.slice(at, groups.ends[0]!))
  const plain = pastOrdinal(text, groups.ends[0]!)
  const ordinal = plain > groups.ends[0]!
  if (day < 1 || day > 31 || (at > 0 && joints.has(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at - 2)))) return undefined
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
    const isCapital = text.charCodeAt(to) < 97
    // "3-Mar", "12th Nov", "Mon 2 Dec": beside a hyphen, an ordinal or a weekday a short name is a month.
    const isShort =
      isCapital && (text.charCodeAt(plain) === separators.hyphen || ordinal || weekday.test(text.slice(Math.max(0, at - 12), at)))
    const isWhole = word.length > 3 || isShort || (isCapital && !wordsToo.has(word))
    if (month !== undefined && isWhole && !isWordy(text.charCodeAt(end)) && isCalendarDate(2000, month, day))
      return { kind: 'date', start: at, end, strength: strengths.pattern, identity: `--${month}-${day}` }
  }
  const found = monthBefore(scan, at)
  if (!found || connectors.has(found.word) || (found.word.length < 4 && !ordinal) || text.charCodeAt(found.start) >= 97) return undefined
  const after = text.charCodeAt(plain)
  if (isWordy(after) || after === 37 || ((isJoint(after) || after === 58) && isDigit(text.charCodeAt(plain + 1)))) return undefined
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

const partialCues: ReadonlySet<string> = new Set('am vom seit bis ab zum'.split(' '))

/**
 * A month and year (04/2021), and where a text writes its dates with points a day and month (19.3.) or a month and short year (9/24); a
 * year alone is no identifier.
 */
export function partial(scan: Scan, at: number): Identifier | undefined {
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

const hasCueDirectly = (scan: Scan, at: number): boolean => {
  const [word] = wordsBefore(scan, at, 1)
  return word !== undefined && partialCues.has(word)
}

/** Whether a text writes its dates with points (12.03.2024): then 12.3. and 9.7.24 are dates too, and figures with a decimal comma. */
export const writesPoints = ({ string }: ScannedText): boolean =>
  /(?<![\d.])(?:0[1-9]|[12]\d|3[01])\. ?[01]?\d\. ?(?:19|20)\d\d/.test(string)
