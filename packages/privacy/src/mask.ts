import { isDigit, isLetter } from './characters.ts'
import { ambiguousNames } from './data/name-words.ts'
import type { Identifier } from './identifier.ts'
import type { IdentifierKindId } from './identifier-kinds.ts'
import { scanIdentifiers } from './scan.ts'

export const maskStyles = ['remove', 'tag', 'surrogate'] as const
export type MaskStyle = (typeof maskStyles)[number]

const tags: Readonly<Record<IdentifierKindId, string>> = {
  person: 'NAME',
  email: 'EMAIL',
  phone: 'PHONE',
  medicare: 'HEALTH-NUMBER',
  'health-number': 'HEALTH-NUMBER',
  'national-number': 'NATIONAL-NUMBER',
  licence: 'LICENCE',
  account: 'ACCOUNT',
  'record-number': 'RECORD',
  device: 'DEVICE',
  vehicle: 'VEHICLE',
  url: 'URL',
  ip: 'IP',
  address: 'ADDRESS',
  postcode: 'POSTCODE',
  place: 'TOWN',
  facility: 'FACILITY',
  date: 'DATE',
  age: 'AGE-OVER-89',
  listed: 'LISTED',
}

/** What stands in the place of a kind. @example tagOf('person') // '[NAME]' */
export const tagOf = (kind: IdentifierKindId): string => `[${tags[kind]}]`

/** A stretch that was masked; offsets are those of the text before. */
export interface Mask {
  readonly start: number
  readonly end: number
  /** What stands there now. */
  readonly text: string
  readonly identifier: Identifier
}

/** Texts in which masks go on uncovering identifiers do not end: each round takes in at least one further character, so far fewer are needed. */
const mostRounds = 64

export interface MaskOptions {
  /** What comes in the place of an identifier, given the words that stand there. */
  readonly replacement: (identifier: Identifier, written: string) => string
  /** Whether a mask may itself read as an identifier (a surrogate), or nothing may (remove, tag). */
  readonly mayStand: boolean
  readonly scan?: (text: string) => readonly Identifier[]
  /** What further detectors found in this text. */
  readonly also?: readonly Identifier[]
  /** Words that are masked wherever they stand: of what was found in other texts of the same document or person. */
  readonly known?: ReadonlyMap<string, Identifier>
}

/**
 * The masks of a text: every identifier, the same words where they stand again, and what comes to look like an identifier once those are
 * gone; so that a scan of the masked text finds nothing but what masks put there.
 *
 * @returns  in order, none over another
 */
export function masksOf(text: string, { replacement, mayStand, scan = scanned, also = [], known }: MaskOptions): Mask[] {
  const found = [...scan(text), ...also]
  const values = new Map(known)
  addValues(values, text, found)
  let masks = merged(text, [...found, ...placesOf(text, values)], replacement)
  for (let round = 0; round < mostRounds; round++) {
    const uncovered = uncoveredIn(text, masks, scan(applied(text, masks)), mayStand)
    if (uncovered.length === 0) return masks
    const next = merged(text, [...masks.map(({ start, end, identifier }) => ({ ...identifier, start, end })), ...uncovered], replacement)
    // Nothing more of the text to take in: the mask itself reads as an identifier.
    if (next.length === masks.length && next.every((mask, i) => mask.start === masks[i]!.start && mask.end === masks[i]!.end)) return masks
    masks = next
  }
  return masks
}

const scanned = (text: string): readonly Identifier[] => scanIdentifiers(text).identifiers

/**
 * What was found in a masked text, at its place in the text before.
 *
 * @param mayStand  whether what lies in masks alone is left out
 */
export const uncoveredIn = (text: string, masks: readonly Mask[], found: readonly Identifier[], mayStand: boolean): Identifier[] =>
  found.flatMap((identifier) => {
    const place = placeBefore(masks, identifier.start, identifier.end)
    return mayStand && !hasOriginal(text, masks, place) ? [] : [{ ...identifier, ...place }]
  })

/** The text with its masks. */
export function applied(text: string, masks: readonly Mask[]): string {
  let made = ''
  let from = 0
  for (const mask of masks) {
    made += text.slice(from, mask.start) + mask.text
    from = mask.end
  }
  return made + text.slice(from)
}

/** Where a stretch of the masked text stood before: a mask is taken whole. */
function placeBefore(masks: readonly Mask[], start: number, end: number): { start: number; end: number } {
  let moved = 0
  let from = -1
  let to = -1
  for (const mask of masks) {
    const at = mask.start + moved
    const after = at + mask.text.length
    if (from < 0 && start < at) from = start - moved
    if (to < 0 && end <= at) to = end - moved
    if (from < 0 && start < after) from = mask.start
    if (to < 0 && end <= after) to = mask.end
    moved += mask.text.length - (mask.end - mask.start)
  }
  return { start: from < 0 ? start - moved : from, end: to < 0 ? end - moved : to }
}

/** Whether a letter or digit of the text itself, outside masks, stands in a stretch. */
function hasOriginal(text: string, masks: readonly Mask[], { start, end }: { start: number; end: number }): boolean {
  let mask = 0
  for (let at = start; at < end; at++) {
    while (mask < masks.length && masks[mask]!.end <= at) mask++
    if (mask < masks.length && masks[mask]!.start <= at) continue
    const code = text.charCodeAt(at)
    if (isLetter(code) || isDigit(code)) return true
  }
  return false
}

const initials =
  /(?<![\p{L}\p{N}.])(?<!(?:vitamin|hepatitis|influenza|type|group|grade|stage|class|factor|protein)\s)(?:\p{Lu}\.[ -]?){1,3}$/iu
const longestInitials = 32

/** Initials before a name are part of it. */
function withInitials(text: string, identifier: Identifier): Identifier {
  if (identifier.kind !== 'person') return identifier
  const lead = initials.exec(text.slice(Math.max(0, identifier.start - longestInitials), identifier.start))?.[0]
  // With \p{Lu} and without regard to case, small letters pass as well: of a list, "a. Smith".
  return lead === undefined || lead !== lead.toUpperCase() ? identifier : { ...identifier, start: identifier.start - lead.length }
}

function merged(text: string, found: readonly Identifier[], replacement: (identifier: Identifier, written: string) => string): Mask[] {
  const spans: Identifier[] = []
  for (const each of found.map((one) => withInitials(text, one)).sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1)
    if (!last || each.start >= last.end) spans.push(each)
    else if (each.end > last.end) {
      const longer = each.end - each.start > last.end - last.start ? each : last
      spans[spans.length - 1] = { ...longer, start: last.start, end: each.end, identity: text.slice(last.start, each.end).toLowerCase() }
    }
  }
  return spans.map((identifier) => {
    const { start, end } = identifier
    return { start, end, identifier, text: replacement(identifier, text.slice(start, end)) }
  })
}

const leastRepeated = 6
const leastName = 4

/** The words of identifiers that give them away where they stand again: a number without its cue, a name in capitals or in small letters. */
export function addValues(values: Map<string, Identifier>, text: string, found: readonly Identifier[]): void {
  for (const identifier of found) {
    const written = text.slice(identifier.start, identifier.end)
    if (identifier.kind !== 'person') {
      if (written.length >= leastRepeated && !values.has(written)) values.set(written, identifier)
      continue
    }
    for (const word of written.match(/[\p{L}][\p{L}'’-]*/gu) ?? []) {
      if (word.length < leastName || ambiguousNames.has(word.toLowerCase())) continue
      for (const form of [word, word.toUpperCase(), ...titleCase(word)]) if (!values.has(form)) values.set(form, identifier)
    }
  }
}

/** SMITH is Smith too. */
const titleCase = (word: string): string[] =>
  word === word.toUpperCase() ? [word.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())] : []

function placesOf(text: string, values: ReadonlyMap<string, Identifier>): Identifier[] {
  const places: Identifier[] = []
  for (const [value, identifier] of values)
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      const end = at + value.length
      if (isWordPart(text.charCodeAt(at - 1)) || isWordPart(text.charCodeAt(end))) continue
      places.push({ ...identifier, start: at, end, identity: identifier.kind === 'person' ? value.toLowerCase() : identifier.identity })
    }
  return places
}

const isWordPart = (code: number): boolean => isLetter(code) || isDigit(code)
