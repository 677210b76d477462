import { Deserializer, Serializer } from 'node:v8'

// Every array that plain data may hold; a Buffer comes back as Uint8Array. A kind's place here is its number on the wire.
const makers = [
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8ClampedArray,
  BigInt64Array,
  BigUint64Array,
] as const
type Numbers = InstanceType<(typeof makers)[number]>

/** Arrays from this size on travel as they are, beside the rest. */
const ownPiece = 1 << 14

interface HostObjects {
  _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void
}

class PieceWriter extends Serializer {
  readonly pieces: Numbers[] = []

  constructor() {
    super()
    // Documented by Node, and left out of its types.
    ;(this as unknown as HostObjects)._setTreatArrayBufferViewsAsHostObjects(true)
  }

  // Called by V8 for each typed array.
  _writeHostObject(array: Numbers): void {
    const kind = makers.findIndex((maker) => array instanceof maker)
    if (kind < 0) throw new TypeError('a state holds typed arrays alone, no DataView')
    this.writeUint32(kind)
    if (array.byteLength < ownPiece) {
      this.writeUint32(0)
      this.writeUint32(array.byteLength)
      this.writeRawBytes(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
      return
    }
    this.pieces.push(array)
    this.writeUint32(this.pieces.length)
  }
}

class PieceReader extends Deserializer {
  readonly pieces: readonly Uint8Array[]

  constructor(pieces: readonly Uint8Array[]) {
    super(pieces[0]!)
    this.pieces = pieces
  }

  // Called by V8 for each typed array.
  _readHostObject(): Numbers {
    const maker = makers[this.readUint32()]!
    const piece = this.readUint32()
    if (piece > 0) return viewOf(maker, this.pieces[piece]!)
    return viewOf(maker, this.readRawBytes(this.readUint32()).slice())
  }
}

function viewOf(maker: (typeof makers)[number], bytes: Uint8Array): Numbers {
  // A slice of a Buffer is no copy: only bytes that begin where such numbers may are read in place.
  const whole = bytes.byteOffset % maker.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes)
  return new maker(whole.buffer as ArrayBuffer, whole.byteOffset, whole.byteLength / maker.BYTES_PER_ELEMENT)
}

/**
 * Plain data as V8's structured clone, with its larger typed arrays beside it as pieces of their own: they are not copied, and no
 * piece comes near the size that a structured clone may have.
 *
 * @returns the first piece, then those it refers to; they share memory with the value
 */
export function encode(value: unknown): Uint8Array[] {
  const writer = new PieceWriter()
  writer.writeHeader()
  writer.writeValue(value)
  const first = new Uint8Array(writer.releaseBuffer())
  return [
    first,
    ...writer.pieces.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)),
  ]
}

/** What `encode` made pieces of; larger arrays share the pieces' memory. */
export function decode(pieces: readonly Uint8Array[]): unknown {
  const reader = new PieceReader(pieces)
  reader.readHeader()
  return reader.readValue()
}
