import { createHash } from 'node:crypto'
import type { Document } from '@corpuscope/core'
import { view } from './view.ts'

/**
 * The text two documents have to share to be exact duplicates: lower-cased, every run of white space one blank, none at the ends.
 *
 * @example normalisedText(' No  acute\r\ndistress ') // 'no acute distress'
 */
export const normalisedText = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * Two integers below 2^53 that stand for the normalised text: the first 53 bits of each of the first two 8-byte words of its SHA-256, big
 * endian. 106 bits: two different texts among 10^9 share them with a probability below 10^-14.
 */
export const normalisedHash: (document: Document) => Float64Array = view((document) => {
  const digest = createHash('sha256').update(normalisedText(document.text), 'utf8').digest()
  return Float64Array.of(first53(digest, 0), first53(digest, 8))
})

const first53 = (bytes: Buffer, offset: number) => bytes.readUInt32BE(offset) * 2097152 + (bytes.readUInt32BE(offset + 4) >>> 11)
