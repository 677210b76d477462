import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Most bytes read or written at once: files grow beyond what one call takes. */
const block = 1 << 28
const lengthBytes = 8

/** What a file of pieces holds; `bytes` and `sha256` are those of the file. */
export interface PieceFile {
  readonly pieces: readonly Uint8Array[]
  readonly bytes: number
  readonly sha256: string
}

/** Writes pieces one behind the other, each after its length in 8 bytes, little endian. */
export async function writePieces(path: string, pieces: readonly Uint8Array[], mode?: number): Promise<Omit<PieceFile, 'pieces'>> {
  const hash = createHash('sha256')
  const file = await open(path, 'w', mode)
  let bytes = 0
  const put = async (part: Uint8Array): Promise<void> => {
    for (let from = 0; from < part.length; from += block) {
      const chunk = part.subarray(from, from + block)
      hash.update(chunk)
      for (let done = 0; done < chunk.length; ) done += (await file.write(chunk, done)).bytesWritten
    }
    bytes += part.length
  }
  try {
    for (const piece of pieces) {
      const length = Buffer.alloc(lengthBytes)
      length.writeBigUInt64LE(BigInt(piece.length))
      await put(length)
      await put(piece)
    }
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Reads what `writePieces` wrote, each piece into memory of its own; undefined when the file is missing or ends inside a piece. */
export async function readPieces(path: string): Promise<PieceFile | undefined> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return undefined
  const hash = createHash('sha256')
  const { size } = await file.stat()
  const pieces: Uint8Array[] = []
  let at = 0
  const take = async (length: number): Promise<Uint8Array> => {
    const into = new Uint8Array(length)
    for (let from = 0; from < length; ) {
      const { bytesRead } = await file.read(into, from, Math.min(block, length - from), at + from)
      if (bytesRead === 0) break
      hash.update(into.subarray(from, from + bytesRead))
      from += bytesRead
    }
    at += length
    return into
  }
  try {
    while (at < size) {
      if (size - at < lengthBytes) return undefined
      const length = Number(Buffer.from((await take(lengthBytes)).buffer).readBigUInt64LE())
      if (length > size - at) return undefined
      pieces.push(await take(length))
    }
  } finally {
    await file.close()
  }
  return { pieces, bytes: at, sha256: hash.digest('hex') }
}
