import type { Identifier, Scan } from './identifier.ts'

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
