import { isBlank, isDigit, isWordy } from './characters.ts'
import { hasCue, namesAThing, phoneCues } from './cues.ts'
import { endsFreely } from './digit-groups.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import type { ScannedText } from './scanned-text.ts'
import { isConcept, type Scheme, schemes } from './schemes.ts'

const longestGroup = 34
const mostGroups = 9
/** More characters than any number has, with what separates them. */
const reach = 48

interface Form {
  readonly scheme: Scheme
  readonly needsCue: boolean
}

/** Lengths of groups as they follow each other -> what is written so. */
interface Grouping {
  readonly next: (Grouping | undefined)[]
  readonly forms: Form[]
}
const emptyGrouping = (): Grouping => ({ next: new Array<Grouping | undefined>(longestGroup + 1).fill(undefined), forms: [] })

const groupings: Grouping = allGroupings()

function allGroupings(): Grouping {
  const root = emptyGrouping()
  const add = (written: string, form: Form): void => {
    let grouping = root
    for (const length of written.split('-')) grouping = grouping.next[Number(length)] ??= emptyGrouping()
    grouping.forms.push(form)
  }
  for (const scheme of schemes) {
    for (const written of scheme.sure) add(written, { scheme, needsCue: false })
    for (const written of scheme.cued) add(written, { scheme, needsCue: true })
  }
  return root
}

const isPlain = (code: number): boolean => isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isCapital = (code: number): boolean => code >= 65 && code <= 90
const joins = (code: number): boolean => isBlank(code) || code === 45 || code === 46 || code === 43 || code === 0x2011

/** A number of `schemes.ts`, from the first digit in it. */
export function code(scan: Scan, at: number): Identifier | undefined {
  const { text } = scan
  let start = at
  while (start > at - 7 && start > 0 && isPlain(text.charCodeAt(start - 1))) start--
  // The middle of a longer token: its own beginning was looked at.
  if (start < at && isDigit(text.charCodeAt(start))) return undefined
  const found = read(scan, start)
  if (found || start < at || start < 2 || !joins(text.charCodeAt(start - 1)) || !isCapital(text.charCodeAt(start - 2))) return found
  // AA 00 00 00 A and X-1234567-L begin a group before their first digit.
  return read(scan, isCapital(text.charCodeAt(start - 3)) ? start - 3 : start - 2)
}

function read(scan: Scan, start: number): Identifier | undefined {
  const { text } = scan
  if (!beginsApart(text, start)) return undefined
  let grouping: Grouping | undefined = groupings
  let at = start
  let found: Identifier | undefined
  for (let i = 0; i < mostGroups && at < start + reach; i++) {
    let end = at
    while (end < at + longestGroup && isPlain(text.charCodeAt(end))) end++
    scan.steps += end - at + 1
    if (end === at) break
    grouping = grouping.next[end - at]
    if (!grouping) break
    if (grouping.forms.length > 0 && endsApart(text, end))
      found = believed(scan, start, end, plainOf(text, start, end), grouping.forms) ?? found
    if (!joins(text.charCodeAt(end))) break
    at = end + 1
  }
  return found
}

/** Without what joins its groups. */
function plainOf(text: ScannedText, start: number, end: number): string {
  let value = ''
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && isPlain(text.charCodeAt(at))) continue
    value += text.slice(from, at)
    from = at + 1
  }
  return value
}

function believed(scan: Scan, start: number, end: number, value: string, forms: readonly Form[]): Identifier | undefined {
  const written = scan.text.slice(start, end)
  const large = value.toUpperCase()
  let found: Identifier | undefined
  for (const { scheme, needsCue } of forms) {
    scan.steps += value.length
    const cued = scheme.cues.size > 0 && hasCue(scan, start, scheme.cues)
    if (needsCue && !cued) continue
    const tested = scheme.anyCase ? large : value
    if (!scheme.isValid(tested) || (scheme.written && !scheme.written.test(written))) continue
    if (!cued && (namesAThing(scan, start) || isConcept(value) || isDialled(scan, start, value))) continue
    const identifier: Identifier = {
      kind: scheme.kind,
      scheme: scheme.name,
      start,
      end,
      strength: strengths.checkDigit,
      identity: tested,
      ...((scheme.isFictional?.(tested) || /^(\d)\1+$/.test(tested)) && { nobody: 'reserved for fiction' as const }),
    }
    // A word that names the scheme outweighs the order of the table.
    if (cued) return identifier
    found ??= identifier
  }
  return found
}

const longestDialled = 11

/** "Fax 030 110-2619": what a word calls a telephone number is one, even if a check digit happens to be right. */
const isDialled = (scan: Scan, start: number, value: string): boolean =>
  value.length <= longestDialled && /^\d+$/.test(value) && hasCue(scan, start, phoneCues)

function beginsApart(text: ScannedText, start: number): boolean {
  if (start === 0) return true
  const before = text.charCodeAt(start - 1)
  if (isWordy(before)) return false
  return (
    !(before === 45 || before === 46 || before === 47 || before === 58 || before === 43) ||
    start === 1 ||
    !isWordy(text.charCodeAt(start - 2)) ||
    before === 58
  )
}

const endsApart = (text: ScannedText, end: number): boolean => !isWordy(text.charCodeAt(end)) && endsFreely(text, end)
