import { ageOver89 } from './age.ts'
import { isDigit, isWordy } from './characters.ts'
import { codes } from './code.ts'
import { namesAThing } from './cues.ts'
import { date, writesPoints } from './date.ts'
import { createDigitGroups, readDigitGroups } from './digit-groups.ts'
import { email } from './email.ts'
import type { Detector, Identifier, Scan } from './identifier.ts'
import { medicare } from './medicare.ts'
import { personNames } from './names.ts'
import { colonForm, ipv4, url } from './network.ts'
import { phone } from './phone.ts'
import { placeAtCapital, placeAtDigit, placeWords } from './places.ts'
import { recordNumber } from './record.ts'
import { vehicle } from './vehicle.ts'

/** Every detector but codes and names, which find several at once; a further one is a further file and its name here. */
const detectors: readonly Detector[] = [
  email,
  medicare,
  phone,
  date,
  { anchor: 'colon', find: url },
  { anchor: 'dot', find: url },
  { anchor: 'colon', find: colonForm },
  { anchor: 'digit', find: ipv4 },
  { anchor: 'digit', find: ageOver89 },
  { anchor: 'digit', find: vehicle },
  { anchor: 'digit', find: placeAtDigit },
  { anchor: 'capital', find: placeAtCapital },
]
const at = (anchor: Detector['anchor']): readonly Detector[] => detectors.filter((detector) => detector.anchor === anchor)
const atDigit = at('digit')
const atSign = at('at')
const atColon = at('colon')
const atDot = at('dot')
const atCapital = at('capital')

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
export function scanIdentifiers(text: string): ScannedIdentifiers {
  if (last?.text !== text) last = { text, found: scanned(text) }
  return last.found
}

interface ScannedIdentifiers {
  readonly identifiers: readonly Identifier[]
  readonly steps: number
}

/** The document before: several that observe one document ask one after the other. */
let last: { readonly text: string; readonly found: ScannedIdentifiers } | undefined

function scanned(text: string): ScannedIdentifiers {
  const scan: Scan = {
    text,
    groups: createDigitGroups(),
    writesPoints: writesPoints(text),
    placeWords: placeWords(text),
    lastWords: { at: -1, words: [] },
    steps: 4 * text.length,
  }
  const found: Identifier[] = []
  const length = text.length
  const find = (those: readonly Detector[], place: number): void => {
    for (const detector of those) {
      const identifier = detector.find(scan, place)
      if (identifier) found.push(identifier)
    }
  }
  let place = 0
  let before = 32
  while (place < length) {
    const code = text.charCodeAt(place)
    if (isDigit(code)) {
      scan.steps += readDigitGroups(text, place, scan.groups)
      atDigits(scan, place, found)
      place = scan.groups.ends[0]!
      before = 48
      continue
    }
    if (code === 64) find(atSign, place)
    else if (code === 58) find(atColon, place)
    else if (code === 46) find(atDot, place)
    else if (((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)) && !isWordy(before)) find(atCapital, place)
    before = code
    place++
  }
  for (const name of personNames(text, (steps) => (scan.steps += steps))) found.push(name)
  return { identifiers: withoutOverlap(found), steps: scan.steps }
}

function atDigits(scan: Scan, place: number, found: Identifier[]): void {
  for (const detector of atDigit) {
    const identifier = detector.find(scan, place)
    if (identifier && !namesAThing(scan, identifier.start)) found.push(identifier)
  }
  for (const identifier of codes(scan, place)) found.push(identifier)
  const record = recordNumber(scan, place)
  if (record) found.push(record)
}

function withoutOverlap(found: Identifier[]): Identifier[] {
  const kept: Identifier[] = []
  for (const identifier of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || identifier.start >= last.end) kept.push(identifier)
    else if (rank(identifier, last) > 0) {
      // An address behind a name leaves the name what stands before it.
      if (last.kind === 'person' && identifier.start > last.start) kept.splice(-1, 1, { ...last, end: identifier.start - 1 }, identifier)
      else kept[kept.length - 1] = identifier
    }
  }
  return kept
}

const rank = (a: Identifier, b: Identifier): number => a.strength - b.strength || a.end - a.start - (b.end - b.start)
