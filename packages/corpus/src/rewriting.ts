/** A stretch of a text and what comes in its place; offsets are UTF-16 code units, end exclusive. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** How a document is to read when it is written. */
export interface Rewriting {
  /** Edits of the document's text, in order, none over another. */
  readonly edits: readonly Edit[]
  /** Other words for fields of the record that became the document's metadata; what came from elsewhere is not written at all. */
  readonly fields?: ReadonlyMap<string, string>
  /** Other words for texts that stand deeper in the record and became no part of the document; undefined leaves one as it is. */
  readonly nested?: (text: string) => string | undefined
  /** Another id, where the record states one. */
  readonly id?: string
}

/** The keys and places that lead to a value of a record. */
export type Path = readonly (string | number)[]

/** Where a stretch of a document's text stands in its record. */
export interface Origin {
  readonly path: Path
  readonly start: number
  readonly end: number
}

/** A change of a record: edits of the string at a path, or another value there. */
export type Change = { readonly path: Path; readonly edits: readonly Edit[] } | { readonly path: Path; readonly value: unknown }

export const isRewriting = (rewriting: Rewriting | undefined): rewriting is Rewriting =>
  rewriting !== undefined &&
  (rewriting.edits.length > 0 || (rewriting.fields?.size ?? 0) > 0 || rewriting.id !== undefined || rewriting.nested !== undefined)

/** Throws a RangeError for edits that lie outside the text, over one another, or out of order. */
export function checkEdits(text: string, edits: readonly Edit[]): void {
  let from = 0
  for (const { start, end } of edits) {
    if (!(start >= from && end >= start && end <= text.length))
      throw new RangeError(`an edit of ${start} to ${end} lies outside the text or over another; edits go in order`)
    from = end
  }
}

/** The text with its edits. @example edited('Ann coughs', [{ start: 0, end: 3, text: 'X' }]) // 'X coughs' */
export function edited(text: string, edits: readonly Edit[]): string {
  let made = ''
  let from = 0
  for (const { start, end, text: replacement } of edits) {
    made += text.slice(from, start) + replacement
    from = end
  }
  return made + text.slice(from)
}

/** The edits of a text as far as they lie in a stretch of it, counted from its start. What goes over its start puts nothing there. */
export function editsWithin(edits: readonly Edit[], start: number, end: number): Edit[] {
  const within: Edit[] = []
  for (const edit of edits) {
    const inside = edit.start === edit.end ? edit.start >= start && edit.start <= end : edit.start < end && edit.end > start
    if (!inside) continue
    const text = edit.start >= start ? edit.text : ''
    within.push({ start: Math.max(edit.start, start) - start, end: Math.min(edit.end, end) - start, text })
  }
  return within
}

/**
 * Where a stretch of a text stands once the text is edited: it takes in what came in place of its words.
 *
 * @example stretchAfter([{ start: 0, end: 3, text: 'X' }], 0, 3) // { start: 0, end: 1 }
 */
export function stretchAfter(edits: readonly Edit[], start: number, end: number): { start: number; end: number } {
  const after = (place: number, atEnd: boolean): number => {
    let moved = 0
    for (const edit of edits) {
      if (edit.end > place || (edit.end === place && edit.start === place && !atEnd)) {
        if (edit.start >= place) break
        return edit.start + moved + (atEnd ? edit.text.length : 0)
      }
      moved += edit.text.length - (edit.end - edit.start)
    }
    return place + moved
  }
  const from = after(start, false)
  return { start: from, end: Math.max(from, after(end, true)) }
}

/** Changes of texts inside the fields of a record, where no other change is made; `skip` says which places belong to the document itself. */
export function nestedChanges(
  record: Record<string, unknown>,
  skip: (path: Path) => boolean,
  rewrite: (text: string) => string | undefined,
): Change[] {
  const changes: Change[] = []
  const visit = (value: unknown, path: Path): void => {
    if (path.length > 0 && skip(path)) return
    if (typeof value === 'string') {
      // A text that is a field of its own is metadata, and rewritten as such.
      const made = path.length > 1 ? rewrite(value) : undefined
      if (made !== undefined && made !== value) changes.push({ path, value: made })
    } else if (Array.isArray(value)) for (const [i, each] of value.entries()) visit(each, [...path, i])
    else if (value !== null && typeof value === 'object' && !(value instanceof Date) && !ArrayBuffer.isView(value))
      for (const [key, each] of Object.entries(value)) visit(each, [...path, key])
  }
  visit(record, [])
  return changes
}

/** One line of a text for formats that give a text one line. */
export const onOneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ')

/** The record with its changes, the rest shared. */
export function changedRecord(record: Record<string, unknown>, changes: readonly Change[]): Record<string, unknown> {
  let changed: unknown = record
  for (const change of changes) changed = changedAt(changed, change.path, change)
  return changed as Record<string, unknown>
}

function changedAt(value: unknown, [step, ...rest]: Path, change: Change): unknown {
  if (step === undefined) return 'value' in change ? change.value : edited(String(value), change.edits)
  if (Array.isArray(value)) return value.map((each: unknown, i) => (i === step ? changedAt(each, rest, change) : each))
  const copy = Object.create(null) as Record<string, unknown>
  for (const [key, each] of Object.entries(value as object)) copy[key] = key === step ? changedAt(each, rest, change) : each
  return copy
}
