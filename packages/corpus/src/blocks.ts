import { isUtf8 } from 'node:buffer'
import type { Annotation, Part } from '@corpuscope/core'
import { bomLength, decode, FileError } from './bytes.ts'
import { type Charset, encodeAs } from './charset.ts'
import { feed } from './feed.ts'
import { lineSplitter } from './lines.ts'
import type { InputPlan, Shard } from './plan.ts'
import { recordOptions } from './record-options.ts'
import { documentMaker, type ShardReader } from './records.ts'
import { checkEdits, type Edit } from './rewriting.ts'
import { noFile, notUtf8, tooLong } from './unread-reasons.ts'

export interface BlockLine {
  readonly text: string
  readonly line: number
}

/** What a block of lines says. */
export interface Block {
  readonly text: string
  readonly id?: string | undefined
  readonly parts?: readonly Part[]
  readonly annotations: readonly Annotation[]
  /** Its lines once the text is edited, in order; undefined for a line that goes. */
  rewritten(edits: readonly Edit[]): readonly (string | undefined)[]
}

/**
 * Reads a file in which a document is a block of lines, as token-a-line formats are.
 *
 * @param ends   whether the block is over before this line, and whether the line itself belongs to none
 * @param parse  the document of a block; undefined for a block without one. It reports lines it cannot read
 */
export async function readBlocks(
  plan: InputPlan,
  shard: Shard,
  to: ShardReader,
  ends: (line: string) => 'no' | 'before' | 'between',
  parse: (lines: readonly BlockLine[], bad: (what: string, line: number) => void) => Block | undefined,
): Promise<number> {
  const { relative } = shard
  const limit = plan.options.recordBytes
  const make = documentMaker(recordOptions(plan), to)
  let block: BlockLine[] = []
  let raw: Buffer[] = []
  let bytes = 0
  const bad = (what: string, line: number): void => to.unread(what, relative, line)
  const close = (): void => {
    const [first] = block
    if (bytes > limit && first) bad(tooLong(limit), first.line)
    const made = first && bytes <= limit ? parse(block, bad) : undefined
    const metadata = new Map(Object.entries(shard.metadata ?? {}))
    const [texts, rows] = [block, raw]
    if (made) {
      const { rewritten, ...entry } = made
      to.document(make({ ...entry, file: relative, metadata, encoding: shard.charset }), plan.format, (rewriting) => {
        if (!rewriting) return Buffer.concat(rows.flatMap((row) => [row, lineEnd]))
        checkEdits(entry.text, rewriting.edits)
        return rewrittenRows(texts, rows, rewritten(rewriting.edits), shard.charset)
      })
    }
    block = []
    raw = []
    bytes = 0
  }
  const splitter = lineSplitter(limit, {
    line(buffer, from, until, line, encoding) {
      const at = from + (line === 1 ? bomLength(buffer.subarray(from, until)) : 0)
      const end = until > at && buffer[until - 1] === 13 ? until - 1 : until
      const text = decode(buffer, at, end, encoding, shard.charset === 'windows-1252')
      if (text === undefined) {
        bad(notUtf8, line)
        return true
      }
      const where = ends(text)
      if (where !== 'no') close()
      if (where !== 'between') {
        bytes += until - from
        if (bytes <= limit) {
          block.push({ text, line })
          raw.push(Buffer.from(buffer.subarray(from, until)))
        }
      }
      return true
    },
    tooLong: (line) => bad(tooLong(limit), line),
  })
  try {
    const cut = await feed(shard, splitter.push)
    if (cut === undefined) splitter.end()
    else to.unread(cut, relative)
    close()
    return shard.bytes ?? 0
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    to.unread(noFile, relative)
    return 0
  }
}

/** Changed lines in the encoding and with the line end they had, the others as they stand. */
function rewrittenRows(
  lines: readonly BlockLine[],
  rows: readonly Buffer[],
  changed: readonly (string | undefined)[],
  charset: Charset | undefined,
): Buffer {
  const pieces = rows.flatMap((row, i) => {
    const text = changed[i]
    if (text === undefined) return []
    if (text === lines[i]!.text) return [row, lineEnd]
    const western = charset === 'windows-1252' && !isUtf8(row)
    const written = western ? encodeAs(text, 'windows-1252') : Buffer.from(text)
    return [row.subarray(0, bomLength(row)), written, row.at(-1) === 13 ? Buffer.from('\r\n') : lineEnd]
  })
  return Buffer.concat(pieces)
}

const lineEnd = Buffer.from('\n')
