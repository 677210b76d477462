import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CorpusError, type Document } from '@corpuscope/core'
import type { SchemaElement } from 'hyparquet'
import { rewriteBrat } from './brat.ts'
import { encodeAs } from './charset.ts'
import { type Compression, compressionOf } from './compression.ts'
import type { FileRef, InputPlan, Shard } from './plan.ts'
import { readShard } from './read-shard.ts'
import type { Raw } from './records.ts'
import { type Edit, isRewriting, type Rewriting } from './rewriting.ts'
import { plain } from './say.ts'
import { annotationPath, textOf } from './text.ts'
import { zstdFrame } from './zstd-frame.ts'

/** What was written of a corpus, and what was not. */
export interface Selection {
  readonly kept: number
  /** Of those kept, how many were written with a rewriting. */
  readonly rewritten: number
  /** In the order of the input. */
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[]
  /** What stood in the input and is no document; it is not written. */
  readonly unread: readonly { readonly what: string; readonly count: number }[]
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

const flushBytes = 1 << 20

/**
 * Writes a selection of a corpus in its own format and order. Kept records of JSON lines and tables, and kept text files, are copied
 * byte for byte; UTF-16 becomes UTF-8, JSON in one piece becomes an array of the kept records as they stood.
 *
 * @param out      a file when the input is one named file, else a folder with the files of the input; must not exist
 * With `rewrite`, a document is written with edits of its text, such as masks: in its own format, every other byte as it stands. The
 * edits reach each field, turn, line and token that the text was made of, and annotations move with their words and state the new
 * ones. Fields that are neither text nor part stay, but for the `fields` it gives new words for, and ids but for an `id` it gives.
 *
 * @param leftOut  why a document is left out; undefined keeps it. Called once a document, in the order of the input
 * @param rewrite  called for each kept document; undefined, or no edits, leaves it byte for byte
 * @param nameOf   path of a file in the folder that is written, by its path in the input
 * @throws RangeError for edits out of order or outside the text
 * @example writeSelection(plan, 'masked', () => undefined, ({ text }) => ({ edits: namesIn(text).map((name) => ({ ...name, text: '[NAME]' })) }))
 */
export async function writeSelection(
  plan: InputPlan,
  out: string,
  leftOut: (document: Document) => string | undefined,
  rewrite: (document: Document) => Rewriting | undefined = () => undefined,
  nameOf: (relative: string) => string = (relative) => relative,
): Promise<Selection> {
  if (existsSync(out)) throw new CorpusError(`${plain(out)} is there already and is not replaced. Name another place with -o.`)
  if (plan.format === 'arrow') throw new CorpusError('Arrow files are read but not written. Give the same corpus as Parquet or JSON lines.')
  const whereTo = (relative: string): string => (plan.isFile ? out : join(out, nameOf(relative)))
  const dropped: { id: string; reason: string }[] = []
  const unread = new Map<string, number>()
  const written: string[] = []
  let kept = 0
  let rewritten = 0
  let sink: Sink | undefined
  let current: string | undefined
  try {
    for (const shard of plan.shards) {
      if (plan.format !== 'text' && shard.file !== current) {
        sink?.end()
        current = shard.file
        const path = whereTo(shard.relative)
        sink = await sinkFor(plan, shard, path)
        written.push(path)
      }
      const files = new Map((shard.files ?? [shard]).map((ref) => [ref.relative, ref]))
      await readShard(plan, shard, {
        document(document, _, raw) {
          const reason = leftOut(document)
          if (reason !== undefined) {
            dropped.push({ id: document.id, reason })
            return
          }
          kept++
          const asked = rewrite(document)
          const rewriting = isRewriting(asked) ? asked : undefined
          if (rewriting) rewritten++
          if (plan.format !== 'text') sink!.record(raw(rewriting))
          else {
            const text = rewriting && { document, edits: rewriting.edits, bytes: raw(rewriting) as Uint8Array }
            const file = files.get(document.source.file)!
            written.push(...writeText(file, whereTo(file.relative), plan.options.standoff ?? false, text))
          }
        },
        unread: (what) => void unread.set(what, (unread.get(what) ?? 0) + 1),
        preamble: (bytes) => sink?.preamble(bytes),
      })
    }
    sink?.end()
  } catch (error) {
    rmSync(out, { recursive: true, force: true })
    throw error
  }
  return {
    kept,
    rewritten,
    leftOut: dropped,
    unread: [...unread].map(([what, count]) => ({ what, count })).sort((a, b) => (a.what < b.what ? -1 : 1)),
    files: written.map((path) => {
      const bytes = readFileSync(path)
      return {
        path: path === out ? '.' : path.slice(out.length + 1),
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
    }),
  }
}

/** A text file, and the annotations beside it: copies, unless the text is rewritten. Returns the paths written. */
function writeText(
  { file, compression }: FileRef,
  to: string,
  standoff: boolean,
  rewritten: { document: Document; edits: readonly Edit[]; bytes: Uint8Array } | undefined,
): string[] {
  mkdirSync(dirname(to), { recursive: true })
  if (!rewritten) copyFileSync(file, to)
  else {
    const sink = byteSink(to, compression)
    sink.write(rewritten.bytes)
    sink.end()
  }
  const [annotations, copy] = [annotationPath(file), annotationPath(to)]
  if (!standoff || !existsSync(annotations)) return [to]
  if (!rewritten) copyFileSync(annotations, copy)
  else {
    const { text, encoding } = textOf(readFileSync(annotations)) ?? { text: '' }
    const made = rewriteBrat(text, rewritten.document.text, rewritten.edits)
    writeFileSync(copy, encoding ? encodeAs(made, encoding) : made, { flag: 'wx' })
  }
  return [to, copy]
}

interface Sink {
  /** What stands before the first record: a table's header. */
  preamble(bytes: Uint8Array): void
  record(raw: ReturnType<Raw>): void
  end(): void
}

async function sinkFor({ format }: InputPlan, { file, relative, compression }: Shard, path: string): Promise<Sink> {
  mkdirSync(dirname(path), { recursive: true })
  if (format === 'parquet') return parquetSink(file, path, compressionOf(relative))
  const to = byteSink(path, compression)
  const bytesOf = (raw: ReturnType<Raw>): Uint8Array => (raw instanceof Uint8Array ? raw : Buffer.from(JSON.stringify(raw)))
  const after = Buffer.from({ jsonl: '\n', conll: '\n', pubtator: '\n' }[format as string] ?? '')
  let first = true
  if (format === 'json') to.write(Buffer.from('['))
  return {
    preamble: to.write,
    record(raw) {
      if (format === 'json') to.write(Buffer.from(first ? '\n' : ',\n'))
      first = false
      to.write(bytesOf(raw))
      to.write(after)
    },
    end() {
      if (format === 'json') to.write(Buffer.from('\n]\n'))
      to.end()
    },
  }
}

/** Bytes into a file, packed as the input was: gzip by members, zstd by frames that store. */
function byteSink(path: string, compression: Compression | undefined): { write(bytes: Uint8Array): void; end(): void } {
  const fd = openSync(path, 'wx')
  let held: Uint8Array[] = []
  let heldBytes = 0
  const put = (bytes: Uint8Array): void => {
    for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from)
  }
  const flush = (): void => {
    const bytes = Buffer.concat(held)
    held = []
    heldBytes = 0
    if (compression === 'gz') put(gzipSync(bytes))
    else if (compression === 'zst') for (const piece of zstdFrame([bytes])) put(piece)
    else put(bytes)
  }
  return {
    write(bytes) {
      // A copy: what a reader hands over is good only until the call returns.
      held.push(Buffer.from(bytes))
      heldBytes += bytes.length
      if (heldBytes >= flushBytes) flush()
    },
    end() {
      flush()
      closeSync(fd)
    },
  }
}

/**
 * Columns with the types, nested ones too, that they have in the file they come from. Where these cannot be written (times of 96 bits,
 * bytes of no kind), text, numbers and truth values stay what they are and anything else is JSON.
 */
async function parquetSink(source: string, path: string, compression: Compression | undefined): Promise<Sink> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const { parquetColumns, plainValue } = await import('./parquet.ts')
  const schema = await parquetColumns(source)
  const records: Record<string, unknown>[] = []
  const columnsOf = (names: readonly string[]) =>
    names.map((name) => ({ name, data: records.map((record) => (Object.hasOwn(record, name) ? (record[name] ?? null) : null)) }))
  const typed = (): ArrayBuffer | undefined => {
    try {
      const [, ...elements] = schema ?? []
      const names = topLevel(elements)
      return names.length === 0
        ? undefined
        : parquetWriteBuffer({ columnData: columnsOf(names), schema: schema!.map(described), rowGroupSize: groupRows })
    } catch {
      return undefined
    }
  }
  const guessed = (): ArrayBuffer => {
    const columnData = columnsOf([...new Set(records.flatMap((record) => Object.keys(record)))]).map(({ name, data: stored }) => {
      const data = stored.map((value) => plainValue(value) ?? null)
      const kinds = new Set(data.flatMap((value) => (value === null ? [] : [typeof value])))
      const [kind] = kinds
      const type =
        kinds.size > 1 ? 'JSON' : kind === 'number' ? 'DOUBLE' : kind === 'boolean' ? 'BOOLEAN' : kind === 'object' ? 'JSON' : 'STRING'
      return { name, data, type: type as 'JSON' | 'DOUBLE' | 'BOOLEAN' | 'STRING', nullable: true }
    })
    return parquetWriteBuffer({ columnData, rowGroupSize: groupRows })
  }
  return {
    preamble: () => undefined,
    record: (raw) => void records.push(raw as Record<string, unknown>),
    end() {
      const to = byteSink(path, compression)
      to.write(Buffer.from(typed() ?? guessed()))
      to.end()
    },
  }
}

const groupRows = 10_000

/** A column without the newer description of a whole number, which the writer garbles; the older one beside it says the same. */
const described = ({ logical_type: newer, ...element }: SchemaElement): SchemaElement =>
  newer && newer.type !== 'INTEGER' ? { ...element, logical_type: newer } : element

/** Names of a schema's columns; what is inside them stands behind each. */
function topLevel(elements: readonly { readonly name: string; readonly num_children?: number }[]): string[] {
  const names: string[] = []
  const behind = (at: number): number => {
    let next = at + 1
    for (let left = elements[at]?.num_children ?? 0; left > 0; left--) next = behind(next)
    return next
  }
  for (let at = 0; at < elements.length; at = behind(at)) names.push(elements[at]!.name)
  return names
}
