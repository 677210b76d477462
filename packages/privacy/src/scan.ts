import { atDigits } from './at-digits.ts'
import { isDigit, isWordy } from './characters.ts'
import { deeds, meetings } from './data/frame-words.ts'
import { postNominals } from './data/name-words.ts'
import { dwellings, largeTowns, townLabels } from './data/town-words.ts'
import { writesPoints } from './date-partial.ts'
import { createDigitGroups, readDigitGroups } from './digit-groups.ts'
import { email } from './email.ts'
import { endsInFacility, facilitiesBefore, facilityWords } from './facilities.ts'
import type { Identifier, Scan } from './identifier.ts'
import { bitsOf, folded, markBits, type WordBits, withLetter, wordBits } from './letters.ts'
import { monthNames } from './month-names.ts'
import { leadWords, smallLeadWords } from './name-leads.ts'
import { isInside, isUpper, longestWord, wordEnd } from './name-parts.ts'
import { isSmall } from './name-small.ts'
import { type NameSearch, nameSearch } from './names.ts'
import { colonForm, url } from './network.ts'
import { withoutOverlap } from './overlap.ts'
import {
  addressCues,
  endsInStreet,
  placeAtCapital,
  smallStreetEnds,
  streetAfterKind,
  streetBehindSmallKind,
  streetKinds,
  streetPrepositions,
  streetsBefore,
  unitWords,
} from './places.ts'
import { recordCues } from './record.ts'
import { ScannedText } from './scanned-text.ts'
import { dwellingReach, largeTown, townBehind, townBeside, townInSmall, townOfLetter } from './towns.ts'
import { plateCues } from './vehicle.ts'
import { wordBit } from './word-bits.ts'

let table: WordBits | undefined
/** Made when first asked for: most commands never ask. */
const words = (): WordBits =>
  (table ??= wordBits([
    [wordBit.name, smallLeadWords()],
    [wordBit.given, leadWords()],
    [wordBit.meeting, meetings.keys()],
    [wordBit.deed, deeds],
    [wordBit.dwelling, dwellings],
    [wordBit.dwelling, townLabels],
    [wordBit.town, largeTowns],
    [wordBit.degree, postNominals],
    [wordBit.facility, facilityWords],
    [wordBit.streetKind, streetKinds],
    [wordBit.streetPreposition, streetPrepositions],
    [wordBit.unit, unitWords],
    [wordBit.streetEnd, smallStreetEnds],
    [wordBit.month, monthNames.keys()],
    [wordBit.record, recordCues.keys()],
    [wordBit.plate, plateCues],
    [wordBit.address, addressCues],
  ]))

/**
 * The direct identifiers of a text, in the order of their places and without overlap: where two claim the same characters, the one that is
 * better founded keeps them (address, check digit, form, cue), then the longer.
 *
 * One pass in time linear in the length of the text. Each word is read once, with a hash of its letters that tells most of them to be
 * nothing to any detector; detectors run at digits, signs, and the words that are left, and read a bounded stretch.
 *
 * @returns  also how many characters were looked at, a number that grows with the text and with nothing else
 * @example scanIdentifiers('Ph 0412 345 678').identifiers.map(({ kind, start, end }) => [kind, start, end]) // [['phone', 3, 15]]
 */
export function scanIdentifiers(text: string): ScannedIdentifiers {
  if (last?.text === text) return last.found
  const found = scanned(new ScannedText(text))
  // Names of files and values of metadata come between two questions for the text of a document.
  if (text.length > shortest) last = { text, found }
  return found
}

interface ScannedIdentifiers {
  readonly identifiers: readonly Identifier[]
  readonly steps: number
}

const shortest = 120
/** The document before: several that observe one document ask one after the other. */
let last: { readonly text: string; readonly found: ScannedIdentifiers } | undefined

function scanned(text: ScannedText): ScannedIdentifiers {
  // Held here: what a module exports is looked up at every use, which is every character.
  const known = words()
  const letters = folded
  const beyond = letters.length
  let points: boolean | undefined
  const scan: Scan = {
    text,
    groups,
    writesPoints: () => (points ??= writesPoints(text)),
    ends: { month: -longReach, record: -longReach, plate: -longReach, address: -longReach, dwelling: -longReach },
    looked: { facility: 0, street: 0 },
    lastWords: { at: -1, words: [] },
    steps: 4 * text.length,
  }
  const found: Identifier[] = []
  const names = nameSearch(text, (steps) => (scan.steps += steps))
  const last: LastWord = { start: 0, end: -1, bits: 0, bitsBefore: 0 }
  const length = text.length
  /** Before this place words belong to a name, or to a longer word, that was looked at. */
  let namesFrom = 0
  let smallStreetEnd = -longReach
  let place = 0
  while (place < length) {
    const unit = text.charCodeAt(place)
    const letter = unit < beyond ? letters[unit]! : 0
    if (letter === 0) {
      if (isDigit(unit)) {
        scan.steps += readDigitGroups(text, place, scan.groups)
        if (mayEndStreet(text, place, last)) streetsBefore(scan, place, found)
        place = atDigits(scan, place, found)
        continue
      }
      if (unit === 64) add(found, email(scan, place))
      else if (unit === 58) {
        if (text.charCodeAt(place + 1) === 47) add(found, url(scan, place))
        else add(found, colonForm(scan, place))
      } else if (unit === 46 && (text.charCodeAt(place - 1) | 32) === 119) add(found, url(scan, place))
      place++
      continue
    }
    const start = place
    let hash = letter
    let all = letter
    for (place++; place < length; place++) {
      const next = text.charCodeAt(place)
      const small = next < beyond ? letters[next]! : 0
      if (small === 0) break
      all |= small
      hash = withLetter(hash, small)
    }
    // Marks that stand apart from their letters: such a word may be anything.
    const bits = (all & markBits) === markBits ? anything : bitsOf(known, hash)
    const capital = unit !== letter || isUpper(unit)
    if (bits !== 0) {
      if (bits & wordBit.month) scan.ends.month = place
      if (bits & wordBit.record) scan.ends.record = place
      if (bits & wordBit.plate) scan.ends.plate = place
      if (bits & wordBit.address) scan.ends.address = place
      if (bits & wordBit.dwelling) {
        scan.ends.dwelling = place
        if (!capital && isSmall(text)) add(found, townInSmall(text, place))
      }
      if (bits & wordBit.facility && (capital || text.charCodeAt(start - 1) === 45)) facilitiesBefore(scan, start, found)
      if (bits & wordBit.streetKind) {
        if (capital) add(found, streetAfterKind(scan, start))
        else smallStreetEnd = place
      }
    }
    if (capital) {
      const before = text.charCodeAt(start - 1)
      if (!isWordy(before)) {
        if (start - scan.ends.dwelling <= dwellingReach) add(found, townBehind(scan, start))
        else if ((text.charCodeAt(place) === 44 || isBeforeCapital(text, place)) && opensLine(text, start))
          add(found, townOfLetter(text, start))
        if (bits & wordBit.town) add(found, largeTown(scan, start, place))
        add(found, placeAtCapital(scan, start, place, bits))
        if (start - smallStreetEnd <= smallStreetReach) add(found, streetBehindSmallKind(scan, start))
      }
      if (endsInFacility(text, start, place)) facilitiesBefore(scan, start, found)
    }
    if (bits & wordBit.deed && !capital && isBehindCapital(text, start, last)) names.deed(start, place)
    if (
      start >= namesFrom &&
      (capital ||
        (bits & wordBit.name) !== 0 ||
        ((bits & wordBit.meeting) !== 0 && isCapitalNear(text, place)) ||
        isInside(text.charCodeAt(place)))
    )
      namesFrom = atWord(text, start, place, hash, bits, capital, names)
    last.bitsBefore = last.bits
    last.start = start
    last.end = place
    last.bits = bits
  }
  const placed = found.length
  for (let i = 0; i < placed; i++) if (besideTowns.has(found[i]!.kind)) add(found, townBeside(text, found[i]!))
  for (const name of names.found()) found.push(name)
  return { identifiers: withoutOverlap(found), steps: scan.steps }
}

const besideTowns: ReadonlySet<string> = new Set(['postcode', 'address', 'facility'])
const groups = createDigitGroups()
const longReach = 1000
/** From "calle" to the capital that the street's name begins with. */
const smallStreetReach = 12
const anything = -1

interface LastWord {
  start: number
  end: number
  bits: number
  bitsBefore: number
}

/** Looks at a word for what it leads to; @returns where the next word is to be looked at */
function atWord(text: ScannedText, start: number, runEnd: number, hash: number, bits: number, capital: boolean, names: NameSearch): number {
  const after = text.charCodeAt(runEnd)
  const end = isInside(after) ? wordEnd(text, start) : runEnd
  const whole = end === runEnd && bits !== anything
  if (capital) names.capitalised(start, end, whole ? hash : 0)
  if (end - start > longestWord) return end
  // What a word with a hyphen may be was not asked.
  if (
    end > runEnd ||
    bits & (wordBit.name | wordBit.meeting) ||
    (capital && (bits & (wordBit.degree | wordBit.given) || after === 46 || isBeforeCapital(text, end) || opensLine(text, start)))
  )
    return names.at(start, end, whole ? bits : anything)
  return end
}

/** Whether a capital opens one of the four words behind a place, of which small ones have few letters. */
function isCapitalNear(text: ScannedText, at: number): boolean {
  let blanks = 0
  for (let i = at; i < at + 24; i++) {
    const unit = text.charCodeAt(i)
    if (unit !== 32 && unit !== 47) {
      if (isUpper(unit)) return true
      if (unit < 65 || i === at) return false
    } else if (++blanks > 4) return false
  }
  return false
}
const isBehindCapital = (text: ScannedText, start: number, last: LastWord): boolean =>
  last.end === start - 1 && text.charCodeAt(last.end) === 32 && isUpper(text.charCodeAt(last.start))

const isBeforeCapital = (text: ScannedText, end: number): boolean => text.charCodeAt(end) === 32 && isUpper(text.charCodeAt(end + 1))

function opensLine(text: ScannedText, start: number): boolean {
  const before = text.charCodeAt(start - 1)
  return start === 0 || before === 10 || before === 9 || before === 0xfeff
}

/** Whether the word before a number, behind one or two blanks, may name a street. */
function mayEndStreet(text: ScannedText, number: number, { start, end, bits, bitsBefore }: LastWord): boolean {
  const gap = number - end
  if (gap < 1 || gap > 3 || text.charCodeAt(number - 1) !== 32) return false
  if (bits & wordBit.streetEnd) return true
  const isName = isUpper(text.charCodeAt(start)) || text.charCodeAt(start - 1) === 45
  return isName && ((bitsBefore & wordBit.streetPreposition) !== 0 || endsInStreet(text, start, end))
}

function add(found: Identifier[], identifier: Identifier | undefined): void {
  if (identifier) found.push(identifier)
}

/** The names of persons in a text: see `nameSearch`. */
export const personNames = (text: string): readonly Identifier[] =>
  scanIdentifiers(text).identifiers.filter(({ kind }) => kind === 'person')
