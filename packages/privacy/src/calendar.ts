import { type Identifier, strengths } from './identifier.ts'
import { isFilledInDay, placeholder } from './placeholders.ts'

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
export const fullYear = (year: number): number => (year < 50 ? 2000 + year : 1900 + year)

/** A full date as an identifier. */
export function dated(start: number, end: number, year: number, month: number, day: number): Identifier {
  const two = (value: number): string => String(value).padStart(2, '0')
  const identity = `${year}-${two(month)}-${two(day)}`
  return { kind: 'date', start, end, strength: strengths.pattern, identity, ...(isFilledInDay(identity) && { nobody: placeholder }) }
}
