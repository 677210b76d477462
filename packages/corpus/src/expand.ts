import { createGunzip, type Gunzip } from 'node:zlib'
import { FileError, fill, withFileAsync } from './bytes.ts'
import type { Compression } from './compression.ts'
import { damaged, expandsTooFar } from './unread-reasons.ts'

const blockBytes = 1 << 16

/** What a packed file may become. A file of a megabyte that holds terabytes of blanks is an attack or a mistake, not a corpus. */
export interface Budget {
  /** Bytes it may hold. */
  readonly bytes: number
  /** Times its packed size it may hold, beyond the first 16 MB. */
  readonly ratio: number
}

export const defaultBudget: Budget = { bytes: 2 ** 40, ratio: 250 }
const freeBytes = 1 << 24
/** The window the zstd tool itself stops at; it is memory that a few bytes of header ask for. */
const largestWindow = 1 << 27

/** Takes the next bytes, valid until the call returns; false stops the reading. */
export type Take = (bytes: Buffer) => boolean | undefined

/**
 * The bytes inside a packed file, in blocks; memory does not grow with the file.
 *
 * @returns what cut the reading short, a phrase of the report; undefined when all was read, or the taker stopped
 * @throws FileError when the file cannot be opened or read
 */
export async function expand(file: string, compression: Compression, budget: Budget, take: Take): Promise<string | undefined> {
  let packed = 0
  let unpacked = 0
  let stopped = false
  let tooFar = false
  const guarded = (bytes: Buffer): void => {
    if (stopped) return
    unpacked += bytes.length
    tooFar = unpacked > budget.bytes || (unpacked > freeBytes && unpacked > packed * budget.ratio)
    if (tooFar || take(bytes) === false) stopped = true
    if (stopped) throw stop
  }
  const unpacker = compression === 'gz' ? gunzip(guarded) : await unzstd(guarded)
  try {
    return await readBlocks(file, async (block, last) => {
      packed += block.length
      const whole = await unpacker.push(block, last)
      if (stopped) return tooFar ? expandsTooFar : ''
      return whole ? undefined : damaged
    })
  } finally {
    unpacker.close()
  }
}

/** Unwinds a decoder in the midst of a block, which may hold far more than we want. */
const stop = new Error('stopped')

interface Unpacker {
  /** False when the bytes are damaged, or end too early. */
  push(block: Buffer, last: boolean): Promise<boolean>
  close(): void
}

function readBlocks(file: string, take: (block: Buffer, last: boolean) => Promise<string | undefined>): Promise<string | undefined> {
  return withFileAsync(file, async (fd) => {
    const buffer = Buffer.allocUnsafeSlow(blockBytes)
    for (let position = 0; ; ) {
      const got = fill(fd, buffer, 0, blockBytes, position)
      position += got
      const ended = await take(buffer.subarray(0, got), got < blockBytes)
      if (ended !== undefined) return ended === '' ? undefined : ended
      if (got < blockBytes) return undefined
    }
  })
}

function gunzip(take: (bytes: Buffer) => void): Unpacker {
  const stream: Gunzip = createGunzip({ chunkSize: blockBytes })
  let failed: unknown
  let thrown: unknown
  let settle = (): void => undefined
  stream.on('data', (bytes: Buffer) => {
    try {
      if (thrown === undefined) take(bytes)
    } catch (error) {
      thrown = error
      stream.destroy()
      settle()
    }
  })
  stream.on('error', (error) => {
    failed = error
    settle()
  })
  return {
    async push(block, last) {
      if (failed) return false
      await new Promise<void>((resolve) => {
        settle = resolve
        if (last) stream.once('end', resolve).end(block)
        else stream.write(block, () => resolve())
      })
      if (thrown !== undefined && thrown !== stop) throw thrown
      return failed === undefined
    },
    close: () => stream.destroy(),
  }
}

async function unzstd(take: (bytes: Buffer) => void): Promise<Unpacker> {
  const { Decompress } = await import('fzstd')
  const decoder = new Decompress((bytes) => take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  let first = true
  return {
    async push(block, last) {
      if (first && zstdWindow(block) > largestWindow) return false
      first = false
      try {
        // A copy: the decoder keeps what it cannot use yet, and the block is filled anew.
        decoder.push(new Uint8Array(block), last)
        return true
      } catch (error) {
        if (error === stop) return true
        // The decoder's own faults are plain errors with a number, or what damaged tables make of typed arrays.
        if (error instanceof FileError || !isDecoderFault(error)) throw error
        return false
      }
    },
    close: () => undefined,
  }
}

const isDecoderFault = (error: unknown): boolean =>
  error instanceof RangeError ||
  error instanceof TypeError ||
  (error instanceof Error && typeof (error as { code?: unknown }).code === 'number')

/** Bytes of the window that the first frame's header asks for (RFC 8878, 3.1.1.1); 0 for what is no frame. */
export function zstdWindow(bytes: Uint8Array): number {
  if (bytes.length < 6 || bytes[0] !== 0x28 || bytes[1] !== 0xb5 || bytes[2] !== 0x2f || bytes[3] !== 0xfd) return 0
  const descriptor = bytes[4]!
  const single = (descriptor & 0x20) !== 0
  if (!single) {
    const exponent = bytes[5]! >> 3
    const base = 2 ** (10 + exponent)
    return base + (base / 8) * (bytes[5]! & 7)
  }
  const sizeBytes = [1, 2, 4, 8][descriptor >> 6]!
  const from = 5 + [0, 1, 2, 4][descriptor & 3]!
  let size = 0
  for (let i = sizeBytes - 1; i >= 0; i--) size = size * 256 + (bytes[from + i] ?? 0)
  return sizeBytes === 2 ? size + 256 : size
}
