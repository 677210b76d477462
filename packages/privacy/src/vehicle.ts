import { isLetter, isWordy } from './characters.ts'
import { cueReach, wordsBefore } from './cues.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'

const vinLength = 17
const vin = /[A-HJ-NPR-Z\d]{17}(?![\p{L}\d])/uy
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const vinValues = new Map([...'ABCDEFGH'].map((letter, i) => [letter, i + 1]))
for (const [i, letter] of [...'JKLMN'].entries()) vinValues.set(letter, i + 1)
for (const [letter, value] of [
  ['P', 7],
  ['R', 9],
] as const)
  vinValues.set(letter, value)
for (const [i, letter] of [...'STUVWXYZ'].entries()) vinValues.set(letter, i + 2)

/**
 * Vehicle identification number with the check digit that North America asks for: ISO 3779 form, 49 CFR 565.15(c) digit.
 *
 * @example isVin('1HGCM82633A004352') // true
 */
export function isVin(value: string): boolean {
  if (!/^(?=.*\d)(?=.*[A-Z])[A-HJ-NPR-Z\d]{17}$/.test(value)) return false
  let sum = 0
  for (let i = 0; i < vinLength; i++) sum += vinWeights[i]! * (vinValues.get(value[i]!) ?? Number(value[i]))
  return value[8] === (sum % 11 === 10 ? 'X' : String(sum % 11))
}

/** Words that say a plate follows; what stands behind is read in any country's form. */
export const plateCues: ReadonlySet<string> = new Set(
  'plate plates rego registration numberplate kennzeichen kfz autokennzeichen immatriculation matrícula matricula targa kenteken registreringsnummer'.split(
    ' ',
  ),
)
const fillers: ReadonlySet<string> = new Set('no nr number numéro n is was de do da du the license licence car vehicle vehicle'.split(' '))
const plate = /(?:[\p{Lu}]{1,3}[ -]?){0,2}\d{1,4}(?:[ -]?[\p{Lu}\d]{1,4}){0,2}(?![\p{L}\d])/uy
/** France since 2009, and Germany with its hyphen: forms that little else has. */
const french = /(?!SS|WW)[A-HJ-NP-TV-Z]{2}-\d{3}-(?!SS)[A-HJ-NP-TV-Z]{2}(?![\w-])/y
const longest = 14

/** Vehicle and plate numbers, from the first digit in them. */
export function vehicle(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  const first = scan.groups.ends[0]!
  let start = at
  if (isWordy(text.charCodeAt(at - 1)) || isWordy(text.charCodeAt(first))) {
    while (start > at - vinLength && start > 0 && isWordy(text.charCodeAt(start - 1))) start--
    let end = at
    while (end < start + vinLength && isWordy(text.charCodeAt(end))) end++
    scan.steps += vinLength
    vin.lastIndex = start
    const long = end === start + vinLength ? vin.exec(text.string) : null
    if (long && (isVin(long[0]) || hasCue(scan, start, vinCues)))
      return identified(start, long[0], isVin(long[0]) ? strengths.checkDigit : strengths.cue)
  }
  // Up to two groups of capitals stand before the first digit.
  start = at
  for (let i = 0; i < 2; i++) {
    const joint = start > 0 && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 45) ? 1 : 0
    let to = start - joint
    while (to > start - joint - 3 && to > 0 && isCapital(text.charCodeAt(to - 1))) to--
    if (to === start - joint || (to > 0 && isLetter(text.charCodeAt(to - 1)))) break
    start = to
  }
  scan.steps += longest
  // Nothing with capitals on either side: most numbers.
  if (start === at && !isCapital(text.charCodeAt(first)) && !isCapital(text.charCodeAt(first + 1))) return undefined
  if (first - at === 3 && text.charCodeAt(first) === 45 && text.charCodeAt(at - 1) === 45) {
    french.lastIndex = start
    const sure = french.exec(text.string)
    if (sure && (start === 0 || !isWordy(text.charCodeAt(start - 1)))) return identified(start, sure[0], strengths.pattern)
  }
  if (start - scan.ends.plate > cueReach || !hasCue(scan, start, plateCues)) return undefined
  plate.lastIndex = start
  const found = plate.exec(text.string)
  return found && /\p{Lu}/u.test(found[0]) && found[0].length >= 4 ? identified(start, found[0], strengths.cue) : undefined
}

const vinCues: ReadonlySet<string> = new Set(['vin', 'fahrgestellnummer', 'chassis', 'bastidor', 'telaio'])
const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || code === 0xc4 || code === 0xd6 || code === 0xdc

function hasCue(scan: Scan, at: number, words: ReadonlySet<string>): boolean {
  for (const word of wordsBefore(scan, at, 3)) {
    if (words.has(word)) return true
    if (!fillers.has(word)) return false
  }
  return false
}

function identified(start: number, written: string, strength: Identifier['strength']): Identifier {
  return { kind: 'vehicle', start, end: start + written.length, strength, identity: written.replace(/[ -]/g, '') }
}
