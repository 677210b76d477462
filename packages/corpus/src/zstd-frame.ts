/** Largest block of the format. */
const blockBytes = 1 << 17

/**
 * A zstd frame that stores its content as it is (RFC 8878, raw blocks): any zstd reader takes it. Node 20 cannot compress to zstd.
 *
 * @example zstdFrame([Buffer.from('abc')])
 */
export function* zstdFrame(content: Iterable<Uint8Array>): Generator<Uint8Array> {
  // Magic number; no checksum, no content size; a window of 128 kB.
  yield Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 7 << 3)
  for (const bytes of content)
    for (let from = 0; from < bytes.length; from += blockBytes) {
      const block = bytes.subarray(from, from + blockBytes)
      yield blockHeader(block.length, false)
      yield block
    }
  yield blockHeader(0, true)
}

const blockHeader = (length: number, last: boolean): Uint8Array => {
  const header = (length << 3) | (last ? 1 : 0)
  return Uint8Array.of(header & 255, (header >> 8) & 255, header >> 16)
}
