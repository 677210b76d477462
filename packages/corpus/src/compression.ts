import { extname } from 'node:path'

/** How the bytes of a file are packed. */
export type Compression = 'gz' | 'zst'

const extensions: Readonly<Record<string, Compression>> = { '.gz': 'gz', '.gzip': 'gz', '.zst': 'zst', '.zstd': 'zst' }

/** What the name says. @example compressionOf('notes.jsonl.gz') // 'gz' */
export const compressionOf = (path: string): Compression | undefined => {
  const extension = extname(path).toLowerCase()
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined
}

/** The name of what is inside. @example unpackedName('notes.jsonl.gz') // 'notes.jsonl' */
export const unpackedName = (path: string): string =>
  compressionOf(path) === undefined ? path : path.slice(0, path.length - extname(path).length)

/** What the first bytes say: a file may be packed without its name telling. */
export function compressionOfBytes(bytes: Uint8Array): Compression | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gz'
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd ? 'zst' : undefined
}
