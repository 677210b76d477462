import { isDigit } from './characters.ts'
import { namesAThing } from './cues.ts'
import { date } from './date.ts'
import { createDigitGroups, readDigitGroups } from './digit-groups.ts'
import { email } from './email.ts'
import type { Detector, Identifier, Scan } from './identifier.ts'
import { medicare } from './medicare.ts'
import { phone } from './phone.ts'

/** Every detector; a further one is a further file and its name here. */
const detectors: readonly Detector[] = [email, medicare, phone, date]
const atDigit = detectors.filter(({ anchor }) => anchor === 'digit')
const atSign = detectors.filter(({ anchor }) => anchor === 'at')

/**
 * The direct identifiers of a text, in the order of their places and without overlap: where two claim the same characters, the one that is
 * better founded keeps them (address, check digit, form, cue), then the longer.
 *
 * One pass in time linear in the length of the text: characters are looked at one by one until a digit or an `@`, from which each detector
 * reads a bounded stretch.
 *
 * @returns  also how many characters were looked at, a number that grows with the text and with nothing else
 * @example scanIdentifiers('Ph 0412 345 678').identifiers.map(({ kind, start, end }) => [kind, start, end]) // [['phone', 3, 15]]
 */
export function scanIdentifiers(text: string): { readonly identifiers: readonly Identifier[]; readonly steps: number } {
  const scan: Scan = { text, groups: createDigitGroups(), steps: text.length }
  const found: Identifier[] = []
  const length = text.length
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code === 64) {
      for (const detector of atSign) keep(found, detector.find(scan, at))
    } else if (isDigit(code)) {
      scan.steps += readDigitGroups(text, at, scan.groups)
      for (const detector of atDigit) {
        const identifier = detector.find(scan, at)
        if (identifier && !namesAThing(scan, identifier.start)) found.push(identifier)
      }
      at = scan.groups.ends[0]!
      continue
    }
    at++
  }
  return { identifiers: withoutOverlap(found), steps: scan.steps }
}

function keep(found: Identifier[], identifier: Identifier | undefined): void {
  if (identifier) found.push(identifier)
}

function withoutOverlap(found: Identifier[]): Identifier[] {
  const kept: Identifier[] = []
  for (const identifier of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || identifier.start >= last.end) kept.push(identifier)
    else if (rank(identifier, last) > 0) kept[kept.length - 1] = identifier
  }
  return kept
}

const rank = (a: Identifier, b: Identifier): number => a.strength - b.strength || a.end - a.start - (b.end - b.start)
