import { isBlank, isDigit, isWordy } from './characters.ts'
import { hasCue, namesAThing } from './cues.ts'
import { endsFreely } from './digit-groups.ts'
import { type Identifier, type Scan, strengths } from './identifier.ts'
import { isConcept, type Scheme, schemes } from './schemes.ts'

const longestGroup = 34
const mostGroups = 9
/** More characters than any number has, with what separates them. */
const reach = 48

interface Form {
  readonly scheme: Scheme
  readonly needsCue: boolean
}

/** How groups follow each other, as one number to the base 35. */
const withGroup = (grouping: number, length: number): number => grouping * 35 + length

/** Grouping -> what is written so; none for the beginning of a longer grouping. */
const formsByGrouping: ReadonlyMap<number, readonly Form[]> = groupedForms()

function groupedForms(): Map<number, Form[]> {
  const grouped = new Map<number, Form[]>()
  const add = (written: string, form: Form): void => {
    let grouping = 0
    for (const length of written.split('-')) {
      grouping = withGroup(grouping, Number(length))
      if (!grouped.has(grouping)) grouped.set(grouping, [])
    }
    grouped.get(grouping)!.push(form)
  }
  for (const scheme of schemes) {
    for (const written of scheme.sure) add(written, { scheme, needsCue: false })
    for (const written of scheme.cued) add(written, { scheme, needsCue: true })
  }
  return grouped
}

const isPlain = (code: number): boolean => isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isCapital = (code: number): boolean => code >= 65 && code <= 90
const joins = (code: number): boolean => isBlank(code) || code === 45 || code === 46 || code === 43 || code === 0x2011

/** Numbers of `schemes.ts`, from the first digit in them. */
export function codes(scan: Scan, at: number): Identifier[] {
  const { text } = scan
  let start = at
  while (start > at - 7 && start > 0 && isPlain(text.charCodeAt(start - 1))) start--
  // The middle of a longer token: its own beginning was looked at.
  if (start < at && isDigit(text.charCodeAt(start))) return []
  const found = read(scan, start)
  // AA 00 00 00 A and X-1234567-L begin a group before their first digit.
  if (!found && start === at && start > 1 && joins(text.charCodeAt(start - 1)) && isCapital(text.charCodeAt(start - 2))) {
    const before = isCapital(text.charCodeAt(start - 3)) ? start - 3 : start - 2
    const longer = read(scan, before)
    return longer ? [longer] : []
  }
  return found ? [found] : []
}

function read(scan: Scan, start: number): Identifier | undefined {
  const { text } = scan
  if (!beginsApart(text, start)) return undefined
  let grouping = 0
  let value = ''
  let at = start
  let found: Identifier | undefined
  for (let i = 0; i < mostGroups && at < start + reach; i++) {
    let end = at
    while (end < at + longestGroup && isPlain(text.charCodeAt(end))) end++
    scan.steps += end - at + 1
    if (end === at) break
    grouping = withGroup(grouping, end - at)
    const forms = formsByGrouping.get(grouping)
    if (!forms) break
    value += text.slice(at, end)
    if (forms.length > 0 && endsApart(text, end)) found = believed(scan, start, end, value, forms) ?? found
    if (!joins(text.charCodeAt(end))) break
    at = end + 1
  }
  return found
}

function believed(scan: Scan, start: number, end: number, value: string, forms: readonly Form[]): Identifier | undefined {
  const written = scan.text.slice(start, end)
  const large = value.toUpperCase()
  let found: Identifier | undefined
  for (const { scheme, needsCue } of forms) {
    scan.steps += value.length
    const tested = scheme.anyCase ? large : value
    if (!scheme.isValid(tested) || (scheme.written && !scheme.written.test(written))) continue
    const cued = scheme.cues.size > 0 && hasCue(scan, start, scheme.cues)
    if ((needsCue && !cued) || (!cued && (namesAThing(scan, start) || isConcept(value)))) continue
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

function beginsApart(text: string, start: number): boolean {
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

const endsApart = (text: string, end: number): boolean => !isWordy(text.charCodeAt(end)) && endsFreely(text, end)
