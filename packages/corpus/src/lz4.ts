const [magic, copy, shortest] = [0x184d2204, 0x80000000, 4]

/**
 * The content of an LZ4 frame (lz4_Frame_format.md 1.6.4), whose size is known beforehand. Checksums are passed over.
 *
 * @param size  bytes the frame unpacks to
 * @throws RangeError for damaged bytes, or when they unpack to another size
 */
export function lz4Frame(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic) throw new RangeError('not an LZ4 frame')
  const flags = view.getUint8(4)
  const [blockChecksum, contentSize, dictionary] = [flags & 0x10, flags & 0x08, flags & 0x01]
  // Behind the flags: the block size, what the flags announce, and a checksum of the header.
  let at = 6 + (contentSize ? 8 : 0) + (dictionary ? 4 : 0) + 1
  const made = new Uint8Array(size)
  let filled = 0
  for (;;) {
    const header = view.getUint32(at, true)
    at += 4
    if (header === 0) break
    const length = header & ~copy
    if (at + length > bytes.length) throw new RangeError('an LZ4 block that ends outside the frame')
    const block = bytes.subarray(at, at + length)
    if (header & copy) {
      made.set(block, filled)
      filled += length
    } else filled = lz4Block(block, made, filled)
    at += length + (blockChecksum ? 4 : 0)
  }
  if (filled !== size) throw new RangeError('an LZ4 frame of another size')
  return made
}

/** Unpacks a block behind what is there already, to which it may point back. Returns where it ends. */
function lz4Block(block: Uint8Array, into: Uint8Array, from: number): number {
  let filled = from
  let at = 0
  const lengthAfter = (nibble: number): number => {
    let length = nibble
    for (let more = nibble === 15 ? 255 : 0; more === 255; length += more) {
      if (at >= block.length) throw new RangeError('an LZ4 block that ends too early')
      more = block[at++]!
    }
    return length
  }
  while (at < block.length) {
    const token = block[at++]!
    const literals = lengthAfter(token >> 4)
    if (at + literals > block.length) throw new RangeError('an LZ4 block that ends too early')
    into.set(block.subarray(at, at + literals), filled)
    at += literals
    filled += literals
    // The last sequence has no match.
    if (at === block.length) break
    const distance = block[at]! | (block[at + 1]! << 8)
    at += 2
    const end = filled + lengthAfter(token & 15) + shortest
    if (!(distance > 0 && distance <= filled && end <= into.length)) throw new RangeError('an LZ4 match outside what is there')
    // A match may reach into itself.
    for (; filled < end; filled++) into[filled] = into[filled - distance]!
  }
  return filled
}
