import { gzipSync } from 'node:zlib'

/**
 * Bytes of a text in UTF-8 over its bytes compressed by gzip.
 *
 * @param level  1 to 9
 * @returns      1 or more where anything repeats, less for short texts; null for an empty text
 * @see Shaib et al. 2024, Standardizing the measurement of text diversity; compressed once
 */
export function compressionRatio(text: string, level = 9): number | null {
  const bytes = Buffer.from(text)
  return bytes.length === 0 ? null : bytes.length / gzipSync(bytes, { level }).length
}
