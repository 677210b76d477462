import { isUtf8 } from 'node:buffer'

/** Encodings of text that are converted; UTF-8 is what all else is read as. */
export type Charset = 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What the byte order mark says; undefined without one of UTF-16. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** The encoding to convert from, as far as these bytes tell; undefined for UTF-8 and for what is not understood. */
export const charsetOf = (bytes: Uint8Array): Charset | undefined => utf16Of(bytes) ?? (isWindows1252(bytes) ? 'windows-1252' : undefined)

// The decoder of Node 20 takes "windows-1252" for Latin-1 and makes control characters of quotation marks and dashes.
const beyondLatin1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Windows-1252, which is Latin-1 but for the bytes 128 to 159 (WHATWG Encoding Standard, index windows-1252). */
export const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => beyondLatin1[character.charCodeAt(0) - 128]!)

const bytesBeyondLatin1 = new Map([...beyondLatin1].map((character, i) => [character, String.fromCharCode(128 + i)]))

/** Bytes of a text in an encoding, with its byte order mark where it has one. What Windows-1252 does not know becomes "?". */
export function encodeAs(text: string, charset: Charset): Buffer {
  if (charset === 'windows-1252')
    return Buffer.from(
      text.replace(/[^\x00-\x7f\xa0-\xff]/gu, (character) => bytesBeyondLatin1.get(character) ?? '?'),
      'latin1',
    )
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return charset === 'utf-16be' ? bytes.swap16() : bytes
}

const strict = { 'utf-16le': new TextDecoder('utf-16le', { fatal: true }), 'utf-16be': new TextDecoder('utf-16be', { fatal: true }) }

/** A whole text of a known encoding, without its byte order mark; undefined when the bytes are not of it. */
export function decodeAs(bytes: Uint8Array, charset: Charset): string | undefined {
  if (charset === 'windows-1252') return windows1252(bytes)
  try {
    return strict[charset].decode(bytes)
  } catch {
    return undefined
  }
}

/** A function that turns blocks of UTF-16 into blocks of UTF-8. What is no UTF-16 becomes U+FFFD. */
export function utf8Converter(charset: 'utf-16le' | 'utf-16be'): (block: Buffer, last: boolean) => Buffer {
  const decoder = new TextDecoder(charset)
  return (block, last) => Buffer.from(decoder.decode(block, { stream: !last }))
}

/** Share of high bytes that may stand side by side: in double-byte encodings they do, in Western writing hardly. */
const mostPairs = 0.3

/**
 * Whether text that is no UTF-8 is Windows-1252 (which holds Latin-1): no high byte is part of a valid UTF-8 sequence, each is a
 * character of Western writing, they hardly stand in runs, and most letters among them stand at an ASCII letter, as in "fièvre".
 */
function isWindows1252(bytes: Uint8Array): boolean {
  let high = 0
  let pairs = 0
  let letters = 0
  let inWords = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte === 0) return false
    if (byte < 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if (byte >= 0xc2 && byte < 0xf5 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length))) return false
    // A sequence that the end of what we look at cuts off.
    if (byte >= 0xc2 && i + length > bytes.length && bytes.subarray(i + 1).every((next) => next >= 0x80 && next < 0xc0)) continue
    high++
    const before = bytes[i - 1] ?? 32
    const after = bytes[i + 1] ?? 32
    if (before >= 0x80) pairs++
    if (isLetter(byte)) {
      letters++
      if (isAsciiLetter(before) || isAsciiLetter(after)) inWords++
    } else if (!signs.has(byte)) return false
  }
  return high > 0 && pairs <= high * mostPairs && inWords * 2 >= letters
}

const isAsciiLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
// Accented letters; not eth, thorn and y with diaeresis, which are rarer in texts than as bytes of something else.
const isLetter = (byte: number): boolean =>
  (byte >= 0xc0 && byte <= 0xfd && ![0xd0, 0xd7, 0xde, 0xf0, 0xf7].includes(byte)) ||
  [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte)
/** Euro sign, quotation marks, dashes, ellipsis, bullet, section, degree, plus-minus, micro, fractions and the like. */
const signs = new Set([
  0x80,
  0x82,
  0x84,
  0x85,
  0x8b,
  0x91,
  0x92,
  0x93,
  0x94,
  0x95,
  0x96,
  0x97,
  0x99,
  0x9b,
  ...range(0xa0, 0xbf),
  0xd7,
  0xf7,
])

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
