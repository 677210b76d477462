import { bomLength, decode, encodingOf, FileError, fill, withFile } from './bytes.ts'
import { parseNamePattern } from './name-pattern.ts'
import type { Shard } from './plan.ts'
import type { Reader } from './readers.ts'
import { recordOptions } from './record-options.ts'
import { documentMaker } from './records.ts'
import { noFile, notUtf8, tooLong } from './unread-reasons.ts'

/** What opening a file costs, in bytes read in that time: a shard of many small files is cut by it. */
const openCost = 4096

/** A file is a document; its id is the path inside the input. */
export const textReader: Reader = {
  shards(files, shardBytes) {
    const shards: Shard[] = []
    let batch: { file: string; relative: string }[] = []
    let cost = 0
    const close = (): void => {
      const [first] = batch
      if (first) shards.push({ ...first, files: batch })
      batch = []
      cost = 0
    }
    for (const { file, relative, bytes } of files) {
      if (cost + bytes + openCost > shardBytes) close()
      batch.push({ file, relative })
      cost += bytes + openCost
    }
    close()
    return shards
  },

  read(plan, shard, to) {
    const { recordBytes, namePattern } = plan.options
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
    for (const { file, relative } of shard.files ?? [shard]) {
      let bytes: number
      try {
        bytes = withFile(file, load)
      } catch (error) {
        if (!(error instanceof FileError)) throw error
        to.unread(noFile, relative)
        continue
      }
      if (bytes > recordBytes) {
        to.unread(tooLong(recordBytes), relative)
        continue
      }
      total += bytes
      const content = buffer.subarray(0, bytes)
      const text = decode(content, bomLength(content), bytes, encodingOf(content))
      if (text === undefined) to.unread(notUtf8, relative)
      else to.document(make({ text, id: relative, file: relative, metadata: new Map(pattern?.match(relative)) }), plan.format)
    }
    return total
  },
}
