import { type Annotation, annotationProblems } from '@corpuscope/core'
import { isRecord } from './fields.ts'
import { type Change, type Edit, edited, type Path, stretchAfter } from './rewriting.ts'

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
  return inCodeUnits(text, spans).spans.map((span) => checked(text, span))
}

/** The spans in code units, and whether they were stated in code points. */
function inCodeUnits(text: string, spans: readonly StatedSpan[]): { spans: readonly StatedSpan[]; points: boolean } {
  if (spans.length === 0 || !/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return { spans, points: false }
  const units = codeUnits(text)
  const byPoints = spans.map((span) => inUnits(span, units))
  const right = (each: readonly StatedSpan[]): number => each.filter((span) => span.text !== undefined && covers(text, span)).length
  return right(spans) > right(byPoints) ? { spans, points: false } : { spans: byPoints, points: true }
}

/**
 * Spans as they are to be stated once their text is edited: moved with their words, and stating the new ones. Counted as they were,
 * in code points or in code units.
 */
export function spansAfter(text: string, spans: readonly StatedSpan[], edits: readonly Edit[]): StatedSpan[] {
  const after = edited(text, edits)
  const counted = inCodeUnits(text, spans)
  const place = counted.points ? pointsBefore(after) : (at: number) => at
  return counted.spans.map(({ text: stated, ...span }) => {
    const fragments = span.fragments.map(({ start, end }) => stretchAfter(edits, start, end))
    return {
      ...span,
      fragments: fragments.map(({ start, end }) => ({ start: place(start), end: place(end) })),
      ...(stated !== undefined && { text: fragments.map(({ start, end }) => after.slice(start, end)).join(' ') }),
    }
  })
}

/** A function that counts the code points before a place. */
function pointsBefore(text: string): (at: number) => number {
  const units = codeUnits(text)
  const points = new Uint32Array(text.length + 1)
  for (let point = 0; point < units.length; point++) points.fill(point, units[point]!, (units[point + 1] ?? text.length) + 1)
  return (at) => (at <= text.length ? points[at]! : at - text.length + units.length - 1)
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
  const problem = !inside ? annotationProblems.outside : !covers(text, span) ? annotationProblems.otherWords : undefined
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
// `id` last: beside a code it numbers the spans.
const codeNames = ['code', 'cui', 'concept', 'concept_id', 'normalized', 'mesh', 'id']

/** Spans of a record's list: `{start, end, label, text}`, `{offsets: [[s, e]], type}` or `[start, end, label]`; undefined for other lists. */
export function statedSpans(value: unknown): StatedSpan[] | undefined {
  return placedSpans(value, [])?.map(({ span }) => span)
}

/** What has to change in a record's list of spans once the text is edited. */
export function spanChanges(value: unknown, path: Path, text: string, edits: readonly Edit[]): Change[] {
  const placed = placedSpans(value, path) ?? []
  const before = placed.map(({ span }) => span)
  return spansAfter(text, before, edits).flatMap((span, i): Change[] => {
    const { places, words } = placed[i]!
    const moved = places.flatMap(([start, end], j) => [
      { path: start, value: span.fragments[j]!.start, was: before[i]!.fragments[j]!.start },
      { path: end, value: span.fragments[j]!.end, was: before[i]!.fragments[j]!.end },
    ])
    return [
      ...moved.flatMap(({ was, ...change }) => (was === change.value ? [] : [change])),
      ...(words === undefined || span.text === before[i]!.text ? [] : [{ path: words, value: span.text }]),
    ]
  })
}

/** A span of a record's list, and where its numbers and its words stand. */
interface PlacedSpan {
  readonly span: StatedSpan
  readonly places: readonly (readonly [start: Path, end: Path])[]
  readonly words?: Path
}

function placedSpans(value: unknown, path: Path): PlacedSpan[] | undefined {
  if (!Array.isArray(value)) return undefined
  const spans: PlacedSpan[] = []
  for (const [i, each] of (value as unknown[]).entries()) {
    const at = [...path, i]
    const span = Array.isArray(each) ? fromTriple(each, at) : isRecord(each) ? fromRecord(each, at) : undefined
    if (!span) return undefined
    spans.push(span)
  }
  return spans
}

function fromTriple(each: readonly unknown[], path: Path): PlacedSpan | undefined {
  const [start, end, type] = each
  if (!isPlace(start) || !isPlace(end) || typeof type !== 'string') return undefined
  return {
    span: { type, fragments: [{ start, end }] },
    places: [
      [
        [...path, 0],
        [...path, 1],
      ],
    ],
  }
}

function fromRecord(each: Record<string, unknown>, path: Path): PlacedSpan | undefined {
  const own = (name: string): unknown => (Object.hasOwn(each, name) ? each[name] : undefined)
  const named = (names: readonly string[], fits: (value: unknown) => boolean): string | undefined => names.find((name) => fits(own(name)))
  const found = fragmentsIn(each, path) ?? pairIn(each, path)
  if (!found) return undefined
  const words = named(['text', 'word', 'mention'], (value) => value !== undefined && value !== null)
  const stated = words === undefined ? undefined : own(words)
  const text =
    typeof stated === 'string'
      ? stated
      : Array.isArray(stated) && stated.every((part) => typeof part === 'string')
        ? stated.join(' ')
        : undefined
  const first = (names: readonly string[]): string | undefined => {
    const name = named(names, isText)
    return name === undefined ? undefined : (own(name) as string)
  }
  const code = first(codeNames.filter((name) => name !== 'id')) ?? normalizedCode(own('normalized')) ?? first(['id'])
  return {
    span: {
      type: first(typeNames) ?? 'entity',
      fragments: found.fragments,
      ...(text !== undefined && { text }),
      ...(code !== undefined && { code }),
    },
    places: found.places,
    ...(text !== undefined && { words: [...path, words!] }),
  }
}

/** The first code of a BigBio entity: `[{"db_name": "MESH", "db_id": "D003110"}]`. */
const normalizedCode = (value: unknown): string | undefined => {
  const [first] = Array.isArray(value) ? (value as unknown[]) : []
  return isRecord(first) && isText(first['db_id']) ? first['db_id'] : undefined
}

const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

type Fragments = Pick<PlacedSpan, 'places'> & Pick<StatedSpan, 'fragments'>

function pairIn(each: Record<string, unknown>, path: Path): Fragments | undefined {
  const named = (names: readonly string[]): string | undefined => names.find((name) => Object.hasOwn(each, name) && isPlace(each[name]))
  const start = named(['start', 'begin', 'start_offset', 'start_position'])
  const end = named(['end', 'end_offset', 'end_position'])
  if (start === undefined || end === undefined) return undefined
  return {
    fragments: [{ start: each[start] as number, end: each[end] as number }],
    places: [
      [
        [...path, start],
        [...path, end],
      ],
    ],
  }
}

function fragmentsIn(each: Record<string, unknown>, path: Path): Fragments | undefined {
  const name = ['offsets', 'fragments'].find((one) => Object.hasOwn(each, one) && each[one] !== undefined)
  const value = name === undefined ? undefined : each[name]
  if (!Array.isArray(value) || value.length === 0) return undefined
  const pairs = (value as unknown[]).map((pair) =>
    Array.isArray(pair) && isPlace(pair[0]) && isPlace(pair[1]) ? { start: pair[0], end: pair[1] } : undefined,
  )
  if (!pairs.every((pair) => pair !== undefined)) return undefined
  return {
    fragments: pairs,
    places: pairs.map((_, i) => [
      [...path, name!, i, 0],
      [...path, name!, i, 1],
    ]),
  }
}
