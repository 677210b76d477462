import type { Identifier } from './identifier.ts'
import { scanIdentifiers } from './scan.ts'

/** Fewest letters and digits of a number that is known in any spelling. */
const leastSigns = 5
/** Most groups that a number is written in, and most signs it has. */
const mostGroups = 9
const mostSigns = 34

/** Letters and digits alone, in small letters: the value of a number however it is written. */
export const squeezed = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a value of a list is a number with signs between, and not words: `0438 271 946`, `QX-77 39 215`. */
export const isNumber = (value: string): boolean => {
  const signs = squeezed(value)
  const digits = signs.replace(/\D/g, '').length
  return signs.length >= leastSigns && digits * 2 >= signs.length && value.split(/\s+/).every((word) => /\d/.test(word) || word.length <= 4)
}

/** What a value of a list is to the detectors, as kind and identity: `+61 438 271 946` is the telephone number `0438271946` is. */
export function identitiesOf(values: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const value of values)
    for (const written of [value, `Ph ${value}`])
      for (const identifier of scanIdentifiers(written).identifiers)
        if (identifier.kind !== 'date' && identifier.end - identifier.start >= value.trim().length) found.add(identityOf(identifier))
  return found
}

export const identityOf = ({ kind, identity }: Identifier): string => `${kind} ${identity}`

const isSign = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
/** What stands between the groups of a number. */
const gap = /[\s.\-‐‑/()+]{1,3}/y

/** Places where the signs of one of these numbers stand, in any grouping. @param numbers squeezed */
export function numbersIn(text: string, numbers: ReadonlySet<string>): { readonly start: number; readonly end: number }[] {
  if (numbers.size === 0) return []
  const found: { start: number; end: number }[] = []
  let place = 0
  while (place < text.length) {
    if (!isSign(text.charCodeAt(place))) {
      place++
      continue
    }
    const end = signsEnd(text, place)
    const to = numberEnd(text, place, end, numbers)
    if (to !== undefined) found.push({ start: place, end: to })
    place = to ?? end
  }
  return found
}

function signsEnd(text: string, start: number): number {
  let end = start
  while (isSign(text.charCodeAt(end))) end++
  return end
}

/** The end of the longest number that begins here. */
function numberEnd(text: string, start: number, firstEnd: number, numbers: ReadonlySet<string>): number | undefined {
  let signs = ''
  let from = start
  let end = firstEnd
  let last: number | undefined
  for (let groups = 0; groups < mostGroups; groups++) {
    if (signs.length + end - from > mostSigns) break
    signs += text.slice(from, end).toLowerCase()
    if (numbers.has(signs)) last = end
    gap.lastIndex = end
    const between = gap.exec(text)
    if (!between) break
    from = end + between[0].length
    end = signsEnd(text, from)
    if (end === from) break
  }
  return last
}
