import type { Scalar } from '@corpuscope/core'
import { parseBrat } from './brat.ts'
import { bomLength, decode, encodingOf, FileError, fill, withFile } from './bytes.ts'
import { type Charset, charsetOf, decodeAs, encodeAs } from './charset.ts'
import { feed, type Wrapping } from './feed.ts'
import { parseNamePattern } from './name-pattern.ts'
import type { FileRef, Shard } from './plan.ts'
import type { Reader } from './readers.ts'
import { recordOptions } from './record-options.ts'
import { documentMaker } from './records.ts'
import { checkEdits, type Edit, edited } from './rewriting.ts'
import { annotationsOf } from './spans.ts'
import { noFile, notAnnotation, notUtf8, tooLong } from './unread-reasons.ts'

/** What opening a file costs, in bytes read in that time: a shard of many small files is cut by it. */
const openCost = 4096

/** A file is a document; its id is the path inside the input. */
export const textReader: Reader = {
  shards(files, shardBytes) {
    const shards: Shard[] = []
    let batch: FileRef[] = []
    let cost = 0
    const close = (): void => {
      const [first] = batch
      if (first) shards.push({ file: first.file, relative: first.relative, files: batch })
      batch = []
      cost = 0
    }
    for (const { bytes, ...file } of files) {
      if (cost + bytes + openCost > shardBytes) close()
      batch.push(file.compression ? { ...file, packed: bytes } : file)
      cost += bytes + openCost
    }
    close()
    return shards
  },

  async read(plan, shard, to) {
    const { recordBytes, namePattern, standoff } = plan.options
    const pattern = namePattern === undefined ? undefined : parseNamePattern(namePattern)
    const make = documentMaker(recordOptions(plan), to)
    let buffer = Buffer.allocUnsafeSlow(1 << 16)
    let total = 0
    /** Bytes of the file, in `buffer`. */
    const load = (fd: number, bytes: number): number => {
      if (bytes > recordBytes) return Number.POSITIVE_INFINITY
      if (bytes > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.min(recordBytes, bytes * 2))
      return fill(fd, buffer, 0, bytes, 0)
    }
    for (const ref of shard.files ?? [shard]) {
      const { file, relative, compression, metadata: ofFile } = ref
      let content: Buffer | string | undefined
      try {
        if (compression === undefined) {
          const bytes = withFile(file, load)
          content = bytes > recordBytes ? undefined : buffer.subarray(0, bytes)
          total += content?.length ?? 0
        } else {
          content = await unpacked(ref, recordBytes)
          total += ref.packed ?? 0
        }
      } catch (error) {
        if (!(error instanceof FileError)) throw error
        to.unread(noFile, relative)
        continue
      }
      if (content === undefined || typeof content === 'string') {
        to.unread(content ?? tooLong(recordBytes), relative)
        continue
      }
      const decoded = textOf(content)
      if (decoded === undefined) {
        to.unread(notUtf8, relative)
        continue
      }
      const { text, encoding } = decoded
      const spans = standoff ? standoffOf(file, recordBytes, (what, line) => to.unread(what, annotationPath(relative), line)) : undefined
      const metadata = new Map<string, Scalar>(pattern?.match(relative))
      if (ofFile) for (const [key, value] of Object.entries(ofFile)) if (!metadata.has(key)) metadata.set(key, value)
      const entry = { text, id: relative, file: relative, metadata, encoding, annotations: spans && annotationsOf(text, spans) }
      const bytes = content
      to.document(make(entry), plan.format, (rewriting) => (rewriting ? rewrittenText(bytes, text, encoding, rewriting.edits) : bytes))
    }
    return total
  },
}

/** The text of a file's bytes, from UTF-8 or what it is converted from; undefined when it is neither. */
export function textOf(bytes: Buffer): { text: string; encoding?: Charset } | undefined {
  const text = decode(bytes, bomLength(bytes), bytes.length, encodingOf(bytes))
  if (text !== undefined) return { text }
  const encoding = charsetOf(bytes)
  const converted = encoding && decodeAs(bytes, encoding)
  return encoding === undefined || converted === undefined ? undefined : { text: converted, encoding }
}

/** The bytes of a text with edits, in the encoding and with the byte order mark it had. */
function rewrittenText(bytes: Buffer, text: string, encoding: Charset | undefined, edits: readonly Edit[]): Buffer {
  checkEdits(text, edits)
  const made = edited(text, edits)
  return encoding ? encodeAs(made, encoding) : Buffer.concat([bytes.subarray(0, bomLength(bytes)), Buffer.from(made)])
}

/** What is inside a packed file: its bytes, why there are none, or undefined when they are more than the limit. */
async function unpacked(wrapping: Wrapping, limit: number): Promise<Buffer | string | undefined> {
  const blocks: Buffer[] = []
  let bytes = 0
  const cut = await feed(wrapping, (block) => {
    bytes += block.length
    if (bytes <= limit) blocks.push(Buffer.from(block))
    return bytes <= limit
  })
  return bytes > limit ? undefined : (cut ?? Buffer.concat(blocks))
}

/** Where the annotations of a text lie. @example annotationPath('a/note.txt') // 'a/note.ann' */
export const annotationPath = (path: string): string => path.replace(/(?:\.(?:txt|text))?(?:\.(?:gz|gzip|zst|zstd))?$/i, '.ann')

function standoffOf(file: string, limit: number, bad: (what: string, line: number) => void): ReturnType<typeof parseBrat> | undefined {
  try {
    const content = withFile(annotationPath(file), (fd, bytes) => {
      const buffer = Buffer.alloc(Math.min(bytes, limit))
      return buffer.subarray(0, fill(fd, buffer, 0, buffer.length, 0))
    })
    return parseBrat(textOf(content)?.text ?? '', (line) => bad(notAnnotation, line))
  } catch (error) {
    // A text without annotations.
    if (error instanceof FileError) return undefined
    throw error
  }
}
