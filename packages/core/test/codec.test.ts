import { expect, test } from 'vitest'
import { decode, encode } from '../src/codec.ts'

test('plain data comes back as it was, large arrays as pieces of their own', () => {
  const large = Float64Array.from({ length: 5000 }, (_, i) => i / 3)
  const value = {
    map: new Map<string, unknown>([['__proto__', Uint8Array.of(1, 2, 3)]]),
    large,
    // Begins at an odd byte of its buffer.
    odd: new Uint8Array(large.buffer, 1, 30_000),
    small: [Uint16Array.of(65_535), Int32Array.of(-1), new Float32Array(0), BigUint64Array.of(2n ** 63n)],
    nothing: null,
    left: undefined,
    number: Number.NaN,
  }
  const pieces = encode(value)
  expect(pieces).toHaveLength(3)
  expect(pieces[0]!.length).toBeLessThan(1000)
  expect(decode(pieces)).toEqual(value)
  // As read from a file: bytes that begin anywhere.
  const shifted = pieces.map((piece) => {
    const room = new Uint8Array(piece.length + 1)
    room.set(piece, 1)
    return room.subarray(1)
  })
  expect(decode(shifted)).toEqual(value)
})

test('an array shares memory with its piece', () => {
  const { large } = decode(encode({ large: new Uint32Array(10_000) })) as { large: Uint32Array }
  expect(large.length).toBe(10_000)
  const pieces = encode({ large })
  expect(pieces[1]!.buffer).toBe(large.buffer)
})
