import type { Scalar } from '@corpuscope/core'
import { fieldPath, fieldReader } from './fields.ts'
import { passageChanges, placedPassages } from './passages.ts'
import type { InputPlan, Shard } from './plan.ts'
import { recordOptions } from './record-options.ts'
import { documentMaker, name, type ShardReader } from './records.ts'
import { type Change, checkEdits, editsWithin, nestedChanges, type Origin, type Path, type Rewriting } from './rewriting.ts'
import { shaper } from './shapes.ts'
import { annotationsOf, spanChanges, statedSpans } from './spans.ts'
import { taggedTokens } from './tagged-tokens.ts'
import { noText } from './unread-reasons.ts'

/** A value as metadata; undefined for what is no scalar. */
export function scalar(value: unknown): Scalar | undefined {
  // A number beyond the range of doubles reads as infinite; it was not measured, so it is nothing.
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : undefined
}

/** A record as it stands in the input, or with changes. */
type RawRecord = (changes?: readonly Change[]) => Uint8Array | Record<string, unknown>

/**
 * A function that hands on the document of a record: its text or the parts it is made of, annotations, id, metadata.
 *
 * @param scalarOf  what a field is as metadata
 */
export function recordTaker(
  plan: InputPlan,
  shard: Shard,
  to: ShardReader,
  scalarOf: (value: unknown) => Scalar | undefined = scalar,
): (record: Record<string, unknown>, line: (() => number) | undefined, raw: RawRecord) => void {
  const { fields, format } = plan
  const { relative, metadata: ofShard } = shard
  const reader = (field: string | undefined) => (field === undefined ? undefined : fieldReader(field))
  const [textOf, idOf, labelOf, languageOf, spansOf] = [fields.text, fields.id, fields.label, fields.language, fields.spans].map(reader)
  const shape = fields.shape && shaper(fields.shape)
  const { tokens } = fields
  const [wordsOf, tagsOf, passagesOf] = [tokens?.words, tokens?.tags, fields.passages].map(reader)
  const pieces = new Set(fields.shape?.pieces.map(({ field }) => field))
  const splitOf = plan.options.splitField === undefined ? undefined : fieldReader(plan.options.splitField)
  const encoding = shard.charset
  const make = documentMaker(recordOptions(plan), to)
  return (record, line, raw) => {
    if (splitOf && splitOf(record) !== plan.options.split) return
    const own = textOf?.(record)
    const shaped = textOf || !shape ? undefined : shape.whole(record)
    const tagged = tokens && taggedTokens(wordsOf!(record), tagsOf?.(record), fieldPath(record, tokens.words), tokens.names)
    const placed = fields.passages === undefined ? undefined : placedPassages(passagesOf!(record), fieldPath(record, fields.passages))
    const text = shaped?.text ?? tagged?.text ?? placed?.text ?? own
    if (typeof text !== 'string') {
      if (line) to.unread(noText, relative, line())
      else to.unread(noText, relative)
      return
    }
    const found = shaped ?? placed ?? shape?.within(record, text)
    const parts = found && found.parts.length > 0 ? found.parts : undefined
    const metadata = new Map<string, Scalar>()
    for (const key of Object.keys(record)) {
      if (key === fields.text || key === fields.id || (parts && pieces.has(key))) continue
      const value = scalarOf(record[key])
      if (value !== undefined) metadata.set(key, value)
    }
    if (ofShard) for (const [key, value] of Object.entries(ofShard)) if (!metadata.has(key)) metadata.set(key, value)
    const spans = spansOf && statedSpans(spansOf(record))
    const entry = {
      text,
      id: name(idOf?.(record)),
      file: relative,
      metadata,
      label: labelOf?.(record),
      language: languageOf?.(record),
      parts,
      annotations: spans ? annotationsOf(text, spans) : tagged?.annotations,
      encoding,
    }
    /** Whether a place of the record is text, annotation, token or id of the document, and so written already or on purpose not at all. */
    const belongs = (origins: readonly Origin[]) => {
      const own = new Set(origins.map(({ path }) => JSON.stringify(path)))
      const whole = [fields.spans, tokens?.tags, fields.passages, fields.id].flatMap((field) =>
        field === undefined ? [] : [JSON.stringify(fieldPath(record, field))],
      )
      return (path: Path): boolean => own.has(JSON.stringify(path)) || whole.includes(JSON.stringify(path))
    }
    const changesFor = ({ edits, fields: renewed, nested, id }: Rewriting): Change[] => {
      checkEdits(text, edits)
      const whole = shaped || fields.text === undefined ? [] : [{ path: fieldPath(record, fields.text), start: 0, end: text.length }]
      const origins: readonly Origin[] = [...whole, ...(found?.origins ?? []), ...(tagged?.origins ?? [])]
      return [
        ...origins.map(({ path, start, end }) => ({ path, edits: editsWithin(edits, start, end) })).filter((one) => one.edits.length > 0),
        ...(spansOf && fields.spans !== undefined ? spanChanges(spansOf(record), fieldPath(record, fields.spans), text, edits) : []),
        ...(placed ? passageChanges(passagesOf!(record), fieldPath(record, fields.passages!), text, edits) : []),
        ...[...(renewed ?? [])].flatMap(([key, value]) => (Object.hasOwn(record, key) ? [{ path: [key], value }] : [])),
        ...(id !== undefined && fields.id !== undefined && name(idOf!(record)) !== undefined
          ? [{ path: fieldPath(record, fields.id), value: id }]
          : []),
        ...(nested ? nestedChanges(record, belongs(origins), nested) : []),
      ]
    }
    to.document(make(entry), format, (rewriting) => (rewriting ? raw(changesFor(rewriting)) : raw()))
  }
}
