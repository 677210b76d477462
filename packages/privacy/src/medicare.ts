import { isLetter } from './characters.ts'
import { followsLetters } from './cues.ts'
import { beginsFreely, digitsOf, endsFreely, separators, touches } from './digit-groups.ts'
import { type Detector, strengths } from './identifier.ts'

const weights = [1, 3, 7, 9, 1, 3, 7, 9]
const cues: ReadonlySet<string> = new Set(['medicare', 'mc', 'mcn'])

/** How cards and notes group the digits: 4-5-1, the reference number behind the tenth digit or as a group of its own. */
const groupings: ReadonlySet<string> = new Set(['10', '11', '4-5-1', '4-5-2', '9-1', '9-2', '10-1', '4-5-1-1', '9-1-1', '4-6', '4-7'])

/**
 * Whether ten digits, or eleven with the individual reference number, are a Medicare card number: the first is 2 to 6, the ninth is the
 * check digit, the tenth (issue) and the eleventh (person on the card) are not 0.
 *
 * @see "Use of Healthcare Identifiers in Health Software Systems: Software Conformance Requirements" 1.4, NEHTA 2011
 * @example isMedicareNumber('2123456701') // true
 */
export function isMedicareNumber(digits: string): boolean {
  if (!/^[2-6]\d{8}[1-9][1-9]?$/.test(digits)) return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return sum % 10 === Number(digits[8])
}

/** Australian Medicare card numbers, by check digit. */
export const medicare: Detector = (scan, at) => {
  const { text, groups } = scan
  const first = text.charCodeAt(at)
  const firstLength = groups.ends[0]! - at
  if (first < 50 || first > 54 || (firstLength !== 4 && (firstLength < 9 || firstLength > 11))) return undefined
  let found: { end: number; digits: string } | undefined
  let grouping = ''
  for (let i = 0; i < groups.count && i < 4; i++) {
    const separator = i === 0 ? separators.blank : groups.separators[i - 1]!
    if (separator === separators.dot || separator === separators.bracket) break
    const length = groups.ends[i]! - groups.starts[i]!
    grouping += i === 0 ? length : `-${length}`
    if (!groupings.has(grouping)) continue
    // A single digit after a blank is rather the next number in the sentence; after a hyphen or slash it is the person on the card.
    const isPerson = grouping === '10-1' || grouping.endsWith('-1-1')
    if (isPerson ? separator === separators.blank || !touches(groups, i - 1) : separator === separators.slash) continue
    const digits = digitsOf(text, groups, i + 1)
    if (endsFreely(text, groups.ends[i]!) && !isLetter(text.charCodeAt(groups.ends[i]!)) && isMedicareNumber(digits))
      found = { end: groups.ends[i]!, digits }
  }
  if (!found || !beginsFreely(text, at) || !followsLetters(scan, at, cues)) return undefined
  return { kind: 'medicare', start: at, end: found.end, strength: strengths.checkDigit, identity: found.digits }
}
