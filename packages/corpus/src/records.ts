import { basename, extname } from 'node:path/posix'
import { type Annotation, createDocument, type Document, type Part, type Scalar, type WordRule } from '@corpuscope/core'
import type { LabelTable } from './labels.ts'
import type { Rewriting } from './rewriting.ts'
import { transcriptParts } from './transcript.ts'

/**
 * A record as it stands in the input: its bytes, or its values where the format has no bytes of one record. With a rewriting, the
 * same record with that text, and every other byte as it stands.
 */
export type Raw = (rewriting?: Rewriting) => Uint8Array | Record<string, unknown>

/** Who takes what a shard holds. */
export interface ShardReader {
  /** `raw` is good until the call returns. */
  document(document: Document, format: string, raw: Raw): void
  /** `what` is one of a few fixed phrases; `line` is 1-based and counts from the start of the file. */
  unread(what: string, file: string, line?: number): void
  /** A row of the labels table that belongs to a document, by its key. */
  matched?(key: string): void
  /** What stands before the first record of a file: a table's header. */
  preamble?(bytes: Uint8Array): void
}

/** A record as its format gives it, before it is a document. */
export interface Entry {
  readonly text: string
  readonly id?: string | undefined
  /** Path inside the input. */
  readonly file: string
  /** Becomes the document's: the record's own fields, to which those of the labels table are added. */
  readonly metadata: Map<string, Scalar>
  readonly label?: unknown
  readonly language?: unknown
  /** Without them, the turns of a plain transcript are looked for. */
  readonly parts?: readonly Part[] | undefined
  readonly annotations?: readonly Annotation[] | undefined
  /** The encoding it was converted from. */
  readonly encoding?: string | undefined
}

export interface RecordOptions {
  readonly labels?: LabelTable | undefined
  readonly labelField?: string | undefined
  readonly languageField?: string | undefined
  readonly language?: string | undefined
  readonly wordRule?: WordRule | undefined
  /** Each document is one text: no turns are looked for. */
  readonly plainText?: boolean | undefined
}

/** A function that makes documents of entries: joins the labels table, finds label and language. */
export function documentMaker(options: RecordOptions, to: Pick<ShardReader, 'matched'>): (entry: Entry) => Document {
  const { labels, labelField, languageField, language: everyLanguage, wordRule, plainText = false } = options
  return ({ text, id: given, file, metadata, label: ownLabel, language: ownLanguage, parts: ownParts, annotations, encoding }) => {
    let id = given
    if (labels) {
      id ??= createDocument({ text }).id
      const row = findRow(labels, id, file)
      if (row) {
        to.matched?.(row.key)
        for (const [name, value] of row.values) if (!metadata.has(name)) metadata.set(name, value)
      }
    }
    const label = name(ownLabel) ?? (labelField === undefined ? undefined : name(metadata.get(labelField)))
    const language = name(ownLanguage) ?? (languageField === undefined ? undefined : name(metadata.get(languageField))) ?? everyLanguage
    const parts = ownParts ?? (plainText ? [] : transcriptParts(text))
    return createDocument({
      text,
      metadata,
      source: encoding === undefined ? { file } : { file, encoding },
      ...(parts.length > 0 && { parts }),
      ...(annotations && { annotations }),
      ...(id !== undefined && { id }),
      ...(label !== undefined && { label }),
      ...(language !== undefined && { language }),
      ...(wordRule !== undefined && { wordRule }),
    })
  }
}

function findRow(labels: LabelTable, id: string, file: string): { key: string; values: ReadonlyMap<string, Scalar> } | undefined {
  const base = basename(file)
  for (const key of [id, file, base, base.slice(0, base.length - extname(base).length)]) {
    const values = labels.rows.get(key)
    if (values) return { key, values }
  }
  return undefined
}

/** A value as a name; undefined for what is no scalar, and for nothing. */
export function name(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/**
 * A cell of a table: nothing for an empty one, a number where writing it back gives the same characters, else the characters. So "47"
 * is a number, "007", "1.50" and "+61 2 9999" are not.
 */
export function cellValue(cell: string): Scalar {
  if (cell === '') return null
  if (cell.length > longestNumber) return cell
  const number = Number(cell)
  return Number.isFinite(number) && String(number) === cell ? number : cell
}

const longestNumber = 25
