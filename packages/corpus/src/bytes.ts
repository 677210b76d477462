import { isAscii, isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { windows1252 } from './charset.ts'

/** The file system refused: told apart from what a caller throws while it takes what was read. */
export class FileError extends Error {
  override name = 'FileError'
}

function attempt<T>(operation: () => T): T {
  try {
    return operation()
  } catch (error) {
    throw new FileError('cannot be read', { cause: error })
  }
}

/** Opens a regular file and closes it after use. What is no file (a folder, a pipe that would block) throws, as a missing one does. */
export function withFile<T>(file: string, use: (fd: number, bytes: number) => T): T {
  const { fd, bytes } = openFile(file)
  try {
    return use(fd, bytes)
  } finally {
    closeSync(fd)
  }
}

/** As `withFile`, for what has to wait in between. */
export async function withFileAsync<T>(file: string, use: (fd: number, bytes: number) => Promise<T>): Promise<T> {
  const { fd, bytes } = openFile(file)
  try {
    return await use(fd, bytes)
  } finally {
    closeSync(fd)
  }
}

function openFile(file: string): { fd: number; bytes: number } {
  const fd = attempt(() => openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)))
  try {
    const stats = attempt(() => fstatSync(fd))
    if (!stats.isFile()) throw new FileError('not a regular file')
    return { fd, bytes: stats.size }
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

/** Fills `into` from a place in the file; fewer bytes than asked only at the file's end. */
export function fill(fd: number, into: Uint8Array, from: number, length: number, position: number): number {
  let got = 0
  while (got < length) {
    const read = attempt(() => readSync(fd, into, from + got, length - got, position + got))
    if (read === 0) break
    got += read
  }
  return got
}

/** The first bytes of a file. */
export function head(fd: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, fill(fd, bytes, 0, length, 0))
}

/** Bytes of a UTF-8 byte order mark at the start: 3 or 0. */
export const bomLength = (bytes: Uint8Array): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)

export type Encoding = 'ascii' | 'utf-8' | 'mixed'

/** What these bytes are as a whole: told once a block, so that its lines need not be checked one by one. */
export const encodingOf = (bytes: Uint8Array): Encoding => (isAscii(bytes) ? 'ascii' : isUtf8(bytes) ? 'utf-8' : 'mixed')

/**
 * Strict UTF-8; undefined when the bytes are not. `encoding` is that of the block they stand in.
 *
 * @param legacy  the file is Windows-1252: what is no UTF-8 is read as that
 */
export function decode(bytes: Buffer, from: number, to: number, encoding: Encoding, legacy = false): string | undefined {
  if (encoding === 'ascii') return bytes.toString('latin1', from, to)
  if (encoding === 'mixed' && !isUtf8(bytes.subarray(from, to))) return legacy ? windows1252(bytes.subarray(from, to)) : undefined
  return bytes.toString('utf8', from, to)
}

const scanBytes = 1 << 16

/** Where the byte stands first in [from, until); -1 when it does not. */
export function findByte(fd: number, byte: number, from: number, until: number): number {
  const buffer = Buffer.allocUnsafe(scanBytes)
  for (let position = from; position < until; ) {
    const got = fill(fd, buffer, 0, Math.min(scanBytes, until - position), position)
    if (got === 0) return -1
    const at = buffer.subarray(0, got).indexOf(byte)
    if (at >= 0) return position + at
    position += got
  }
  return -1
}

/**
 * 1-based line numbers of places in a file, for places in ascending order. The lines before are counted when first asked: a file
 * without a bad record is never counted.
 */
export function lineCounter(fd: number, newline = 10): (offset: number) => number {
  let counted = 0
  let line = 1
  return (offset) => {
    const buffer = Buffer.allocUnsafe(Math.min(1 << 20, Math.max(0, offset - counted)))
    while (counted < offset) {
      const got = fill(fd, buffer, 0, Math.min(buffer.length, offset - counted), counted)
      if (got === 0) break
      const bytes = buffer.subarray(0, got)
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) line++
      counted += got
    }
    return line
  }
}
