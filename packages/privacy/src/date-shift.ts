import { monthNames } from './month-names.ts'

const dayMs = 86_400_000
/** Dates without a year move within a year that is no leap year. */
const anyYear = 2001
/** Dates without a day move as the middle of their month. */
const midMonth = 15

/** Month -> its names in the order of `month-names.ts`; the first of each language is the long one. */
const namesOf = (month: number): string[] => [...monthNames].filter(([, each]) => each === month).map(([name]) => name)

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

function dayOf(identity: string): Day | undefined {
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(identity)
  if (full) return { year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) }
  const noYear = /^--(\d{1,2})-(\d{1,2})$/.exec(identity)
  if (noYear) return { year: anyYear, month: Number(noYear[1]), day: Number(noYear[2]) }
  const noDay = /^(\d{4})-(\d{1,2})$/.exec(identity)
  return noDay ? { year: Number(noDay[1]), month: Number(noDay[2]), day: midMonth } : undefined
}

/**
 * A date moved by some days, written as it was: the same order, separators, padding and language of its month.
 *
 * @param identity  the date as a detector gives it: `2024-03-12`, `--3-12` without a year, `2024-3` without a day
 * @returns  undefined where the written form cannot be told apart
 * @example shiftedDate('12 March 2024', '2024-03-12', 30) // '11 April 2024'
 */
export function shiftedDate(written: string, identity: string, days: number): string | undefined {
  const before = dayOf(identity)
  if (!before) return undefined
  const moved = new Date(Date.UTC(before.year, before.month - 1, before.day) + days * dayMs)
  const after: Day = { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
  const numbers = [...written.matchAll(/\d+/g)]
  const word = [...written.matchAll(/\p{L}{3,}/gu)].find(([name]) => monthNames.get(name.toLowerCase()) === before.month)
  const roles = rolesOf(
    numbers.map(([digits]) => digits),
    identity,
    before,
    word !== undefined,
  )
  if (!roles) return undefined
  let made = ''
  let from = 0
  const pieces: { start: number; end: number; text: string }[] = numbers.flatMap(({ 0: digits, index }, i) => {
    const role = roles[i]
    return role === undefined ? [] : [{ start: index, end: index + digits.length, text: padded(after[role], digits) }]
  })
  if (word) pieces.push({ start: word.index, end: word.index + word[0].length, text: monthLike(word[0], before.month, after.month) })
  for (const { start, end, text } of pieces.sort((a, b) => a.start - b.start)) {
    made += written.slice(from, start) + text
    from = end
  }
  return made + written.slice(from)
}

/** Which number is the year, the month, the day; numbers behind the date are left. */
function rolesOf(numbers: readonly string[], identity: string, { year, month, day }: Day, named: boolean): (keyof Day)[] | undefined {
  const isYear = (digits: string): boolean => Number(digits) === year || (digits.length === 2 && Number(digits) === year % 100)
  const is = (role: keyof Day, digits: string): boolean =>
    role === 'year' ? isYear(digits) : Number(digits) === (role === 'month' ? month : day)
  const hasYear = !identity.startsWith('--')
  const hasDay = identity.startsWith('--') || identity.split('-').length === 3
  const orders: (keyof Day)[][] = [
    ['day', 'month', 'year'],
    ['year', 'month', 'day'],
    ['month', 'day', 'year'],
  ]
  for (const order of orders) {
    const wanted = order.filter((role) => (role !== 'year' || hasYear) && (role !== 'day' || hasDay) && (role !== 'month' || !named))
    if (wanted.length <= numbers.length && wanted.every((role, i) => is(role, numbers[i]!))) return wanted
  }
  return undefined
}

function padded(value: number, like: string): string {
  const digits = like.length === 2 && value > 99 ? String(value % 100) : String(value)
  return digits.padStart(like.length === 1 ? 1 : like.length, '0')
}

/** The name of another month in the language and length of a written one. */
function monthLike(written: string, from: number, to: number): string {
  const small = written.toLowerCase()
  const place = namesOf(from).indexOf(small)
  // Rows of languages run in parallel, abbreviations do not: the nearest name that begins alike in length stands in.
  const candidates = namesOf(to)
  const isShort =
    small.length <= 4 && from !== 5 && namesOf(from).some((name) => name.length > small.length && name.startsWith(small.slice(0, 3)))
  const chosen = isShort ? candidates.find((name) => name.length <= 4) : longIn(from, to, small)
  const name = chosen ?? candidates[Math.max(0, place)] ?? candidates[0]!
  if (written === written.toUpperCase()) return name.toUpperCase()
  return /^\p{Lu}/u.test(written) ? name[0]!.toUpperCase() + name.slice(1) : name
}

/** The long names of the year by language: months are found in a row together. */
const years: readonly (readonly string[])[] = [
  'january february march april may june july august september october november december',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'januari februari maart april mei juni juli augustus september oktober november december',
].map((row) => row.split(' '))

const longIn = (from: number, to: number, small: string): string | undefined => years.find((names) => names[from - 1] === small)?.[to - 1]
