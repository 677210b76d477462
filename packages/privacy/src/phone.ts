import { isBlank, isLetter } from './characters.ts'
import { followsLetters, hasCue, isFollowedByCue, phoneCues } from './cues.ts'
import { beginsFreely, digitsOf, endsFreely, separators } from './digit-groups.ts'
import { type Detector, type Identifier, type Scan, strengths } from './identifier.ts'
import { countryLengths, fictionalPhones, helplines, type PhonePlan, phonePlans } from './phone-plans.ts'
import type { ScannedText } from './scanned-text.ts'

const leastDigits = 6
/** ITU-T E.164. */
const mostDigits = 15

/** How digits are grouped, as one number: 4-3-3 is 433 to the base 16. */
const withGroup = (grouping: number, length: number): number => grouping * 16 + length

/** Grouping -> the plans written so; none for the beginning of a longer grouping. */
const plansByGrouping: ReadonlyMap<number, readonly PhonePlan[]> = groupedPlans()

function groupedPlans(): Map<number, PhonePlan[]> {
  const grouped = new Map<number, PhonePlan[]>()
  for (const plan of phonePlans)
    for (const written of plan.groups) {
      let grouping = 0
      for (const length of written.split('-')) {
        grouping = withGroup(grouping, Number(length))
        if (!grouped.has(grouping)) grouped.set(grouping, [])
      }
      grouped.get(grouping)!.push(plan)
    }
  return grouped
}

/**
 * Telephone numbers: in a form of `phone-plans.ts`, after a `+` or `00` by the length of the country, or any 7 to 15 digits after a
 * word such as "phone".
 */
export const phone: Detector = (scan, at) => {
  const { text, groups } = scan
  let total = 0
  for (let i = 0; i < groups.count; i++) total += groups.ends[i]! - groups.starts[i]!
  if (total < leastDigits || groups.ends[0]! - at > mostDigits) return undefined
  const start = beginning(text, at)
  if (!beginsFreely(text, start) || !followsLetters(scan, start, phoneCues)) return undefined
  if (text.charCodeAt(at - 1) === 43) return international(scan, start, 0)
  return (
    planned(scan, start) ??
    (text.startsWith('00', at) ? international(scan, start, 2) : undefined) ??
    divided(scan, start) ??
    cued(scan, start)
  )
}

/** Takes in a bracket and a plus before the first digit. */
function beginning(text: ScannedText, at: number): number {
  let start = at
  if (text.charCodeAt(start - 1) === 43) start--
  // A bracket around all of it is none of the number's.
  if (text.charCodeAt(start - 1) === separators.bracket && /^\+?[\d ]{1,5}\)/.test(text.slice(start, start + 7))) start--
  return start
}

function planned(scan: Scan, start: number): Identifier | undefined {
  const { text, groups } = scan
  let grouping = 0
  let total = 0
  let found: Identifier | undefined
  let onlyBlanks = text.charCodeAt(start) !== separators.bracket
  for (let i = 0; i < groups.count; i++) {
    if (i > 0) {
      const separator = groups.separators[i - 1]!
      // 918/743-2916, as Americans write it too.
      if (separator === separators.slash && !(i === 1 && groups.separators[1] === separators.hyphen)) break
      if (separator !== separators.blank) onlyBlanks = false
    }
    const length = groups.ends[i]! - groups.starts[i]!
    total += length
    if (total > 11) break
    grouping = withGroup(grouping, length)
    const plans = plansByGrouping.get(grouping)
    if (!plans) break
    if (plans.length === 0) continue
    const end = numberEnd(text, groups.ends[i]!)
    if (end < 0) continue
    const digits = digitsOf(text, groups, i + 1)
    const plan = plans.find(
      (each) =>
        fits(digits, each.digits) &&
        !(each.notBlanksAlone && onlyBlanks && i > 0 && end === groups.ends[i]) &&
        !(each.bracketed && text.charCodeAt(start) !== separators.bracket),
    )
    if (!plan || (plan.needsCue && !hasCue(scan, start, phoneCues))) continue
    found = identified(start, end, `${plan.country}${digits.slice(plan.trunk)}`, strengths.pattern)
  }
  return found
}

function international(scan: Scan, start: number, prefix: number): Identifier | undefined {
  const { text, groups } = scan
  let digits = ''
  let found: Identifier | undefined
  for (let i = 0; i < groups.count; i++) {
    const group = text.slice(groups.starts[i]! + (i === 0 ? prefix : 0), groups.ends[i]!)
    // +46 (0)8: the 0 is dialled only inside the country.
    const isTrunk = group === '0' && i > 0 && groups.separators[i - 1] === separators.bracket
    if (!isTrunk) digits += group
    if (digits.length > mostDigits) break
    const end = numberEnd(text, groups.ends[i]!)
    if (end >= 0 && isInternational(digits) && !(prefix > 0 && i === 0)) found = identified(start, end, digits, strengths.pattern)
  }
  return found
}

function isInternational(digits: string): boolean {
  if (digits.startsWith('0')) return false
  for (let length = 1; length <= 3; length++) {
    const known = countryLengths.get(digits.slice(0, length))
    if (known) return digits.length - length >= known[0] && digits.length - length <= known[1]
  }
  return digits.length >= 9
}

/** 08991/23354, 0261 210-39989: a German or Austrian area code, then the number with its extension behind a hyphen. */
function divided(scan: Scan, start: number): Identifier | undefined {
  const { text, groups } = scan
  const area = groups.ends[0]! - groups.starts[0]!
  if (text.charCodeAt(start) !== 48 || area < 3 || area > 5 || groups.count < 2 || groups.separators[0] === separators.dot) return undefined
  const hasExtension = groups.count > 2 && groups.separators[1] === separators.hyphen && groups.separators[0] !== separators.bracket
  if (text.startsWith('00', start) || (!hasExtension && groups.separators[0] !== separators.slash)) return undefined
  const count = hasExtension ? 3 : 2
  const digits = digitsOf(text, groups, count)
  const end = numberEnd(text, groups.ends[count - 1]!)
  if (end < 0 || digits.length < 9 || digits.length > 14) return undefined
  return identified(start, end, digits, strengths.pattern)
}

function cued(scan: Scan, start: number): Identifier | undefined {
  const { text, groups } = scan
  let total = 0
  let last = -1
  for (let i = 0; i < groups.count; i++) {
    const length = groups.ends[i]! - groups.starts[i]!
    if (length === 1 && i > 0) break
    // Ten digits are a whole number: what follows after a blank is the next thing said.
    if (i > 0 && total >= 10 && groups.separators[i - 1] === separators.blank) break
    total += length
    if (total > mostDigits) break
    if (total >= 7 && numberEnd(text, groups.ends[i]!) >= 0) last = i
  }
  if (last < 0) return undefined
  const end = numberEnd(text, groups.ends[last]!)
  if (!hasCue(scan, start, phoneCues, 4) && !isFollowedByCue(text, end) && !isInBrackets(text, start, end, total)) return undefined
  return identified(start, end, digitsOf(text, groups, last + 1), strengths.cue)
}

/** Zoltan Berg (098 962 1430): behind a name, and nothing else in the bracket. */
const isInBrackets = (text: ScannedText, start: number, end: number, digits: number): boolean =>
  digits >= 9 && text.charCodeAt(end) === 41 && /\p{Lu}\p{L}+ \($/u.test(text.slice(Math.max(0, start - 26), start))

/** Where a number ends that has its last digit before `end`: behind an extension (`x204`, `ext. 12`) if there is one; -1 if it does not end. */
function numberEnd(text: ScannedText, end: number): number {
  const after = text.charCodeAt(end)
  if (isLetter(after) || isBlank(after)) {
    const extension = /^[ \u00a0]?(?:x|ext\.?|extn\.?) ?\d{1,5}(?!\w)/.exec(text.slice(end, end + 14))
    if (extension) return end + extension[0].length
  }
  return isLetter(after) || !endsFreely(text, end) ? -1 : end
}

function fits(digits: string, form: string): boolean {
  if (digits.length !== form.length) return false
  for (let i = 0; i < form.length; i++) {
    const digit = digits[i]!
    const sign = form[i]!
    if (sign === '#' || sign === digit) continue
    if (sign === 'N' && digit >= '2') continue
    if (sign === 'D' && digit >= '1') continue
    if (sign === 'A' && '2378'.includes(digit)) continue
    return false
  }
  return true
}

function identified(start: number, end: number, digits: string, strength: Identifier['strength']): Identifier {
  const identifier: Identifier = { kind: 'phone', start, end, strength, identity: digits }
  if (helplines.has(digits)) return { ...identifier, nobody: 'a public helpline' }
  if (/^(\d)\1+$/.test(digits.slice(-8)) || fictionalPhones.some((form) => fits(digits, form)))
    return { ...identifier, nobody: 'reserved for fiction' }
  return identifier
}
