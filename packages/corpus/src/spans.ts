import type { Annotation } from '@corpuscope/core'
import { isRecord } from './fields.ts'

export const outsideText = 'lies outside the text'
export const otherText = 'does not cover the words it states'
export const tagOrder = 'continues an annotation that did not begin'

/** An annotation as files state it, before it is held against the text. */
export interface StatedSpan {
  readonly type: string
  readonly fragments: readonly { readonly start: number; readonly end: number }[]
  /** The words it says it covers. */
  readonly text?: string
  readonly code?: string
}

/**
 * Annotations checked against the text and counted in UTF-16 code units. Files count code points as a rule; where the text has
 * characters beyond the basic plane, the unit that makes more of the stated words true is taken.
 */
export function annotationsOf(text: string, spans: readonly StatedSpan[]): Annotation[] {
  if (spans.length === 0) return []
  const astral = /[\ud800-\udbff][\udc00-\udfff]/.test(text)
  if (!astral) return spans.map((span) => checked(text, span))
  const units = codeUnits(text)
  const byPoints = spans.map((span) => inUnits(span, units))
  const right = (each: readonly StatedSpan[]): number => each.filter((span) => span.text !== undefined && covers(text, span)).length
  return (right(spans) > right(byPoints) ? spans : byPoints).map((span) => checked(text, span))
}

/** Place in code units of each code point, and of the end. */
function codeUnits(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1)
  let points = 0
  for (let at = 0; at < text.length; points++) {
    places[points] = at
    at += text.codePointAt(at)! > 0xffff ? 2 : 1
  }
  places[points] = text.length
  return places.subarray(0, points + 1)
}

// A place outside the text stays outside.
const inUnits = (span: StatedSpan, units: Uint32Array): StatedSpan => {
  const place = (at: number): number => (at < units.length ? (units[at] ?? at) : at + units[units.length - 1]!)
  return { ...span, fragments: span.fragments.map(({ start, end }) => ({ start: place(start), end: place(end) })) }
}

const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim()

const covers = (text: string, { fragments, text: stated }: StatedSpan): boolean =>
  stated === undefined || squeezed(fragments.map(({ start, end }) => text.slice(start, end)).join(' ')) === squeezed(stated)

function checked(text: string, span: StatedSpan): Annotation {
  const { type, fragments, code } = span
  const inside = fragments.length > 0 && fragments.every(({ start, end }) => start >= 0 && start < end && end <= text.length)
  const problem = !inside ? outsideText : !covers(text, span) ? otherText : undefined
  const starts = fragments.map(({ start }) => start)
  const ends = fragments.map(({ end }) => end)
  const clip = (at: number): number => Math.min(text.length, Math.max(0, at))
  return {
    type,
    // One that ends before it begins stays a place in the text.
    start: clip(Math.min(...starts, ...ends)),
    end: clip(Math.max(...starts, ...ends)),
    ...(code !== undefined && { code }),
    ...(fragments.length > 1 && inside && { fragments }),
    ...(problem !== undefined && { problem }),
  }
}

const typeNames = ['label', 'type', 'entity_type', 'entity', 'tag', 'category', 'class', 'entity_group']
const codeNames = ['code', 'id', 'cui', 'concept', 'concept_id', 'normalized', 'mesh']

/** Spans of a record's list: `{start, end, label, text}`, `{offsets: [[s, e]], type}` or `[start, end, label]`; undefined for other lists. */
export function statedSpans(value: unknown): StatedSpan[] | undefined {
  if (!Array.isArray(value)) return undefined
  const spans: StatedSpan[] = []
  for (const each of value as unknown[]) {
    const span = Array.isArray(each) ? fromTriple(each) : isRecord(each) ? fromRecord(each) : undefined
    if (!span) return undefined
    spans.push(span)
  }
  return spans
}

function fromTriple(each: readonly unknown[]): StatedSpan | undefined {
  const [start, end, type] = each
  return isPlace(start) && isPlace(end) && typeof type === 'string' ? { type, fragments: [{ start, end }] } : undefined
}

function fromRecord(each: Record<string, unknown>): StatedSpan | undefined {
  const own = (name: string): unknown => (Object.hasOwn(each, name) ? each[name] : undefined)
  const first = <T>(names: readonly string[], fits: (value: unknown) => value is T): T | undefined => names.map(own).find(fits)
  const fragments =
    fragmentsOf(own('offsets') ?? own('fragments')) ??
    pair(first(['start', 'begin', 'start_offset', 'start_position'], isPlace), first(['end', 'end_offset', 'end_position'], isPlace))
  if (!fragments) return undefined
  const stated = own('text') ?? own('word') ?? own('mention')
  const text =
    typeof stated === 'string'
      ? stated
      : Array.isArray(stated) && stated.every((part) => typeof part === 'string')
        ? stated.join(' ')
        : undefined
  const code = first(codeNames, isText)
  return { type: first(typeNames, isText) ?? 'entity', fragments, ...(text !== undefined && { text }), ...(code !== undefined && { code }) }
}

const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const pair = (start: number | undefined, end: number | undefined): StatedSpan['fragments'] | undefined =>
  start === undefined || end === undefined ? undefined : [{ start, end }]

function fragmentsOf(value: unknown): StatedSpan['fragments'] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const pairs = (value as unknown[]).map((each) =>
    Array.isArray(each) && isPlace(each[0]) && isPlace(each[1]) ? { start: each[0], end: each[1] } : undefined,
  )
  return pairs.every((each) => each !== undefined) ? pairs : undefined
}
