import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { CorpusError, type InputConfig, type WordRule } from '@corpuscope/core'
import { type Layout, layoutOf } from './dataset-card.ts'
import { chooseFields, type Fields, namedFields, type Survey } from './fields.ts'
import { type Found, findFiles } from './find.ts'
import type { FoundFile } from './folder.ts'
import type { Format } from './kinds.ts'
import type { LabelTable } from './labels.ts'
import { type NamePattern, parseNamePattern } from './name-pattern.ts'
import { readerOf } from './readers.ts'
import { count, nameList, plain, quoted, size } from './say.ts'
import { shapeTitles } from './shapes.ts'
import type { Skipped } from './skipped.ts'
import { standardInput } from './standard-input.ts'

/** How an input is read; what is left out is guessed. */
export interface ReadOptions extends Partial<InputConfig> {}

/** A file of a shard. */
export interface FileRef extends Omit<FoundFile, 'bytes'> {
  /** Bytes of the file as it lies there, when it is packed. */
  readonly packed?: number
}

/** A piece of the input that one thread reads at a time. */
export interface Shard extends FileRef {
  /** Bytes of a file of lines: the shard has the lines that start in [start, end). */
  readonly start?: number
  readonly end?: number
  /** Rows [from, to) of a Parquet file. */
  readonly rows?: readonly [number, number]
  /** What reading it counts as; a file of lines or a batch counts what it read. */
  readonly bytes?: number
  /** A batch of files that are a document each. */
  readonly files?: readonly FileRef[]
}

/** What an input was taken for and how it is cut: plain data, as worker threads need it. */
export interface InputPlan {
  readonly format: Format
  /** One sentence for the person. */
  readonly said: string
  readonly fields: Fields
  /** Of the files that are read. */
  readonly bytes: number
  readonly files: number
  /** It is one named file, or standard input. */
  readonly isFile: boolean
  readonly skipped: readonly Skipped[]
  readonly shards: readonly Shard[]
  readonly labels?: LabelTable
  readonly options: {
    readonly recordBytes: number
    readonly language?: string
    readonly wordRule?: WordRule
    readonly namePattern?: string
    /** Each document is one text: no turns are looked for. */
    readonly plainText?: boolean
    /** Annotations lie beside the texts. */
    readonly standoff?: boolean
    /** Only records whose field `splitField` holds `split`. */
    readonly splitField?: string
    readonly split?: string
  }
}

const defaultShardBytes = 8 << 20
const defaultRecordBytes = 64 << 20

/**
 * Looks at an input without reading it all: which files, of which kind, which fields, in which shards. Throws a `CorpusError` when
 * nothing of it can be measured.
 *
 * @param inputs  files and folders
 * @param limits  `shardBytes`: size of a shard, 8 MB unless told; `recordBytes`: the longest record that is read, 64 MB
 */
export async function planInput(inputs: readonly string[], options: ReadOptions, limits: Limits = {}): Promise<InputPlan> {
  const without = new Set<Format>()
  let first: unknown
  for (;;) {
    let found: Found | undefined
    try {
      found = await findFiles(inputs, options.format, options.labels, without)
      return await planFound(inputs, found, options, limits)
    } catch (error) {
      // A table of labels beside notes has most bytes and no text: then the notes are what is meant. What is said is the first trouble.
      first ??= error
      const told = options.format ?? options.textField ?? options.idField ?? options.labelField
      if (!(error instanceof CorpusError) || !found || told !== undefined || without.has(found.kind.format)) throw first
      without.add(found.kind.format)
    }
  }
}

interface Limits {
  readonly shardBytes?: number
  readonly recordBytes?: number
}

async function planFound(inputs: readonly string[], found: Found, options: ReadOptions, limits: Limits): Promise<InputPlan> {
  const { shardBytes = defaultShardBytes, recordBytes = defaultRecordBytes } = limits
  const { kind, skipped, standoff } = found
  const { format } = kind
  const [only] = inputs.length === 1 ? inputs : []
  const stats = only === undefined ? undefined : statSync(resolve(only), { throwIfNoEntry: false })
  const input = stats?.isDirectory() ? resolve(only!) : undefined
  const layout = await layoutOf(input, found.files, options, inputs.map(plain).join(', '))
  const { files } = layout
  const where = files.length === 1 ? plain(files[0]!.relative) : count(files.length, kind.singular, kind.plural)
  const pattern = patternFor(format, options.namePattern, where)
  const labels =
    options.labels === undefined ? undefined : (await import('./labels.ts')).readLabels(options.labels, options.idField, recordBytes)
  const reader = await readerOf(format)
  const survey = await reader.survey?.(files, recordBytes, where)
  for (const [field, names] of layout.classNames) if (survey && !survey.classNames.has(field)) survey.classNames.set(field, names)
  const besides = [...(pattern?.fields ?? []), ...(labels?.columns ?? [])]
  const fields = survey
    ? chooseFields(survey, withoutKeyOf(labels, options, survey.fields), besides, where)
    : fieldsBeside(options, besides, labels, where)
  const splitField = splitFieldOf(options.split, layout, survey, where)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return {
    format,
    said: said({ ...found, files }, bytes, fields, pattern, labels && options.labels, labels, layout.said),
    fields,
    bytes,
    files: files.length,
    isFile: only === standardInput || stats?.isFile() === true,
    skipped,
    shards: await reader.shards(files, Math.max(1, shardBytes)),
    ...(labels && { labels }),
    options: {
      recordBytes,
      ...(options.language !== undefined && { language: options.language }),
      ...(options.words !== undefined && options.words !== 'standard' && { wordRule: options.words }),
      ...(options.namePattern !== undefined && { namePattern: options.namePattern }),
      ...(options.shape === 'text' && { plainText: true }),
      ...(standoff && { standoff }),
      ...(splitField !== undefined && options.split !== undefined && { splitField, split: options.split }),
    },
  }
}

/** Where no file is of one split, the field "split" of the records tells. */
function splitFieldOf(split: string | undefined, layout: Layout, survey: Survey | undefined, where: string): string | undefined {
  if (split === undefined || layout.splits.length > 0) return undefined
  if (survey?.fields.has('split')) return 'split'
  throw new CorpusError(`${where}: --split ${quoted(split)}, but neither files nor a field "split" tell splits apart. Leave it out.`)
}

function patternFor(format: Format, pattern: string | undefined, where: string): NamePattern | undefined {
  if (pattern === undefined) return undefined
  if (format !== 'text') throw new CorpusError(`${where}: a name pattern is for a folder of text files. Leave --name-pattern out.`)
  return parseNamePattern(pattern)
}

/** A name that only the labels table knows is its key column, not a field of the records. */
function withoutKeyOf(labels: LabelTable | undefined, options: ReadOptions, known: ReadonlyMap<string, unknown>): ReadOptions {
  const { idField, ...rest } = options
  return idField !== undefined && labels?.key === idField && !known.has(idField) ? rest : options
}

/** Fields of documents that are files: they come from file names and the labels table. */
function fieldsBeside(options: ReadOptions, besides: readonly string[], labels: LabelTable | undefined, where: string): Fields {
  const { idField, textField } = options
  if (textField !== undefined) {
    throw new CorpusError(
      `${where}: --text-field ${quoted(textField)} is for records, but each of these files is one text. Leave it out, or name the kind with --format.`,
    )
  }
  if (idField !== undefined && labels?.key !== idField) {
    throw new CorpusError(
      `${where}: --id-field ${quoted(idField)} is neither a field of text files nor a column of a labels table. Leave it out, or give --labels.`,
    )
  }
  return namedFields(options, { all: besides, common: besides }, where)
}

function said(
  { kind, files, standoff }: Found,
  bytes: number,
  fields: Fields,
  pattern: NamePattern | undefined,
  labelsFile: string | undefined,
  labels: LabelTable | undefined,
  layout: readonly string[],
): string {
  const many = files.length > 1
  const what = many ? count(files.length, kind.singular, kind.plural) : plain(files[0]!.relative)
  const shapes: Record<Format, string> = {
    ...{ text: 'one text', jsonl: 'JSON lines', json: 'JSON', csv: 'a table', tsv: 'a table', parquet: 'Parquet', arrow: 'Arrow' },
    ...{ conll: 'tagged tokens', pubtator: 'PubTator annotations' },
  }
  const parts = [
    ...(many ? [] : [shapes[kind.format]]),
    ...(fields.tokens
      ? [`tokens in ${nameList([fields.tokens.words, ...(fields.tokens.tags === undefined ? [] : [fields.tokens.tags])])}`]
      : []),
    ...(fields.passages === undefined ? [] : [`passages in ${nameList([fields.passages])}`]),
    ...(['text', 'id', 'label', 'language'] as const).flatMap((role) =>
      fields[role] === undefined ? [] : [`${role} in ${nameList([fields[role]])}`],
    ),
    ...(fields.shape
      ? [
          `${shapeTitles[fields.shape.kind]} ${fields.text === undefined ? 'in' : 'from'} ${nameList(fields.shape.pieces.map(({ field }) => field))}`,
        ]
      : []),
    ...(fields.spans === undefined ? [] : [`annotations in ${nameList([fields.spans])}`]),
    ...(standoff ? ['annotations in .ann files'] : []),
    ...layout,
    ...(pattern ? [`${nameList(pattern.fields)} from the file names`] : []),
    ...(labels && labelsFile !== undefined
      ? [`${plain(basename(labelsFile))} (${count(labels.size, 'row')}) joined by ${nameList([labels.key])}`]
      : []),
  ]
  return `${what} (${size(bytes)})${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}
