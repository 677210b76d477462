import { orderedEvents } from './consistency-rules.ts'
import type { Say } from './contradictions.ts'

const written = '(?<a>\\d{1,4})[-/.](?<b>\\d{1,2})[-/.](?<c>\\d{4}|\\d{1,2})(?![\\d/.-]*\\d)'
const dated = new RegExp(`(?<![\\d/.-])${written}`, 'g')
const events = orderedEvents.map(({ first, later }) => ({
  first: new RegExp(`(?<![\\p{L}\\p{N}])(?:${first})\\s*(?=${written.replace(/\?<[abc]>/g, '')})`, 'giu'),
  later: new RegExp(`(?<![\\p{L}\\p{N}])(?:${later})\\s*(?=${written.replace(/\?<[abc]>/g, '')})`, 'giu'),
}))

/** Days since the epoch of a date read day first and month first; NaN where that is no day of the calendar. */
function readings(a: string, b: string, c: string): readonly [dayFirst: number, monthFirst: number] {
  const [x, y, z] = [Number(a), Number(b), Number(c)]
  if (a.length === 4) return [dayOf(x, y, z), dayOf(x, y, z)]
  return c.length === 4 ? [dayOf(z, y, x), dayOf(z, x, y)] : [Number.NaN, Number.NaN]
}

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 86_400_000 : Number.NaN
}

/** Dates with a four-digit year that no calendar has, and events in an order that cannot be, whichever way a date is read. */
export function dateContradictions(text: string, say: Say): void {
  if (!/\d{4}/.test(text)) return
  for (const match of text.matchAll(dated)) {
    const { a, b, c } = match.groups as { a: string; b: string; c: string }
    const year = Number(a.length === 4 ? a : c)
    // 31/02/2024 is a slip; 45.60.2020 and 3.14.9999 are no dates at all.
    const [day, month] = a.length === 4 ? [Number(c), Number(b)] : [Number(a), Number(b)]
    const looksDated =
      (a.length === 4) !== (c.length === 4) && year >= 1880 && year <= 2100 && day >= 1 && day <= 31 && month >= 1 && month <= 12
    if (looksDated && readings(a, b, c).every(Number.isNaN))
      say('date', match.index, match.index + match[0].length, 'a date that is in no calendar, read either way')
  }
  for (const { first, later } of events) {
    const [before, after] = [eventsIn(text, first), eventsIn(text, later)]
    for (const early of before)
      for (const late of after)
        if (isReversed(early.days, late.days))
          say('date', late.start, late.end, `comes before what stands at ${early.start} to ${early.end} and must have come first`)
  }
}

/** Whether one date comes behind the other in each way of reading that both have: a note writes its dates in one way. */
const isReversed = (early: readonly number[], late: readonly number[]): boolean => {
  const both = early.map((_, way) => way).filter((way) => !Number.isNaN(early[way]! + late[way]!))
  return both.length > 0 && both.every((way) => early[way]! > late[way]!)
}

function eventsIn(text: string, pattern: RegExp): { days: readonly number[]; start: number; end: number }[] {
  return [...text.matchAll(pattern)].slice(0, 20).flatMap((match) => {
    const at = match.index + match[0].length
    const date = new RegExp(written, 'y')
    date.lastIndex = at
    const found = date.exec(text)
    const days = found ? readings(found.groups!['a']!, found.groups!['b']!, found.groups!['c']!) : []
    return days.some((day) => !Number.isNaN(day)) ? [{ days, start: at, end: at + found![0].length }] : []
  })
}
