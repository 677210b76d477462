import { fill, withFile } from './bytes.ts'
import { type Charset, utf8Converter } from './charset.ts'
import type { Compression } from './compression.ts'
import { defaultBudget, expand, type Take } from './expand.ts'

const blockBytes = 1 << 18

/** How a file has to be unwrapped before its lines and cells can be seen. */
export interface Wrapping {
  readonly file: string
  readonly compression?: Compression
  readonly charset?: Charset
}

/** Whether bytes of the file are bytes of its text: then it can be read in stretches. */
export const isPlain = ({ compression, charset }: Wrapping): boolean =>
  compression === undefined && charset !== 'utf-16le' && charset !== 'utf-16be'

/**
 * The bytes of a file from its start, unpacked and in UTF-8 (or Windows-1252, which is left to who decodes), in blocks.
 *
 * @returns what cut the reading short, a phrase of the report; undefined when all was read, or the taker stopped
 * @throws FileError when the file cannot be opened or read
 */
export async function feed({ file, compression, charset }: Wrapping, take: Take): Promise<string | undefined> {
  const utf16 = charset === 'utf-16le' || charset === 'utf-16be' ? utf8Converter(charset) : undefined
  const to: Take = utf16 ? (bytes) => take(utf16(bytes, false)) : take
  const cut = compression === undefined ? feedPlain(file, to) : await expand(file, compression, defaultBudget, to)
  const rest = utf16?.(Buffer.alloc(0), true)
  if (rest && rest.length > 0) take(rest)
  return cut
}

function feedPlain(file: string, take: Take): undefined {
  return withFile(file, (fd) => {
    const buffer = Buffer.allocUnsafeSlow(blockBytes)
    for (let position = 0; ; ) {
      const got = fill(fd, buffer, 0, blockBytes, position)
      position += got
      if (got === 0 || take(buffer.subarray(0, got)) === false || got < blockBytes) return undefined
    }
  })
}

/** The first bytes inside a file, however it is wrapped. */
export async function unwrappedHead(wrapping: Wrapping, length: number): Promise<Buffer> {
  const blocks: Buffer[] = []
  let got = 0
  await feed(wrapping, (bytes) => {
    blocks.push(Buffer.from(bytes))
    return (got += bytes.length) < length
  })
  return Buffer.concat(blocks).subarray(0, length)
}
