import type { Annotation } from '@corpuscope/core'

/** What scoring needs of an annotation: places are UTF-16 code units, ends exclusive. */
export type Span = Pick<Annotation, 'type' | 'start' | 'end' | 'code' | 'fragments'>

/** What files write where an annotator found no code. */
const noCode = /^(?:cui-?less|nil|null|none|n\/a|na|unknown|-+|0?)$/i

/** The code of an annotation; undefined for none and for the ways files write none, such as CUILESS. */
export const codeOf = ({ code }: Pick<Annotation, 'code'>): string | undefined =>
  code === undefined || noCode.test(code.trim()) ? undefined : code

/** The place of a span as one word: equal for equal places alone. */
export const placeOf = ({ start, end, fragments }: Span): string =>
  fragments ? fragments.map((piece) => `${piece.start}-${piece.end}`).join(' ') : `${start}-${end}`

const piecesOf = (span: Span): readonly { readonly start: number; readonly end: number }[] => span.fragments ?? [span]

/** Characters that two spans share. */
export function overlapOf(a: Span, b: Span): number {
  if (a.start >= b.end || b.start >= a.end) return 0
  if (!a.fragments && !b.fragments) return Math.min(a.end, b.end) - Math.max(a.start, b.start)
  let shared = 0
  for (const left of piecesOf(a))
    for (const right of piecesOf(b)) shared += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
  return shared
}

/** An order of spans that depends on what they are alone. */
export const compareSpans = (a: Span, b: Span): number =>
  a.start - b.start ||
  a.end - b.end ||
  compareText(placeOf(a), placeOf(b)) ||
  compareText(a.type, b.type) ||
  compareText(a.code ?? '', b.code ?? '')

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
