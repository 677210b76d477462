import type { AssertionStatus } from './assertion-rules.ts'
import type { Role, Trigger } from './assertion-triggers.ts'

/** A stretch of text that a trigger governs; UTF-16 offsets, end exclusive. */
export interface AssertionScope {
  readonly status: Exclude<AssertionStatus, 'present'>
  readonly start: number
  readonly end: number
}

// Farther away, a trigger speaks of something else; what speaks of a list reaches over it.
const reachAhead = 300
const reachBack = 60
const reachBackOverList = 160

/** Statuses that say whether something is there. */
const existence: ReadonlySet<AssertionStatus> = new Set(['absent', 'possible', 'historical'])

const plays = ({ roles }: Trigger, side: Role['side']): boolean => roles.some((role) => role.side === side)

/**
 * Adds what the triggers of a sentence govern.
 *
 * @param from, to  place of the sentence
 * @param found     its triggers, in order
 */
export function addScopes(into: AssertionScope[], text: string, from: number, to: number, found: readonly Trigger[]): void {
  found.forEach((trigger, k) => {
    for (const { side, status } of trigger.roles) {
      if (status === undefined) continue
      if (side === 'before') addAhead(into, text, to, status, found, k)
      else if (side === 'behind' || (side === 'answer' && endsClause(text, trigger.end, to))) addBack(into, text, from, status, found, k)
    }
  })
}

/** What a trigger before a concept governs: to the end of what is said, without the asides in it. */
function addAhead(
  into: AssertionScope[],
  text: string,
  to: number,
  status: AssertionScope['status'],
  found: readonly Trigger[],
  k: number,
): void {
  const trigger = found[k]!
  // "Family history, flank pain": one thing of a list, and nothing is said of the next.
  if (status === 'family' && text[trigger.end] === ',') return
  let end = breakAfter(text, trigger.end, Math.min(to, trigger.end + reachAhead))
  const later: Trigger[] = []
  for (let next = k + 1; next < found.length && found[next]!.start < end; next++) later.push(found[next]!)
  const first = (side: Role['side'], since: number): Trigger | undefined =>
    later.find((each) => each.start >= since && each.start < end && plays(each, side))
  const commaFrom = (since: number): number => placeOf(text, 44, since, end)
  end = Math.min(end, first('ends', trigger.end)?.start ?? end)
  if (status === 'absent') {
    // What is said to be there, or as it should be, is no more of the list: it ended at the comma before.
    const affirmed = first('affirms', commaFrom(trigger.end))
    if (affirmed) end = lastComma(text, trigger.end, affirmed.start)
    const alternative = later.findLast((each) => each.start < end && plays(each, 'alternatives'))
    const join = alternative ?? first('joins', trigger.end)
    if (plays(trigger, 'short') && !alternative) end = Math.min(commaFrom(trigger.end), join?.start ?? end)
    // "No A, B or C, D": the list is over behind what "or" joins. After a verb of denial it goes on.
    else if (join && !plays(trigger, 'denials')) end = commaFrom(join.end)
  }
  for (const next of later) if (next.start < end && goesOver(next)) end = next.start
  for (let start = trigger.end; start < end; ) {
    const pause = first('pauses', start)
    const stop = pause?.start ?? end
    if (stop > start) into.push({ status, start, end: stop })
    if (!pause) return
    start = Math.max(stop + 1, Math.min(commaFrom(stop), first('alternatives', stop)?.start ?? end) + 1)
  }

  /** Whether the sentence goes over to another status behind a comma: `no fever, possible pneumonia`. A list that "or" still joins does not. */
  function goesOver(next: Trigger): boolean {
    if (!existence.has(status) || status === 'historical') return false
    const others = next.roles.filter((role) => role.side === 'before' && role.status !== undefined && existence.has(role.status))
    if (others.length === 0 || others.some((role) => role.status === status)) return false
    const comma = lastComma(text, trigger.end, next.start)
    return comma > trigger.end && first('alternatives', comma) === undefined
  }
}

/** What a trigger behind a concept governs: back to a comma, or over a list where it speaks of all of it. */
function addBack(
  into: AssertionScope[],
  text: string,
  from: number,
  status: AssertionScope['status'],
  found: readonly Trigger[],
  k: number,
): void {
  const trigger = found[k]!
  const overLists = plays(trigger, 'overLists')
  let least = Math.max(from, trigger.start - (overLists ? reachBackOverList : reachBack))
  let listed = false
  for (let before = k - 1; before >= 0 && found[before]!.end > least; before--) {
    if (plays(found[before]!, 'ends') || plays(found[before]!, 'before')) least = Math.max(least, found[before]!.end)
    else if (overLists && plays(found[before]!, 'joins')) listed = true
  }
  const start = breakBefore(text, listed ? least : Math.max(least, trigger.start - reachBack), trigger.start, listed)
  if (start < trigger.start) into.push({ status, start, end: trigger.start })
}

/** The first place of a unit from `from`; `to` where there is none before it. */
function placeOf(text: string, unit: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === unit) return i
  return to
}

/** The last comma before `to`; `from` where there is none behind it. */
function lastComma(text: string, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (text.charCodeAt(i) === 44) return i
  return from
}

/** Whether nothing but blanks stands between a place and the end of its clause. */
function endsClause(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 32 || unit === 9) continue
    return unit === 44 || unit === 46 || unit === 59 || unit === 10 || unit === 13 || unit === 41 || unit === 47
  }
  return true
}

// A semicolon or the end of a line ends what was said; so does a full stop that was no end of a sentence to the splitter.
const breaks = (text: string, i: number, to: number): boolean => {
  const unit = text.charCodeAt(i)
  return unit === 59 || unit === 10 || (unit === 46 && (i + 1 >= to || text.charCodeAt(i + 1) <= 32))
}
function breakAfter(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (breaks(text, i, to)) return i
  return to
}
function breakBefore(text: string, from: number, to: number, overCommas: boolean): number {
  for (let i = to - 1; i >= from; i--) if (breaks(text, i, to) || (!overCommas && text.charCodeAt(i) === 44)) return i + 1
  return from
}
