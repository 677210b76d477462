import { ageOver89 } from './age.ts'
import { isWordy } from './characters.ts'
import { code } from './code.ts'
import { cueReach, namesAThing } from './cues.ts'
import { date } from './date.ts'
import { rangeBefore } from './date-range.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { medicare } from './medicare.ts'
import { ipv4 } from './network.ts'
import { phone } from './phone.ts'
import { placeAtDigit } from './places.ts'
import { recordNumber } from './record.ts'
import type { ScannedText } from './scanned-text.ts'
import { vehicle } from './vehicle.ts'

/** Looks at a number; @returns where the next one is to be looked for: a number that was recognised is not read again from its second group. */
export function atDigits(scan: Scan, place: number, found: Identifier[]): number {
  const { groups, text } = scan
  const end = groups.ends[0]!
  const length = end - place
  const before = found.length
  if (length <= longestQuantity && groups.count === 1 && standsAlone(text, place, end)) {
    // A dose, a score, an age: what is longer, in groups or in letters cannot begin here.
    if (length <= 2) addPerson(scan, found, date(scan, place))
    if (length > 1) addPerson(scan, found, ageOver89(scan, place))
    addPerson(scan, found, placeAtDigit(scan, place))
    if (place - scan.ends.plate <= cueReach) addPerson(scan, found, vehicle(scan, place))
    if (length === longestQuantity) add(found, recordNumber(scan, place))
    return end
  }
  const record = recordNumber(scan, place)
  // A number that is called one of records may have the right check digit of another by chance.
  const isRecord = record?.kind === 'record-number' && !record.nobody && record.end >= end && length > 7
  if (!isRecord) addPerson(scan, found, medicare(scan, place))
  addPerson(scan, found, phone(scan, place))
  addPerson(scan, found, date(scan, place))
  if (groups.count >= 4) addPerson(scan, found, ipv4(scan, place))
  if (length > 1) addPerson(scan, found, ageOver89(scan, place))
  addPerson(scan, found, vehicle(scan, place))
  addPerson(scan, found, placeAtDigit(scan, place))
  const numbered = code(scan, place)
  if (!(isRecord && numbered && numbered.end <= record.end)) add(found, numbered)
  add(found, record)
  let next = end
  for (let i = before; i < found.length; i++) {
    const each = found[i]!
    if (each.strength >= strengths.pattern && each.start <= place && each.end > next && each.kind !== 'address') next = each.end
  }
  return next
}

const longestQuantity = 3

/** Whether neither letters, digits nor a joint with more behind it stand beside a figure. */
function standsAlone(text: ScannedText, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1)
  const after = text.charCodeAt(end)
  if (isWordy(before) || before === 45 || isWordy(after)) return false
  return !(isJoint(after) && isWordy(text.charCodeAt(end + 1)))
}
const isJoint = (code: number): boolean => (code >= 45 && code <= 47) || code === 43 || code === 0x2011

function addPerson(scan: Scan, found: Identifier[], identifier: Identifier | undefined): void {
  if (!identifier || namesAThing(scan, identifier.start)) return
  found.push(identifier)
  if (identifier.kind === 'date') add(found, rangeBefore(scan, identifier))
}

function add(found: Identifier[], identifier: Identifier | undefined): void {
  if (identifier) found.push(identifier)
}
